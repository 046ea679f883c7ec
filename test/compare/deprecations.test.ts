import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { definition, edited, ISSUER, lines } from './definitions.ts';

/** What is told of two versions, one with one announcement and one with another. */
async function told(find: string, before: string, after: string): Promise<readonly string[]> {
  const version = (put: string) => definition(edited(ISSUER, [find, put]));
  return lines(compare(await version(before), await version(after)).changes);
}

const SAFE = 'safe/safe/safe';

test.each([
  ['claim', 'claim=desk', 'desk: {', 'branch'],
  ['scope', 'scope=fines.read', 'fines.read: {', 'loans.read'],
  ['client', 'client=kiosk', 'kiosk: {', 'app'],
  ['resource', 'resource=fines', '  fines: {', 'loans'],
  ['token-type', 'tokenType=userinfo', 'userinfo: {', 'id_token'],
])(
  'the end of a %s is told when it is announced, moved, explained, called off',
  async (subject, about, find, other) => {
    const written = (end: string) => `${find} deprecated: { ${end} },`;
    const near = written('since: 1.0.0, sunset: 2027-01-01');
    const far = written('since: 1.0.0, sunset: 2027-06-01');
    const explained = written(`since: 1.1.0, sunset: 2027-06-01, replacedBy: ${other}`);
    const ends = {
      near: '{"since":"1.0.0","sunset":"2027-01-01","replacedBy":null}',
      far: '{"since":"1.0.0","sunset":"2027-06-01","replacedBy":null}',
      explained: `{"since":"1.1.0","sunset":"2027-06-01","replacedBy":"${other}"}`,
    };
    const changed = `${subject}-deprecation-changed ${about}`;
    expect(await told(find, find, near)).toEqual([
      `${subject}-deprecated ${about} - -> ${ends.near} ${SAFE}`,
    ]);
    expect(await told(find, near, find)).toEqual([
      `${subject}-undeprecated ${about} ${ends.near} -> - ${SAFE}`,
    ]);
    expect(await told(find, far, near)).toEqual([`${changed} ${ends.far} -> ${ends.near} ${SAFE}`]);
    expect(await told(find, near, far)).toEqual([`${changed} ${ends.near} -> ${ends.far} ${SAFE}`]);
    expect(await told(find, far, explained)).toEqual([`${changed} ${ends.far} -> ${ends.explained} ${SAFE}`]);
    expect(await told(find, far, far)).toEqual([]);
  },
);

test('so is the end of a value', async () => {
  const find = 'values: closed, source: card.status';
  const written = (ends: string) => `values: { ${ends} }, source: card.status`;
  const near = written('blocked: { sunset: 2027-01-01 }');
  const far = written('blocked: { sunset: 2027-06-01 }');
  const explained = written('blocked: { sunset: 2027-06-01, replacedBy: active }');
  const end = (sunset: string, replacedBy: string) =>
    `{"value":"blocked","sunset":"${sunset}","replacedBy":${replacedBy}}`;
  const ends = {
    near: end('2027-01-01', 'null'),
    far: end('2027-06-01', 'null'),
    explained: end('2027-06-01', '"active"'),
  };
  const changed = 'value-deprecation-changed claim=card_status';
  expect(await told(find, find, near)).toEqual([
    `value-deprecated claim=card_status - -> ${ends.near} ${SAFE}`,
  ]);
  expect(await told(find, near, find)).toEqual([
    `value-undeprecated claim=card_status ${ends.near} -> - ${SAFE}`,
  ]);
  expect(await told(find, far, near)).toEqual([`${changed} ${ends.far} -> ${ends.near} ${SAFE}`]);
  expect(await told(find, far, explained)).toEqual([`${changed} ${ends.far} -> ${ends.explained} ${SAFE}`]);
  const both = (...ends: readonly string[]) => written(ends.join(', '));
  const [one, other] = ['active: { sunset: 2028-01-01 }', 'blocked: { sunset: 2027-01-01 }'] as const;
  expect(await told(find, both(one, other), both(other, one))).toEqual([]);
  expect(await told(find, near, both(one, other))).toEqual([
    'value-deprecated claim=card_status - -> {"value":"active","sunset":"2028-01-01","replacedBy":null} safe/safe/safe',
  ]);
});

test('of a value that leaves its list, the end is told and no announcement of it', async () => {
  const find = 'schema: { enum: [active, blocked] }, values: closed';
  const planned = 'values: { blocked: { replacedBy: active, sunset: 2027-01-01 } }';
  const kinds = async (before: string, after: string) =>
    (await told(find, before, after)).map((line) => line.split(' ')[0]);
  const left = 'schema: { enum: [active] }';
  expect(await kinds(`schema: { enum: [active, blocked] }, ${planned}`, left)).toEqual(['claim-narrowed']);
  expect(await kinds(find, `${left}, ${planned}`)).toEqual(['claim-narrowed']);
});
