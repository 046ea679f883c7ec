import { expect, test } from 'vitest';
import { compare, exposures } from '../../src/compare/index.ts';
import type { Exposure, ExposureChange } from '../../src/model/index.ts';
import { consumer, definition, type Edit, edited } from './definitions.ts';

/** A third party that holds tokens, and one that reads them. */
const CLINIC = `
tokenpact: mapper/v1
name: clinic
version: 1.0.0
issuer: https://id.clinic.example
tokens:
  access_token: { format: jwt, profile: none, audience: { from: scope, many: reject, shape: string }, releases: [email, birth] }
claims:
  email: { about: user, schema: { type: string }, source: account.email, privacy: { level: personal } }
  birth: { about: user, schema: { type: string }, source: account.birth, privacy: { level: personal } }
scopes:
  visits: { description: Your visits, resources: [visits] }
resources:
  visits: { audience: "https://visits.example", party: third }
clients:
  app: { party: first, grants: [authorization_code], scopes: [visits] }
  partner: { party: third, grants: [authorization_code], scopes: [visits] }
`;

const ADDED = '\nclaims:';
const added = (...tokens: readonly string[]): Edit => [ADDED, `\n${tokens.join('\n')}${ADDED}`];
const REFERENCE = '  reference_token: { format: opaque, of: access_token }';
const INTROSPECTION = '  introspection: { format: json, profile: rfc7662, of: access_token, only: [email] }';
const WRAPPER = '  wrapper_token: { format: jwt, wraps: reference_token, releases: [birth] }';

function words({ claim, tokenType, to }: Exposure): string {
  return `${to.party}-party ${to.kind} ${to.name}: ${claim} of ${tokenType}`;
}

/** Who holds what of the two claims. */
function ofPersons(all: readonly Exposure[]): readonly string[] {
  return all
    .filter(({ claim }) => claim === 'email' || claim === 'birth')
    .map(words)
    .sort();
}

const TO_CLIENTS = [
  'first-party client app: birth of access_token',
  'first-party client app: email of access_token',
  'third-party client partner: birth of access_token',
  'third-party client partner: email of access_token',
];
const TO_RESOURCE = [
  'third-party resource visits: birth of access_token',
  'third-party resource visits: email of access_token',
];

test.each<{ name: string; edits: readonly Edit[]; found: readonly string[] }>([
  {
    name: 'a JWT shows all of its claims to whoever holds it, third parties included',
    edits: [],
    found: [...TO_CLIENTS, ...TO_RESOURCE],
  },
  {
    name: 'a reference token shows nothing to the clients that hold it',
    edits: [added(REFERENCE)],
    found: TO_RESOURCE,
  },
  {
    name: 'one client with a reference token does not hide the claims from another',
    edits: [added('  reference_token: { format: opaque, of: access_token, for: { clients: [partner] } }')],
    found: [...TO_CLIENTS.slice(0, 2), ...TO_RESOURCE],
  },
  {
    name: 'a third-party resource that introspects reads what the answer holds, the client nothing of it',
    edits: [added(REFERENCE, INTROSPECTION), ['format: jwt, profile: none', 'format: opaque']],
    found: ['third-party resource visits: email of introspection'],
  },
  {
    name: 'a wrapper shows its own claims to the gateway, and to the clients that hold it',
    edits: [added(REFERENCE, WRAPPER)],
    found: [
      'first-party client app: birth of wrapper_token',
      'first-party gateway wrapper_token: birth of wrapper_token',
      'third-party client partner: birth of wrapper_token',
      ...TO_RESOURCE,
    ],
  },
])('$name', async ({ edits, found }) => {
  const clinic = await definition(edited(CLINIC, ...edits));
  expect(ofPersons(exposures(clinic))).toEqual([...found].sort());
});

test('a gateway reads the tokens that pass it, where a consumer says so', async () => {
  const edge = await consumer(`
tokenpact: consumer/v1
name: edge
party: third
reads: access_token
as: { gateway: edge }
`);
  const found = ofPersons(exposures(await definition(CLINIC), [edge]));
  expect(found.filter((line) => line.includes('gateway'))).toEqual([
    'third-party gateway edge: birth of access_token',
    'third-party gateway edge: email of access_token',
  ]);
});

test('what a reference token hides is good news, and going back is a new exposure of as much', async () => {
  const jwt = await definition(CLINIC);
  const reference = await definition(edited(CLINIC, added(REFERENCE)));
  const told = (all: readonly ExposureChange[]) =>
    all
      .filter(({ exposure }) => exposure.claim !== 'sub')
      .flatMap(({ kind, exposure, others }) => [exposure, ...others].map((one) => `${kind} ${words(one)}`))
      .sort();
  expect(told(compare(jwt, reference).exposureChanges)).toEqual(TO_CLIENTS.map((line) => `gone ${line}`));
  expect(told(compare(reference, jwt).exposureChanges)).toEqual(TO_CLIENTS.map((line) => `new ${line}`));
});
