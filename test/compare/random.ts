import fc from 'fast-check';

/** A definition as data, small enough to edit at random. */
export interface Spec {
  /** Claim → what it may be, and how often it is there. */
  readonly claims: Readonly<Record<string, { readonly schema: string; readonly always: boolean }>>;
  /** Scope → the claims that it releases into the access token. */
  readonly scopes: Readonly<Record<string, readonly string[]>>;
  readonly released: readonly string[];
  readonly clients: Readonly<
    Record<string, { readonly defaults: readonly string[]; readonly optional: readonly string[] }>
  >;
}

const CLAIMS = ['c1', 'c2', 'c3', 'c4'];
const SCOPES = ['s1', 's2', 's3'];
const CLIENTS = ['web', 'app'];

/** Each can be told from each other, and some are within others. */
export const SCHEMAS = [
  '{ type: string }',
  '{ type: string, maxLength: 5 }',
  '{ type: integer }',
  '{ enum: [x, y] }',
  '{ enum: [x, y, z] }',
  '{ type: [string, "null"] }',
] as const;

export const specs: fc.Arbitrary<Spec> = fc
  .record({
    claims: fc.tuple(
      ...CLAIMS.map(() => fc.record({ schema: fc.constantFrom(...SCHEMAS), always: fc.boolean() })),
    ),
    scopes: fc.tuple(...SCOPES.map(() => fc.subarray(CLAIMS))),
    released: fc.subarray(CLAIMS, { maxLength: 2 }),
    clients: fc.tuple(...CLIENTS.map(() => fc.tuple(fc.subarray(SCOPES), fc.subarray(SCOPES)))),
  })
  .map(({ claims, scopes, released, clients }) => ({
    claims: named(CLAIMS, claims),
    scopes: named(SCOPES, scopes),
    released,
    clients: named(
      CLIENTS,
      clients.map(([defaults, optional]) => ({
        defaults,
        optional: optional.filter((scope) => !defaults.includes(scope)),
      })),
    ),
  }));

function named<T>(names: readonly string[], values: readonly T[]): Record<string, T> {
  return Object.fromEntries(names.flatMap((name, at) => (at in values ? [[name, values[at] as T]] : [])));
}

/** The spec in the mapper format; entries in the order in which the spec has them. */
export function write({ claims, scopes, released, clients }: Spec): string {
  const lines = [
    'tokenpact: mapper/v1',
    'name: random',
    'issuer: https://id.example',
    'tokens:',
    `  access_token: { format: jwt, profile: rfc9068, releases: [${released.join(', ')}] }`,
    'claims:',
    ...Object.entries(claims).map(
      ([name, { schema, always }]) =>
        `  ${name}: { about: user, presence: ${always ? 'always' : 'sometimes'}, values: closed, schema: ${schema} }`,
    ),
    'scopes:',
    ...Object.entries(scopes).map(
      ([name, list]) =>
        `  ${name}: { description: ${name}, releases: { access_token: [${list.join(', ')}] } }`,
    ),
    'clients:',
    ...Object.entries(clients).map(
      ([name, { defaults, optional }]) =>
        `  ${name}: { party: first, grants: [authorization_code], defaultScopes: [${defaults.join(', ')}], scopes: [${optional.join(', ')}] }`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same spec with its entries and lists in the opposite order. */
export function reversed(spec: Spec): Spec {
  const turn = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).reverse());
  return {
    claims: turn(spec.claims),
    scopes: turn(
      Object.fromEntries(Object.entries(spec.scopes).map(([name, list]) => [name, [...list].reverse()])),
    ),
    released: [...spec.released].reverse(),
    clients: turn(spec.clients),
  };
}
