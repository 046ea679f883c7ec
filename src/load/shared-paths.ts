import {
  type Claim,
  comparePlaces,
  type MapperDefinition,
  pathKey,
  placeOf,
  showPath,
} from '../model/index.ts';
import { isObject } from './node.ts';
import { conflict, type Report } from './problems.ts';
import { releasedTogether } from './released-together.ts';

/** What a schema's values are, where it says so. */
function typeOf(schema: Claim['schema']): string | undefined {
  if (!isObject(schema)) return undefined;
  if (typeof schema.type === 'string') return schema.type;
  const [first] = Array.isArray(schema.enum) ? schema.enum : [schema.const];
  if (first === undefined) return undefined;
  if (Array.isArray(first)) return 'array';
  return first === null ? 'null' : typeof first;
}

/** Arrays unite and objects merge; of anything else there can be one only. Unknown types may go together. */
function canMerge(one: Claim, other: Claim): boolean {
  const types = [typeOf(one.schema), typeOf(other.schema)];
  if (types.includes(undefined)) return true;
  return types[0] === types[1] && (types[0] === 'array' || types[0] === 'object');
}

/** Entries that fill the same member of a token, by the member. */
function sharers(claims: Iterable<Claim>): readonly (readonly Claim[])[] {
  const byPath = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = pathKey(claim.path);
    const group = byPath.get(key) ?? [];
    group.push(claim);
    byPath.set(key, group);
  }
  return [...byPath.values()].filter(({ length }) => length > 1);
}

/** Pairs looked at: far more than any real definition has; a hostile one gives all of its claims one path. */
const MOST_PAIRS = 20_000;
/** Grants looked at over all pairs. */
const MOST_GRANTS = 1_000_000;

/** Pairs of claims at one path whose values can't be put together, in source order. */
function rivals(claims: Iterable<Claim>): readonly (readonly [Claim, Claim])[] {
  const pairs: [Claim, Claim][] = [];
  let seen = 0;
  for (const group of sharers(claims)) {
    const inOrder = [...group].sort((one, other) => comparePlaces(one.at, other.at));
    for (const [index, later] of inOrder.entries()) {
      for (const earlier of inOrder.slice(0, Math.min(index, MOST_PAIRS))) {
        seen += 1;
        if (seen > MOST_PAIRS) return pairs;
        if (!canMerge(earlier, later)) pairs.push([earlier, later]);
      }
    }
  }
  return pairs;
}

/** Two claims that can't share a member of a token, released into one token. */
export function checkSharedPaths(definition: MapperDefinition, report: Report): void {
  const { tokenTypes, clients, scopes } = definition;
  const perPair = Math.max(tokenTypes.size, 1) * (clients.size + scopes.size + 1);
  const pairs = rivals(definition.claims.values()).slice(0, Math.ceil(MOST_GRANTS / perPair));
  for (const [earlier, later] of pairs) {
    const token = releasedTogether(definition, earlier.id, later.id);
    if (token === undefined) continue;
    const member = showPath(later.path);
    const message = `claims "${earlier.id}" and "${later.id}" both fill "${member}" of ${token}, which can hold one value`;
    report(
      conflict(placeOf(later, 'path'), message, 'only arrays unite and objects merge: release one of them'),
    );
  }
}
