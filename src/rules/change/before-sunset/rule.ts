import { changedValues, defineRule, quoted } from '../../../check/define-rule.ts';
import { CHANGES } from '../../../model/index.ts';

export default defineRule({
  id: 'change/before-sunset',
  inspects: 'change',
  of: 'early',
  severity: 'error',
  axis: 'compatibility',
  summary: 'Something ends before the day that was announced.',
  source: 'RFC 8594 section 3 (Sunset)',
  *check({ change }) {
    const { kind, coordinates, at, sunset = '' } = change;
    const { claim, scope, client, resource, tokenType } = coordinates;
    const values = CHANGES[kind].aspect === 'schema' ? changedValues(change).gone : [];
    yield { at, args: { name: claim ?? scope ?? client ?? resource ?? tokenType ?? '', values, sunset } };
  },
  message: ({ name, values, sunset }) =>
    `readers were promised ${values.length === 0 ? '' : `${quoted(values)} in `}"${name}" until ${sunset}, and it ends now`,
  help: ({ sunset }) => `Keep it until ${sunset}.`,
});
