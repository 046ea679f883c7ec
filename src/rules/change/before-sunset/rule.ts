import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/before-sunset',
  inspects: 'change',
  of: 'early',
  severity: 'error',
  axis: 'compatibility',
  summary: 'Something ends before the day that was announced.',
  source: 'RFC 8594 section 3 (Sunset)',
  *check({ change }) {
    const { coordinates, at, sunset = '' } = change;
    const { claim, scope, client, resource, tokenType } = coordinates;
    yield { at, args: { name: claim ?? scope ?? client ?? resource ?? tokenType ?? '', sunset } };
  },
  message: ({ name, sunset }) => `readers were promised "${name}" until ${sunset}, and it ends now`,
  help: ({ sunset }) => `Keep it until ${sunset}.`,
});
