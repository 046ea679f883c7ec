import { contractOf } from '../../contract/index.ts';
import type { ContractKey, EffectiveContract, MapperDefinition, TokenKind } from '../../model/index.ts';
import { placeOf } from '../../model/index.ts';
import { grantsOf } from '../grants.ts';
import type { Pairing } from '../pairing.ts';
import type { Versions } from '../versions.ts';
import { formatWitness } from '../witness/plain-witness.ts';
import { breaks, editName, type Fact } from './fact.ts';
import { placeOfRemoved } from './places.ts';

/**
 * Clients that hold a reference in place of the JWT that it stands for, or the JWT again: whoever reads what they
 * send gets another format. Nobody gets a token more or less, so the facts take the place of those that say so.
 *
 * @returns by the contract of the reference, which one version has
 */
export function heldFormats(
  versions: Versions,
  { gone, come }: Pairing,
): ReadonlyMap<EffectiveContract, readonly Fact[]> {
  const facts = new Map<EffectiveContract, readonly Fact[]>();
  for (const reference of gone) {
    const held = heldInstead(versions.after, reference);
    if (held) facts.set(reference, formatFacts(versions, reference, { before: reference, after: held }));
  }
  for (const reference of come) {
    const held = heldInstead(versions.before, reference);
    if (held) facts.set(reference, formatFacts(versions, reference, { before: held, after: reference }));
  }
  return facts;
}

/** The JWT that a client holds in the version in which it has no reference. */
function heldInstead(
  there: MapperDefinition,
  { kind, key }: EffectiveContract,
): EffectiveContract | undefined {
  if (kind !== 'reference_token') return undefined;
  return ofKind(there, 'access_token', key).find(({ format }) => format === 'jwt');
}

function ofKind(
  definition: MapperDefinition,
  kind: TokenKind,
  key: ContractKey,
): readonly EffectiveContract[] {
  const types = [...definition.tokenTypes.values()].filter((type) => type.kind === kind);
  return types.flatMap(({ name }) => contractOf(definition, { ...key, tokenType: name }) ?? []);
}

function formatFacts(
  versions: Versions,
  reference: EffectiveContract,
  pair: { readonly before: EffectiveContract; readonly after: EffectiveContract },
): readonly Fact[] {
  const { tokenType, client } = reference.key;
  const held = pair.before === reference ? pair.after : pair.before;
  const [was, is] = [pair.before.format, pair.after.format];
  const [typeBefore, typeAfter] = [versions.before, versions.after].map(({ tokenTypes }) =>
    tokenTypes.get(tokenType),
  );
  const answers = ofKind(versions.after, 'introspection', reference.key);
  const untold = is === 'opaque' && answers.length === 0 ? ', and no introspection says what is in them' : '';
  const reason = `readers of the ${was} tokens of "${client}" get ${is} tokens${untold}`;
  const fact: Omit<Fact, 'seenIn'> = {
    kind: 'token-format-changed',
    edit: editName('token-format-changed', tokenType, was, is),
    coordinates: { tokenType },
    at:
      typeAfter === undefined
        ? placeOfRemoved(typeBefore ?? versions.before, 'tokenTypes', versions.before, versions.after)
        : placeOf(typeAfter, 'for'),
    ...(typeBefore && { beforeAt: placeOf(typeBefore, 'for') }),
    before: was,
    after: is,
    ...(typeBefore?.deprecated?.sunset !== undefined && { sunset: typeBefore.deprecated.sunset }),
    // Of the two, only the JWT shows what is in it.
    effect: breaks(reason, () => ({
      ...formatWitness(pair, grantsOf(versions, pair)),
      tokenType: held.key.tokenType,
    })),
  };
  const introspections =
    answers.length > 0 ? answers : ofKind(versions.before, 'introspection', reference.key);
  return [pair.before, pair.after, ...introspections].map(({ key }) => ({ ...fact, seenIn: key }));
}
