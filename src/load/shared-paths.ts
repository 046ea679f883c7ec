import {
  type Claim,
  comparePlaces,
  declaredTypes,
  type MapperDefinition,
  pathKey,
  placeOf,
  showPath,
} from '../model/index.ts';
import { LIMITS } from './limits.ts';
import { conflict, type Report } from './problems.ts';
import { releasedTogether } from './released-together.ts';
import { typeInWords } from './shape-words.ts';

/** Two claims that meet: at one path, or the second one inside of what the first one fills. */
type Meeting = readonly [Claim, Claim];

function isInside([outer, inner]: Meeting): boolean {
  return inner.path.length > outer.path.length;
}

/** Arrays unite and objects merge; of anything else there can be one only. Unknown types may go together. */
function goTogether([one, other]: Meeting): boolean {
  const types = declaredTypes(one.schema);
  const otherTypes = isInside([one, other]) ? new Set(['object']) : declaredTypes(other.schema);
  if (types === undefined || otherTypes === undefined) return true;
  return ['array', 'object'].some((type) => types.has(type) && otherTypes.has(type));
}

/** Entries by the member of a token that they fill, in source order. */
function byMember(claims: Iterable<Claim>): ReadonlyMap<string, readonly Claim[]> {
  const found = new Map<string, Claim[]>();
  for (const claim of [...claims].sort((one, other) => comparePlaces(one.at, other.at))) {
    const key = pathKey(claim.path);
    const group = found.get(key) ?? [];
    group.push(claim);
    found.set(key, group);
  }
  return found;
}

function* meetings(claims: Iterable<Claim>): Generator<Meeting> {
  const members = byMember(claims);
  for (const group of members.values()) {
    for (const [index, claim] of group.entries()) {
      for (const earlier of group.slice(0, index)) yield [earlier, claim];
      const depth = Math.min(claim.path.length, LIMITS.depth);
      for (let length = 1; length < depth; length += 1) {
        for (const outer of members.get(pathKey(claim.path.slice(0, length))) ?? []) yield [outer, claim];
      }
    }
  }
}

/** Pairs looked at: far more than any real definition has; a hostile one gives all of its claims one path. */
const MOST_PAIRS = 20_000;
/** Grants looked at over all pairs. */
const MOST_GRANTS = 1_000_000;

/** Claims that meet although their values can't be put together. */
function rivals(claims: Iterable<Claim>): readonly Meeting[] {
  const found: Meeting[] = [];
  let seen = 0;
  for (const meeting of meetings(claims)) {
    seen += 1;
    if (seen > MOST_PAIRS) break;
    if (!goTogether(meeting)) found.push(meeting);
  }
  return found;
}

function words([one, other]: Meeting, token: string): { readonly message: string; readonly help: string } {
  const member = `"${showPath(other.path)}" of ${token}`;
  if (isInside([one, other])) {
    return {
      message: `claim "${other.id}" fills ${member}, but claim "${one.id}" makes "${showPath(one.path)}" ${[...(declaredTypes(one.schema) ?? [])].map(typeInWords).join(' or ')}`,
      help: `only an object has members: release one of them, or give "${one.id}" the type object`,
    };
  }
  return {
    message: `claims "${one.id}" and "${other.id}" both fill ${member}, which can hold one value`,
    help: 'only arrays unite and objects merge: release one of them',
  };
}

/** Claims that can't share a member of a token, or be one inside the other, released into one token. */
export function checkSharedPaths(definition: MapperDefinition, report: Report): void {
  const { tokenTypes, clients, scopes } = definition;
  const perPair = Math.max(tokenTypes.size, 1) * (clients.size + scopes.size + 1);
  const pairs = rivals(definition.claims.values()).slice(0, Math.ceil(MOST_GRANTS / perPair));
  for (const [one, other] of pairs) {
    const token = releasedTogether(definition, one.id, other.id);
    if (token === undefined) continue;
    const { message, help } = words([one, other], token);
    report(conflict(placeOf(other, 'path'), message, help));
  }
}
