import { defineRule, isObject, listed, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/sunset-moved',
  inspects: 'change',
  of: [
    'claim-deprecation-changed',
    'value-deprecation-changed',
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
    const ends = [change.before, change.after].map((end) => (isObject(end) ? end : undefined));
    const [before, after] = ends.map((end) => member(end, 'sunset'));
    if (typeof before !== 'string' || typeof after !== 'string' || after >= before) return;
    const { claim, scope, client, resource, tokenType } = change.coordinates;
    const name = claim ?? scope ?? client ?? resource ?? tokenType ?? '';
    const value = member(ends[0], 'value');
    const what = value === undefined ? listed(name) : `${listed(value)} in ${listed(name)}`;
    yield { at: change.at, args: { what, before, after }, ...(value !== undefined && { detail: what }) };
  },
  message: ({ what, before, after }) => `teams that planned by ${before} lose ${what} on ${after} already`,
  help: 'Keep the date that was announced; later is always possible.',
});
