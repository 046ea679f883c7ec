import type { EffectiveContract, JsonObject, MapperDefinition } from '../model/index.ts';
import { groupedBy } from '../model/index.ts';
import { compareText } from './bind-client.ts';
import { headerSchema } from './compile-header.ts';
import { compileTokens } from './compile-token.ts';
import { effectiveContracts } from './effective-contracts.ts';

/** A published contract: a JSON Schema (draft 2020-12) and where it goes. */
export interface ContractFile {
  /** Relative, '/'-separated: `shop/access_token/orders.schema.json`. */
  readonly path: string;
  readonly schema: JsonObject;
}

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * The published contracts of a definition, sorted by path: per token type over all clients, per client or
 * resource, and the header of each token type that has one. Opaque tokens have none, since nobody reads them.
 * Any validator of the 2020-12 dialect takes the files; the same definition gives the same bytes.
 *
 * @example compileContracts(definition).map(({ path }) => path)
 * // ['shop/access_token.header.schema.json', 'shop/access_token.schema.json', 'shop/access_token/orders.…']
 */
export function compileContracts(definition: MapperDefinition): readonly ContractFile[] {
  const readable = effectiveContracts(definition).filter(({ format }) => format !== 'opaque');
  const byType = groupedBy(readable, ({ key }) => key.tokenType);
  const files = [...byType].flatMap(([tokenType, contracts]) => [
    tokenFile(definition, [tokenType], contracts),
    ...headerFile(definition, tokenType, contracts[0]),
    ...[...groupedBy(contracts, ({ key }) => key.resource ?? key.client)].map(([reader, some]) =>
      tokenFile(definition, [tokenType, reader], some),
    ),
  ]);
  return files.sort((one, other) => compareText(one.path, other.path));
}

type Some = readonly [EffectiveContract, ...EffectiveContract[]];

function tokenFile(definition: MapperDefinition, names: readonly string[], contracts: Some): ContractFile {
  const [tokenType, reader] = names;
  const whose = reader === undefined ? 'every client' : readerWords(contracts, reader);
  return file(definition, names, 'schema.json', compileTokens(definition, contracts), {
    title:
      reader === undefined
        ? `${tokenType} of ${definition.name}`
        : `${tokenType} of ${definition.name}: ${reader}`,
    description: `What ${contracts[0].issuer} puts into this token for ${whose}. Readers ignore members that are not listed.`,
  });
}

function readerWords(contracts: Some, reader: string): string {
  const isResource = contracts.some(({ key }) => key.resource === reader);
  return `the ${isResource ? 'resource' : 'client'} "${reader}"`;
}

function headerFile(
  definition: MapperDefinition,
  tokenType: string,
  contract: EffectiveContract,
): readonly ContractFile[] {
  const schema = headerSchema(contract);
  if (schema === undefined) return [];
  const words = {
    title: `JOSE header of ${tokenType} of ${definition.name}`,
    description: `What ${contract.issuer} puts into the header of this token.`,
  };
  return [file(definition, [tokenType], 'header.schema.json', schema, words)];
}

/** The version is a comment and no part of the name: a reader's reference to a contract outlives it. */
function file(
  definition: MapperDefinition,
  names: readonly string[],
  ending: string,
  schema: JsonObject,
  words: { readonly title: string; readonly description: string },
): ContractFile {
  const parts = [definition.name, ...names].map(safeName);
  const suffix = ending === 'schema.json' ? [] : ['header'];
  const version = definition.version === undefined ? '' : ` ${definition.version}`;
  return {
    path: `${parts.join('/')}.${ending}`,
    schema: {
      $schema: DIALECT,
      $id: `urn:tokenpact:${[...parts, ...suffix].join(':')}`,
      ...words,
      $comment: `compiled from ${definition.name}${version}`,
      ...schema,
    },
  };
}

/** A name that is one step of a path on every system, and one part of a URN (RFC 8141). */
function safeName(name: string): string {
  const byCode = (text: string) => `%${text.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  const encoded = encodeURIComponent(name).replace(/[!'()*~]/g, byCode);
  return /^\.+$/.test(encoded) ? encoded.replaceAll('.', byCode) : encoded;
}
