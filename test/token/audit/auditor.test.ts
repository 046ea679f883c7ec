import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenJudge } from '../../../src/check/index.ts';
import { rules } from '../../../src/generated/rules.ts';
import { DEFAULT_CONFIG } from '../../../src/model/index.ts';
import {
  Auditor,
  type AuditSettings,
  AuditTally,
  declaredTokens,
  summarise,
  usageOf,
} from '../../../src/token/audit/index.ts';
import type { Given } from '../../../src/token/candidates.ts';
import { NOW, shopDefinition, shopKeys, shopLines, shopToken } from '../shop.ts';

const definition = await shopDefinition();
const SETTINGS: AuditSettings = {
  definitions: [definition],
  given: {},
  keys: shopKeys(),
  words: [],
  fields: {},
  now: NOW,
  tolerance: 60,
  cache: 0,
};
const LINES = [
  ...shopLines('tokens/good/all.txt'),
  ...shopLines('tokens/bad/all.txt'),
  '',
  'not/a token',
  'opaque-reference-1',
];
function tokenParts(token: string): { readonly header: string; readonly payload: object } {
  const [header = '', payload = ''] = token.split('.');
  return { header, payload: JSON.parse(Buffer.from(payload, 'base64url').toString()) };
}

const judge = tokenJudge(rules, DEFAULT_CONFIG, NOW);

function audited(lines: readonly (readonly [number, string])[], settings = SETTINGS): AuditTally {
  const auditor = new Auditor(settings, judge);
  for (const [number, line] of lines) auditor.take(line, 'log', number);
  return auditor.finish();
}

const numbered = (lines: readonly string[]): (readonly [number, string])[] =>
  lines.map((line, index) => [index + 1, line] as const);

test('a time of issue in milliseconds or microseconds is the time that it is; as text it is none', () => {
  const issued = (iat: number | string): string | undefined => {
    const line = shopToken({ iat });
    const { period } = summarise(audited([[1, line]]).toJson(), declaredTokens([definition]));
    return period?.from;
  };
  const time = '2026-11-22T12:00:00Z';
  expect([NOW / 1000, NOW, NOW * 1000, String(NOW)].map(issued)).toEqual([time, time, time, undefined]);
});

