import { Document, isCollection, isMap, isNode, isPair, isSeq, type Node, visit, type YAMLMap } from 'yaml';
import type { MapperDefinition } from '../model/index.ts';
import {
  claimEntry,
  clientEntry,
  type Entry,
  exchangeEntry,
  needsEntry,
  resourceEntry,
  scopeEntry,
  tokenEntry,
  writableClients,
} from './write-entries.ts';
import { writtenNames } from './written-names.ts';

/** Lists and mappings up to this many characters stand on one line. */
const ONE_LINE = 90;

/** What each section is, for people who see the format for the first time. */
const ABOUT: Readonly<Record<string, string>> = {
  tokens: 'The tokens that are issued. A variant (for: …) is used instead of its kind for some clients.',
  claims:
    'What each member of a token says, about whom, and where it comes from. Registered claims need no entry.',
  scopes: 'What clients ask for, and which claims that puts into which token. ? is sometimes, ! is always.',
  resources: 'The APIs that access tokens are for.',
  clients: 'Who asks for tokens. defaultScopes are always granted, scopes may be.',
  exchanges: 'Who may swap a token for which (RFC 8693).',
};

/** What a written definition says of itself. */
export interface WriteOptions {
  /** The JSON Schema that editors hold the file to: a path from the file, or an URL. */
  readonly schema?: string;
}

/** A definition as text, and what the format can not say of it. */
export interface WrittenMapper {
  readonly text: string;
  /** One sentence each. */
  readonly left: readonly string[];
}

function withoutUndefined(entry: Entry): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(entry).filter(([, value]) => value !== undefined));
}

function sections(definition: MapperDefinition): ReadonlyMap<string, unknown> {
  const names = writtenNames(definition);
  const claims = [...definition.claims.values()].filter((claim) => needsEntry(claim, names));
  const entries: Readonly<Record<string, readonly (readonly [string, Entry])[]>> = {
    tokens: [...definition.tokenTypes.values()].map((type) => [type.name, tokenEntry(type, names)]),
    claims: claims.map((claim) => [names.claim(claim.id), claimEntry(claim, names)]),
    scopes: [...definition.scopes.values()].map((scope) => [
      names.scope(scope.name),
      scopeEntry(scope, names),
    ]),
    resources: [...definition.resources.values()].map((one) => [one.name, resourceEntry(one, names)]),
    clients: writableClients(definition).map((client) => [client.name, clientEntry(client, names)]),
  };
  const named = Object.entries(entries)
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => {
      const written = list.map(([key, entry]) => [key, withoutUndefined(entry)] as const);
      return [name, new Map(written)] as const;
    });
  const exchanges = definition.exchanges.map((one) => withoutUndefined(exchangeEntry(one, names)));
  return new Map<string, unknown>([
    ...named,
    ...(exchanges.length > 0 ? [['exchanges', exchanges] as const] : []),
  ]);
}

/** What is lost: what nobody can foresee, clients without grant types, names that are none here. */
function leftOut(definition: MapperDefinition): readonly string[] {
  const { changed } = writtenNames(definition);
  const idle = [...definition.clients.values()].filter(({ grants }) => grants.length === 0);
  const unresolvedClaims = [...definition.claims.values()].filter(
    ({ unresolved }) => unresolved !== undefined,
  );
  const sentences = [
    ...definition.unresolved.map(({ reason, tokenTypes }) => `${reason} (in ${tokenTypes.join(', ')})`),
    ...unresolvedClaims.map(({ id, unresolved }) => `the values of claim "${id}": ${unresolved}`),
    ...idle.map(({ name }) => `client "${name}" has no grant type, so it gets no tokens`),
    ...changed.map(([before, after]) => `"${before}" is no name in this format: it is "${after}" here`),
  ];
  // Names of an export may hold what ends a comment, or moves a terminal's cursor.
  return sentences.map((sentence) => sentence.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '));
}

/** Short lists and mappings on one line, as people write them; entries and sections stay blocks. */
function compact(document: Document): void {
  visit(document, {
    Collection(_key, node, path) {
      const depth = path.filter(isCollection).length;
      if (depth < 3 && !(depth === 2 && isSeq(path.findLast(isCollection)))) return undefined;
      const length = JSON.stringify(node.toJS(document)).length;
      if (length > ONE_LINE) return undefined;
      node.flow = true;
      return visit.SKIP;
    },
  });
}

const comment = (lines: readonly string[]): string => lines.map((line) => ` ${line}`).join('\n');

function explainSections(root: YAMLMap): void {
  for (const pair of root.items) {
    const key = isPair(pair) && isNode(pair.key) ? (pair.key as Node & { toJSON(): unknown }) : undefined;
    const about = key === undefined ? undefined : ABOUT[String(key.toJSON())];
    if (key === undefined || about === undefined) continue;
    key.commentBefore = comment([about]);
    key.spaceBefore = true;
  }
}

/**
 * Writes a definition in tokenpact's own format, with comments. Read again, it has the same effective
 * contracts, but for what the format can not say.
 *
 * @example writeMapper(definition, { schema: 'node_modules/tokenpact/contracts/mapper.schema.json' }).text
 */
export function writeMapper(definition: MapperDefinition, { schema }: WriteOptions = {}): WrittenMapper {
  const { name, version, issuer, owner, claimsFrom } = definition;
  const head = withoutUndefined({
    tokenpact: 'mapper/v1',
    name,
    version,
    issuer,
    owner,
    claimsFrom: claimsFrom === 'issuance' ? undefined : claimsFrom,
  });
  const document = new Document(new Map([...head, ...sections(definition)]), {
    aliasDuplicateObjects: false,
  });
  compact(document);
  if (isMap(document.contents)) explainSections(document.contents);
  const left = leftOut(definition);
  const notes = left.length === 0 ? [] : ['', 'This file does not say:', ...left.map((line) => `- ${line}`)];
  const modeline = schema === undefined ? [] : [`yaml-language-server: $schema=${schema}`];
  const from =
    definition.origin.format === 'tokenpact' ? [] : [`Made from a ${definition.origin.format} export.`];
  const lines = [...modeline, ...from, ...notes].join('\n').split('\n');
  document.commentBefore = lines.join('') === '' ? null : comment(lines);
  return { text: document.toString({ lineWidth: 110, flowCollectionPadding: true }), left };
}
