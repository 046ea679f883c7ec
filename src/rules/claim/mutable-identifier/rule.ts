import { defineRule } from '../../../check/define-rule.ts';
import { showPath } from '../../../model/index.ts';

const MUTABLE: ReadonlySet<string> = new Set([
  'email',
  'mail',
  'upn',
  'preferred_username',
  'username',
  'phone_number',
  'name',
  'unique_name',
]);

export default defineRule({
  id: 'claim/mutable-identifier',
  inspects: 'claim',
  severity: 'error',
  axis: 'security',
  summary: 'A claim that can change or be given to somebody else identifies the user.',
  source: 'OpenID Connect Core 1.0 section 5.7',
  *check({ claim }) {
    if (claim.use !== 'identifier' || claim.mutable === false) return;
    const name = claim.path.at(-1) ?? claim.id;
    if (claim.mutable === true || MUTABLE.has(name.toLowerCase())) {
      yield { at: claim.at, args: { claim: showPath(claim.path), source: claim.source ?? `"${name}"` } };
    }
  },
  message: ({ claim, source }) => `"${claim}" identifies the user but comes from ${source}, which can change`,
  help: 'Use an immutable, never reassigned value such as an account UUID.',
});
