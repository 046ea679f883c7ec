import type { Client } from '../model/index.ts';
import type { DefinitionNames } from './definition-names.ts';
import { readDeprecation } from './deprecation.ts';
import { referencesAt } from './names.ts';
import {
  items,
  located,
  member,
  placeOfNode,
  present,
  type SourceNode,
  textAt,
  textsAt,
  wordAt,
} from './node.ts';
import { conflict, type Report } from './problems.ts';
import { readReleases } from './releases.ts';

/** Grant types by their registered URIs, as short names. */
const GRANT_TYPES: Readonly<Record<string, string>> = {
  'urn:ietf:params:oauth:grant-type:device_code': 'device_code',
  'urn:ietf:params:oauth:grant-type:jwt-bearer': 'jwt_bearer',
  'urn:ietf:params:oauth:grant-type:saml2-bearer': 'saml2_bearer',
  'urn:ietf:params:oauth:grant-type:token-exchange': 'token_exchange',
  'urn:openid:params:grant-type:ciba': 'ciba',
};

function readGrants(entry: SourceNode): readonly string[] {
  const written = textsAt(entry, 'grants') ?? [];
  const short = written.map((grant) =>
    Object.hasOwn(GRANT_TYPES, grant) ? (GRANT_TYPES[grant] ?? grant) : grant,
  );
  return [...new Set(short)].sort();
}

/** A scope is always granted or may be: as both, one of the lists says something that does not hold. */
function checkScopesOnce(entry: SourceNode, granted: ReadonlySet<string>, report: Report): void {
  for (const item of items(member(entry, 'scopes'))) {
    if (typeof item.value !== 'string' || !granted.has(item.value)) continue;
    const message = `scope "${item.value}" is in defaultScopes as well: it is always granted`;
    const at = placeOfNode(item);
    report({ ...conflict(at, message, 'keep it in one of both lists'), fix: { kind: 'remove', at } });
  }
}

/** One entry of `clients` (RFC 6749 section 1.1). */
export function readClient(name: string, entry: SourceNode, names: DefinitionNames, report: Report): Client {
  const defaultScopes = referencesAt(entry, 'defaultScopes', names.scopes, report) ?? [];
  const scopes = referencesAt(entry, 'scopes', names.scopes, report) ?? [];
  const granted = new Set(defaultScopes);
  checkScopesOnce(entry, granted, report);
  return {
    name,
    party: wordAt(entry, 'party', ['first', 'third']) ?? 'first',
    grants: readGrants(entry),
    defaultScopes,
    scopes: scopes.filter((scope) => !granted.has(scope)),
    subject: wordAt(entry, 'subject', ['public', 'pairwise']) ?? 'public',
    releases: readReleases(entry, names.claims, names.releasable, report),
    ...located(entry),
    ...present({
      senderConstrained: wordAt(entry, 'senderConstrained', ['dpop', 'mtls']),
      description: textAt(entry, 'description'),
      owner: textAt(entry, 'owner'),
      deprecated: readDeprecation(entry, names.clients, report),
    }),
  };
}
