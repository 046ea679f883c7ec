import { createHmac } from 'node:crypto';
import { kept } from '../../contract/index.ts';
import type { DecodedToken, JsonObject, JsonValue } from '../../model/index.ts';
import { valueAt } from '../../model/index.ts';
import type { ClassifiedMember } from '../../privacy/index.ts';
import { statedGrant } from '../grant.ts';
import type { AuditSettings } from './auditor.ts';
import { countRequest } from './count-request.ts';
import { statedScopes } from './declared-scopes.ts';
import { type EnumeratedClaim, UNLISTED } from './enumerated.ts';
import { type Group, groupFinder } from './group.ts';
import type { LogContext } from './log-line.ts';
import { namesOfData } from './personal.ts';
import { cut } from './shown-name.ts';
import type { AuditTally } from './tally.ts';

function signatureWords({ form, signature, sealed }: DecodedToken): string {
  if (form === 'json' || form === 'opaque') return 'none';
  if (sealed !== undefined || form === 'jwe') return 'encrypted';
  return signature.state === 'invalid' ? `invalid: ${signature.reason}` : signature.state;
}

function verdictWords({ contract, uncontracted, violations, mapper }: DecodedToken): string {
  if (contract !== undefined) return violations.length === 0 ? 'kept' : 'broken';
  // Without the client: a hostile log has any number of them.
  if (uncontracted !== undefined)
    return `no contract: ${cut(uncontracted.replace(/the client ".*"$/, 'its client'))}`;
  return mapper === undefined ? 'no definition was given' : 'no contract';
}

/** Names of keys by header: equal headers are one object, since they are read once. */
const keyNames = kept((_: JsonObject) => new Map<string, string>());

function keyName(header: JsonObject, state: string): string {
  const names = keyNames(header);
  const known = names.get(state);
  if (known !== undefined) return known;
  const word = (value: JsonValue | undefined): string => (typeof value === 'string' ? cut(value) : '');
  const name = JSON.stringify([word(header.kid), word(header.alg), state]);
  names.set(state, name);
  return name;
}

function clientOf({ grant, payload, kind }: DecodedToken, context: LogContext): string {
  const named = grant?.client ?? (payload === undefined ? undefined : statedGrant(payload, kind).client);
  return cut(named ?? context.client ?? '(unknown)');
}

/** The name under which a value is counted: what is not listed may be anything, and is never kept. */
function valueName({ key, values, names }: EnumeratedClaim, value: JsonValue): string {
  const known = names.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  const isListed = values.has(text);
  const name = JSON.stringify([key, isListed ? text : UNLISTED]);
  if (isListed) names.set(value, name);
  return name;
}

function countValues(payload: JsonObject, group: Group, time: number | undefined): void {
  for (const claim of group.enumerated) {
    const value = valueAt(payload, claim.path);
    if (value === undefined) continue;
    if (!Array.isArray(value)) group.values.mark(valueName(claim, value), time);
    else
      for (const name of new Set(value.map((item) => valueName(claim, item)))) group.values.mark(name, time);
  }
}

/** Members of the root, and the declared ones below it, each by its path key. */
function countClaims(payload: JsonObject, group: Group, time: number | undefined): void {
  for (const name of Object.keys(payload)) group.claims.mark(name, time);
  for (const { key, path } of group.nested) {
    if (valueAt(payload, path) !== undefined) group.nestedClaims.mark(key, time);
  }
}

/** Names of sets of scopes: tokens of one grant share theirs. */
const scopeSetName = kept((scopes: readonly string[]): string => cut(scopes.join(' ')));

/** A user's name as it is kept: enough to count people, nothing to know them by without the key. */
const pseudonym = (user: string, key: string): string =>
  createHmac('sha256', key).update(user).digest('base64url').slice(0, 16);

/** Whether the issuer said it: anybody can send a token that nobody signed. Responses have no signature. */
const isProven = ({ form, signature }: DecodedToken): boolean =>
  form === 'json' || signature.state === 'verified';

/** What is counted of one token. */
export interface Observation {
  readonly token: DecodedToken;
  readonly context: LogContext;
  /** When it was used, or issued; milliseconds since 1970. */
  readonly time: number | undefined;
  /** What its values tell about people that names do not, where they were read. */
  readonly data: readonly ClassifiedMember[];
}

/** Makes what counts tokens into a tally. What is the same for all tokens of a group is worked out once. */
export function createObserver(
  tally: AuditTally,
  { keys, userKey, given }: Pick<AuditSettings, 'keys' | 'userKey' | 'given'>,
): (observation: Observation) => void {
  const { dimensions, counts, sizes, lifetimes } = tally;
  const groupOf = groupFinder(tally);

  return (observation) => {
    const { token, context, time, data } = observation;
    const { payload } = token;
    const client = clientOf(token, context);
    const group = groupOf(token, client, keys === undefined || isProven(token));
    counts.tokens += 1;
    counts.bytes += token.size;
    dimensions.forms.add(token.form, time);
    dimensions.tokenTypes.add(group.tokenType, time);
    dimensions.clients.add(client, time);
    dimensions.signatures.add(signatureWords(token), time);
    dimensions.verdicts.add(verdictWords(token), time);
    dimensions.groups.add(group.key, time);
    if (token.header !== undefined) dimensions.keys.add(keyName(token.header, token.signature.state), time);
    // Without times: when somebody came and went says who it was.
    if (context.user !== undefined && userKey !== undefined)
      dimensions.users.add(pseudonym(context.user, userKey));
    if (context.scopes !== undefined) countRequest(observation, context.scopes, group);
    sizes.of(group.tokenType).add(token.size);
    if (payload === undefined) return;
    const { exp, iat } = payload;
    if (typeof exp === 'number' && typeof iat === 'number') lifetimes.of(group.tokenType).add(exp - iat);
    const scopes = statedScopes(token) ?? given.scopes;
    if (scopes !== undefined) dimensions.scopeSets.add(scopeSetName(scopes), time);
    for (const scope of scopes ?? []) group.scopes.mark(scope, time);
    countClaims(payload, group, time);
    countValues(payload, group, time);
    if (data.length > 0) for (const name of namesOfData(data, cut)) group.personal.mark(name, time);
  };
}
