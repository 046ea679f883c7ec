import { defineRule } from '../../../check/define-rule.ts';
import type { Exposure, PrivacyLevel } from '../../../model/index.ts';

const SPECIAL: ReadonlySet<PrivacyLevel> = new Set(['special-category', 'criminal-offence']);

export default defineRule({
  id: 'scope/sensitive-mixed',
  inspects: 'mapper',
  severity: 'warning',
  axis: 'privacy',
  summary: 'One consent covers ordinary and specially protected data.',
  source: 'GDPR articles 7 and 9',
  *check({ mapper, exposures }) {
    const byScope = new Map<string, Exposure[]>();
    for (const exposure of exposures) {
      const scope = /^scope "(.*)"$/.exec(exposure.releasedBy)?.[1];
      if (scope !== undefined) byScope.set(scope, [...(byScope.get(scope) ?? []), exposure]);
    }
    for (const [name, released] of byScope) {
      const special = released.find(({ level }) => SPECIAL.has(level));
      const ordinary = released.find(({ level }) => level === 'personal');
      const scope = mapper.scopes.get(name);
      if (special === undefined || ordinary === undefined || scope === undefined) continue;
      const args = { scope: name, special: special.claim, ordinary: ordinary.claim };
      yield { at: special.at, args, coordinates: { scope: name, claim: special.claim } };
    }
  },
  message: ({ scope, special, ordinary }) =>
    `nobody can share "${ordinary}" without "${special}": both come with "${scope}"`,
  help: 'Release specially protected data by a scope of its own.',
});
