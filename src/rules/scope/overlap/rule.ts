import { defineRule } from '../../../check/define-rule.ts';
import type { Scope } from '../../../model/index.ts';

/** What a scope without resources does, in one string; equal strings are equal scopes. */
function effectOf({ releases }: Scope): string {
  const sorted = [...releases].map(([tokenType, list]) => [tokenType, list.map(({ claim }) => claim).sort()]);
  return JSON.stringify(sorted.sort());
}

export default defineRule({
  id: 'scope/overlap',
  inspects: 'mapper',
  severity: 'info',
  axis: 'design',
  summary: 'Two scopes release the same claims.',
  source: 'Konubinix, What Should I Put Into Those Scopes and Access Tokens Claims (advice)',
  profiles: { relaxed: 'off' },
  *check({ mapper }) {
    const first = new Map<string, Scope>();
    for (const scope of mapper.scopes.values()) {
      if (scope.resources.length > 0 || scope.releases.size === 0 || scope.deprecated) continue;
      const effect = effectOf(scope);
      const twin = first.get(effect);
      if (twin === undefined) first.set(effect, scope);
      else
        yield {
          at: scope.at,
          args: { scope: scope.name, twin: twin.name },
          coordinates: { scope: scope.name },
        };
    }
  },
  message: ({ scope, twin }) =>
    `"${scope}" and "${twin}" release the same claims, so people agree to one thing twice`,
  help: 'Keep one of them, and announce the end of the other with `deprecated`.',
});
