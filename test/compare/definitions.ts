import { compare } from '../../src/compare/index.ts';
import { loadAll, memoryTree } from '../../src/load/index.ts';
import type { Change, Comparison, Consumer, MapperDefinition, Verdict } from '../../src/model/index.ts';

/** A small issuer with one of everything; tests change a line of it. */
export const ISSUER = `
tokenpact: mapper/v1
name: library
version: 1.0.0
issuer: https://id.lending.example
tokens:
  access_token:
    format: jwt
    profile: rfc9068
    lifetime: 5m
    maxBytes: 4096
    algorithms: [RS256]
    audience: { from: scope, many: reject, shape: string }
    releases: [branch]
  id_token: { format: jwt, profile: openid, lifetime: 5m }
  userinfo: { format: json, profile: openid }
claims:
  branch: { about: user, presence: always, schema: { type: string, maxLength: 20 }, source: account.branch, mutable: false, use: identifier }
  card_status: { about: user, presence: always, schema: { enum: [active, blocked] }, values: closed, source: card.status, use: authorization }
  member_groups: { about: user, schema: { type: array, items: { enum: [reader, librarian] } }, values: closed, source: directory.groups, use: authorization }
  shelf: { about: user, schema: { type: string }, source: account.shelf }
  desk: { about: user, presence: always, schema: { type: string }, source: account.desk }
scopes:
  openid: { description: Sign in, releases: { id_token: [shelf], userinfo: [sub] } }
  email: { description: E-mail, releases: { userinfo: [email] } }
  loans.read: { description: Loans, resources: [loans], releases: { access_token: [card_status, member_groups] } }
  loans.write: { description: Borrow, resources: [loans], releases: { access_token: [desk] } }
  fines.read: { description: Fines, resources: [fines] }
resources:
  loans: { audience: "https://loans.lending.example", party: first }
  fines: { audience: "https://fines.lending.example", party: first }
clients:
  app: { party: first, grants: [authorization_code], defaultScopes: [openid], scopes: [email, loans.read, loans.write] }
  kiosk: { party: first, grants: [authorization_code], defaultScopes: [openid], scopes: [loans.read] }
  loans-service: { party: first, grants: [client_credentials, token_exchange], scopes: [fines.read] }
exchanges:
  - { client: loans-service, from: loans, to: fines, scopes: [fines.read], mode: delegation }
`;

/** Text to find, and what to put there instead. */
export type Edit = readonly [find: string, put: string];

export function edited(text: string, ...edits: readonly Edit[]): string {
  return edits.reduce((result, [find, put]) => {
    if (!result.includes(find)) throw new Error(`nothing to edit: ${find}`);
    return result.replace(find, () => put);
  }, text);
}

export async function definition(text: string): Promise<MapperDefinition> {
  const { definitions, problems } = await loadAll(memoryTree({ 'mapper.yaml': text }), ['mapper.yaml']);
  const [only] = definitions;
  if (only === undefined || problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  return only;
}

export async function consumer(text: string): Promise<Consumer> {
  const files = { 'one.consumer.yaml': text, 'mapper.yaml': ISSUER };
  const { consumers, problems } = await loadAll(memoryTree(files), Object.keys(files));
  const [only] = consumers;
  if (only === undefined) throw new Error(JSON.stringify(problems, null, 2));
  return only;
}

/** Compares the issuer with itself after some edits. */
export async function compareEdited(...edits: readonly Edit[]): Promise<Comparison> {
  return compare(await definition(ISSUER), await definition(edited(ISSUER, ...edits)));
}

/** One line per change: kind, what it is about, values, and the verdicts for tolerant, strict and moved-on readers. */
export function lines(changes: readonly Change[]): readonly string[] {
  return changes.map(line);
}

function line({ kind, coordinates, before, after, tolerant, strict, inFlight }: Change): string {
  const about = Object.entries(coordinates).map(([name, value]) => `${name}=${value}`);
  const values = before === undefined && after === undefined ? [] : [`${show(before)} -> ${show(after)}`];
  return [kind, ...about, ...values, [tolerant, strict, inFlight].map(word).join('/')].join(' ');
}

function show(value: unknown): string {
  if (value === undefined) return '-';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function word({ verdict }: Verdict): string {
  return verdict;
}
