import type { Config, DecodedToken } from '../model/index.ts';
import type { TokenJudge } from '../token/audit/index.ts';
import type { Context, RuleRegistry } from './define-rule.ts';
import { activeRules, type Judged, judge, judgedAt, merged } from './judge.ts';
import type { Settings } from './subjects.ts';
import { malformedStop, tokenStop } from './walk.ts';

/**
 * `runRules` for tokens in great numbers: what does not depend on them is worked out once, and a rule with nothing
 * to say of one costs little more than its look at it. Waivers are for the findings of all tokens together.
 *
 * @example tokenJudge(rules, DEFAULT_CONFIG, Date.now())([token], [])
 */
export function tokenJudge(rules: RuleRegistry, config: Config, now: number): TokenJudge {
  const settings: Settings = { profile: config.profile, versioning: config.versioning.policy, now };
  const active = activeRules(rules, config);
  const [ofTokens = [], ofMalformed = []] = [active.get('token'), active.get('malformed-token')];

  const judgeToken = (token: DecodedToken, found: Judged[]): void => {
    for (const one of ofTokens) {
      const context: Context<'token'> = { token, settings, options: one.options };
      for (const judgement of one.rule.judge(context as Parameters<typeof one.rule.judge>[0])) {
        const finding = judgedAt(one, tokenStop(token), judgement);
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
