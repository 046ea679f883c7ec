import { defineRule, isObject, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/sunset-moved',
  inspects: 'change',
  of: [
    'claim-deprecation-changed',
    'scope-deprecation-changed',
    'client-deprecation-changed',
    'resource-deprecation-changed',
    'token-type-deprecation-changed',
  ],
  severity: 'warning',
  axis: 'compatibility',
  summary: 'An announced end comes earlier than announced.',
  source: 'RFC 8594 section 3 (Sunset)',
  *check({ change }) {
    const [before, after] = [change.before, change.after].map((end) =>
      isObject(end) ? member(end, 'sunset') : undefined,
    );
    if (typeof before !== 'string' || typeof after !== 'string' || after >= before) return;
    const { claim, scope, client, resource, tokenType } = change.coordinates;
    yield {
      at: change.at,
      args: { name: claim ?? scope ?? client ?? resource ?? tokenType ?? '', before, after },
    };
  },
  message: ({ name, before, after }) => `teams that planned by ${before} lose "${name}" on ${after} already`,
  help: 'Keep the date that was announced; later is always possible.',
});
