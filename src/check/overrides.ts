import { matchesPattern } from '../load/pattern.ts';
import type { Config, Finding, Override, RuleLevel } from '../model/index.ts';
import type { RuleFacts } from './define-rule.ts';

/** A level of one rule for a part of its findings. */
export interface RuleOverride extends Omit<Override, 'rules'> {
  readonly level: RuleLevel;
}

/** What a configuration overrides of a rule, the last one first. */
export function overridesOf(
  rule: RuleFacts,
  { overrides }: Pick<Config, 'overrides'>,
): readonly RuleOverride[] {
  const ids = [rule.id, ...(rule.formerly ?? [])];
  const found = overrides.flatMap(({ rules, ...selectors }) => {
    const level = ids.map((id) => rules.get(id)).find((one) => one !== undefined);
    return level === undefined ? [] : [{ ...selectors, level }];
  });
  return found.reverse();
}

/** The level that somebody set for findings like this one. */
export function overriddenLevel(
  overrides: readonly RuleOverride[],
  finding: Pick<Finding, 'at' | 'coordinates'>,
): RuleLevel | undefined {
  return overrides.find((override) => fits(override, finding))?.level;
}

function fits(
  { paths, clients, tokenTypes }: RuleOverride,
  { at, coordinates }: Pick<Finding, 'at' | 'coordinates'>,
): boolean {
  const { client, tokenType } = coordinates;
  return (
    (paths === undefined || paths.some((pattern) => isWithin(pattern, at.file))) &&
    (clients === undefined || (client !== undefined && clients.includes(client))) &&
    (tokenTypes === undefined || (tokenType !== undefined && tokenTypes.includes(tokenType)))
  );
}

/** A pattern without one stands for a file, or for all that is in a folder. */
function isWithin(pattern: string, file: string): boolean {
  return file.startsWith(`${pattern}/`) || matchesPattern(pattern, file);
}
