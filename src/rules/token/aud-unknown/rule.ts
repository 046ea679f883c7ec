import { defineRule, isObject, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/aud-unknown',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A token is for an audience that its contract does not know.',
  source: 'RFC 8725 section 3.9; RFC 7519 section 4.1.3',
  *check({ token }) {
    const { contract, payload } = token;
    const aud = member(payload, 'aud');
    if (contract === undefined || contract.audience.values.length === 0 || aud === undefined || isObject(aud))
      return;
    for (const value of Array.isArray(aud) ? aud : [aud]) {
      if (typeof value !== 'string' || contract.audience.values.includes(value)) continue;
      yield { at: token.at, args: { value }, coordinates: { claim: 'aud' }, detail: value };
    }
  },
  message: ({ value }) => `this token goes where nobody looked: its contract knows no audience "${value}"`,
  help: 'Define the resource, or mend the audience.',
});
