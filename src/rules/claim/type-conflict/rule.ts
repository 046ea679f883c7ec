import { declaredTypes, defineRule } from '../../../check/define-rule.ts';
import type { Claim } from '../../../model/index.ts';
import { pathKey, placeOf, showPath } from '../../../model/index.ts';

export default defineRule({
  id: 'claim/type-conflict',
  inspects: 'mapper',
  severity: 'warning',
  axis: 'design',
  summary: 'One member has different JSON types in different tokens.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens (advice)',
  profiles: { relaxed: 'info' },
  *check({ mapper }) {
    const first = new Map<string, { claim: Claim; types: ReadonlySet<string> }>();
    for (const claim of mapper.claims.values()) {
      const types = declaredTypes(claim.schema);
      const key = pathKey(claim.path);
      const twin = first.get(key);
      if (types === undefined || claim.deprecated) continue;
      if (twin === undefined) first.set(key, { claim, types });
      else if (![...types].some((type) => twin.types.has(type))) {
        const args = {
          name: showPath(claim.path),
          one: [...twin.types].join(' or '),
          other: [...types].join(' or '),
        };
        yield { at: placeOf(claim, 'schema'), args, coordinates: { claim: claim.id } };
      }
    }
  },
  message: ({ name, one, other }) =>
    `one class can't read all tokens: "${name}" is ${one} in some and ${other} in others`,
  help: 'Use one type everywhere, or another name for the other value.',
});
