import type { Config, DecodedToken } from '../model/index.ts';
import type { TokenJudge } from '../token/audit/index.ts';
import type { Context, RuleOptions, RuleRegistry } from './define-rule.ts';
import { activeRules, type Judged, judge, judgedAt, merged } from './judge.ts';
import type { Stop } from './stop.ts';
import type { Settings, SubjectName } from './subjects.ts';
import { malformedStop, tokenStop } from './walk.ts';

/** What rules without options get: one object, and one context for all of them. */
const NO_OPTIONS: RuleOptions = {};

/**
 * `runRules` for tokens in great numbers: what does not depend on them is worked out once, and a rule with nothing
 * to say of one costs little more than its look at it. Waivers are for the findings of all tokens together.
 *
 * @example tokenJudge(rules, DEFAULT_CONFIG, Date.now())([token], [])
 */
export function tokenJudge(rules: RuleRegistry, config: Config, now: number): TokenJudge {
  const settings: Settings = { profile: config.profile, versioning: config.versioning.policy, now };
  const active = activeRules(rules, config);
  const ofMalformed = active.get('malformed-token') ?? [];
  const ofTokens = (active.get('token') ?? []).map((one) => ({
    active: one,
    hasOptions: Object.keys(one.options).length > 0,
  }));

  const judgeToken = (token: DecodedToken, found: Judged[]): void => {
    const plain: Context<'token'> = { token, settings, options: NO_OPTIONS };
    let stop: Stop<'token'> | undefined;
    for (const { active, hasOptions } of ofTokens) {
      const context = hasOptions ? { ...plain, options: active.options } : plain;
      const judgements = active.rule.judge(context as Context<SubjectName>);
      if (judgements.length === 0) continue;
      stop ??= tokenStop(token);
      for (const judgement of judgements) {
        const finding = judgedAt(active, stop, judgement);
        if (finding !== undefined) found.push(finding);
      }
    }
  };
  return (tokens, malformed) => {
    const found: Judged[] = [];
    for (const token of tokens) judgeToken(token, found);
    for (const one of malformed) found.push(...judge(ofMalformed, malformedStop(one), settings));
    return found.length > 1 ? merged(found) : found.map(({ finding }) => finding);
  };
}
