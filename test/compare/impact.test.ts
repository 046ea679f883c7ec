import { describe, expect, it } from 'vitest';
import { impactNames, impactOf, impactSubjects } from '../../src/compare/index.ts';
import type { Consumer, Impact, Usage } from '../../src/model/index.ts';
import { consumer, definition, ISSUER } from './definitions.ts';

const LOANS_API = `
tokenpact: consumer/v1
name: loans-api
owner: team-loans
party: first
reads: access_token
as: { resource: loans }
expects:
  required: [branch]
  properties: { desk: { type: string } }
decisions:
  - name: not blocked
    allows: { not: { required: [card_status], properties: { card_status: { const: blocked } } } }
  - name: may edit
    scopes: [loans.write]
    allows: { required: [member_groups], properties: { member_groups: { contains: { const: librarian } } } }
`;

const APP = `
tokenpact: consumer/v1
name: app
party: first
reads: userinfo
as: { client: app }
`;

const SHELF_OF_OBJECTS = [
  'shelf: { about: user, schema: { type: string }',
  'shelf: { about: user, presence: always, schema: { type: object, properties: { row: { type: string }, room: { type: object, properties: { floor: { type: integer } } } }, required: [row] }',
] as const;

const NOW = Date.parse('2026-11-22T12:00:00Z');

async function impacts(
  what: string,
  consumers: readonly Consumer[],
  usage?: Usage,
): Promise<readonly string[]> {
  const mapper = await definition(ISSUER);
  return impactSubjects(mapper, what).flatMap((subject) =>
    lines(impactOf(mapper, subject, consumers, usage && { usage, now: NOW })),
  );
}

function lines({ reliances }: Impact): readonly string[] {
  return reliances.map(
    ({ reader, answer, reasons }) => `${answer} ${reader.kind} ${reader.name}: ${reasons.join('; ')}`,
  );
}

/** What an audit saw in the app's and the kiosk's tokens for the loans API. */
function seen(
  claims: Usage['groups'][number]['claims'],
  scopes: Usage['groups'][number]['scopes'] = { 'loans.read': { count: 500 } },
): Usage {
  const group = {
    mapper: 'library',
    tokenType: 'access_token',
    subject: 'user',
    resource: 'loans',
    scopes,
    claims,
  };
  const last = '2026-11-20T10:00:00Z';
  return {
    tokens: 1500,
    untold: 0,
    groups: [
      { ...group, client: 'app', count: 1000, last },
      { ...group, client: 'kiosk', count: 500, last },
    ],
  };
}

