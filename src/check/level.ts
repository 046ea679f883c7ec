import type { Config, RuleLevel } from '../model/index.ts';
import type { RuleFacts } from './define-rule.ts';

/** A rule's level, and whether somebody asked for it by the rule's name. */
export interface EffectiveLevel {
  readonly level: RuleLevel;
  readonly configured: boolean;
}

/**
 * The level at which a rule runs: what the configuration says of it (also by a former id), else what the
 * profile says, else its own.
 *
 * @example levelOf(rule, { ...DEFAULT_CONFIG, profile: 'fapi2' })
 */
export function levelOf(rule: RuleFacts, config: Pick<Config, 'profile' | 'rules'>): EffectiveLevel {
  for (const id of [rule.id, ...(rule.formerly ?? [])]) {
    const level = config.rules.get(id);
    if (level !== undefined) return { level, configured: true };
  }
  const { profiles } = rule;
  const inherited = config.profile === 'fapi2' ? profiles?.['high-security'] : undefined;
  return { level: profiles?.[config.profile] ?? inherited ?? rule.severity, configured: false };
}
