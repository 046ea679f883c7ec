import { describe, expect, it } from 'vitest';
import { load } from './reading.ts';

const problemsOf = async (sections: string): Promise<string[]> =>
  (await load(sections)).problems.map((problem) => problem.replace(/^mapper\.yaml:/, ''));

describe('a mistake in the format', () => {
  it.each([
    // unknown keys
    ['claim: {}', '4:1 invalid: unknown key "claim" (did you mean "claims"?)'],
    ['claims: { a: { shcema: true } }', '4:16 invalid: unknown key "shcema" (did you mean "schema"?)'],
    [
      'claims: { a: { privacy: { level: public, hint: x } } }',
      '4:42 invalid: unknown key "hint" (there is category, level, reason)',
    ],
    [
      'resources: { a: { audience: x, __proto__: 1 } }',
      '4:32 invalid: unknown key "__proto__" (there is audience, deprecated, description, owner, party, releases, senderConstrained)',
    ],
    // wrong types
    ['scopes: [email]', '4:1 invalid: expected an object, found a list'],
    ['scopes:', '4:1 invalid: expected an object, found nothing'],
    [
      'clients: { web: { grants: authorization_code } }',
      '4:19 invalid: expected a list, found the string "authorization_code" (for example ["authorization_code","refresh_token"])',
    ],
    ['owner: 5', '4:1 invalid: expected a string, found number 5 (write it in quotes: "5")'],
    ['claims: { a: { mutable: "yes" } }', '4:16 invalid: expected true or false, found the string "yes"'],
    [
      'tokens: { access_token: { maxBytes: 1.5 } }',
      '4:27 invalid: expected a whole number, found number 1.5 (for example 4096)',
    ],
    ['tokens: { access_token: { maxBytes: 0 } }', '4:27 invalid: expected at least 1 (for example 4096)'],
    // words and forms
    [
      'claims: { a: { about: users } }',
      '4:16 invalid: expected "user", "client", "session" or "token", found the string "users" (did you mean "user"?)',
    ],
    [
      'claims: { a: { values: opne } }',
      '4:16 invalid: expected "open" or "closed", found the string "opne" (did you mean "open"?)',
    ],
    [
      'claims: { a: { values: { x: { until: 1 } } } }',
      '4:31 invalid: unknown key "until" (there is replacedBy, sunset)',
    ],
    [
      'clients: { web: { grants: [authorisation_code] } }',
      '4:28 invalid: expected "authorization_code", "ciba", "client_credentials", "device_code", "implicit", "jwt_bearer", "password", "refresh_token", "saml2_bearer" or "token_exchange", found the string "authorisation_code" (did you mean "authorization_code"?)',
    ],
    ['version: 2.0', '4:1 invalid: expected a semantic version, found number 2 (for example "2.1.0")'],
    [
      'version: "2.0"',
      '4:1 invalid: expected a semantic version, found the string "2.0" (for example "2.1.0")',
    ],
    [
      'tokens: { id_token: { lifetime: 5 min } }',
      '4:23 invalid: expected a duration in seconds, minutes, hours or days, found the string "5 min" (for example "5m")',
    ],
    [
      'tokens: { id_token: { lifetime: 300 } }',
      '4:23 invalid: expected a duration in seconds, minutes, hours or days, found number 300 (for example "5m")',
    ],
    [
      'claims: { a: { deprecated: { sunset: 2027-13-01 } } }',
      '4:30 invalid: expected a date, found the string "2027-13-01" (for example "2027-03-01")',
    ],
    [
      'claims: { a: { deprecated: { sunset: 2026-02-31 } } }',
      '4:30 invalid: there is no day 2026-02-31 (that month ends on 2026-02-28)',
    ],
    [
      'claims: { a: { schema: { enum: [x, y] }, values: { x: { sunset: 2027-02-29 } } } }',
      '4:57 invalid: there is no day 2027-02-29 (that month ends on 2027-02-28)',
    ],
    // names
    [
      'claims: { "a?": {} }',
      '4:11 invalid: "a?" is not a claim\'s id, without ? or ! at its end (for example "tenant_id")',
    ],
    [
      'scopes: { "a b": {} }',
      '4:11 invalid: "a b" is not a scope name: printable ASCII without spaces, quotes and backslashes (RFC 6749 section 3.3) (for example "orders.read")',
    ],
    // what is missing, empty or there twice
    [
      'resources: { orders: {} }',
      '4:14 invalid: "audience" is missing (for example audience: https://orders.shop.example)',
    ],
    [
      'tokens: { access_token: { audience: { from: fixed } } }',
      '4:27 invalid: "values" is missing (for example values: ["https://api.shop.example"])',
    ],
    [
      'clients: { web: { grants: [] } }',
      '4:19 invalid: expected at least 1 item, found none (for example ["authorization_code","refresh_token"])',
    ],
    ['owner: ""', '4:1 invalid: expected some text, found the string "" (for example "team-identity")'],
    ['clients: { web: { grants: [ciba, ciba] } }', '4:34 invalid: "ciba" is listed twice (keep one of them)'],
    [
      'tokens: { app: { format: jwt } }',
      '4:11 invalid: token type "app" has a name of its own and no kind (add the kind that it is of, for example kind: access_token)',
    ],
    [
      'tokens: { acces_token: {} }',
      '4:11 invalid: token type "acces_token" has a name of its own and no kind (did you mean "access_token"?)',
    ],
    // JSON Schema in the file
    [
      'claims: { a: { schema: { type: strin } } }',
      '4:26 invalid: expected "array", "boolean", "integer", "null", "number", "object" or "string", found the string "strin" (did you mean "string"?)',
    ],
    ['claims: { a: { schema: { type: 5 } } }', '4:26 invalid: expected a string or a list, found number 5'],
    [
      'claims: { a: { schema: { items: { required: sub } } } }',
      '4:35 invalid: expected a list, found the string "sub"',
    ],
    ['claims: { a: { schema: string } }', '4:16 invalid: expected a JSON Schema, found the string "string"'],
  ])('is told with what was expected: %s', async (sections, message) => {
    expect(await problemsOf(sections)).toEqual([message]);
  });

  it('leaves no definition', async () => {
    expect((await load('claim: {}')).value).toBe(undefined);
  });

  it('comes with all others at once, in source order', async () => {
    const sections =
      'scopes: { email: { releases: { userinfo: [emial] }, resurces: [] } }\ntokens: { userinfo: { format: xml } }\nowner: 5\n';
    expect(await problemsOf(sections)).toEqual([
      '4:43 undefined-reference: claim "emial" is not defined (did you mean "email"?)',
      '4:53 invalid: unknown key "resurces" (did you mean "resources"?)',
      '5:23 invalid: expected "jwt", "opaque" or "json", found the string "xml"',
      '6:1 invalid: expected a string, found number 5 (write it in quotes: "5")',
    ]);
  });

  it('does not make what refers to an unreadable section wrong', async () => {
    expect(await problemsOf('scopes: []\nclients: { web: { grants: [ciba], scopes: [email] } }')).toEqual([
      '4:1 invalid: expected an object, found a list',
    ]);
  });
});
