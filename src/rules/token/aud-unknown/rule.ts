import { defineRule, isObject, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/aud-unknown',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A token is for an audience that its contract does not know.',
  source: 'RFC 8725 section 3.9; RFC 7519 section 4.1.3',
  oncePerGrant: true,
  check({ token }) {
    const { at, contract, payload } = token;
    const aud = member(payload, 'aud');
    const known = contract?.audience.values ?? [];
    if (known.length === 0 || aud === undefined || isObject(aud)) return undefined;
    const found = [];
    for (const value of Array.isArray(aud) ? aud : [aud]) {
      if (typeof value !== 'string' || known.includes(value)) continue;
      found.push({ at, args: { value }, coordinates: { claim: 'aud' }, detail: value });
    }
    return found;
  },
  message: ({ value }) => `this token goes where nobody looked: its contract knows no audience "${value}"`,
  help: 'Define the resource, or mend the audience.',
});
