import { readdirSync, readFileSync } from 'node:fs';
import { compareAll } from '../../src/compare/index.ts';
import { pages } from '../../src/generated/pages.ts';
import { loadDefinition } from '../../src/load/index.ts';
import type { Comparison, MapperDefinition, Place } from '../../src/model/index.ts';
import { fixtureTree } from '../fixtures/tree.ts';
import { parsePage } from '../rules/page.ts';
import { comparisonsOf } from '../rules/run-example.ts';
import { definition, type Edit, edited, ISSUER } from './definitions.ts';
import { ISSUER_EDITS } from './issuer-edits.ts';

type Versions = readonly [name: string, before: MapperDefinition, after: MapperDefinition];

const END = ', deprecated: { since: 1.0.0, sunset: 2027-01-01 } }';

/** Announced ends of everything that can have one. */
const ENDS: readonly Edit[] = [
  ['values: closed, source: card.status', 'values: { blocked: { sunset: 2027-01-01 } }, source: card.status'],
  ['source: account.desk }', `source: account.desk${END}`],
  ['resources: [fines] }', `resources: [fines]${END}`],
  ['scopes: [loans.read] }', `scopes: [loans.read]${END}`],
  ['"https://loans.lending.example", party: first }', `"https://loans.lending.example", party: first${END}`],
  ['userinfo: { format: json, profile: openid }', `userinfo: { format: json, profile: openid${END}`],
];

const REFERENCE =
  '  reference_token: { format: opaque, of: access_token, for: { clients: [app] } }\n  id_token: {';

const INTROSPECTION =
  '  introspection: { format: json, profile: rfc7662, of: access_token, for: { clients: [app] } }\n  id_token: {';

/** The issuer with a rule across claims that asks for a format. */
function dated(format: string): string {
  const releases = '    releases: [branch]\n';
  return edited(ISSUER, [
    releases,
    `${releases}    schema: { properties: { branch: { format: ${format} } } }\n`,
  ]);
}

/** Issuers that differ in what no line of the first one can be edited to. */
const ISSUERS: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    'an announced end is another day',
    edited(ISSUER, ...ENDS),
    edited(ISSUER, ...ENDS).replaceAll('2027', '2028'),
  ],
  ...ENDS.map((end) => ['an end is announced', ISSUER, edited(ISSUER, end)] as const),
  [
    'one more client gets a token type',
    edited(ISSUER, ['  id_token: {', INTROSPECTION]),
    edited(ISSUER, ['  id_token: {', INTROSPECTION.replace('[app]', '[app, kiosk]')]),
  ],
  [
    'one more client holds references',
    edited(ISSUER, ['  id_token: {', REFERENCE]),
    edited(ISSUER, ['  id_token: {', REFERENCE.replace('[app]', '[app, kiosk]')]),
  ],
  ['tokens become opaque', ISSUER, edited(ISSUER, ['format: jwt\n', 'format: opaque\n'])],
  ['a rule that nobody can decide', dated('iso-date-time'), dated('date-time')],
];

const AT: Place = { file: 'mapper.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };

/** What loaders of exports can't resolve. */
function unknownTo(issuer: MapperDefinition): readonly Versions[] {
  const script = { reason: 'a script', content: 'return 1', at: AT, tokenTypes: ['access_token'] };
  const desk = issuer.claims.get('desk');
  if (desk === undefined) throw new Error('the issuer has a claim "desk"');
  const custom = new Map(issuer.claims).set('desk', { ...desk, unresolved: 'a custom mapper' });
  return [
    ['a script', issuer, { ...issuer, unresolved: [script] }],
    ['a custom mapper', issuer, { ...issuer, claims: custom }],
  ];
}

async function* pairsOfIssuer(): AsyncIterable<Versions> {
  const issuer = await definition(ISSUER);
  for (const { name, edits } of ISSUER_EDITS)
    yield [name, issuer, await definition(edited(ISSUER, ...edits))];
  for (const [name, before, after] of ISSUERS)
    yield [name, await definition(before), await definition(after)];
  yield* unknownTo(issuer);
}

async function* pairsOfFixtures(): AsyncIterable<Versions> {
  const documented = new URL('../../fixtures/documented/', import.meta.url);
  for (const id of readdirSync(documented).sort()) {
    const side = (name: string) =>
      definition(readFileSync(new URL(`${id}/${name}.yaml`, documented), 'utf8'));
    yield [id, await side('before'), await side('after')];
  }
  const released = ['v2.0.0', 'v2.1.0', 'v2.2.0', 'v3.0.0', 'pull-request'];
  for (const [at, folder] of released.slice(1).entries()) {
    yield [`shop ${folder}`, await shop(released[at] ?? ''), await shop(folder)];
  }
}

async function shop(folder: string): Promise<MapperDefinition> {
  const { value, problems } = await loadDefinition(await fixtureTree(`shop/${folder}`), 'mapper.yaml');
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return value;
}

/** Every comparison that the tests, the fixtures and the pages of rules have, there and back. */
export async function* everyComparison(): AsyncIterable<readonly [name: string, comparison: Comparison]> {
  for await (const [name, before, after] of pairsOf()) {
    for (const comparison of compareAll([before], [after], [])) yield [name, comparison];
    for (const comparison of compareAll([after], [before], [])) yield [`${name}, undone`, comparison];
  }
  const issuer = await definition(ISSUER);
  const other = { ...issuer, name: 'archive' };
  for (const [before, after] of [
    [[issuer], [issuer, other]],
    [[issuer, other], [issuer]],
  ] as const) {
    for (const comparison of compareAll(before, after, [])) yield ['a whole definition', comparison];
  }
}

async function* pairsOf(): AsyncIterable<Versions> {
  yield* pairsOfIssuer();
  yield* pairsOfFixtures();
  for (const [id, text] of Object.entries(pages)) {
    for (const example of parsePage(text).examples) {
      for (const { before, after } of await comparisonsOf(example))
        yield [`${id} ${example.number}`, before, after];
    }
  }
}
