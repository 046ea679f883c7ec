import type { Edit } from './definitions.ts';

/** One edit of the issuer, and every change that it must be told as. */
export interface IssuerEdit {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly changes: readonly string[];
}

export const ONLY_ISSUER: Edit = ['releases: [branch]', 'releases: []'];

/** Every kind of edit, as a line of the issuer that is another. */
export const ISSUER_EDITS: readonly IssuerEdit[] = [
  {
    name: 'a claim is not released any more',
    edits: [ONLY_ISSUER],
    changes: ['claim-removed claim=branch breaks/breaks/safe'],
  },
  {
    name: 'a claim of a scope is not released any more',
    edits: [['[card_status, member_groups]', '[card_status]']],
    changes: ['claim-removed claim=member_groups scope=loans.read safe/safe/safe'],
  },
  {
    name: 'a claim is released by one more scope',
    edits: [['access_token: [desk]', 'access_token: [desk, shelf]']],
    changes: ['claim-added claim=shelf scope=loans.write safe/breaks/safe'],
  },
  {
    name: 'a claim becomes optional',
    edits: [['releases: [branch]', 'releases: ["branch?"]']],
    changes: ['presence-loosened claim=branch always -> sometimes breaks/breaks/safe'],
  },
  {
    name: 'a claim becomes certain',
    edits: [['id_token: [shelf]', 'id_token: ["shelf!"]']],
    changes: ['presence-tightened claim=shelf scope=openid sometimes -> always safe/safe/breaks'],
  },
  {
    name: 'a claim has more values',
    edits: [['enum: [active, blocked]', 'enum: [active, blocked, lost]']],
    changes: [
      'claim-widened claim=card_status {"enum":["active","blocked"]} -> {"enum":["active","blocked","lost"]} breaks/breaks/safe',
    ],
  },
  {
    name: 'a claim has fewer values',
    edits: [['maxLength: 20', 'maxLength: 10']],
    changes: [
      'claim-narrowed claim=branch {"type":"string","maxLength":20} -> {"type":"string","maxLength":10} safe/safe/breaks',
    ],
  },
  {
    name: 'a claim has another type',
    edits: [
      ['schema: { type: string }, source: account.desk', 'schema: { type: integer }, source: account.desk'],
    ],
    changes: ['claim-changed claim=desk {"type":"string"} -> {"type":"integer"} breaks/breaks/breaks'],
  },
  {
    name: 'an open list of values grows without alarm',
    edits: [['values: closed, source: card.status', 'values: open, source: card.status']],
    changes: ['values-opened claim=card_status closed -> open safe/safe/safe'],
  },
  {
    name: 'a claim has another name',
    edits: [
      ['  desk: { about', '  counter: { about'],
      ['access_token: [desk]', 'access_token: [counter]'],
    ],
    changes: ['claim-renamed claim=desk desk -> counter breaks/breaks/breaks'],
  },
  {
    name: 'a claim moves to another token type',
    edits: [['access_token: [desk]', 'id_token: [desk]']],
    changes: [
      'claim-moved claim=desk scope=loans.write ["access_token"] -> ["id_token"] breaks/breaks/breaks',
    ],
  },
  {
    name: 'a claim moves to another token type, with more values',
    edits: [
      ['access_token: [card_status, member_groups]', 'access_token: [member_groups]'],
      ['id_token: [shelf]', 'id_token: [shelf, card_status]'],
      ['enum: [active, blocked]', 'enum: [active, blocked, lost]'],
    ],
    changes: [
      'claim-widened claim=card_status {"enum":["active","blocked"]} -> {"enum":["active","blocked","lost"]} breaks/breaks/safe',
      'claim-moved claim=card_status scope=loans.read ["access_token"] -> ["id_token"] breaks/breaks/breaks',
    ],
  },
  {
    name: 'a claim moves to another token type, with fewer values from elsewhere, which may grow',
    edits: [
      ['access_token: [card_status, member_groups]', 'access_token: [member_groups]'],
      ['id_token: [shelf]', 'id_token: [shelf, card_status]'],
      [
        'enum: [active, blocked] }, values: closed, source: card',
        'enum: [active] }, values: open, source: desk',
      ],
    ],
    changes: [
      'claim-narrowed claim=card_status {"enum":["active","blocked"]} -> {"enum":["active"]} safe/safe/safe',
      'values-opened claim=card_status closed -> open safe/safe/safe',
      'source-changed claim=card_status card.status -> desk.status safe/safe/safe',
      'claim-moved claim=card_status scope=loans.read ["access_token"] -> ["id_token"] breaks/breaks/breaks',
    ],
  },
  {
    name: 'a claim moves to another token type, where it may be missing',
    edits: [
      ['access_token: [desk]', 'access_token: []'],
      ['id_token: [shelf]', 'id_token: [shelf, "desk?"]'],
    ],
    changes: [
      'claim-moved claim=desk scope=loans.write ["access_token"] -> ["id_token"] breaks/breaks/safe',
      'presence-loosened claim=desk always -> sometimes breaks/breaks/safe',
    ],
  },
  {
    name: 'a claim comes with another scope',
    edits: [
      ['[card_status, member_groups]', '[card_status]'],
      ['access_token: [desk]', 'access_token: [desk, member_groups]'],
    ],
    changes: ['claim-rescoped claim=member_groups ["loans.read"] -> ["loans.write"] safe/safe/safe'],
  },
  {
    name: 'a claim comes from another source',
    edits: [['source: account.desk', 'source: crm.desk']],
    changes: ['source-changed claim=desk account.desk -> crm.desk safe/safe/safe'],
  },
  {
    name: 'an identifier can change',
    edits: [['mutable: false', 'mutable: true']],
    changes: ['identifier-made-mutable claim=branch false -> true safe/safe/safe'],
  },
  {
    name: 'the end of a claim is announced',
    edits: [
      ['source: account.desk', 'source: account.desk, deprecated: { since: 1.0.0, sunset: 2027-01-01 }'],
    ],
    changes: [
      'claim-deprecated claim=desk - -> {"since":"1.0.0","sunset":"2027-01-01","replacedBy":null} safe/safe/safe',
    ],
  },
  {
    name: 'a scope is gone, with all that it releases',
    edits: [
      [
        '  loans.write: { description: Borrow, resources: [loans], releases: { access_token: [desk] } }\n',
        '',
      ],
      ['[email, loans.read, loans.write]', '[email, loans.read]'],
    ],
    changes: ['scope-removed scope=loans.write breaks/breaks/safe'],
  },
  {
    name: 'a scope is new',
    edits: [
      [
        'scopes:\n  openid',
        'scopes:\n  loans.list: { resources: [loans], releases: { access_token: [desk] } }\n  openid',
      ],
      ['[email, loans.read, loans.write]', '[email, loans.read, loans.write, loans.list]'],
    ],
    changes: ['scope-added scope=loans.list safe/safe/safe'],
  },
  {
    name: 'a scope has another name',
    edits: [
      ['  loans.write: {', '  loans.borrow: {'],
      ['[email, loans.read, loans.write]', '[email, loans.read, loans.borrow]'],
    ],
    changes: ['scope-renamed scope=loans.write loans.write -> loans.borrow breaks/breaks/safe'],
  },
  {
    name: 'a scope is taken from a client',
    edits: [['[email, loans.read, loans.write]', '[email, loans.read]']],
    changes: ['scope-revoked scope=loans.write breaks/breaks/safe'],
  },
  {
    name: 'a scope is given to a client',
    edits: [['scopes: [loans.read] }', 'scopes: [loans.read, loans.write] }']],
    changes: ['scope-granted scope=loans.write safe/safe/safe'],
  },
  {
    name: 'a scope must be asked for',
    edits: [
      [
        'kiosk: { party: first, grants: [authorization_code], defaultScopes: [openid], scopes: [loans.read] }',
        'kiosk: { party: first, grants: [authorization_code], scopes: [openid, loans.read] }',
      ],
    ],
    changes: ['scope-made-optional scope=openid safe/safe/safe'],
  },
  {
    name: 'a scope is always granted',
    edits: [
      [
        'defaultScopes: [openid], scopes: [email, loans.read, loans.write]',
        'defaultScopes: [openid, email], scopes: [loans.read, loans.write]',
      ],
    ],
    changes: ['scope-made-default scope=email safe/safe/safe'],
  },
  {
    name: 'a client is gone',
    edits: [
      [
        '  kiosk: { party: first, grants: [authorization_code], defaultScopes: [openid], scopes: [loans.read] }\n',
        '',
      ],
    ],
    changes: ['client-removed client=kiosk breaks/breaks/safe'],
  },
  {
    name: 'a client is new',
    edits: [
      [
        '  kiosk: {',
        '  tablet: { party: third, grants: [authorization_code], scopes: [loans.read] }\n  kiosk: {',
      ],
    ],
    changes: ['client-added client=tablet safe/safe/safe'],
  },
  {
    name: 'a client is run by somebody else',
    edits: [['kiosk: { party: first', 'kiosk: { party: third']],
    changes: ['client-party-changed client=kiosk first -> third safe/safe/safe'],
  },
  {
    name: 'a client gets pairwise identifiers',
    edits: [['scopes: [loans.read] }', 'scopes: [loans.read], subject: pairwise }']],
    changes: ['subject-type-changed client=kiosk public -> pairwise breaks/breaks/safe'],
  },
  {
    name: 'a client has one more grant type',
    edits: [
      [
        'kiosk: { party: first, grants: [authorization_code]',
        'kiosk: { party: first, grants: [authorization_code, refresh_token]',
      ],
    ],
    changes: ['grant-type-added client=kiosk - -> refresh_token safe/safe/safe'],
  },
  {
    name: 'a resource has another audience',
    edits: [['"https://loans.lending.example"', '"https://api.lending.example/loans"']],
    changes: [
      'resource-audience-changed resource=loans https://loans.lending.example -> https://api.lending.example/loans breaks/breaks/breaks',
    ],
  },
  {
    name: 'a resource asks for a proof of possession',
    edits: [
      [
        '"https://loans.lending.example", party: first',
        '"https://loans.lending.example", party: first, senderConstrained: dpop',
      ],
    ],
    changes: ['sender-constraint-added resource=loans - -> dpop breaks/breaks/breaks'],
  },
  {
    name: 'a resource is run by somebody else',
    edits: [
      ['"https://loans.lending.example", party: first', '"https://loans.lending.example", party: third'],
    ],
    changes: ['resource-party-changed resource=loans first -> third safe/safe/safe'],
  },
  {
    name: 'a scope opens one more resource',
    edits: [
      [
        'resources: [loans], releases: { access_token: [desk] }',
        'resources: [loans, fines], releases: { access_token: [desk] }',
      ],
    ],
    changes: ['resource-opened scope=loans.write - -> fines safe/safe/safe'],
  },
  {
    name: 'the tokens of clients are for somebody else',
    edits: [['id_token: { format: jwt,', 'id_token: { audience: { from: fixed, values: [x] }, format: jwt,']],
    changes: ['audience-changed tokenType=id_token the client itself -> ["x"] breaks/breaks/breaks'],
  },
  {
    name: 'tokens live longer',
    edits: [['lifetime: 5m\n', 'lifetime: 10m\n']],
    changes: ['lifetime-lengthened tokenType=access_token 300 -> 600 safe/safe/safe'],
  },
  {
    name: 'tokens may be larger',
    edits: [['maxBytes: 4096', 'maxBytes: 8192']],
    changes: ['size-raised tokenType=access_token 4096 -> 8192 breaks/breaks/safe'],
  },
  {
    name: 'tokens are signed in one more way',
    edits: [['algorithms: [RS256]', 'algorithms: [RS256, ES256]']],
    changes: ['algorithm-added tokenType=access_token - -> ES256 breaks/breaks/safe'],
  },
  {
    name: 'tokens are signed in another way',
    edits: [['algorithms: [RS256]', 'algorithms: [ES256]']],
    changes: ['algorithm-changed tokenType=access_token ["RS256"] -> ["ES256"] breaks/breaks/safe'],
  },
  {
    name: 'tokens are signed in any way',
    edits: [['    algorithms: [RS256]\n', '']],
    changes: ['algorithms-opened tokenType=access_token ["RS256"] -> undeclared breaks/breaks/safe'],
  },
  {
    name: 'tokens have another typ',
    edits: [['lifetime: 5m\n', 'lifetime: 5m\n    typ: JWT\n']],
    changes: ['token-typ-changed tokenType=access_token at+jwt -> JWT breaks/breaks/safe'],
  },
  {
    name: 'tokens follow no profile any more',
    edits: [['    profile: rfc9068\n', '']],
    changes: ['token-profile-changed tokenType=access_token rfc9068 -> none breaks/breaks/safe'],
  },
  {
    name: 'tokens come from another issuer',
    edits: [['https://id.lending.example', 'https://login.lending.example']],
    changes: [
      'issuer-changed https://id.lending.example -> https://login.lending.example breaks/breaks/breaks',
    ],
  },
  {
    name: 'one audience becomes an array',
    edits: [['shape: string', 'shape: array']],
    changes: [
      'audience-shape-changed tokenType=access_token a string of one -> an array of one breaks/breaks/breaks',
    ],
  },
  {
    name: 'tokens stand for another one whose audience changes',
    edits: [
      [
        '  id_token: {',
        '  reference_token: { format: opaque, of: access_token, for: { clients: [app] } }\n  id_token: {',
      ],
      ['shape: string', 'shape: array'],
    ],
    changes: [
      'audience-shape-changed tokenType=access_token a string of one -> an array of one breaks/breaks/breaks',
      'token-format-changed tokenType=reference_token jwt -> opaque breaks/breaks/safe',
    ],
  },
  {
    name: 'requests choose the audience',
    edits: [['from: scope', 'from: parameter']],
    changes: [
      'audience-shape-changed tokenType=access_token a string of one -> a string of one, as the request says breaks/breaks/safe',
    ],
  },
  {
    name: 'claims are frozen at authorization',
    edits: [['version: 1.0.0', 'version: 1.0.0\nclaimsFrom: authorization']],
    changes: ['claims-from-changed issuance -> authorization safe/safe/safe'],
  },
  {
    name: 'an exchange is gone',
    edits: [
      [
        'exchanges:\n  - { client: loans-service, from: loans, to: fines, scopes: [fines.read], mode: delegation }\n',
        '',
      ],
    ],
    changes: ['exchange-removed client=loans-service resource=fines breaks/breaks/safe'],
  },
  {
    name: 'an exchange hides who acts',
    edits: [['mode: delegation', 'mode: impersonation']],
    changes: [
      'exchange-mode-changed client=loans-service resource=fines delegation -> impersonation breaks/breaks/safe',
    ],
  },
  {
    name: 'an exchange gets fewer scopes',
    edits: [['scopes: [fines.read], mode', 'scopes: [], mode']],
    changes: ['exchange-narrowed client=loans-service resource=fines ["fines.read"] -> - breaks/breaks/safe'],
  },
  {
    name: 'some clients get a variant',
    edits: [
      [
        '  id_token: {',
        '  small_token: { kind: access_token, format: jwt, profile: rfc9068, lifetime: 5m, maxBytes: 4096, algorithms: [RS256], for: { clients: [kiosk] }, only: [card_status] }\n  id_token: {',
      ],
    ],
    changes: ['token-variant-changed tokenType=small_token access_token -> small_token breaks/breaks/safe'],
  },
];
