import { type ActiveRule, activeRules, runRules } from '../check/index.ts';
import { rules } from '../generated/rules.ts';
import type { Config, DecodedToken } from '../model/index.ts';
import type { TokenJudge } from '../token/audit/index.ts';

/** Whether any rule has anything to say of a token. */
function findsAnything(
  active: readonly ActiveRule[],
  token: DecodedToken,
  config: Config,
  now: number,
): boolean {
  const settings = { profile: config.profile, versioning: config.versioning.policy, now };
  for (const { rule, options } of active) {
    for (const _ of rule.judge({ token, settings, options } as Parameters<typeof rule.judge>[0])) return true;
  }
  return false;
}

/**
 * Judges tokens in great numbers: most are in order, and only those that a rule has something to say of go
 * through the whole of the engine. Waivers are for the findings of the whole audit, not of a batch.
 */
export function tokenJudge(config: Config, now: number): TokenJudge {
  const active = activeRules(rules, config).get('token') ?? [];
  const unwaived: Config = { ...config, waivers: [] };
  return (tokens, malformed) => {
    const suspicious = tokens.filter((token) => findsAnything(active, token, config, now));
    if (suspicious.length === 0 && malformed.length === 0) return [];
    return runRules({ tokens: suspicious, malformed }, unwaived, rules, { now });
  };
}
