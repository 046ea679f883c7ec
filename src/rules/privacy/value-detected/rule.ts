import { defineRule } from '../../../check/define-rule.ts';
import { showPath } from '../../../model/index.ts';

export default defineRule({
  id: 'privacy/value-detected',
  inspects: 'token',
  severity: 'warning',
  axis: 'privacy',
  summary: 'A value is personal data, and its name does not say so.',
  source: 'GDPR article 5; Curity, Managing Scopes and Claims in OAuth Tokens',
  about: 'detected',
  check({ token }) {
    const { at, detected } = token;
    // A subject that is an address has a rule of its own.
    const others = detected?.filter(({ path }) => path.length > 1 || path[0] !== 'sub');
    return others?.map(({ path, category }) => {
      const claim = showPath(path);
      return { at, args: { claim, category }, coordinates: { claim }, detail: category };
    });
  },
  message: ({ claim, category }) =>
    claim === ''
      ? `nobody who reviews names expects data in them, and one tells about a person: ${category}`
      : `nobody who reviews "${claim}" sees what its value tells about a person: ${category}`,
  help: 'Take the value out, or declare what the claim is: `privacy: { level: personal }`.',
});
