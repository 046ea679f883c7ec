import { type DecodedToken, type DetectedData, type EffectiveContract, pathKey } from '../model/index.ts';
import { type ClassifiedMember, classifyMembers, classifyName } from '../privacy/index.ts';

/** A guess would make people stop reading: only what has a form of its own counts. */
const CERTAIN = 0.9;

/**
 * Looks for personal data by value, under names that do not say so. What a definition says of a claim wins:
 * whoever declared it has looked.
 *
 * @example withDetected(token).detected // [{ path: ['ref'], category: 'user.contact.email' }]
 */
export function withDetected(token: DecodedToken): DecodedToken {
  const { payload, contract } = token;
  if (payload === undefined) return token;
  const declared = declaredClaims(contract);
  const isUnsaid = ({ path, classification: { personal, confidence } }: ClassifiedMember): boolean =>
    personal && confidence >= CERTAIN && !path.some((_, index) => isSaid(path.slice(0, index + 1), declared));
  const found = new Map<string, DetectedData>();
  for (const member of classifyMembers(payload).filter(isUnsaid)) {
    const { category } = member.classification;
    if (category !== undefined) found.set(pathKey(member.path), { path: member.path, category });
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
