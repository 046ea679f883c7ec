import {
  type Client,
  type Consumer,
  type EffectiveContract,
  type ImpactSubject,
  type MapperDefinition,
  type Observed,
  READ_BY,
  type Reliance,
} from '../../model/index.ts';
import { reads } from '../consumers/readers.ts';
import { isNeverSeen } from './observed.ts';
import type { Removal } from './reliance.ts';

interface Silent {
  readonly kind: 'client' | 'resource';
  readonly name: string;
  readonly tokenTypes: Set<string>;
  readonly reasons: Set<string>;
}

/** Readers that no consumer speaks for, and clients that ask for a scope: what nobody declared is unknown. */
export function silentReliances(removal: Removal, consumers: readonly Consumer[]): readonly Reliance[] {
  const { definition, subject, contracts } = removal;
  const found = new Map<string, Silent>();
  const silent = (kind: Silent['kind'], name: string): Silent => {
    const known = found.get(`${kind} ${name}`) ?? { kind, name, tokenTypes: new Set(), reasons: new Set() };
    found.set(`${kind} ${name}`, known);
    return known;
  };
  for (const contract of contracts) {
    const reader = readerOf(contract, consumers);
    if (reader === undefined) continue;
    const { tokenTypes, reasons } = silent(reader.kind, reader.name);
    tokenTypes.add(contract.key.tokenType);
    reasons.add(reader.reason);
  }
  for (const client of askers(definition, subject)) {
    const { tokenTypes, reasons } = silent('client', client);
    for (const { key } of contracts) if (key.client === client) tokenTypes.add(key.tokenType);
    reasons.add('it may ask for the scope, and would be refused');
  }
  return [...found.values()].map((one) => relianceOf(removal, one));
}

/** The clients that may have a scope, also where it changes nothing in their tokens. */
export function askers({ clients }: MapperDefinition, subject: ImpactSubject): readonly string[] {
  if (subject.kind !== 'scope') return [];
  const { scope } = subject;
  return [...clients.values()]
    .filter(({ defaultScopes, scopes }) => defaultScopes.includes(scope) || scopes.includes(scope))
    .map(({ name }) => name);
}

function readerOf(
  contract: EffectiveContract,
  consumers: readonly Consumer[],
): { readonly kind: Silent['kind']; readonly name: string; readonly reason: string } | undefined {
  if (contract.format === 'opaque') return undefined;
  const role = READ_BY[contract.kind];
  const { client, resource } = contract.key;
  if (role === 'gateway') return undefined;
  // A gateway that introspects speaks for the resources behind it; one that passes tokens on does not.
  const speaks = ({ role: { as } }: Consumer): boolean =>
    as !== 'gateway' || contract.kind === 'introspection';
  if (consumers.some((consumer) => speaks(consumer) && reads(consumer, contract))) return undefined;
  if (role === 'client') return { kind: 'client', name: client, reason: NOBODY_DECLARED };
  if (resource !== undefined) return { kind: 'resource', name: resource, reason: NOBODY_DECLARED };
  return {
    kind: 'client',
    name: client,
    reason: 'it sends the token to APIs that the definition does not name',
  };
}

const NOBODY_DECLARED = 'nobody declared what it needs';

function relianceOf({ definition, subject, observe }: Removal, silent: Silent): Reliance {
  const { kind, name } = silent;
  const tokenTypes = [...silent.tokenTypes].sort();
  const observed = observe?.(({ key }) => {
    if (kind === 'resource') return key.resource === name && tokenTypes.includes(key.tokenType);
    // What a client asks for shows in all of its tokens, what it reads in those that it reads.
    return key.client === name && (subject.kind === 'scope' || tokenTypes.includes(key.tokenType));
  });
  const thing = (kind === 'client' ? definition.clients : definition.resources).get(name);
  const client = kind === 'client' ? definition.clients.get(name) : undefined;
  return {
    reader: {
      kind,
      name,
      party: thing?.party ?? 'third',
      ...(thing?.owner !== undefined && { owner: thing.owner }),
    },
    tokenTypes,
    ...answerOf(subject.kind === 'scope' ? subject.scope : undefined, client, silent, observed),
    ...(observed && { observed }),
  };
}

function answerOf(
  scope: string | undefined,
  client: Client | undefined,
  { reasons }: Silent,
  observed: Observed | undefined,
): Pick<Reliance, 'answer' | 'reasons'> {
  if (scope !== undefined && client !== undefined) {
    if (client.defaultScopes.includes(scope))
      return { answer: 'breaks', reasons: ['each of its grants has the scope'] };
    if ((observed?.seen ?? 0) > 0)
      return { answer: 'breaks', reasons: ['it asks for the scope, and would be refused'] };
  }
  if (isNeverSeen(observed)) return { answer: 'safe', reasons: ['its tokens never had it'] };
  const doubt = observed?.seen === 0 && observed.doubt !== undefined ? [observed.doubt] : [];
  return { answer: 'unknown', reasons: [...[...reasons].sort(), ...doubt] };
}