describe('what a name means', () => {
  it('is a claim by its name in tokens, or else by its entry', async () => {
    const mapper = await definition(ISSUER.replace('  desk: {', '  desk: { path: [place, desk],'));
    expect(impactSubjects(mapper, 'place.desk')).toEqual([{ kind: 'claim', claim: 'place.desk' }]);
    expect(impactSubjects(mapper, 'desk')).toEqual([{ kind: 'claim', claim: 'place.desk' }]);
  });

  it('is both where a claim and a scope share it', async () => {
    expect(impactSubjects(await definition(ISSUER), 'email')).toEqual([
      { kind: 'claim', claim: 'email' },
      { kind: 'scope', scope: 'email' },
    ]);
  });

  it('is a value, as it is listed or as JSON', async () => {
    const mapper = await definition(
      ISSUER.replace(
        'source: account.desk }',
        'source: account.desk }\n  "https://lending.example/v=1": { schema: { enum: [1, 2] } }',
      ).replace('[branch]', '[branch, "https://lending.example/v=1"]'),
    );
    expect(impactSubjects(mapper, 'card_status=blocked')).toEqual([
      { kind: 'value', claim: 'card_status', value: 'blocked' },
    ]);
    expect(impactSubjects(mapper, 'card_status="blocked"')).toEqual([
      { kind: 'value', claim: 'card_status', value: 'blocked' },
    ]);
    expect(impactSubjects(mapper, 'blocked')).toEqual([
      { kind: 'value', claim: 'card_status', value: 'blocked' },
    ]);
    expect(impactSubjects(mapper, 'https://lending.example/v=1=2')).toEqual([
      { kind: 'value', claim: 'https://lending.example/v=1', value: 2 },
    ]);
    expect(impactSubjects(mapper, 'desk=7')).toEqual([{ kind: 'value', claim: 'desk', value: 7 }]);
  });

  it('is no value that a closed list does not have', async () => {
    expect(impactSubjects(await definition(ISSUER), 'card_status=bloked')).toEqual([]);
    const open = await definition(
      ISSUER.replace('[active, blocked] }, values: closed', '[active, blocked] }, values: open'),
    );
    expect(impactSubjects(open, 'card_status=lost')).toEqual([
      { kind: 'value', claim: 'card_status', value: 'lost' },
    ]);
  });

  it('is a claim that a profile or a resource brings', async () => {
    const bound = ISSUER.replace('loans.lending.example", party: first', '$&, senderConstrained: dpop');
    const mapper = await definition(bound);
    for (const claim of ['scope', 'client_id', 'cnf', 'aud'])
      expect(impactSubjects(mapper, claim)).toEqual([{ kind: 'claim', claim }]);
    expect(impactSubjects(mapper, 'cnf.jkt')).toEqual([{ kind: 'claim', claim: 'cnf', member: ['jkt'] }]);
    expect(impactSubjects(await definition(ISSUER), 'cnf')).toEqual([]);
  });

  it('is a member of an object, at any depth, or all that is below a name', async () => {
    const mapper = await definition(ISSUER.replace(...SHELF_OF_OBJECTS));
    const member = (...path: readonly string[]) => [{ kind: 'claim', claim: 'shelf', member: path }];
    expect(impactSubjects(mapper, 'shelf.row')).toEqual(member('row'));
    expect(impactSubjects(mapper, 'shelf.room.floor')).toEqual(member('room', 'floor'));
    expect(impactSubjects(mapper, 'shelf.floor')).toEqual([]);
    expect(impactSubjects(mapper, 'shelf.__proto__')).toEqual([]);
    expect(impactNames(mapper)).toEqual(expect.arrayContaining(['shelf.room.floor', 'client_id']));
    const nested = await definition(
      ISSUER.replace('shelf: {', 'shelf: { path: [place, shelf],').replace(
        'desk: {',
        'desk: { path: [place, desk],',
      ),
    );
    expect(impactSubjects(nested, 'plac')).toEqual([]);
    expect(impactSubjects(nested, 'place=1')).toEqual([]);
    expect(impactSubjects(nested, '')).toEqual([]);
    expect(impactSubjects(nested, 'place')).toEqual([
      { kind: 'claim', claim: 'place.desk' },
      { kind: 'claim', claim: 'place.shelf' },
    ]);
  });

  it('is nothing where nobody has it', async () => {
    const mapper = await definition(ISSUER);
    expect(impactSubjects(mapper, 'nobody')).toEqual([]);
    expect(impactSubjects(mapper, 'nobody=1')).toEqual([]);
    expect(impactNames(mapper)).toContain('loans.read');
    expect(impactNames(mapper)).toContain('branch');
  });
});

