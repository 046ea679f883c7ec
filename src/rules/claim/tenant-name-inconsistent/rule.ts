import { defineRule, rootName } from '../../../check/define-rule.ts';

const NAMES: ReadonlySet<string> = new Set(['tid', 'tenant', 'tenantid']);
const folded = (name: string): string => name.toLowerCase().replace(/[-_]/g, '');

export default defineRule({
  id: 'claim/tenant-name-inconsistent',
  inspects: 'mapper',
  severity: 'warning',
  axis: 'design',
  summary: 'The tenant has two names.',
  source: 'Konubinix, What Should I Put Into Those Scopes and Access Tokens Claims (advice)',
  profiles: { relaxed: 'info' },
  *check({ mapper }) {
    const named = [...mapper.claims.values()].flatMap((claim) => {
      const name = rootName(claim);
      return name !== undefined && NAMES.has(folded(name)) && !claim.deprecated ? [{ name, claim }] : [];
    });
    const [first, ...rest] = named;
    for (const { name, claim } of rest) {
      // Names that differ in case or separators only are what claim/case-collision is about.
      if (first === undefined || folded(name) === folded(first.name)) continue;
      yield { at: claim.at, args: { name, first: first.name }, coordinates: { claim: claim.id } };
    }
  },
  message: ({ name, first }) => `readers look for the tenant under two names: "${first}" and "${name}"`,
  help: 'Keep one name in all token types, and announce the end of the other with `deprecated`.',
});
