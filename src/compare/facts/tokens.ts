import type {
  ChangeKind,
  EffectiveContract,
  JsonValue,
  MapperDefinition,
  TokenType,
} from '../../model/index.ts';
import { placeOf } from '../../model/index.ts';
import type { Grants } from '../grants.ts';
import { variantChange } from '../grouping/explained.ts';
import type { ContractPair } from '../pairing.ts';
import type { Versions } from '../versions.ts';
import { formatWitness, headedWitness, lifetimeWitness } from '../witness/plain-witness.ts';
import { breaks, type Effect, editName, type Fact, harmless, NO_EFFECT } from './fact.ts';
import { memberEffect } from './member-effect.ts';
import { writersOf } from './writers.ts';

/** Facts about a token as a whole: its form, its header, who issued it, how long it lives, its size. */
export function* tokenFacts(versions: Versions, pair: ContractPair, grants: Grants): Iterable<Fact> {
  const { before, after } = pair;
  const fact = tokenFact(versions, pair);
  const variant = variantChange(versions, pair);
  if (variant !== undefined) {
    const names = { before: before.key.tokenType, after: after.key.tokenType };
    yield {
      ...fact('token-variant-changed', 'for', names.before, names.after, NO_EFFECT),
      edit: variant.edit,
      // Whom the tokens were for reads the variant, too, though it may be for nobody.
      ...(after.key.resource === undefined && { seenIn: before.key }),
    };
  }
  if (before.format !== after.format) {
    const reason = `readers of ${before.format} tokens get ${after.format} tokens`;
    const effect = breaks(reason, () => formatWitness(pair, grants));
    yield fact('token-format-changed', 'format', before.format, after.format, effect);
  }
  if (before.profile !== after.profile && !isHidden(pair)) {
    yield fact('token-profile-changed', 'profile', before.profile, after.profile, NO_EFFECT);
  }
  if (before.issuer !== after.issuer) {
    const reason = `readers that trust "${before.issuer}" reject tokens of "${after.issuer}"`;
    const effect = memberEffect('iss', pair, grants) ?? breaks(reason);
    yield fact('issuer-changed', 'issuer', before.issuer, after.issuer, effect);
  }
  yield* headerFacts(pair, grants, fact);
  yield* limitFacts(pair, grants, fact);
}

/** True where readers read the tokens on one side only: then the format says what becomes of all that is in them. */
export function isHidden({ before, after }: ContractPair): boolean {
  return (before.format === 'opaque') !== (after.format === 'opaque');
}

type MakeFact = (
  kind: ChangeKind,
  key: keyof TokenType,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  effect: Effect,
) => Fact;

/** A fact with the places of one key of the token type; the same values in all clients' tokens are one edit. */
function tokenFact({ before, after }: Versions, pair: ContractPair): MakeFact {
  return (kind, key, was, is, effect) => {
    const definitionWide = kind === 'issuer-changed';
    const names = writersOf({ before, after }, pair, key);
    const at = keyPlace(after, pair.after, names.after, key);
    // One line may say it for several token types, such as the lifetime in a realm; a profile is each type's own.
    const edited = key === 'profile' ? names.after : [at.file, at.line, at.column];
    return {
      kind,
      edit: editName(kind, definitionWide ? null : edited, was, is),
      coordinates: definitionWide ? {} : { tokenType: names.after },
      at,
      beforeAt: keyPlace(before, pair.before, names.before, key),
      ...(was !== undefined && { before: was }),
      ...(is !== undefined && { after: is }),
      seenIn: pair.after.key,
      effect,
    };
  };
}

function keyPlace(
  definition: MapperDefinition,
  { at }: EffectiveContract,
  holder: string,
  name: keyof TokenType,
) {
  const tokenType = definition.tokenTypes.get(holder);
  if (name === 'issuer' && tokenType?.issuer === undefined) return placeOf(definition, 'issuer');
  return tokenType === undefined ? at : placeOf(tokenType, name);
}

