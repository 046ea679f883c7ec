import type { Change, Consumer, MapperDefinition, Party } from '../model/index.ts';
import { CHANGES, READ_BY } from '../model/index.ts';

/** One reader of the tokens that show a change. */
interface Reader {
  readonly kind: 'client' | 'resource';
  readonly name: string;
  readonly party: Party;
  /** The token type that it reads. */
  readonly reads: string;
}

/** Who reads the tokens that show a change; `known` is false when somebody else may, of whom nothing is said. */
export interface Readers {
  readonly readers: readonly Reader[];
  readonly known: boolean;
}

/** The readers of a change's tokens, as both definitions know them. */
export function readersOf(change: Change, before: MapperDefinition, after: MapperDefinition): Readers {
  const readers: Reader[] = [];
  let known = change.tokenTypes.length > 0;
  for (const reads of change.tokenTypes) {
    const kind = (after.tokenTypes.get(reads) ?? before.tokenTypes.get(reads))?.kind;
    const role = kind === undefined ? 'gateway' : READ_BY[kind];
    const names = role === 'client' ? change.clients : role === 'resource' ? change.resources : [];
    // An access token without a resource is read by somebody, but the definition does not say who.
    if (names.length === 0) known = false;
    for (const name of names)
      readers.push({ kind: role as Reader['kind'], name, party: partyOf(role, name), reads });
  }
  return { readers, known };

  function partyOf(role: string, name: string): Party {
    const things = role === 'client' ? [after.clients, before.clients] : [after.resources, before.resources];
    return things.map((byName) => byName.get(name)?.party).find((party) => party !== undefined) ?? 'third';
  }
}

/** Whether each reader has said what it needs, so that nobody's complaint means nobody is hurt. */
export function allDeclared(
  { readers, known }: Readers,
  consumers: readonly Consumer[],
  mapper: MapperDefinition,
): boolean {
  return (
    known &&
    readers.every(({ kind, name, reads }) =>
      consumers.some(
        ({ role, reads: wanted }) =>
          role.as === kind &&
          role.name === name &&
          (wanted === reads || wanted === mapper.tokenTypes.get(reads)?.kind),
      ),
    )
  );
}

/** `third` when somebody else reads the tokens, or asks for them where the change is about asking. */
export function worstParty(
  change: Change,
  { readers }: Readers,
  before: MapperDefinition,
  after: MapperDefinition,
): Party {
  const { subject } = CHANGES[change.kind];
  const asks = subject === 'scope' || subject === 'client' || subject === 'exchange';
  const askers = change.clients.map((name) => (after.clients.get(name) ?? before.clients.get(name))?.party);
  const parties = asks || readers.length === 0 ? askers : readers.map(({ party }) => party);
  return parties.includes('third') ? 'third' : 'first';
}
