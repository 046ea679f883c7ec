import { defineRule } from '../../../check/define-rule.ts';
import type { Claim } from '../../../model/index.ts';
import { pathKey, showPath } from '../../../model/index.ts';

const folded = (claim: Claim): string => pathKey(claim.path).toLowerCase().replace(/[-_]/g, '');

export default defineRule({
  id: 'claim/case-collision',
  inspects: 'mapper',
  severity: 'warning',
  axis: 'design',
  summary: 'Two claims have names that differ only in case or separators.',
  source: 'RFC 7519 section 4; OpenID Connect Core 1.0 section 14',
  profiles: { relaxed: 'info' },
  *check({ mapper }) {
    const first = new Map<string, Claim>();
    for (const claim of mapper.claims.values()) {
      if (claim.deprecated) continue;
      const twin = first.get(folded(claim));
      if (twin === undefined) first.set(folded(claim), claim);
      else if (pathKey(twin.path) !== pathKey(claim.path)) {
        const args = { name: showPath(claim.path), twin: showPath(twin.path) };
        // A product's own aliases (Keycloak: client_id and clientId) are there for readers that know them.
        const isExport = mapper.origin.format !== 'tokenpact';
        const severity = isExport ? ('info' as const) : undefined;
        yield { at: claim.at, args, coordinates: { claim: claim.id }, ...(severity && { severity }) };
      }
    }
  },
  message: ({ name, twin }) => `readers that ignore case mix up "${twin}" and "${name}"`,
  help: 'Keep one of the names; a name that is on its way out is not counted once it is `deprecated`.',
});
