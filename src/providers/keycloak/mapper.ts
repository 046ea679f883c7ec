import type { Place } from '../../model/index.ts';
import { type ExportNode, entries, items, member, placeOfNode, text } from './export-node.ts';

/** A protocol mapper of a client or a client scope. */
export interface Mapper {
  readonly name: string;
  /** The mapper id: `oidc-usermodel-attribute-mapper`. */
  readonly protocolMapper: string;
  readonly config: ReadonlyMap<string, string>;
  /** Where the claim is named, or the mapper itself. */
  readonly at: Place;
}

/** The OpenID Connect mappers of a client or a client scope; those for SAML put nothing into a token. */
export function readMappers(owner: ExportNode): readonly Mapper[] {
  return items(owner, 'protocolMappers')
    .filter((node) => (text(node, 'protocol') ?? 'openid-connect') === 'openid-connect')
    .map(readMapper);
}

function readMapper(node: ExportNode): Mapper {
  const config = member(node, 'config');
  const claimName = config && member(config, 'claim.name');
  const protocolMapper = text(node, 'protocolMapper') ?? '';
  return {
    name: text(node, 'name') ?? protocolMapper,
    protocolMapper,
    config: new Map(
      entries(config).flatMap(([key, value]) =>
        typeof value.value === 'object' ? [] : [[key, String(value.value)] as const],
      ),
    ),
    at: placeOfNode(claimName ?? member(node, 'name') ?? node),
  };
}

/** What decides a mapper's values, as text: its id and the given parts of its configuration, sorted. */
export function describeConfig(mapper: Mapper, keys: Iterable<string>): string {
  const settings = [...keys]
    .sort()
    .flatMap((key) => (mapper.config.has(key) ? [`${key}=${JSON.stringify(mapper.config.get(key))}`] : []));
  return [mapper.protocolMapper, ...settings].join(' ');
}