describe('who relies on it', () => {
  it('names those that declared it, and those of whom nobody can tell', async () => {
    expect(await impacts('branch', [await consumer(LOANS_API)])).toEqual([
      'breaks consumer loans-api: it requires "branch"',
      'unknown resource fines: nobody declared what it needs',
    ]);
  });

  it('asks decisions as well', async () => {
    const api = await consumer(LOANS_API);
    expect(await impacts('card_status', [api])).toEqual([
      'breaks consumer loans-api: its decision "not blocked" would open to those it refuses',
    ]);
    expect(await impacts('card_status=blocked', [api])).toEqual([
      'breaks consumer loans-api: its decision "not blocked" may open to those it refuses',
    ]);
    expect(await impacts('card_status=active', [api])).toEqual([
      'breaks consumer loans-api: its decision "not blocked" would close to those it allows',
    ]);
  });

  it('tells a claim that is read where it is there from one that is needed', async () => {
    expect(await impacts('desk', [await consumer(LOANS_API)])).toEqual([
      'safe consumer loans-api: what it expects and decides holds without it',
    ]);
  });

  it('breaks who requires what was there sometimes only', async () => {
    const api = await consumer(LOANS_API.replace('[branch]', '[member_groups]'));
    const [first] = await impacts('member_groups', [api]);
    expect(first).toContain('breaks consumer loans-api: it requires "member_groups"');
  });

  it('does not know about who declared nothing', async () => {
    expect(await impacts('shelf', [await consumer(APP)])).toEqual([
      'unknown client app: nobody declared what it needs',
      'unknown client kiosk: nobody declared what it needs',
    ]);
    const [email] = await impacts('email', [await consumer(APP)]);
    expect(email).toBe('unknown consumer app: it declares nothing: ask whether it reads it');
  });

  it('compares names where a profile brings the claim, or the value is not listed', async () => {
    const api = await consumer(LOANS_API.replace('[branch]', '[sub]'));
    expect(await impacts('sub', [api])).toContain('breaks consumer loans-api: it requires "sub"');
    expect(await impacts('desk=7', [api])).toEqual([
      'unknown consumer loans-api: its expectation names "desk"',
    ]);
  });

  it('does not say that a reader can do without what a specification brings', async () => {
    expect(await impacts('client_id', [await consumer(LOANS_API)])).toEqual([
      'unknown resource fines: nobody declared what it needs',
      'unknown consumer loans-api: a specification brings "client_id": whoever follows it may check it without saying so',
    ]);
  });

  it('asks about members of objects', async () => {
    const mapper = await definition(ISSUER.replace(...SHELF_OF_OBJECTS));
    const app = async (expects: string) =>
      consumer(`${APP.replace('userinfo', 'id_token')}expects: { properties: { shelf: ${expects} } }`);
    const told = async (member: readonly string[], expects: string, usage?: Usage) => {
      const subject = { kind: 'claim', claim: 'shelf', member } as const;
      const found = impactOf(mapper, subject, [await app(expects)], usage && { usage, now: NOW });
      expect(found.observed).toBeUndefined();
      return lines(found).find((line) => line.includes('consumer'));
    };
    expect(await told(['row'], '{ required: [row] }')).toBe(
      'breaks consumer app: it requires "shelf.row"; it expects another "shelf"',
    );
    expect(await told(['room', 'floor'], '{ properties: { room: { required: [floor] } } }')).toBe(
      'breaks consumer app: it requires "shelf.room.floor"',
    );
    expect(await told(['row'], '{ properties: { row: { type: string } } }', seen({}))).toBe(
      'safe consumer app: what it expects and decides holds without it',
    );
  });

  it('names the clients that ask for a scope, and the decisions that need it', async () => {
    expect(await impacts('loans.write', [await consumer(LOANS_API)])).toEqual([
      'breaks consumer loans-api: it needs the scope "loans.write" for its decision "may edit"',
      'unknown client app: it may ask for the scope, and would be refused',
    ]);
    expect((await impacts('openid', [])).slice(0, 2)).toEqual([
      'breaks client app: each of its grants has the scope',
      'breaks client kiosk: each of its grants has the scope',
    ]);
  });
});

it('knows that the scope openid is what makes a request one of OpenID Connect', async () => {
  const app = APP.replace('reads: userinfo', 'reads: id_token\nexpects: { required: [sub] }');
  expect(await impacts('openid', [await consumer(app)])).toContain(
    'breaks consumer app: it gets none: what asks without it is no OpenID Connect request',
  );
});

