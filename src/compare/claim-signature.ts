import type { Part } from '../contract/index.ts';
import type { Claim, ClaimRelease, EffectiveClaim } from '../model/index.ts';
import { canonical } from './canonical.ts';

const signatures = new WeakMap<EffectiveClaim, string>();

/** Everything of a claim that can matter to a reader, as text. Ids, places and order are left out. */
export function signature(claim: EffectiveClaim): string {
  const known = signatures.get(claim);
  if (known !== undefined) return known;
  const text = `${claim.key} ${[...new Set(claim.releases.map(releaseSignature))].sort().join(' ')}`;
  signatures.set(claim, text);
  return text;
}

const ofParts = new WeakMap<Part, string>();

/** The same of claims that come together. */
export function partSignature(part: Part): string {
  const known = ofParts.get(part);
  if (known !== undefined) return known;
  const text = part.claims.map(signature).sort().join('\n');
  ofParts.set(part, text);
  return text;
}

const ofReleases = new WeakMap<ClaimRelease, string>();

function releaseSignature(release: ClaimRelease): string {
  const known = ofReleases.get(release);
  if (known !== undefined) return known;
  const { claim, presence, scope = null, schema, by } = release;
  const text = `${presence} ${JSON.stringify(scope)} ${by.kind === 'profile'} ${entrySignature(claim)} ${canonical(schema)}`;
  ofReleases.set(release, text);
  return text;
}

const ofEntries = new WeakMap<object, string>();
const UNDECLARED = { growth: 'open' } as const;

/** What an entry says beside its schema; thousands of releases may be of one. */
function entrySignature(entry: Partial<Claim> = UNDECLARED): string {
  const { growth, source = null, mutable = null, use = null, unresolved = null } = entry;
  const text = ofEntries.get(entry) ?? JSON.stringify([growth, source, mutable, use, unresolved]);
  ofEntries.set(entry, text);
  return text;
}
