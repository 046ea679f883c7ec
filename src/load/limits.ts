/** What is read at most: a hostile file ends with a reason, never in a hang. */
export const LIMITS = {
  /** Bytes of a JSON file. */
  jsonBytes: 32 * 1024 * 1024,
  /** Bytes of a YAML file, which takes a hundred times as long to read. */
  yamlBytes: 8 * 1024 * 1024,
  /** Words, signs and blanks of a YAML file. */
  yamlLexemes: 1_500_000,
  /** Objects and lists inside each other. */
  depth: 100,
  /** YAML aliases, those inside of what an alias stands for included. */
  aliases: 1_000,
  /** Values that aliases may add to a file. */
  aliasedValues: 200_000,
  /** Syntax errors reported for one file: what follows is noise of the first ones. */
  syntaxErrors: 20,
} as const;
