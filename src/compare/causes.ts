import type { Change, ChangeKind, EffectiveContract } from '../model/index.ts';

/** Changes that show in a claim which no entry declares. */
const PROTOCOL_CLAIMS: ReadonlyMap<string, ReadonlySet<ChangeKind>> = new Map([
  ['iss', new Set<ChangeKind>(['issuer-changed'])],
  [
    'aud',
    new Set<ChangeKind>([
      'audience-added',
      'audience-removed',
      'audience-shape-changed',
      'resource-audience-changed',
    ]),
  ],
  ['sub', new Set<ChangeKind>(['subject-type-changed'])],
  ['cnf', new Set<ChangeKind>(['sender-constraint-added', 'sender-constraint-dropped'])],
]);

/** The changes that explain what happens to a reader of a contract: those about the claim, or else all. */
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
  return direct.length > 0 ? direct : near.filter(({ tolerant }) => tolerant.verdict !== 'safe');
}

function isAbout({ kind, coordinates, after }: Change, claim: string): boolean {
  if (PROTOCOL_CLAIMS.get(claim)?.has(kind)) return true;
  const names = [coordinates.claim, kind === 'claim-renamed' ? after : undefined];
  return names.some((name) => name === claim || (typeof name === 'string' && name.startsWith(`${claim}.`)));
}
