import type { JsonObject, JsonValue } from '../../model/index.ts';
import { type Classification, classified, privacyRank } from '../classification.ts';
import { conceptOf } from '../concepts.ts';
import { classifyText, contextOf, NO_DATA, withoutValue } from './classify-text.ts';
import type { Detection } from './detector.ts';
import { parsedJson, payloadOf } from './encoded.ts';
import { placeIn, placeOf } from './place.ts';

const MAX_DEPTH = 10;
/** Members that are read of one value; a token with more is read in part. */
const MAX_MEMBERS = 2000;

/** Smaller numbers are counts and flags, not telephone numbers or postal codes. */
const SHORTEST_NUMBER = 100;

/** One member of a value, with its classification; array elements share their array's path. */
export interface ClassifiedMember {
  readonly path: readonly string[];
  readonly classification: Classification;
}

/**
 * What a claim says about a person, by its path and its value: the strongest of its members. Arrays, nested
 * objects, JSON in strings and tokens in strings are read too.
 *
 * @param path Member names from the token's root.
 * @example classifyValue(['ref'], 'alice@example.com').category // 'user.contact.email'
 * @example classifyValue(['ref'], '4111111111111111').personal  // false: bare digits, and a name that says nothing
 */
export function classifyValue(path: readonly string[], value: JsonValue): Classification {
  const members = classifyMembers(value, path);
  const strongest = members.reduce<Classification | undefined>(
    (best, { classification }) =>
      best === undefined || privacyRank(classification.level) > privacyRank(best.level)
        ? classification
        : best,
    undefined,
  );
  if (strongest === undefined) return withoutValue(contextOf(path).name, undefined);
  const { name } = contextOf(path);
  const container = typeof value === 'object' && name.personal && holdsSomething(members);
  return container && privacyRank(name.level) > privacyRank(strongest.level) ? name : strongest;
}

function holdsSomething(members: readonly ClassifiedMember[]): boolean {
  return members.some(({ classification }) => !classification.evidence.includes(NO_DATA));
}

/**
 * Every member of a value with its classification, in the order of the value.
 *
 * @example classifyMembers({ act: { email: 'a@b.example' } })[0]?.path // ['act', 'email']
 */
export function classifyMembers(value: JsonValue, path: readonly string[] = []): readonly ClassifiedMember[] {
  const members: ClassifiedMember[] = [];
  visit(value, path, 0, members);
  return members;
}

function visit(value: JsonValue, path: readonly string[], depth: number, members: ClassifiedMember[]): void {
  if (members.length >= MAX_MEMBERS || depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    const point = placeOf(value, contextOf(path));
    if (point !== undefined) members.push(classifiedAs(path, point));
    for (const element of value) visit(element, path, depth + 1, members);
    return;
  }
  if (typeof value === 'object' && value !== null) {
    visitObject(value as JsonObject, path, depth, members);
    return;
  }
  const nested = typeof value === 'string' ? (parsedJson(value) ?? payloadOf(value)) : undefined;
  members.push({ path, classification: classifyLeaf(path, value) });
  if (nested !== undefined) visit(nested, path, depth + 1, members);
}

function visitObject(
  object: JsonObject,
  path: readonly string[],
  depth: number,
  members: ClassifiedMember[],
): void {
  const point = placeIn(object);
  if (point !== undefined) {
    members.push(classifiedAs(path, point));
  }
  for (const [name, member] of Object.entries(object)) {
    const data = nameAsData(name);
    if (data !== undefined) members.push({ path, classification: data });
    visit(member, [...path, name], depth + 1, members);
  }
}

function classifiedAs(
  path: readonly string[],
  { concept, confidence, because }: Detection,
): ClassifiedMember {
  const { level, category } = conceptOf(concept);
  return { path, classification: classified(level, category, confidence, [because]) };
}

/**
 * What the name of a member says when it is data itself: permissions by e-mail address or telephone number.
 *
 * @example nameAsData('alice@example.com')?.category // 'user.contact.email'
 */
export function nameAsData(name: string): Classification | undefined {
  const judged = /[@+]/.test(name) ? classifyText([], name) : undefined;
  return judged?.personal === true ? judged : undefined;
}

function classifyLeaf(path: readonly string[], value: JsonValue): Classification {
  if (typeof value === 'string') return classifyText(path, value);
  const { name } = contextOf(path);
  if (typeof value === 'number') return classifyNumber(path, value);
  return withoutValue(name, typeof value === 'boolean' ? value : undefined);
}

/** Numbers count only where the path says so: anything can be a number. */
function classifyNumber(path: readonly string[], value: number): Classification {
  const { name } = contextOf(path);
  if (/^user\.(?:contact|name|account)/.test(name.category ?? '') && Math.abs(value) < SHORTEST_NUMBER) {
    return withoutValue(name, undefined);
  }
  const byText = name.personal && Number.isSafeInteger(value) && value >= 1e7;
  return byText ? classifyText(path, String(value)) : name;
}
