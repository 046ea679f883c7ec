import { isGranted } from '../contract/index.ts';
import {
  type ClaimRelease,
  type DecodedToken,
  isObject,
  type JsonObject,
  type JsonValue,
  pathKey,
  showPath,
  signatureHeaders,
} from '../model/index.ts';
import {
  type Classification,
  classify,
  isMasked,
  masked,
  maskedName,
  maskedUndeclared,
  withoutPrivateKeys,
} from '../privacy/index.ts';
import { isNumericDate, showDuration, showNumericDate } from './times.ts';

/** One member of a token, as it may be shown. */
export interface ExplainedMember {
  readonly path: readonly string[];
  /** Masked, unless whole values were asked for. */
  readonly value: JsonValue;
  /** What the number means, for times. */
  readonly time?: string;
  /** What releases it under its contract: `scope email`. */
  readonly releasedBy: readonly string[];
  /** What it says about a person, where that is more than nothing. */
  readonly privacy?: Pick<Classification, 'level' | 'category'>;
}

/** A token for people: nothing in it needs to be kept from a log, unless whole values were asked for. */
export interface ExplainedToken {
  /** `access_token`, or what could be told of it. */
  readonly title: string;
  readonly form: DecodedToken['form'];
  /** Bytes, encoded. */
  readonly size: number;
  readonly signature: string;
  /** Headers of the tokens around it, encrypted or signed, outermost first. */
  readonly envelopes: readonly (readonly ExplainedMember[])[];
  readonly header: readonly ExplainedMember[];
  readonly payload: readonly ExplainedMember[];
  /** What a signed introspection response says beside its payload. */
  readonly response: readonly ExplainedMember[];
  /** In words; absent for tokens that do not say. */
  readonly lifetime?: string;
  /** Names of the claims that an SD-JWT discloses, and what is wrong with its disclosures. */
  readonly disclosed: readonly string[];
  readonly undisclosed: readonly string[];
  /** The contract it was held against, or why there was none. */
  readonly contract?: string;
}

const TIMES = new Set(['exp', 'iat', 'nbf', 'auth_time', 'updated_at']);

/** Leaves of an object with their paths: nested claims are claims of their own. */
function* leaves(value: JsonValue, path: readonly string[]): Generator<[readonly string[], JsonValue]> {
  if (!isObject(value) || Object.keys(value).length === 0) {
    yield [path, value];
    return;
  }
  for (const [name, item] of Object.entries(value)) yield* leaves(item, [...path, name]);
}

const releaser = ({ by }: ClaimRelease): string => `${by.kind.replace('-', ' ')} ${by.name}`;

/** Claims are released whole: a member deeper down has what its nearest declared ancestor has. */
function releasersOf(token: DecodedToken, path: readonly string[]): readonly string[] {
  const { contract, grant } = token;
  if (contract === undefined) return [];
  const scopes = new Set([...contract.defaultScopes, ...(grant?.scopes ?? [])]);
  for (let length = path.length; length > 0; length -= 1) {
    const claim = contract.claims.get(pathKey(path.slice(0, length)));
    if (claim === undefined) continue;
    const active = claim.releases.filter(({ scope }) => scope === undefined || isGranted(scope, scopes));
    // A token that does not carry its scopes may have been granted any that releases what is in it.
    return [...new Set((active.length > 0 ? active : claim.releases).map(releaser))];
  }
  return [];
}

function explainMember(
  token: DecodedToken,
  path: readonly string[],
  value: JsonValue,
  showValues: boolean,
): ExplainedMember {
  const classification = classify({ path, value });
  const { level, category } = classification;
  const isTime = path.length === 1 && TIMES.has(path[0] ?? '') && typeof value === 'number';
  return {
    path: showValues ? path : path.map(maskedName),
    value: showValues ? value : masked(path, value),
    ...(isTime ? { time: showNumericDate(value as number, token.now) } : {}),
    releasedBy: releasersOf(token, path),
    ...(isMasked(classification)
      ? { privacy: category === undefined ? { level } : { level, category } }
      : {}),
  };
}