function* headerFacts(pair: ContractPair, grants: Grants, fact: MakeFact): Iterable<Fact> {
  const { before, after } = pair;
  // A format that changed brings or takes the header with it, a profile its typ where none was written.
  if (before.header === undefined || after.header === undefined) return;
  const brought = before.profile !== after.profile && !(before.header.typ && after.header.typ);
  if (before.header.typ !== after.header.typ && !brought) {
    const effect = breaks(
      `readers that check the header's typ expect "${before.header.typ ?? 'none'}" and get "${after.header.typ ?? 'none'}"`,
      () => headedWitness(pair, grants),
    );
    yield fact('token-typ-changed', 'typ', before.header.typ, after.header.typ, effect);
  }
  yield* algorithmFacts(pair, grants, fact, before.header.algorithms, after.header.algorithms);
}

const UNDECLARED = 'undeclared';

/** Algorithms that issuers use. */
const ANY = ['RS256', 'PS256', 'ES256', 'EdDSA', 'ES384', 'PS384', 'RS384', 'ES512', 'PS512', 'RS512'];

function* algorithmFacts(
  pair: ContractPair,
  grants: Grants,
  fact: MakeFact,
  was: readonly string[],
  is: readonly string[],
): Iterable<Fact> {
  const come = missingIn(was, is);
  const gone = missingIn(is, was);
  const signed = (after: string, before?: string) => () =>
    headedWitness(pair, grants, { ...(before !== undefined && { before }), after });
  const refused = (algorithm: string, instead?: string): Effect =>
    breaks(
      `readers that know other algorithms only reject tokens signed with ${algorithm}`,
      signed(algorithm, instead),
    );
  const taken = (algorithm: string): Effect =>
    harmless(() => headedWitness(pair, grants, { before: algorithm }));
  const [another] = come;
  if (another !== undefined && gone.length > 0) {
    yield fact('algorithm-changed', 'algorithms', gone, come, refused(another, gone[0]));
    return;
  }
  // Without a list any algorithm may come, also one that is in no list.
  const unlisted = ANY.find((name) => !come.includes(name) && !gone.includes(name)) ?? 'ES512';
  if (is.length === 0 && gone.length > 0) {
    const effect = breaks('readers that know some algorithms may get others', signed(unlisted, gone[0]));
    yield fact('algorithms-opened', 'algorithms', gone, UNDECLARED, effect);
    return;
  }
  if (was.length === 0 && come.length > 0) {
    yield fact('algorithms-closed', 'algorithms', UNDECLARED, come, taken(unlisted));
    return;
  }
  for (const algorithm of come)
    yield fact('algorithm-added', 'algorithms', undefined, algorithm, refused(algorithm));
  for (const algorithm of gone)
    yield fact('algorithm-removed', 'algorithms', algorithm, undefined, taken(algorithm));
}

function missingIn(known: readonly string[], others: readonly string[]): readonly string[] {
  return others.filter((other) => !known.includes(other)).sort();
}

function* limitFacts(pair: ContractPair, grants: Grants, fact: MakeFact): Iterable<Fact> {
  const { before, after } = pair;
  const lifetimes = [before.lifetime, after.lifetime] as const;
  const lives = harmless(() => lifetimeWitness(pair, grants));
  if (isMore(...lifetimes)) yield fact('lifetime-lengthened', 'lifetime', ...lifetimes, lives);
  if (isMore(after.lifetime, before.lifetime))
    yield fact('lifetime-shortened', 'lifetime', ...lifetimes, lives);
  const sizes = [before.maxBytes, after.maxBytes] as const;
  if (isMore(...sizes)) {
    const limit = after.maxBytes === undefined ? 'any size' : `up to ${after.maxBytes} bytes`;
    const reason = `readers that hold ${before.maxBytes} bytes get tokens of ${limit}`;
    yield fact('size-raised', 'maxBytes', ...sizes, breaks(reason));
  }
  if (isMore(after.maxBytes, before.maxBytes)) yield fact('size-lowered', 'maxBytes', ...sizes, NO_EFFECT);
}

/** No limit is more than any limit. */
function isMore(before: number | undefined, after: number | undefined): boolean {
  return before !== undefined && (after === undefined || after > before);
}
