import type { AffectedConsumer, Change, Comparison, Consumer } from '../../model/index.ts';
import { mentionedClaims } from '../authorization/decision-names.ts';
import { affected } from './consumers.ts';
import { knownNames } from './expectation.ts';

/** Consumers that read what a change is about, and say that they look at it. */
export function lookingAt(
  change: Change,
  comparison: Comparison,
  consumers: readonly Consumer[],
): readonly AffectedConsumer[] {
  const reading = consumers.filter((consumer) => isReader(consumer, change, comparison));
  return reading.filter((consumer) => mentions(consumer, change)).map(affected);
}

/** Whether a consumer reads the tokens that a change shows in. */
export function isReader(
  { reads, role }: Consumer,
  { tokenTypes, clients, resources }: Change,
  { before, after }: Comparison,
): boolean {
  const kinds = tokenTypes.map((name) => (before.tokenTypes.get(name) ?? after.tokenTypes.get(name))?.kind);
  if (!tokenTypes.includes(reads) && !kinds.some((kind) => kind === reads)) return false;
  if (role.as === 'gateway') return true;
  return (role.as === 'client' ? clients : resources).includes(role.name);
}

/** Whether a consumer says that it looks at what a change is about. */
export function mentions({ expects, decisions }: Consumer, change: Change): boolean {
  const names = claimNames(change);
  if (names.length === 0) return false;
  const known = knownNames(expects);
  const has = (some: ReadonlySet<string>): boolean => names.some((name) => some.has(name));
  return (
    has(known) ||
    decisions.some(({ allows }) => {
      const mentioned = mentionedClaims(allows);
      return mentioned === 'all' || has(mentioned);
    })
  );
}

/** The top-level names of the claims that a change is about. */
function claimNames({ kind, coordinates, after, claims }: Change): readonly string[] {
  const renamed = kind === 'claim-renamed' && typeof after === 'string' ? [after] : [];
  const named = [coordinates.claim, ...renamed, ...(claims ?? [])].filter((name) => name !== undefined);
  return named.flatMap((name) => [name, name.split('.')[0] ?? name]);
}
