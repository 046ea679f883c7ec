import { grantedScopes } from '../../contract/index.ts';
import {
  CHANGES,
  type Change,
  type EffectiveContract,
  isObject,
  type JsonValue,
  type MapperDefinition,
  showValue,
  type Witness,
} from '../../model/index.ts';
import { claimsNamed } from '../facts/claim-pairs.ts';
import type { GrantPair } from '../grants.ts';
import type { Versions } from '../versions.ts';
import type { Answers, Issue } from './answers.ts';
import { alikeTokens, readableToken } from './plain-witness.ts';
import { askedFor, tokenFor, withCertain } from './witness.ts';

/**
 * A request with what it gets in each version: two tokens, and in words what they do not tell; or one token, and
 * why the other version issues none.
 */
export function answeredWitness(
  change: Change,
  versions: Versions,
  { before, after, onlyBefore = [] }: Answers,
): Witness | undefined {
  if (before && after) {
    return bothWitness(change, before, after, { before: before.scopes, after: after.scopes, onlyBefore });
  }
  if (before) return oneWitness(change, 'before', before, versions.after);
  return after && oneWitness(change, 'after', after, versions.before);
}

function bothWitness(change: Change, before: Issue, after: Issue, grant: GrantPair): Witness {
  const pair = { before: showing(change, before.contract), after: showing(change, after.contract) };
  const tokens = alikeTokens(pair, grant);
  const isTold = tokens.before !== undefined && tokens.after !== undefined && tokens.before !== tokens.after;
  const differs = isTold ? undefined : wordsFor(change);
  return {
    ...askedFor(pair, grant),
    ...tokens,
    ...(differs !== undefined && { differs }),
  };
}

function oneWitness(
  change: Change,
  side: 'before' | 'after',
  issue: Issue,
  refusing: MapperDefinition,
): Witness {
  const { contract, scopes } = issue;
  const token = readableToken(contract, scopes);
  const { format, key } = contract;
  const differs = `${key.tokenType}: ${side === 'before' ? `${format} → none` : `none → ${format}`}`;
  return {
    ...tokenFor(contract, scopes),
    ...(token === undefined ? { differs } : { [side]: token }),
    absent: whyAbsent(change, issue, refusing),
  };
}

/** A token without the claim that a change is about would not show it. */
function showing({ coordinates: { claim } }: Change, contract: EffectiveContract): EffectiveContract {
  const claims = claim === undefined ? [] : claimsNamed(contract, claim);
  return withCertain(
    contract,
    claims.map(({ key }) => key),
  );
}

/** What definitions call it, where that is another word. */
const KEYS: Readonly<Record<string, string>> = {
  'claims from': 'claimsFrom',
  deprecation: 'deprecated',
  'deprecation of a value': 'values',
  growth: 'values',
  mutability: 'mutable',
  'sender constraint': 'senderConstrained',
  size: 'maxBytes',
};

/** `party: first → third` */
function wordsFor({ kind, coordinates, before, after }: Change): string {
  const { subject, aspect, direction } = CHANGES[kind];
  if (aspect === 'scope default') {
    const [was, is] = direction === 'added' ? ['on request', 'always'] : ['always', 'on request'];
    return `scope ${coordinates.scope}: ${was} → ${is}`;
  }
  if (before === undefined && after === undefined) {
    const { claim, scope, client, resource, tokenType } = coordinates;
    const name = claim ?? scope ?? client ?? resource ?? tokenType;
    return `${subject}: ${direction === 'added' ? `none → ${name}` : `${name} → none`}`;
  }
  return `${KEYS[aspect] ?? aspect}: ${show(before)} → ${show(after)}`;
}

function show(value: JsonValue | undefined): string {
  if (value === undefined) return 'none';
  if (!isObject(value)) return showValue(value);
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return members.map(([name, member]) => `${name} ${show(member)}`).join(', ');
}

/** What a version lacks that the other has, so that it issues no such token; a noun, so that it fits both. */
function whyAbsent(
  { kind, before, after }: Change,
  { contract, scopes }: Issue,
  refusing: MapperDefinition,
): string {
  const { client, resource, tokenType } = contract.key;
  const { subject, aspect } = CHANGES[kind];
  const { grant } = tokenFor(contract, scopes);
  const granted = grantedScopes(refusing, grant);
  if (granted === undefined) return `no client "${client}"`;
  if (resource !== undefined && !refusing.resources.has(resource)) return `no resource "${resource}"`;
  if (!refusing.tokenTypes.has(tokenType)) return `no token type "${tokenType}"`;
  if (aspect === 'grant type') return `no grant type ${show(before ?? after)} for "${client}"`;
  if (subject === 'exchange' && aspect === 'existence') return `no exchange by "${client}" for "${resource}"`;
  const refused = grant.scopes.find((name) => !granted.has(name));
  if (refused === undefined) return `no ${tokenType} for this request`;
  return refusing.scopes.has(refused) ? `no scope "${refused}" for "${client}"` : `no scope "${refused}"`;
}
