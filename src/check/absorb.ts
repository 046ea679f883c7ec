import type { Finding, JsonValue } from '../model/index.ts';
import type { RuleRegistry } from './define-rule.ts';

/** The claims that a finding is about: its coordinate, or those that it lists. */
function claimsOf({ coordinates, args }: Finding): readonly JsonValue[] {
  if (coordinates.claim !== undefined) return [coordinates.claim];
  return Array.isArray(args.claims) ? args.claims : [];
}

/** What a finding would be left out for: findings that list claims are about one token type. */
function keyOf(rule: string, { coordinates, args }: Finding, claim: JsonValue): string {
  return JSON.stringify([
    rule,
    coordinates.mapper,
    claim,
    Array.isArray(args.claims) && coordinates.tokenType,
  ]);
}

/**
 * Leaves out what another finding of the same edit says better: one edit is one finding. A finding that names
 * consumers who are hit, or claims that the other one does not speak of, stays.
 */
export function withoutAbsorbed(findings: readonly Finding[], registry: RuleRegistry): readonly Finding[] {
  const told = new Set<string>();
  for (const { id, absorbs = [] } of registry.filter((rule) => rule.absorbs !== undefined)) {
    for (const { coordinates } of findings.filter(({ rule }) => rule === id)) {
      const { mapper, claim, tokenType } = coordinates;
      for (const rule of absorbs) {
        told
          .add(JSON.stringify([rule, mapper, claim, false]))
          .add(JSON.stringify([rule, mapper, claim, tokenType]));
      }
    }
  }
  if (told.size === 0) return findings;
  return findings.filter((finding) => {
    const claims = claimsOf(finding);
    const isTold =
      claims.length > 0 && claims.every((claim) => told.has(keyOf(finding.rule, finding, claim)));
    return !isTold || finding.consumers.length > 0;
  });
}
