import {
  type Alternative,
  type AlternativeEffect,
  type ExposedTo,
  type ExposureChange,
  type ExposureChangeKind,
  type LoweredClaim,
  type PrivacyMatrix,
  type PrivacyRow,
  type ReleasePurpose,
  readersOf,
} from '../../model/index.ts';
import { count, listed } from '../style.ts';

/** Longer lists are counted. */
const NAMED = 5;

/** What happened to an exposure, with the sign that a changelog gives it. */
const EXPOSURE_CHANGE: Readonly<Record<ExposureChangeKind, string>> = {
  new: '+ now readable',
  gone: '- no longer readable',
  raised: '~ says more than before',
  lowered: '~ said to tell less than before',
  wider: '+ now readable by a third party',
  longer: '~ readable for longer',
};

function names(all: readonly string[]): string {
  return listed(all, NAMED);
}

/** Seconds in words: `12 h`, `5 min`, `45 s`. */
export function duration(seconds: number): string {
  if (seconds >= 7200 && seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

/** `client partner (third party), clients mobile, web, resource orders`; `only the issuer`. */
export function readersWords(readers: readonly ExposedTo[]): string {
  const kinds = new Set(readers.map(kindOf));
  return [...kinds].map((kind) => alikeWords(readers.filter((reader) => kindOf(reader) === kind))).join(', ');
}

const kindOf = ({ kind, party }: ExposedTo): string => `${kind} ${party}`;

/** Readers of one kind and party. */
function alikeWords(readers: readonly ExposedTo[]): string {
  const [first] = readers;
  if (first === undefined || first.kind === 'issuer') return 'only the issuer';
  const many = readers.length > 1 ? 's' : '';
  const third = first.party === 'third' ? ` (third part${readers.length > 1 ? 'ies' : 'y'})` : '';
  return `${first.kind}${many} ${names(readers.map(({ name }) => name))}${third}`;
}

/** `id_token for 5 min`; `no token` where nobody can read it. */
export function tokenWords({ token }: PrivacyRow): string {
  if (token === undefined) return 'no token';
  return token.lifetime === undefined ? token.type : `${token.type} for ${duration(token.lifetime)}`;
}

/** `scope email`, `token type id_token`. */
export function releaseWords({ by }: ReleasePurpose): string {
  return `${by.kind.replace('-', ' ')} ${by.name}`;
}

/** What people are told that the releases are for; empty where nobody tells them. */
export function purposeWords({ releases }: PrivacyRow): string {
  return releases.flatMap(({ purpose }) => purpose ?? []).join('; ');
}

/** `+ now readable: "email" (user.contact.email) in id_token by client web, by scope "email"`. */
export function changeWords(change: ExposureChange): string {
  const { kind, exposure, others, beforeLevel, beforeLifetime } = change;
  const { claim, level, category, releasedBy, lifetime } = exposure;
  const all = [exposure, ...others];
  const moreClaims = new Set(all.map((one) => one.claim)).size - 1;
  const more = moreClaims === 0 ? '' : ` and ${count(moreClaims, 'more claim')}`;
  const about = category === '' ? level : `${level}: ${category}`;
  const was = beforeLevel === undefined ? '' : `, was ${beforeLevel}`;
  const lives =
    kind === 'longer' && beforeLifetime !== undefined && lifetime !== undefined
      ? `, for ${duration(lifetime)} instead of ${duration(beforeLifetime)}`
      : '';
  const readers = readersWords(readersOf(change));
  const tokenTypes = [...new Set(all.map(({ tokenType }) => tokenType))];
  return `${EXPOSURE_CHANGE[kind]}: "${claim}" (${about}${was})${more} in ${names(tokenTypes)} by ${readers}, by ${releasedBy}${lives}`;
}

/** `"shelf" is technical, not personal: shelves are the library's`. */
export function loweredWords({ claim, level, named, reason }: LoweredClaim): string {
  return `"${claim}" is ${level}, not ${named}: ${reason ?? 'nobody says why'}`;
}

/** What to do, in words. */
export function alternativeWords({ kind, claims, tokenType, clients }: Alternative): string {
  const what = names(claims);
  switch (kind) {
    case 'userinfo':
      return `release ${what} into userinfo instead of ${tokenType ?? 'tokens'}`;
    case 'reference-token':
      return `give ${names(clients)} a reference or wrapper token instead of ${tokenType ?? 'tokens'}, which shows ${what}`;
    case 'age-over-18':
      return `release age_over_18 instead of ${what}`;
    case 'pairwise-subject':
      return `give ${names(clients)} a pairwise subject, which nobody else knows`;
  }
}

/** What an alternative breaks, a line each; one line that says so where it breaks nobody. */
export function effectLines(alternative: Alternative, { consumers }: PrivacyMatrix): readonly string[] {
  const { effects, requiredBump } = alternative;
  const version = requiredBump === 'none' ? '' : `; a ${requiredBump} version`;
  if (consumers === 0) return [`nobody declares what they read, so nobody can say what breaks${version}`];
  if (effects.length === 0) return [`breaks none of ${count(consumers, 'consumer')}${version}`];
  return [...effects.map(effectWords), ...(version === '' ? [] : [version.slice(2)])];
}

function effectWords({ consumer, certainty, what }: AlternativeEffect): string {
  const about = [consumer.owner, consumer.party === 'third' ? 'third party' : undefined];
  const who = about.filter((word) => word !== undefined).join(', ');
  const verb = certainty === 'certain' ? 'breaks' : 'may break';
  return `${verb} ${consumer.name}${who === '' ? '' : ` (${who})`}: ${what}`;
}

/** `5 claims with personal data, 1 of them read by third parties; 16 contracts looked at`. */
export function summaryWords({ rows, contracts }: PrivacyMatrix, filtered: boolean): string {
  const claims = new Set(rows.map(({ claim }) => claim));
  const third = new Set(
    rows.filter(({ readers }) => readers.some(({ party }) => party === 'third')).map(({ claim }) => claim),
  );
  const asked = filtered ? ' as asked for' : '';
  const read = claims.size === 0 ? '' : `, ${third.size} of them read by third parties`;
  return `${count(claims.size, 'claim')} with personal data${asked}${read}; ${count(contracts, 'contract')} looked at`;
}

/** `shop 3.0.0`. */
export function mapperWords({ mapper }: PrivacyMatrix): string {
  return mapper.version === undefined ? mapper.name : `${mapper.name} ${mapper.version}`;
}
