import { effectiveContracts } from '../../contract/index.ts';
import {
  type Claim,
  canonical,
  type EffectiveContract,
  type ImpactSubject,
  type JsonSchema,
  type JsonValue,
  listedValues,
  type MapperDefinition,
  membersIn,
  showPath,
} from '../../model/index.ts';
import { claimsNamed, declaredName } from '../facts/claim-pairs.ts';
import { hasMember } from './claim-members.ts';

/**
 * What somebody may mean by a name: a claim (by its name in tokens, or its entry's), all that is below a name, a
 * member of an object, a scope, `claim=value`, or a value that claims list. A name that a claim and a scope share means
 * both.
 *
 * @returns nothing where the definition knows no such name
 * @example impactSubjects(definition, 'account_status=suspended')
 */
export function impactSubjects(definition: MapperDefinition, text: string): readonly ImpactSubject[] {
  const names = claimNames(definition, text);
  const subjects: ImpactSubject[] = [...names].map((claim) => ({ kind: 'claim', claim }));
  if (names.size === 0) subjects.push(...otherClaims(definition, text));
  if (definition.scopes.has(text)) subjects.push({ kind: 'scope', scope: text });
  if (subjects.length > 0) return subjects;
  // Names of claims are often URLs, and those may have a "=" of their own: the longest name that fits wins.
  for (let at = text.lastIndexOf('='); at > 0; at = text.lastIndexOf('=', at - 1)) {
    const written = text.slice(at + 1);
    const names = [...claimNames(definition, text.slice(0, at))];
    if (names.length > 0) {
      return names.flatMap((claim) => valueSubjects(definition, claim, written));
    }
  }
  return [...definition.claims.values()].flatMap(({ path, schema }) =>
    (listedValues(schema) ?? [])
      .filter((value) => value === text)
      .map((value) => ({ kind: 'value', claim: showPath(path), value }) as const),
  );
}

/** Names that `impactSubjects` knows, for suggestions. */
export function impactNames(definition: MapperDefinition): readonly string[] {
  const values = [...definition.claims.values()].flatMap(({ path, schema }) =>
    (listedValues(schema) ?? []).map((value) => `${showPath(path)}=${value}`),
  );
  return [...new Set([...claimSubjects(definition).keys(), ...definition.scopes.keys(), ...values])].sort();
}

type ClaimSubject = Extract<ImpactSubject, { kind: 'claim' }>;

/** A claim, or a member of one, as people write it. */
function subjectName({ claim, member = [] }: ClaimSubject): string {
  return [claim, ...member].join('.');
}

/** What a name that no entry has stands for: what something else brings, or the claims below it. */
function otherClaims(definition: MapperDefinition, text: string): readonly ClaimSubject[] {
  const named = claimSubjects(definition).get(text);
  if (named !== undefined) return [named];
  const isBelow = ({ path }: Claim): boolean =>
    path.some((_, at) => at > 0 && showPath(path.slice(0, at)) === text);
  const below = [...definition.claims.values()].filter(isBelow).map(({ path }) => showPath(path));
  return [...new Set(below)].sort().map((claim) => ({ kind: 'claim', claim }));
}

/** Every claim by its name in tokens, also where a profile, a resource or a client brings it, and every member. */
function claimSubjects(definition: MapperDefinition): ReadonlyMap<string, ClaimSubject> {
  const subjects = new Map<string, ClaimSubject>();
  const add = (claim: string, schema: JsonSchema): void => {
    if (!subjects.has(claim)) subjects.set(claim, { kind: 'claim', claim });
    for (const { path } of membersIn(schema)) {
      const subject = { kind: 'claim', claim, member: path } as const;
      subjects.set(subjectName(subject), subjects.get(subjectName(subject)) ?? subject);
    }
  };
  for (const { path, schema } of definition.claims.values()) add(showPath(path), schema);
  for (const { claims } of effectiveContracts(definition)) {
    for (const claim of claims.values())
      for (const { schema } of claim.releases) add(declaredName(claim), schema);
  }
  return subjects;
}

/** The entries that fill a member of the tokens. */
export function entriesOf(definition: MapperDefinition, claim: string): readonly Claim[] {
  return [...definition.claims.values()].filter(({ path }) => showPath(path) === claim);
}

/** Whether tokens of a contract may have it, or be granted it. */
export function mayHave(contract: EffectiveContract, subject: ImpactSubject): boolean {
  if (subject.kind === 'scope')
    return [...contract.defaultScopes, ...contract.optionalScopes].includes(subject.scope);
  const member = subject.kind === 'claim' ? subject.member : undefined;
  return claimsNamed(contract, subject.claim).some(
    ({ releases }) => member === undefined || releases.some(({ schema }) => hasMember(schema, member)),
  );
}

function claimNames(definition: MapperDefinition, text: string): ReadonlySet<string> {
  const byName = entriesOf(definition, text);
  const entry = definition.claims.get(text);
  return new Set(
    [...byName, ...(byName.length === 0 && entry ? [entry] : [])].map(({ path }) => showPath(path)),
  );
}

/** The listed value that is written so; where others may come, what JSON makes of it, else the text itself. */
function valueSubjects(
  definition: MapperDefinition,
  claim: string,
  written: string,
): readonly ImpactSubject[] {
  const entries = entriesOf(definition, claim);
  const listed = entries.flatMap(({ schema }) => listedValues(schema) ?? []);
  const found = listed.find((value) => value === written || canonical(value) === written);
  if (found !== undefined) return [{ kind: 'value', claim, value: found }];
  const isClosed = entries.every(
    ({ schema, growth }) => growth === 'closed' && listedValues(schema) !== undefined,
  );
  return isClosed ? [] : [{ kind: 'value', claim, value: parsed(written) }];
}

function parsed(written: string): JsonValue {
  try {
    return JSON.parse(written) as JsonValue;
  } catch {
    return written;
  }
}
