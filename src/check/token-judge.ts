import type { Config, DecodedToken } from '../model/index.ts';
import type { Sighting, TokenJudge } from '../token/audit/index.ts';
import type { Context, RuleOptions, RuleRegistry } from './define-rule.ts';
import { activeRules, judged, merged, type Noted, noted, notes } from './judge.ts';
import type { Stop } from './stop.ts';
import type { Settings, SubjectName } from './subjects.ts';
import { malformedStop, tokenStop } from './walk.ts';

/** What rules without options get: one object, and one context for all of them. */
const NO_OPTIONS: RuleOptions = {};

/** What rules say of most tokens: one list for all of them. */
const NONE: readonly Sighting[] = [];

/** What was noted, to be counted, and to be told if somebody asks. */
function sightingOf(one: Noted): Sighting {
  const { active, observation, severity, fingerprint } = one;
  const { at, undecided = false } = observation;
  return { rule: active.rule.id, severity, undecided, fingerprint, at, tell: () => judged(one).finding };
}

/** Findings of one rule may be one; those of different rules never are, and need no words to be told apart. */
function sightingsOf(all: readonly Noted[]): readonly Sighting[] {
  const rules = new Set(all.map(({ active }) => active));
  if (rules.size === all.length) return all.map(sightingOf);
  return merged(all.map(judged)).map((finding) => ({ ...finding, tell: () => finding }));
}

/**
 * `runRules` for tokens in great numbers: what does not depend on them is worked out once, and a rule with nothing
 * to say of one costs little more than its look at it. Waivers are for the findings of all tokens together.
 *
 * @example tokenJudge(rules, DEFAULT_CONFIG, Date.now())([token], []).map(({ tell }) => tell().message)
 */
export function tokenJudge(rules: RuleRegistry, config: Config, now: number): TokenJudge {
  const settings: Settings = { profile: config.profile, versioning: config.versioning.policy, now };
  const active = activeRules(rules, config);
  const ofMalformed = active.get('malformed-token') ?? [];
  const ofTokens = (active.get('token') ?? []).map((one) => ({
    active: one,
    hasOptions: Object.keys(one.options).length > 0,
  }));

  const judgeToken = (token: DecodedToken, found: Noted[]): void => {
    const plain: Context<'token'> = { token, settings, options: NO_OPTIONS };
    let stop: Stop<'token'> | undefined;
    for (const { active, hasOptions } of ofTokens) {
      const context = hasOptions ? { token, settings, options: active.options } : plain;
      const observations = active.rule.observe(context as Context<SubjectName>);
      if (observations.length === 0) continue;
      stop ??= tokenStop(token);
      for (const observation of observations) {
        const one = noted(active, stop, observation);
        if (one !== undefined) found.push(one);
      }
    }
  };
  return (tokens, malformed) => {
    const found: Noted[] = [];
    for (const token of tokens) judgeToken(token, found);
    for (const one of malformed) found.push(...notes(ofMalformed, malformedStop(one), settings));
    return found.length === 0 ? NONE : sightingsOf(found);
  };
}
