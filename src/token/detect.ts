// Not by the folder's index: most tokens are only looked at, and what makes contracts is large.
import { kept } from '../contract/kept.ts';
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
  const declared = contract === undefined ? NONE : declaredClaims(contract);
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

const NONE: ReadonlySet<string> = new Set();

/** By contract: tokens of one grant share theirs. */
const declaredClaims = kept(({ claims }: EffectiveContract): ReadonlySet<string> => {
  const declared = [...claims.values()].filter(({ releases }) =>
    releases.some(({ claim }) => claim?.privacy !== undefined),
  );
  return new Set(declared.map(({ key }) => key));
});

function isSaid(path: readonly string[], declared: ReadonlySet<string>): boolean {
  return declared.has(pathKey(path)) || classifyName(path).personal;
}
