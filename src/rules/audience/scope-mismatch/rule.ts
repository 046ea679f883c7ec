import { clientsWith, defineRule, isReadable, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'audience/scope-mismatch',
  inspects: 'scope',
  severity: 'error',
  axis: 'authorization',
  summary: 'A scope opens a resource that the tokens that carry it are not for.',
  source: 'RFC 9068 sections 2.2.3 and 3',
  *check({ mapper, scope }) {
    if (scope.resources.length === 0 || clientsWith(mapper, scope.name).length === 0) return;
    const wanted = scope.resources.map((name) => mapper.resources.get(name)?.audience);
    const issued = [...mapper.tokenTypes.values()].filter((tokenType) =>
      isReadable(tokenType, 'access_token'),
    );
    const fixed = issued.map(({ audience }) => (audience?.from === 'fixed' ? audience.values : undefined));
    if (
      issued.length === 0 ||
      fixed.some((values) => values?.some((value) => wanted.includes(value)) ?? true)
    )
      return;
    const args = {
      scope: scope.name,
      resources: scope.resources,
      values: fixed.flatMap((values) => values ?? []),
    };
    yield { at: scope.at, args };
  },
  message: ({ scope, resources, values }) =>
    `${quoted(resources)} refuses the tokens that carry "${scope}": they are for ${quoted(values)}`,
  help: 'Take the audience from the scopes (`audience: { from: scope, … }`), or add the resource to its values.',
});
