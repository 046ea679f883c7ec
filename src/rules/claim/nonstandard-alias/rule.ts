import { defineRule, rootName } from '../../../check/define-rule.ts';

const REGISTERED: ReadonlyMap<string, string> = new Map([
  ['mail', 'email'],
  ['e_mail', 'email'],
  ['email_address', 'email'],
  ['scp', 'scope'],
  ['appid', 'client_id'],
  ['cid', 'client_id'],
  ['uid', 'sub'],
  ['first_name', 'given_name'],
  ['firstname', 'given_name'],
  ['last_name', 'family_name'],
  ['lastname', 'family_name'],
  ['surname', 'family_name'],
  ['mobile', 'phone_number'],
  ['date_of_birth', 'birthdate'],
  ['dob', 'birthdate'],
  ['language', 'locale'],
]);

export default defineRule({
  id: 'claim/nonstandard-alias',
  inspects: 'claim',
  severity: 'info',
  axis: 'standard',
  summary: 'A claim has a private name although there is a registered one.',
  source: 'RFC 9068 section 2.2.2; OpenID Connect Core 1.0 section 5.1',
  ownFormatOnly: true,
  profiles: { relaxed: 'off' },
  *check({ claim }) {
    const name = rootName(claim);
    const registered = name === undefined ? undefined : REGISTERED.get(name.toLowerCase());
    if (name === undefined || registered === undefined || claim.deprecated) return;
    yield { at: claim.at, args: { name, registered } };
  },
  message: ({ name, registered }) => `each reader has to be taught that "${name}" is "${registered}"`,
  help: ({ registered }) => `Release "${registered}" as well, and announce the end of the private name.`,
});
