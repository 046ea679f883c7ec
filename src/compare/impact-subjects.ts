import {
  type Claim,
  canonical,
  type EffectiveContract,
  type ImpactSubject,
  type JsonValue,
  listedValues,
  type MapperDefinition,
  showPath,
} from '../model/index.ts';
import { declaredName } from './claim-pairs.ts';

/**
 * What somebody may mean by a name: a claim (by its name in tokens, or its entry's), a scope, or `claim=value`.
 * A name that a claim and a scope share means both.
 *
 * @returns nothing where the definition knows no such name
 * @example impactSubjects(definition, 'account_status=suspended')
 */
export function impactSubjects(definition: MapperDefinition, text: string): readonly ImpactSubject[] {
  const subjects: ImpactSubject[] = [...claimNames(definition, text)].map((claim) => ({
    kind: 'claim',
    claim,
  }));
  if (definition.scopes.has(text)) subjects.push({ kind: 'scope', scope: text });
  if (subjects.length > 0) return subjects;
  // Names of claims are often URLs, and those may have a "=" of their own: the longest name that fits wins.
  for (let at = text.lastIndexOf('='); at > 0; at = text.lastIndexOf('=', at - 1)) {
    const written = text.slice(at + 1);
    const names = [...claimNames(definition, text.slice(0, at))];
    if (names.length > 0) {
      return names.map((claim) => ({ kind: 'value', claim, value: valueFor(definition, claim, written) }));
    }
  }
  return [];
}

/** Names that `impactSubjects` knows, for suggestions. */
export function impactNames(definition: MapperDefinition): readonly string[] {
  const claims = [...definition.claims.values()].map(({ path }) => showPath(path));
  return [...new Set([...claims, ...definition.scopes.keys()])].sort();
}

/** The entries that fill a member of the tokens. */
export function entriesOf(definition: MapperDefinition, claim: string): readonly Claim[] {
  return [...definition.claims.values()].filter(({ path }) => showPath(path) === claim);
}

/** Whether tokens of a contract may have it, or be granted it. */
export function mayHave(
  { claims, defaultScopes, optionalScopes }: EffectiveContract,
  subject: ImpactSubject,
): boolean {
  if (subject.kind === 'scope')
    return defaultScopes.includes(subject.scope) || optionalScopes.includes(subject.scope);
  return [...claims.values()].some((claim) => declaredName(claim) === subject.claim);
}

function claimNames(definition: MapperDefinition, text: string): ReadonlySet<string> {
  const byName = entriesOf(definition, text);
  const entry = definition.claims.get(text);
  return new Set(
    [...byName, ...(byName.length === 0 && entry ? [entry] : [])].map(({ path }) => showPath(path)),
  );
}

/** The listed value that is written so; else what JSON makes of it, else the text itself. */
function valueFor(definition: MapperDefinition, claim: string, written: string): JsonValue {
  const listed = entriesOf(definition, claim).flatMap(({ schema }) => listedValues(schema) ?? []);
  const found = listed.find((value) => value === written || canonical(value) === written);
  if (found !== undefined) return found;
  try {
    return JSON.parse(written) as JsonValue;
  } catch {
    return written;
  }
}