describe('what was seen', () => {
  it('settles a doubt where it was never there', async () => {
    expect(await impacts('member_groups', [], seen({ branch: { count: 1000 } }))).toEqual([
      'safe resource loans: its tokens never had it',
    ]);
  });

  it('leaves the doubt where it was there, or not all was told apart', async () => {
    const doubt = ['unknown resource loans: nobody declared what it needs'];
    expect(await impacts('member_groups', [], seen({ member_groups: { count: 3 } }))).toEqual(doubt);
    expect(await impacts('member_groups', [], { ...seen({}), untold: 1 })).toEqual(doubt);
    expect(await impacts('card_status=blocked', [], seen({ card_status: { count: 1000 } }))).toEqual(doubt);
  });

  it('is counted of the tokens that could have told', async () => {
    const usage = seen({});
    const [app, kiosk] = usage.groups;
    if (app === undefined || kiosk === undefined) throw new Error('no groups');
    const groups = [app, { ...kiosk, scopes: {}, last: '2026-11-21T10:00:00Z' }];
    const subject = { kind: 'scope', scope: 'loans.read' } as const;
    const { observed, uses } = impactOf(await definition(ISSUER), subject, [], {
      usage: { ...usage, groups },
      now: NOW,
    });
    expect(observed).toEqual({ tokens: 1000, seen: 500, until: '2026-11-20', complete: false });
    expect(uses).toEqual([{ tokenType: 'access_token', client: 'app', seen: 500 }]);
  });

  it('leaves the doubt where too few tokens were looked at, old ones, or those of another client', async () => {
    const usage = seen({ branch: { count: 1000 } });
    const [app, kiosk] = usage.groups;
    if (app === undefined || kiosk === undefined) throw new Error('no groups');
    const doubtOf = (whose: string) => [
      'unknown resource loans: nobody declared what it needs; fewer than 100 tokens of the last 90 days ' +
        `could have shown it: ${whose}`,
    ];
    const withKiosk = (group: Partial<typeof kiosk>) =>
      impacts('member_groups', [], { ...usage, groups: [app, { ...kiosk, ...group }] });
    expect(await withKiosk({ scopes: { 'loans.read': { count: 99 } } })).toEqual(
      doubtOf('access_token for kiosk at loans'),
    );
    expect(await withKiosk({ last: '2026-08-24T11:00:00Z' })).toEqual(
      doubtOf('access_token for kiosk at loans'),
    );
    expect(await withKiosk({ last: '2026-08-24T13:00:00Z' })).toEqual([
      'safe resource loans: its tokens never had it',
    ]);
    expect(await impacts('member_groups', [], { ...usage, groups: [app] })).toEqual(
      doubtOf('access_token for kiosk at loans'),
    );
  });

  it('never hides what somebody declared', async () => {
    const mapper = await definition(ISSUER);
    const usage = seen({ card_status: { count: 1000, values: { '"active"': { count: 1000 } } } });
    const [subject] = impactSubjects(mapper, 'card_status=blocked');
    if (subject === undefined) throw new Error('no such value');
    const { reliances, observed } = impactOf(mapper, subject, [await consumer(LOANS_API)], {
      usage,
      now: NOW,
    });
    expect(reliances.map(({ answer }) => answer)).toEqual(['breaks']);
    expect(observed).toEqual({ tokens: 1500, seen: 0, until: '2026-11-20', complete: true });
  });

  it('shows that a client asks for a scope', async () => {
    const usage = seen(
      {},
      { 'loans.read': { count: 900, first: '2026-11-01T00:00:00Z', last: '2026-11-19T00:00:00Z' } },
    );
    expect(await impacts('loans.read', [await consumer(LOANS_API)], usage)).toContain(
      'breaks client app: it asks for the scope, and would be refused',
    );
    expect(await impacts('loans.write', [await consumer(LOANS_API)], usage)).toContain(
      'safe client app: its tokens never had it',
    );
  });

  it('tells where else it was seen: tokens had what no contract promises them', async () => {
    const mapper = await definition(ISSUER);
    const usage = seen({ member_groups: { count: 3 } });
    const [app] = usage.groups;
    if (app === undefined) throw new Error('no groups');
    const others = [
      { ...app, tokenType: 'id_token', resource: null, claims: { member_groups: { count: 281 } } },
      { ...app, mapper: 'another', tokenType: 'id_token', claims: { member_groups: { count: 5 } } },
      { ...app, client: 'stranger', claims: { member_groups: { count: 2 } } },
      { ...app, client: 'stranger', resource: null, claims: { member_groups: { count: 1 } } },
    ];
    const undeclared = (what: string, groups: Usage['groups']) =>
      impactSubjects(mapper, what).map(
        (subject) => impactOf(mapper, subject, [], { usage: { ...usage, groups }, now: NOW }).undeclared,
      );
    expect(undeclared('member_groups', [...usage.groups, ...others])).toEqual([
      [
        { tokenType: 'access_token', client: 'stranger', seen: 3 },
        { tokenType: 'id_token', client: 'app', seen: 281 },
      ],
    ]);
    expect(undeclared('member_groups', usage.groups)).toEqual([undefined]);
    expect(undeclared('card_status=blocked', others)).toEqual([undefined]);
  });

  it('says nothing about tokens that do not list their scopes', async () => {
    expect(await impacts('loans.write', [await consumer(LOANS_API)], seen({}, {}))).toContain(
      'unknown client app: it may ask for the scope, and would be refused',
    );
  });

  it('says nothing about a scope where one token was looked at', async () => {
    const usage = seen({}, { 'loans.read': { count: 1 } });
    const groups = usage.groups.map((group) => ({ ...group, count: 1 }));
    expect(await impacts('loans.write', [], { ...usage, groups })).toContain(
      'unknown client app: it may ask for the scope, and would be refused; fewer than 100 tokens of the last ' +
        '90 days could have shown it: tokens of app with scopes',
    );
  });
});
