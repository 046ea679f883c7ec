import type { Claim, ClaimRelease, EffectiveClaim, JsonSchema, PrivacyLevel } from '../../model/index.ts';
import { membersIn } from '../../model/index.ts';
import { type Classification, isPersonal, privacyRank } from '../../privacy/classification.ts';
// Not by the folder's index: names need none of what recognises values, the telephone numbers of all countries.
import { classifyName } from '../../privacy/name/classify-name.ts';

/** What a claim says about a person, and of which kind it is. */
export interface ClaimPrivacy {
  readonly level: PrivacyLevel;
  /** A Fideslang key; empty where the level says everything. */
  readonly category: string;
}

/** Categories whose values single people out. A value of a short list does not, whatever its name is. */
const SINGLES_OUT = /^user\.(contact|device|location|name|account|unique_id)/;

/** The definition's own word wins over what the claim's name says. */
export function privacyOf(
  { path }: Pick<EffectiveClaim, 'path'>,
  { claim }: Pick<ClaimRelease, 'claim'>,
): ClaimPrivacy {
  const guessed = guessedPrivacy(path, claim);
  return {
    level: claim?.privacy?.level ?? guessed.level,
    category: claim?.privacy?.category ?? guessed.category,
  };
}

/** Members of members are looked at to this depth: `address.geo.latitude`. */
const DEPTH = 3;

/** What the members of a claim's value tell beyond the claim, where its definition says nothing of how much it tells. */
export function memberPrivacy(
  claim: Claim,
): readonly (ClaimPrivacy & { readonly path: readonly string[] })[] {
  if (claim.privacy !== undefined) return [];
  const own = privacyRank(guessedPrivacy(claim.path, claim).level);
  return [...membersIn(claim.schema)]
    .filter((member) => member.path.length <= DEPTH)
    .map((member) => {
      const { schema } = member;
      const path = [...claim.path, ...member.path];
      return { path, ...guessedPrivacy(path, { ...claim, schema }) };
    })
    .filter(({ level }) => privacyRank(level) > own);
}

/** What a claim's name says, whatever its definition says. */
export function guessedPrivacy(path: readonly string[], claim: Claim | undefined): ClaimPrivacy {
  const guessed = classifyName(path);
  const level = claim === undefined ? guessed.level : levelOf(claim, guessed);
  return { level, category: guessed.category ?? '' };
}

/**
 * The level of a name, for what the claim is about. A client's address is a matter of the network, and its other
 * properties are nobody's; a session's region out of two is not where somebody lives.
 */
function levelOf({ about, schema }: Claim, { level, category = '' }: Classification): PrivacyLevel {
  if (!isPersonal(level)) return level;
  if (about === 'client') {
    return category.startsWith('user.device') ? 'confidential-infrastructure' : 'technical';
  }
  if (!listsValues(schema) || !SINGLES_OUT.test(category)) return level;
  return about === 'session' ? 'technical' : 'quasi-identifier';
}

function listsValues(schema: JsonSchema): boolean {
  return typeof schema === 'object' && (Object.hasOwn(schema, 'enum') || Object.hasOwn(schema, 'const'));
}