describe('an audit of the shop', () => {
  const summary = summarise(audited(numbered(LINES)).toJson(), declaredTokens([definition]));

  test('counts what it saw', () => {
    expect(summary.counts).toMatchObject({
      lines: 37,
      passedOver: 2,
      tokens: 33,
      malformed: 2,
      unreadTimes: 0,
    });
    expect(summary.totals.verdicts.rows).toEqual([
      { name: 'kept', count: 20 },
      { name: 'broken', count: 12 },
      { name: 'malformed', count: 2 },
      { name: 'no contract: it is opaque: only the issuer knows what it stands for', count: 1 },
    ]);
  });

  test('tells declared claims that nobody saw, and claims that nobody declared', () => {
    const light = summary.coverage.find(({ tokenType }) => tokenType === 'light_access_token');
    expect(light?.claims.filter(({ declared }) => !declared)).toEqual([
      {
        claim: 'debug',
        declared: false,
        deprecated: false,
        seen: 1,
        clients: { rows: [{ name: 'mobile', count: 1 }] },
      },
    ]);
    const id = summary.coverage.find(({ tokenType }) => tokenType === 'id_token');
    expect(
      id?.claims.filter(({ declared, seen }) => declared && seen === 0).map(({ claim }) => claim),
    ).toContain('at_hash');
  });

  test('tells the values of listed claims, and counts the others together', () => {
    const light = summary.coverage.find(({ tokenType }) => tokenType === 'light_access_token');
    expect(light?.claims.find(({ claim }) => claim === 'account_status')?.values).toEqual([
      { value: '"active"', listed: true, seen: 20 },
      { value: '"closed"', listed: true, seen: 0 },
      { value: '"suspended"', listed: true, seen: 0 },
      { value: '(not listed)', listed: false, seen: 1 },
    ]);
  });

  test('tells no value that is not listed, and counts each token once', () => {
    const { header, payload } = tokenParts(shopLines('tokens/good/all.txt')[0] ?? '');
    const claims = { ...payload, account_status: 'Ada is ill', groups: ['Ada', 'ill', 'support', 'support'] };
    const line = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
    const tally = audited([[1, line]], { ...SETTINGS, keys: [] }).toJson();
    expect(JSON.stringify(tally)).not.toMatch(/Ada|ill/);
    const { coverage } = summarise(tally, declaredTokens([definition]));
    const claimsSeen = coverage.flatMap(({ claims: all }) => all.filter(({ seen }) => seen > 0));
    const valuesOf = (name: string): readonly object[] =>
      claimsSeen.flatMap(({ claim, values = [] }) =>
        claim === name ? values.filter(({ seen }) => seen > 0) : [],
      );
    const unlisted = { value: '(not listed)', listed: false, seen: 1 };
    expect(valuesOf('account_status')).toEqual([unlisted]);
    expect(valuesOf('groups')).toEqual([{ value: '"support"', listed: true, seen: 1 }, unlisted]);
  });

  test('keeps neither subjects nor signatures', () => {
    const text = JSON.stringify(audited(numbered(LINES)).toJson());
    expect(text).not.toContain('0d9a6d4e-5f0c');
    for (const line of LINES.filter((one) => one.startsWith('ey')))
      expect(text).not.toContain(line.split('.')[2] || '?');
  });

  test('judges a token at the time of its line, where the log tells', () => {
    const [token = ''] = shopLines('tokens/good/all.txt');
    const line = JSON.stringify({ t: token, ts: '2026-11-22T13:00:00Z' });
    const fields = { token: 't', time: 'ts' };
    const { kept } = audited([[1, line]], { ...SETTINGS, fields }).findings.toJson();
    expect(kept.map(([, { rule }]) => rule)).toEqual(['token/expired-or-future']);
  });

  test('shows neither tokens nor addresses that stand where a client or scope should', () => {
    const [token = ''] = shopLines('tokens/good/all.txt');
    const line = JSON.stringify({ t: 'opaque', c: `Bearer ${token}`, s: ['ada@shop.example', token] });
    const fields = { token: 't', client: 'c', scope: 's' };
    const text = JSON.stringify(audited([[1, line]], { ...SETTINGS, fields }).toJson());
    expect(text).not.toMatch(/eyJ|ada@/);
    expect(text).toContain('Bearer (a token)');
  });

  test('sets requested, granted and emitted scopes and claims side by side', () => {
    const { header, payload } = tokenParts(shopLines('tokens/good/all.txt')[0] ?? '');
    const t = `${header}.${Buffer.from(JSON.stringify({ ...payload, debug: 1 })).toString('base64url')}.c2ln`;
    const line = JSON.stringify({ t, asked: 'openid orders.read admin' });
    const tally = audited([[1, line]], { ...SETTINGS, fields: { token: 't', scope: 'asked' } });
    const { requests, requestedClaims } = summarise(tally.toJson(), []);
    const ofWeb = { client: 'web', tokenType: 'access_token' };
    expect(requests).toEqual([
      { ...ofWeb, scope: 'admin', requested: 1, granted: 0, emitted: 0 },
      { ...ofWeb, scope: 'openid', requested: 1, granted: 1, emitted: 1 },
      { ...ofWeb, scope: 'orders.read', requested: 1, granted: 1, emitted: 1 },
      { ...ofWeb, scope: 'orders.write', requested: 0, granted: 0, emitted: 1 },
    ]);
    const stateOf = (name: string) => requestedClaims.find(({ claim }) => claim === name);
    expect(stateOf('tenant_id')).toEqual({
      ...ofWeb,
      claim: 'tenant_id',
      requested: 1,
      granted: 1,
      emitted: 1,
    });
    expect(stateOf('groups')).toEqual({ ...ofWeb, claim: 'groups', requested: 1, granted: 1, emitted: 0 });
    expect(stateOf('debug')).toEqual({ ...ofWeb, claim: 'debug', requested: 0, granted: 0, emitted: 1 });
    expect(stateOf('sales_channel')).toMatchObject({ requested: 0, granted: 0 });
  });

  test('a token that does not tell its scopes counts for none, unless somebody says what was granted', () => {
    const ofPartner = shopLines('tokens/good/all.txt').slice(-2, -1);
    const line = JSON.stringify({ t: ofPartner[0], asked: 'openid age' });
    const seenWith = (given: Given) => {
      const fields = { token: 't', scope: 'asked' };
      const tally = audited([[1, line]], { ...SETTINGS, fields, given }).toJson();
      const { totals, requests } = summarise(tally, []);
      const scopes = usageOf(tally).groups.map((group) => Object.keys(group.scopes));
      return {
        sets: totals.scopeSets.rows.map(({ name }) => name),
        scopes,
        emitted: requests.map((one) => one.emitted),
      };
    };
    expect(seenWith({})).toEqual({ sets: [], scopes: [[]], emitted: [0, 0] });
    const scopes = ['age', 'openid'];
    expect(seenWith({ scopes })).toEqual({ sets: ['age openid'], scopes: [scopes], emitted: [0, 0] });
  });

  test('a scope with parameters is counted by its template, and not what stands in it', () => {
    const [orders] = definition.scopes.values();
    if (orders === undefined) throw new Error('the shop has no scopes');
    const template = { ...orders, name: 'payment:{id}' };
    const definitions = [
      { ...definition, scopes: new Map([...definition.scopes, ['payment:{id}', template]]) },
    ];
    const payload = { iss: definition.issuer, client_id: 'web', scope: 'payment:17 openid payment:18' };
    const t = `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.`;
    const fields = { token: 't', scope: 'asked' };
    const line = JSON.stringify({ t, asked: 'openid payment:17' });
    const { keys: _, ...unchecked } = SETTINGS;
    const tally = audited([[1, line]], { ...unchecked, definitions, fields }).toJson();
    const { totals, requests } = summarise(tally, []);
    expect(totals.scopeSets.rows).toEqual([{ name: 'openid payment:{id}', count: 1 }]);
    expect(requests.map(({ scope, requested, emitted }) => [scope, requested, emitted])).toEqual([
      ['openid', 1, 1],
      ['payment:{id}', 1, 1],
    ]);
    expect(usageOf(tally).groups.map(({ scopes }) => Object.keys(scopes))).toEqual([
      ['openid', 'payment:{id}'],
    ]);
  });

  describe('personal data that only values tell', () => {
    const tokenWith = (claims: object): string => {
      const payload = Buffer.from(JSON.stringify({ iss: 'x', client_id: 'web', ...claims }));
      return `eyJhbGciOiJub25lIn0.${payload.toString('base64url')}.`;
    };
    const found = (lines: readonly (readonly [number, string])[]) => {
      const tally = audited(lines).toJson();
      const detected = tally.findings.kept.filter(([, { rule }]) => rule === 'privacy/value-detected');
      return { personal: summarise(tally, []).personal, count: detected.map(([, { count }]) => count) };
    };

    test('is counted, and a finding', () => {
      const line = tokenWith({ ref: 'alice@example.com', data: { tel: '+12025550143' } });
      const { personal, count } = found([
        [1, line],
        [2, line],
      ]);
      expect(personal).toMatchObject([{ claim: 'ref', category: 'user.contact.email', by: 'values' }]);
      expect(personal[0]?.clients.rows).toEqual([{ name: 'web', count: 2 }]);
      expect(count).toEqual([2]);
    });

    test('is read in the first thousand lines, and in one of thirty-two after them', () => {
      const line = tokenWith({ ref: 'alice@example.com' });
      const count = (from: number, to: number): readonly number[] =>
        found(Array.from({ length: to - from }, (_, index) => [from + index, line] as const)).count;
      expect(count(900, 1_001)).toEqual([101]);
      expect(count(2_000, 2_320)).toEqual([10]);
    });
  });

  test('tells what singles people out in tokens of a type that it is not declared for', () => {
    const age = summary.personal.filter(({ claim }) => claim.endsWith('age_over_18'));
    expect(age).toEqual([
      {
        mapper: 'shop',
        tokenType: 'access_token',
        claim: 'https://shop\\.example/claims/age_over_18',
        level: 'quasi-identifier',
        category: 'user.demographic.age_range',
        declared: false,
        by: 'definition',
        clients: { rows: [{ name: 'batch', count: 1 }] },
      },
    ]);
  });

  test('tells personal data that no definition declares', () => {
    const { header, payload } = tokenParts(shopLines('tokens/good/all.txt')[0] ?? '');
    const claims = { ...payload, nickname: 'Al' };
    const line = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
    const tally = audited([[1, line]]).toJson();
    const { personal } = summarise(tally, declaredTokens([definition]));
    expect(personal.filter(({ declared }) => !declared)).toMatchObject([
      { mapper: 'shop', claim: 'nickname', level: 'personal', by: 'name' },
    ]);
  });

  test('counts each reason of a signature, and says where one of many findings is only an example', () => {
    const [token = ''] = shopLines('tokens/good/all.txt');
    const [header = '', payload = ''] = token.split('.');
    const unknown = Buffer.from('{"alg":"ES256","kid":"other","typ":"at+jwt"}').toString('base64url');
    const lines = [`${header}.${payload}.c2ln`, `${unknown}.${payload}.c2ln`, `${unknown}.${payload}.c2lu`];
    const tell = ({ findings }: ReturnType<AuditTally['toJson']>, rule: string) =>
      findings.kept
        .flatMap(([, one]) => (one.rule === rule ? [[one.examples[0]?.message, one.count, one.isAlike]] : []))
        .sort();
    expect(tell(audited(numbered(lines)).toJson(), 'jose/signature-invalid')).toEqual([
      ['every reader refuses this token: no key of the set matches its kid and alg', 2, true],
      ['every reader refuses this token: the signature does not match its content', 1, true],
    ]);
    const strangers = ['c0', 'c1', 'c2', 'c3', 'c4'].map((client) => {
      const claims = { iss: definition.issuer, client_id: client, scope: 'openid' };
      return `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;
    });
    const none = '"shop" issues no "access_token" to the client "c0"';
    const message = `nobody can say whether this token keeps its contract: ${none}`;
    expect(tell(audited(numbered(strangers)).toJson(), 'token/no-contract')).toEqual([[message, 5, false]]);
    const same = Array.from({ length: 5 }, () => strangers[0] ?? '');
    expect(tell(audited(numbered(same)).toJson(), 'token/no-contract')).toEqual([[message, 5, true]]);
  });

  test('counts tokens of unknown clients together', () => {
    const tokenOf = (client: string): string => {
      const claims = { iss: definition.issuer, client_id: client, scope: 'openid' };
      return `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;
    };
    const { totals } = summarise(audited(numbered(['one', 'two'].map(tokenOf))).toJson(), []);
    expect(totals.verdicts.rows).toEqual([
      { name: 'no contract: "shop" issues no "access_token" to its client', count: 2 },
    ]);
  });

  test('tells the observed use, by contract', () => {
    const usage = usageOf(audited(numbered(shopLines('tokens/good/all.txt'))).toJson());
    const mobile = usage.groups.find(
      ({ tokenType, client }) => tokenType === 'light_access_token' && client === 'mobile',
    );
    const use = { count: 1, first: '2026-11-22T11:58:00Z', last: '2026-11-22T11:58:00Z' };
    expect(mobile).toMatchObject({ ...use, resource: 'orders', scopes: { openid: use, 'orders.read': use } });
    expect(mobile?.claims.groups).toEqual({ ...use, values: { '"support"': use } });
  });
});

describe('what anybody could have written', () => {
  const [token = ''] = shopLines('tokens/good/all.txt');
  const forged = token.replace(/\.[^.]*$/, '.c2ln');

  test('is no use, where keys tell', () => {
    const usage = usageOf(audited(numbered([token, forged, forged])).toJson());
    expect(usage).toMatchObject({ tokens: 3, unverified: 2, unchecked: 0, untold: 0 });
    expect(usage.groups.map(({ count }) => count)).toEqual([1]);
  });

  test('counts where nobody could tell, and this is said', () => {
    const { keys: _, ...settings } = SETTINGS;
    const usage = usageOf(audited(numbered([token, forged]), settings).toJson());
    expect(usage).toMatchObject({ tokens: 2, unverified: 0, unchecked: 2 });
    expect(usage.groups.map(({ count }) => count)).toEqual([2]);
  });

  test('is in the coverage: it was in the log', () => {
    const { coverage } = summarise(audited(numbered([token, forged])).toJson(), []);
    expect(coverage.map(({ tokens }) => tokens)).toEqual([2]);
  });
});

describe('users', () => {
  const lines = ['ada', 'bob', 'ada'].map((user) => JSON.stringify({ t: 'opaque', user }));
  const fields = { token: 't', user: 'user' };
  const counted = (userKey: string) => audited(numbered(lines), { ...SETTINGS, fields, userKey }).toJson();

  test('are counted under names that tell nothing without the key, and without their times', () => {
    const tally = counted('one key');
    expect(summarise(tally, []).users).toEqual({ count: 2, exact: true });
    const names = ({ dimensions }: typeof tally) => dimensions.users.kept.map(([name]) => name);
    expect(names(tally)).toEqual(names(counted('one key')));
    expect(names(tally)).not.toEqual(names(counted('another key')));
    expect(tally.dimensions.users.kept.flatMap(([, seen]) => Object.keys(seen))).toEqual(['count', 'count']);
  });

  test('are the same in all parts that share a key', () => {
    const merged = new AuditTally();
    merged.include(counted('one key'));
    merged.include(counted('one key'));
    expect(summarise(merged.toJson(), []).users).toEqual({ count: 2, exact: true });
  });
});

describe('the merge law', () => {
  test('n parts are one run, however lines are dealt out', () => {
    const all = numbered(LINES.flatMap((line) => [line, line]));
    const whole = JSON.stringify(audited(all).toJson());
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.nat(4), { minLength: all.length, maxLength: all.length }),
        (parts, deal) => {
          const merged = new AuditTally();
          for (let part = parts - 1; part >= 0; part -= 1) {
            const share = all.filter((_, index) => (deal[index] ?? 0) % parts === part);
            merged.include(JSON.parse(JSON.stringify(audited(share).toJson())));
          }
          expect(JSON.stringify(merged.toJson())).toBe(whole);
        },
      ),
      { seed: 21, numRuns: 25 },
    );
  });
});
