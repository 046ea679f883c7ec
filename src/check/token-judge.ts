import type { Config, DecodedToken, Grant, JsonObject } from '../model/index.ts';
import type { Sighting, TokenJudge } from '../token/audit/index.ts';
import type { Context, RuleOptions, RuleRegistry, TokenPart } from './define-rule.ts';
import { type ActiveRule, activeRules, judged, merged, type Noted, noted, notes } from './judge.ts';
import type { Stop } from './stop.ts';
import type { Settings, SubjectName } from './subjects.ts';
import { malformedStop, tokenStop } from './walk.ts';

/** What rules without options get: one object, and one context for all of them. */
const NO_OPTIONS: RuleOptions = {};

/** What rules say of most tokens: one list each for all of them. */
const NONE: readonly Sighting[] = [];
const SILENCE: readonly Noted[] = [];

/** What was noted, to be counted, and to be told if somebody asks. */
function sightingOf(one: Noted): Sighting {
  const { active, observation, severity, fingerprint } = one;
  const { at, args, undecided = false } = observation;
  const { id: rule } = active.rule;
  return { rule, severity, undecided, fingerprint, at, args, tell: () => judged(one).finding };
}

/** Findings of one rule may be one; those of different rules never are, and need no words to be told apart. */
function sightingsOf(all: readonly Noted[]): readonly Sighting[] {
  const rules = new Set(all.map(({ active }) => active));
  if (rules.size === all.length) return all.map(sightingOf);
  return merged(all.map(judged)).map((finding) => ({ ...finding, tell: () => finding }));
}

/** One note of all tokens with one header under one grant, as it is of this one. */
const noteOn = (token: DecodedToken, one: Noted): Noted => ({
  ...one,
  stop: tokenStop(token),
  observation: { ...one.observation, at: token.at },
});

/** Headers and grants whose notes are kept: an issuer has a handful of them, a hostile log any number. */
const KEPT = 1_000;

/** What is kept of a note: not its token, which may be large. */
const withoutToken = (one: Noted): Noted => ({ ...one, stop: { coordinates: one.coordinates } });

/** Remembers what is noted of the tokens with one header under one grant: equal ones are one object each. */
function remembering(look: (token: DecodedToken) => readonly Noted[]) {
  let byHeader = new WeakMap<JsonObject, WeakMap<Grant, readonly Noted[]>>();
  let kept = 0;
  return (token: DecodedToken): readonly Noted[] => {
    const { header, grant, envelopes } = token;
    if (header === undefined || grant === undefined || envelopes !== undefined) return look(token);
    const known = byHeader.get(header)?.get(grant);
    if (known !== undefined) return known.length === 0 ? known : known.map((one) => noteOn(token, one));
    if (kept >= KEPT) {
      byHeader = new WeakMap();
      kept = 0;
    }
    const found = look(token);
    const byGrant = byHeader.get(header) ?? new WeakMap<Grant, readonly Noted[]>();
    byHeader.set(header, byGrant.set(grant, found.map(withoutToken)));
    kept += 1;
    return found;
  };
}

function has(token: DecodedToken, part: TokenPart): boolean {
  const those = token[part];
  return those !== undefined && those.length > 0;
}

/**
 * `runRules` for tokens in great numbers: what repeats is judged once, and what is only counted is never told. Waivers
 * are for the findings of all tokens together.
 *
 * @example tokenJudge(rules, DEFAULT_CONFIG, Date.now())([token], []).map(({ tell }) => tell().message)
 */
export function tokenJudge(rules: RuleRegistry, config: Config, now: number): TokenJudge {
  const settings: Settings = { profile: config.profile, versioning: config.versioning.policy, now };
  const active = activeRules(rules, config);
  const ofMalformed = active.get('malformed-token') ?? [];
  const ofTokens = active.get('token') ?? [];
  // An override may be for some files only.
  const isShared = ({ rule, overrides }: ActiveRule): boolean =>
    rule.oncePerGrant === true && overrides.length === 0;

  const lookBy = (chosen: readonly ActiveRule[]) => {
    const all = chosen.map((one) => ({ one, hasOptions: Object.keys(one.options).length > 0 }));
    return (token: DecodedToken): readonly Noted[] => {
      const plain: Context<'token'> = { token, settings, options: NO_OPTIONS };
      let found: Noted[] | undefined;
      let stop: Stop<'token'> | undefined;
      for (const { one, hasOptions } of all) {
        const context = hasOptions ? { token, settings, options: one.options } : plain;
        for (const observation of one.rule.observe(context as Context<SubjectName>)) {
          stop ??= tokenStop(token);
          const counted = noted(one, stop, observation);
          if (counted === undefined) continue;
          found ??= [];
          found.push(counted);
        }
      }
      return found ?? SILENCE;
    };
  };
  const lookOnce = remembering(lookBy(ofTokens.filter(isShared)));
  const others = ofTokens.filter((one) => !isShared(one));
  const look = lookBy(others.filter(({ rule }) => rule.about === undefined));
  const parts = [...new Set(others.flatMap(({ rule }) => rule.about ?? []))];
  const lookAt = parts.map(
    (part) => [part, lookBy(others.filter(({ rule }) => rule.about === part))] as const,
  );
  return (tokens, malformed) => {
    const found: Noted[] = [];
    for (const token of tokens) {
      for (const one of lookOnce(token)) found.push(one);
      for (const one of look(token)) found.push(one);
      for (const [part, lookAtIt] of lookAt) if (has(token, part)) found.push(...lookAtIt(token));
    }
    for (const one of malformed) found.push(...notes(ofMalformed, malformedStop(one), settings));
    return found.length === 0 ? NONE : sightingsOf(found);
  };
}
