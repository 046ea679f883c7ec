import { type DecodedToken, type DetectedData, type EffectiveContract, pathKey } from '../model/index.ts';
import { type ClassifiedMember, classifyMembers, classifyName } from '../privacy/index.ts';

/** A guess would make people stop reading: only what has a form of its own counts. */
const CERTAIN = 0.9;

/**
 * Personal data by value, under names that do not say so, and not declared either: whoever declared a claim has
 * looked.
 */
export function unsaidData({ payload, contract }: DecodedToken): readonly ClassifiedMember[] {
  if (payload === undefined) return [];
  const declared = declaredClaims(contract);
  return classifyMembers(payload).filter(
    ({ path, classification }) =>
      classification.personal && !path.some((_, index) => isSaid(path.slice(0, index + 1), declared)),
  );
}

/**
 * Adds what is certain of that to a token.
 *
 * @example withDetected(token).detected // [{ path: ['ref'], category: 'user.contact.email' }]
 */
export function withDetected(token: DecodedToken, data = unsaidData(token)): DecodedToken {
  if (data.length === 0) return token;
  const found = new Map<string, DetectedData>();
  for (const { path, classification } of data) {
    const { category, confidence } = classification;
    if (category !== undefined && confidence >= CERTAIN) found.set(pathKey(path), { path, category });
  }
  return found.size === 0 ? token : { ...token, detected: [...found.values()] };
}

/** By contract: tokens of one grant share theirs. */
const declaredBy = new WeakMap<EffectiveContract, ReadonlySet<string>>();
const NONE: ReadonlySet<string> = new Set();

function declaredClaims(contract: EffectiveContract | undefined): ReadonlySet<string> {
  if (contract === undefined) return NONE;
  const known = declaredBy.get(contract);
  if (known !== undefined) return known;
  const declared = new Set(
    [...contract.claims.values()]
      .filter(({ releases }) => releases.some(({ claim }) => claim?.privacy !== undefined))
      .map(({ key }) => key),
  );
  declaredBy.set(contract, declared);
  return declared;
}

function isSaid(path: readonly string[], declared: ReadonlySet<string>): boolean {
  return declared.has(pathKey(path)) || classifyName(path).personal;
}
