import type { Config, DecodedToken, Grant, JsonObject } from '../model/index.ts';
import type { Sighting, TokenJudge } from '../token/audit/index.ts';
import type { Context, RuleRegistry, TokenPart } from './define-rule.ts';
import { type ActiveRule, activeRules, judged, merged, type Noted, noted, notes } from './judge.ts';
import type { Stop } from './stop.ts';
import type { Settings, SubjectName } from './subjects.ts';
import { malformedStop, tokenStop } from './walk.ts';

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

  const look = (token: DecodedToken, chosen: readonly ActiveRule[]): readonly Noted[] => {
    const found: Noted[] = [];
    let stop: Stop<'token'> | undefined;
    for (const one of chosen) {
      const { rule, options } = one;
      if (rule.about !== undefined && !has(token, rule.about)) continue;
      const context: Context<'token'> = { token, settings, options };
      for (const observation of rule.observe(context as Context<SubjectName>)) {
        stop ??= tokenStop(token);
        const counted = noted(one, stop, observation);
        if (counted !== undefined) found.push(counted);
      }
    }
    return found;
  };
  const shared = ofTokens.filter(isShared);
  const others = ofTokens.filter((one) => !isShared(one));
  const lookOnce = remembering((token) => look(token, shared));
  return (tokens, malformed) => {
    const found = tokens.flatMap((token) => [...lookOnce(token), ...look(token, others)]);
    for (const one of malformed) found.push(...notes(ofMalformed, malformedStop(one), settings));
    return sightingsOf(found);
  };
}
