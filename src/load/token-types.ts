import {
  type AudiencePolicy,
  type ProfileName,
  TOKEN_KINDS,
  type TokenFormat,
  type TokenKind,
  type TokenType,
  type VariantCondition,
} from '../model/index.ts';
import type { DefinitionNames } from './definition-names.ts';
import { readDeprecation } from './deprecation.ts';
import { seconds } from './duration.ts';
import { usableSchemaAt } from './json-schema.ts';
import { referenceAt, referencesAt } from './names.ts';
import { didYouMean } from './nearest.ts';
import {
  located,
  member,
  numberAt,
  placeOfNode,
  present,
  type SourceNode,
  textAt,
  textsAt,
  wordAt,
} from './node.ts';
import type { Report } from './problems.ts';
import { readReleaseList } from './releases.ts';

const PROFILES: readonly ProfileName[] = ['rfc9068', 'openid', 'rfc7662', 'none'];
const FORMATS: readonly TokenFormat[] = ['jwt', 'opaque', 'json'];

/** How tokens of a kind are written when nobody says so. */
const USUAL_FORMAT: Readonly<Record<TokenKind, TokenFormat>> = {
  access_token: 'jwt',
  id_token: 'jwt',
  userinfo: 'json',
  introspection: 'json',
  reference_token: 'opaque',
  wrapper_token: 'jwt',
  logout_token: 'jwt',
  assertion: 'jwt',
};

const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();

function readAudience(entry: SourceNode): AudiencePolicy | undefined {
  const node = member(entry, 'audience');
  if (node === undefined) return undefined;
  const values = sorted(textsAt(node, 'values') ?? []);
  return {
    from: wordAt(node, 'from', ['scope', 'parameter', 'fixed']) ?? (values.length > 0 ? 'fixed' : 'scope'),
    many: wordAt(node, 'many', ['array', 'reject']) ?? 'array',
    shape: wordAt(node, 'shape', ['string', 'array', 'either']) ?? 'either',
    values,
    ...located(node),
  };
}

function readCondition(
  entry: SourceNode,
  names: DefinitionNames,
  report: Report,
): VariantCondition | undefined {
  const node = member(entry, 'for');
  if (node === undefined) return undefined;
  return {
    ...located(node),
    ...present({
      clients: referencesAt(node, 'clients', names.clients, report),
      resources: referencesAt(node, 'resources', names.resources, report),
      subject: wordAt(node, 'subject', ['user', 'machine']),
    }),
  };
}

/** The kind that an entry says it is of, or that its name is. */
export function kindOf(name: string, entry: SourceNode): TokenKind | undefined {
  return wordAt(entry, 'kind', TOKEN_KINDS) ?? TOKEN_KINDS.find((kind) => kind === name);
}

/** A name that is no kind needs one. */
export function checkKind(name: string, entry: SourceNode, report: Report): void {
  if (kindOf(name, entry) !== undefined || member(entry, 'kind') !== undefined) return;
  const message = `token type "${name}" has a name of its own and no kind`;
  const near = didYouMean(name, TOKEN_KINDS);
  const help = near.startsWith('did') ? near : 'add the kind that it is of, for example kind: access_token';
  report({ kind: 'invalid', at: placeOfNode(entry), message, help });
}

/** What an entry says of its own, before it takes the rest from the token type that it varies. */
function readOwn(entry: SourceNode, names: DefinitionNames, report: Report) {
  return present({
    format: wordAt(entry, 'format', FORMATS),
    profile: wordAt(entry, 'profile', PROFILES),
    lifetime: seconds(textAt(entry, 'lifetime')),
    maxBytes: numberAt(entry, 'maxBytes'),
    audience: readAudience(entry),
    typ: textAt(entry, 'typ'),
    algorithms:
      member(entry, 'algorithms') === undefined ? undefined : sorted(textsAt(entry, 'algorithms') ?? []),
    issuer: textAt(entry, 'issuer'),
    requestable: referencesAt(entry, 'requestable', names.claims, report),
    of: referenceAt(entry, 'of', names.releasable, report),
    wraps: referenceAt(entry, 'wraps', names.releasable, report),
    schema: usableSchemaAt(entry, 'schema', report),
  });
}

/** What a variant takes from the general token type where it says nothing itself. */
function inherited(general: SourceNode | undefined, names: DefinitionNames) {
  // Problems there are reported where the general token type itself is read.
  return general === undefined ? {} : readOwn(general, names, () => undefined);
}

/** One entry of `tokens`; `general` is the token type that it varies, when it has a `for`. */
export function readTokenType(
  name: string,
  entry: SourceNode,
  general: SourceNode | undefined,
  names: DefinitionNames,
  report: Report,
): TokenType | undefined {
  const kind = kindOf(name, entry);
  if (kind === undefined) return undefined;
  return {
    format: USUAL_FORMAT[kind],
    profile: 'none',
    requestable: [],
    ...inherited(general, names),
    ...readOwn(entry, names, report),
    name,
    kind,
    releases: readReleaseList(member(entry, 'releases'), names.claims, report),
    ...located(entry),
    ...present({
      for: readCondition(entry, names, report),
      only: referencesAt(entry, 'only', names.claims, report),
      description: textAt(entry, 'description'),
      owner: textAt(entry, 'owner'),
      deprecated: readDeprecation(entry, names.tokenTypes, report),
    }),
  };
}
