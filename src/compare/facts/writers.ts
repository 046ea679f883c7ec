import type { EffectiveContract, MapperDefinition, TokenType } from '../../model/index.ts';
import type { ContractPair } from '../pairing.ts';

/**
 * The token types in which a key is written: a variant has what it leaves out from the general one of its kind.
 * Where only one version has it from there, each is called by its own name.
 */
export function writersOf(
  versions: { readonly before: MapperDefinition; readonly after: MapperDefinition },
  pair: ContractPair,
  key: keyof TokenType,
): { readonly before: string; readonly after: string } {
  const before = writerOf(versions.before, pair.before, key);
  const after = writerOf(versions.after, pair.after, key);
  if (before === after) return { before, after };
  return { before: pair.before.key.tokenType, after: pair.after.key.tokenType };
}

function writerOf(
  definition: MapperDefinition,
  { key, kind }: EffectiveContract,
  name: keyof TokenType,
): string {
  const variant = definition.tokenTypes.get(key.tokenType);
  const isOwn = variant?.for === undefined || variant.keyPlaces?.has(name) === true;
  return !isOwn && definition.tokenTypes.has(kind) ? kind : key.tokenType;
}
