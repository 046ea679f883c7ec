import type { ClaimRelease, ClaimSubject, EffectiveClaim } from '../model/index.ts';
import { compareText } from './bind-client.ts';
import { kept } from './kept.ts';

const RELEASERS = ['profile', 'token-type', 'client', 'resource', 'scope', 'request', 'exchange'];

/** The subject that says most about a person comes first. */
const SUBJECTS: readonly ClaimSubject[] = ['user', 'session', 'client', 'token'];

/** A claim that comes in several ways. */
export function joined(ways: readonly EffectiveClaim[]): EffectiveClaim {
  const abouts = new Set(ways.map(({ about }) => about));
  const releases = new Map(ways.flatMap((way) => way.releases.map((release) => [orderOf(release), release])));
  return {
    path: ways[0]?.path ?? [],
    key: ways[0]?.key ?? '',
    about: SUBJECTS.find((about) => abouts.has(about)) ?? 'token',
    releases: [...releases].sort(([one], [other]) => compareText(one, other)).map(([, release]) => release),
  };
}

/** Equal for releases that are the same; sorted by it, the order of entries in a file does not show. */
const orderOf = kept(({ by, scope, claim, presence, schema }: ClaimRelease): string => {
  const rank = RELEASERS.indexOf(by.kind);
  const own = claim === undefined || claim.implied ? schema : null;
  return JSON.stringify([rank, by.name, scope ?? '', claim?.id ?? '', presence, own]);
});
