/** The line by which editors find the JSON Schema of a YAML file: they complete and check it while it is written. */
export function modeline(schemas: string, format: 'mapper' | 'consumer' | 'config'): string {
  return `# yaml-language-server: $schema=${schemas}/${format}.schema.json`;
}
