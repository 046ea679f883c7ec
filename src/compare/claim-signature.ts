import type { Part } from '../contract/index.ts';
import type { ClaimRelease, EffectiveClaim } from '../model/index.ts';
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
  const { claim, presence, scope, schema, by } = release;
  const schemaText = canonical(schema);
  const text = JSON.stringify([
    presence,
    scope ?? null,
    by.kind === 'profile',
    claim?.growth ?? 'open',
    claim?.source ?? null,
    claim?.mutable ?? null,
    claim?.use ?? null,
    claim?.unresolved ?? null,
    schemaText,
  ]);
  ofReleases.set(release, text);
  return text;
}
