import { registeredClaims } from '../generated/registry.ts';
import type { Claim, MapperDefinition, Problem } from '../model/index.ts';
import { readClaim } from './claims.ts';
import { readClient } from './clients.ts';
import type { DefinitionNames } from './definition-names.ts';
import { compareExchanges, readExchange } from './exchanges.ts';
import { impliedClaim } from './implied-claims.ts';
import { namesOf } from './names.ts';
import { located, present, type SourceNode, textAt, wordAt } from './node.ts';
import type { Report } from './problems.ts';
import { readResource } from './resources.ts';
import { readScope } from './scopes.ts';
import { exchangeItems, type Section, type SectionName, section } from './sections.ts';
import { checkSharedPaths } from './shared-paths.ts';
import { checkKind, kindOf, readTokenType } from './token-types.ts';
import { checkVariants } from './variants.ts';

type Sections = Readonly<Record<SectionName, Section>>;

function sectionsOf(parts: readonly SourceNode[], report: Report): Sections {
  const of = (name: SectionName): Section => section(parts, name, report);
  return {
    tokens: of('tokens'),
    claims: of('claims'),
    scopes: of('scopes'),
    resources: of('resources'),
    clients: of('clients'),
  };
}

function namesIn({ tokens, claims, scopes, resources, clients }: Sections): DefinitionNames {
  const kinds = [...tokens.entries].flatMap(([name, entry]) => kindOf(name, entry) ?? []);
  const known = new Set(registeredClaims.keys());
  return {
    claims: namesOf('claim', claims.entries.keys(), { known, complete: claims.complete }),
    scopes: namesOf('scope', scopes.entries.keys(), scopes),
    resources: namesOf('resource', resources.entries.keys(), resources),
    clients: namesOf('client', clients.entries.keys(), clients),
    tokenTypes: namesOf('token type', tokens.entries.keys(), tokens),
    releasable: namesOf('token type', [...tokens.entries.keys(), ...kinds], tokens),
  };
}

/** The token type of each kind that is not narrowed to some grants: what variants vary. */
function generalTypes({ entries }: Section): ReadonlyMap<string, SourceNode> {
  const found = new Map<string, SourceNode>();
  for (const [name, entry] of entries) {
    const kind = kindOf(name, entry);
    const isGeneral = located(entry).keyPlaces?.has('for') === false;
    if (kind !== undefined && isGeneral && (name === kind || !found.has(kind))) found.set(kind, entry);
  }
  return found;
}

/** Reads each entry of a section by its name. */
function readAll<Entry>(
  { entries }: Section,
  read: (name: string, entry: SourceNode) => Entry | undefined,
): ReadonlyMap<string, Entry> {
  const pairs = [...entries].flatMap(([name, entry]) => {
    const value = read(name, entry);
    return value === undefined ? [] : [[name, value] as const];
  });
  return new Map(pairs);
}

function withImplied(
  declared: ReadonlyMap<string, Claim>,
  names: DefinitionNames,
): ReadonlyMap<string, Claim> {
  const implied = [...names.claims.used].flatMap(([name, at]) => {
    const registered = registeredClaims.get(name);
    return declared.has(name) || registered === undefined
      ? []
      : [[name, impliedClaim(name, registered, at)] as const];
  });
  return new Map([...declared, ...implied].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * Reads a mapper definition from its files, the first of which has its name and issuer. Whatever the shape
 * of the files is, it does not throw: what has the wrong type counts as not written.
 */
export function readMapper(
  main: SourceNode,
  included: readonly SourceNode[],
): { definition: MapperDefinition; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const parts = [main, ...included];
  const sections = sectionsOf(parts, report);
  const names = namesIn(sections);
  const generals = generalTypes(sections.tokens);

  const tokenTypes = readAll(sections.tokens, (name, entry) => {
    checkKind(name, entry, report);
    const general = generals.get(kindOf(name, entry) ?? '');
    return readTokenType(name, entry, general === entry ? undefined : general, names, report);
  });
  const claims = readAll(sections.claims, (id, entry) =>
    readClaim(id, entry, registeredClaims, names.claims, report),
  );
  const exchanges = exchangeItems(parts).flatMap((item) => readExchange(item, names, report) ?? []);
  const definition: MapperDefinition = {
    name: textAt(main, 'name') ?? '',
    issuer: textAt(main, 'issuer') ?? '',
    claimsFrom: wordAt(main, 'claimsFrom', ['issuance', 'authorization']) ?? 'issuance',
    origin: { format: 'tokenpact', files: parts.map(({ tree }) => tree.file) },
    tokenTypes,
    scopes: readAll(sections.scopes, (name, entry) => readScope(name, entry, names, report)),
    resources: readAll(sections.resources, (name, entry) => readResource(name, entry, names, report)),
    clients: readAll(sections.clients, (name, entry) => readClient(name, entry, names, report)),
    exchanges: exchanges.sort(compareExchanges),
    unresolved: [],
    ...located(main),
    ...present({ version: textAt(main, 'version'), owner: textAt(main, 'owner') }),
    claims: new Map(),
  };
  const whole = { ...definition, claims: withImplied(claims, names) };
  checkVariants([...whole.tokenTypes.values()], report);
  checkSharedPaths(whole, report);
  return { definition: whole, problems };
}
