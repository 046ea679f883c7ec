import { defineRule } from '../../../check/define-rule.ts';
import type { Claim } from '../../../model/index.ts';
import { showPath } from '../../../model/index.ts';

const KINDS: ReadonlySet<string> = new Set(['roles', 'groups', 'permissions']);

export default defineRule({
  id: 'claim/role-group-confusion',
  inspects: 'mapper',
  severity: 'warning',
  axis: 'authorization',
  summary: 'Roles, groups and permissions come from one source.',
  source: 'Konubinix, What Should I Put Into Those Scopes and Access Tokens Claims (advice)',
  ownFormatOnly: true,
  profiles: { relaxed: 'info' },
  *check({ mapper }) {
    const bySource = new Map<string, Claim>();
    for (const claim of mapper.claims.values()) {
      const name = claim.path.at(-1) ?? '';
      if (claim.source === undefined || !KINDS.has(name) || claim.deprecated) continue;
      const first = bySource.get(claim.source);
      if (first === undefined) bySource.set(claim.source, claim);
      else if (first.path.at(-1) !== name) {
        const args = { claim: showPath(claim.path), first: showPath(first.path), source: claim.source };
        yield { at: claim.at, args, coordinates: { claim: claim.id } };
      }
    }
  },
  message: ({ claim, first, source }) =>
    `a change in ${source} changes rights that nobody decided: it fills "${first}" and "${claim}"`,
  help: 'Take roles from where the application decides them, groups from the directory.',
});