function signatureWords(token: DecodedToken): string {
  const { signature, form, sealed } = token;
  if (form === 'opaque')
    return 'opaque: nothing in it can be read; ask the introspection endpoint of its issuer (RFC 7662)';
  if (sealed !== undefined) return `encrypted: ${sealed}`;
  if (form === 'jwe' && signature.state === 'unsigned') return 'encrypted, and nobody signed what is inside';
  if (form === 'json') return 'a JSON response, not signed';
  switch (signature.state) {
    case 'verified':
      return `${signatureHeaders(token).length > 1 ? 'each signature' : 'signature'} verified (${signature.algorithm}${signature.keyId === undefined ? '' : `, key ${signature.keyId}`})`;
    case 'invalid':
      return `signature invalid: ${signature.reason}`;
    case 'unsigned':
      return 'not signed';
    case 'unchecked':
      return 'signature not checked: no keys were given';
  }
}

/** Parameters of a header; a key or certificate chain in it is long and says nothing to people. */
function headerMembers(header: JsonObject | undefined, showValues: boolean): readonly ExplainedMember[] {
  return Object.entries(withoutPrivateKeys(header ?? {})).map(([name, value]) => ({
    path: [name],
    value: showValues ? value : masked(['header', name], value),
    releasedBy: [],
  }));
}

/** None where its end is before its start, or one of them is not in seconds: a problem tells that. */
function lifetimeOf({ payload: { exp, iat } = {} }: DecodedToken): string | undefined {
  if (typeof exp !== 'number' || typeof iat !== 'number' || !isNumericDate(exp)) return undefined;
  return exp > iat ? showDuration(exp - iat) : undefined;
}

function contractWords({ contract, grant, mapper, uncontracted }: DecodedToken): string | undefined {
  if (contract === undefined) return uncontracted === undefined ? undefined : `no contract: ${uncontracted}`;
  const { tokenType, client, resource } = contract.key;
  const version = mapper?.version === undefined ? '' : ` ${mapper.version}`;
  const isDeclared = (scope: string): boolean =>
    contract.defaultScopes.includes(scope) || mapper?.scopes.has(scope) === true;
  const shown = grant?.scopes.map((scope) => (isDeclared(scope) ? scope : maskedUndeclared(scope))) ?? [];
  const scopes = shown.length === 0 ? '' : ` with ${shown.join(' ')}`;
  return `${mapper?.name ?? ''}${version}: ${tokenType} for ${client}${resource === undefined ? '' : ` at ${resource}`}${scopes}`;
}

/**
 * Explains a token: each member with its meaning, what releases it, and what it says about a person.
 *
 * @param showValues false: values that say something about a person are masked; the signature never appears
 */
export function explainToken(token: DecodedToken, showValues: boolean): ExplainedToken {
  const members = (object: JsonObject | undefined): ExplainedMember[] =>
    object === undefined
      ? []
      : [...leaves(withoutPrivateKeys(object), [])].map(([path, value]) =>
          explainMember(token, path, value, showValues),
        );
  const { token_introspection: _, ...beside } = token.response ?? {};
  const lifetime = lifetimeOf(token);
  const contract = contractWords(token);
  return {
    title: token.contract?.key.tokenType ?? token.kind ?? 'token of unknown kind',
    form: token.form,
    size: token.size,
    signature: signatureWords(token),
    envelopes: (token.envelopes ?? []).map((header) => headerMembers(header, showValues)),
    header: headerMembers(token.header, showValues),
    payload: members(token.payload).filter(({ path }) => path.length > 0),
    response: members(beside).filter(({ path }) => path.length > 0),
    ...(lifetime === undefined ? {} : { lifetime }),
    disclosed: (token.disclosures ?? []).flatMap(({ path }) =>
      path === undefined ? [] : [maskedName(showPath(path))],
    ),
    undisclosed: (token.disclosures ?? []).flatMap(({ problem }) => problem ?? []),
    ...(contract === undefined ? {} : { contract }),
  };
}
