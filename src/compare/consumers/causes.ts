import { CHANGES, type Change, type ChangeKind, type EffectiveContract } from '../../model/index.ts';

/** Changes that show in a claim which no entry declares. */
const PROTOCOL_CLAIMS: ReadonlyMap<string, ReadonlySet<ChangeKind>> = new Map([
  ['iss', new Set<ChangeKind>(['issuer-changed'])],
  [
    'aud',
    new Set<ChangeKind>([
      'audience-added',
      'audience-changed',
      'audience-removed',
      'audience-shape-changed',
      'resource-audience-changed',
    ]),
  ],
  ['sub', new Set<ChangeKind>(['subject-type-changed'])],
  [
    'cnf',
    new Set<ChangeKind>([
      'sender-constraint-added',
      'sender-constraint-dropped',
      'sender-constraint-changed',
    ]),
  ],
]);

/**
 * The changes that explain what happens to a reader of a contract: those about the claim, or else all that its
 * readers stumble over, or else what brought the contract, such as a new client.
 */
export function causesOf(
  changes: readonly Change[],
  { key }: EffectiveContract,
  claim: string | undefined,
): readonly Change[] {
  const near = changes.filter(
    ({ clients, tokenTypes }) =>
      (tokenTypes.length === 0 || tokenTypes.includes(key.tokenType)) &&
      (clients.length === 0 || clients.includes(key.client)),
  );
  const direct = claim === undefined ? [] : near.filter((change) => isAbout(change, claim));
  if (direct.length > 0) return direct;
  const unsafe = near.filter(({ tolerant }) => tolerant.verdict !== 'safe');
  return unsafe.length > 0 ? unsafe : near.filter((change) => brings(change, key.resource));
}

function brings({ kind, resources }: Change, resource: string | undefined): boolean {
  const { subject, direction } = CHANGES[kind];
  const isHere = resources.length === 0 || (resource !== undefined && resources.includes(resource));
  return direction === 'added' && subject !== 'claim' && isHere;
}

function isAbout({ kind, coordinates, after }: Change, claim: string): boolean {
  if (PROTOCOL_CLAIMS.get(claim)?.has(kind)) return true;
  const names = [coordinates.claim, kind === 'claim-renamed' ? after : undefined];
  return names.some((name) => name === claim || (typeof name === 'string' && name.startsWith(`${claim}.`)));
}
