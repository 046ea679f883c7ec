import { guessedPrivacy } from '../compare/exposure/claim-privacy.ts';
import { isGranted } from '../contract/scope-tokens.ts';
import type { Claim, DecodedToken } from '../model/index.ts';
import { pathKey, showPath, valueAt } from '../model/index.ts';
import { isPersonal, privacyRank } from '../privacy/classification.ts';
import { personalClaimsOfMachine } from './vocabulary.ts';

/** A claim that a token has and its contract does not know, by what that does. */
interface ExcessClaim {
  readonly path: readonly string[];
  /** It may open access, it tells about a person, or readers only come to rely on it. */
  readonly is: 'authorization' | 'personal' | 'other';
}

type Path = readonly string[];

const startsWith = (path: Path, start: Path): boolean => start.every((name, index) => path[index] === name);
const touches = (one: Path, other: Path): boolean => startsWith(one, other) || startsWith(other, one);

/** Whoever declared a level has looked: also what singles out one of many is personal data then. */
function tellsOfPerson({ path, privacy, ...claim }: Claim): boolean {
  if (privacy !== undefined) return privacyRank(privacy.level) >= privacyRank('quasi-identifier');
  return isPersonal(guessedPrivacy(path, { path, ...claim }).level);
}

/** Who acts for the subject, or may: whoever reads it lets them in (RFC 8693 sections 4.1 and 4.4). */
const DELEGATION: ReadonlySet<string> = new Set(['act', 'may_act']);

function natureOf({ mapper, detected = [] }: DecodedToken, path: Path): ExcessClaim['is'] {
  const declared = [...(mapper?.claims.values() ?? [])].filter((claim) => touches(claim.path, path));
  const { level } = guessedPrivacy(path, undefined);
  const opens =
    declared.length > 0
      ? declared.some(({ use }) => use === 'authorization')
      : level === 'authorization' || DELEGATION.has(path[0] ?? '');
  if (opens) return 'authorization';
  const said = declared.length > 0 ? declared.some(tellsOfPerson) : isPersonal(level);
  return said || detected.some((data) => startsWith(data.path, path)) ? 'personal' : 'other';
}

/** The claims of a token that its contract does not know; those of machines that are about people have their own rule. */
function excessClaims(token: DecodedToken): readonly ExcessClaim[] {
  const undeclared = token.violations.filter(({ kind }) => kind === 'undeclared');
  if (undeclared.length === 0) return [];
  const told = personalClaimsOfMachine(token);
  return undeclared
    .filter(({ path: [name = ''] }) => !told.includes(name))
    .map(({ path }) => ({ path, is: natureOf(token, path) }));
}

/** What a rule says about one claim of a token. */
export const onClaim = ({ at }: DecodedToken, path: Path) => ({
  at,
  args: { claim: showPath(path) },
  coordinates: { claim: pathKey(path) },
});

/** The claims of a token beyond its contract that do such a thing. */
export function excess(token: DecodedToken, is: ExcessClaim['is']) {
  return excessClaims(token)
    .filter((claim) => claim.is === is)
    .map(({ path }) => onClaim(token, path));
}

/**
 * Members of a token that only a scope releases, where its contract promises `scope` and the token has none: any
 * scope of the client may have been granted. What no scope could release is a violation already.
 */
export function releasedByUnstated({ contract, grant, payload, violations }: DecodedToken): readonly Path[] {
  if (contract === undefined || payload === undefined || !contract.claims.has('scope')) return [];
  if (Object.hasOwn(payload, 'scope') || Object.hasOwn(payload, 'scp')) return [];
  const granted = new Set([...contract.defaultScopes, ...(grant?.scopes ?? [])]);
  return [...contract.claims.values()]
    .filter(({ releases }) =>
      releases.every(({ scope }) => scope !== undefined && !isGranted(scope, granted)),
    )
    .map(({ path }) => path)
    .filter(
      (path) =>
        valueAt(payload, path) !== undefined &&
        !violations.some((violation) => touches(violation.path, path)),
    );
}
