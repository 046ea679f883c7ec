import type { EffectiveContract, JsonObject } from '../../model/index.ts';
import { withoutValue, withValue } from './values.ts';

/** A token with one mistake. */
export interface Broken {
  readonly name: string;
  readonly says: string;
  /** The rule that finds it. */
  readonly breaks: string;
  readonly header: JsonObject;
  /** Its text where it is not what JSON would be. */
  readonly payload: JsonObject | string;
  /** Who signs it: nobody, a stranger, or the issuer. */
  readonly signedBy: 'issuer' | 'stranger' | 'nobody';
}

const DAY = 86_400;

/** Numbers of a payload, as what they are where they are missing. */
const time = (payload: JsonObject, name: string): number | undefined =>
  typeof payload[name] === 'number' ? payload[name] : undefined;

interface Sound {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly contract: EffectiveContract;
}

type Mistake = Pick<Broken, 'name' | 'says' | 'breaks'> &
  Partial<Pick<Broken, 'header' | 'payload' | 'signedBy'>>;

function* inTimes({ payload }: Sound): Generator<Mistake> {
  const [iat, exp] = [time(payload, 'iat'), time(payload, 'exp')];
  if (iat === undefined || exp === undefined) return;
  const past = { ...payload, iat: iat - DAY, exp: exp - DAY };
  yield { name: 'expired', says: 'expired a day ago', breaks: 'token/expired-or-future', payload: past };
  const milliseconds = { ...payload, iat: iat * 1000, exp: exp * 1000 };
  yield {
    name: 'milliseconds',
    says: 'exp and iat are in milliseconds',
    breaks: 'token/numericdate-milliseconds',
    payload: milliseconds,
  };
}

function* inClaims({ payload, contract }: Sound): Generator<Mistake> {
  const required = [...contract.claims.values()].find(
    ({ path, releases }) =>
      path.length === 1 && path[0] === 'sub' && releases.some(({ presence }) => presence === 'always'),
  );
  if (required !== undefined)
    yield {
      name: 'without-sub',
      says: 'has no sub, which each token has',
      breaks: 'token/contract-claim-missing',
      payload: withoutValue(payload, required.path),
    };
  if (contract.unresolved.length === 0)
    yield {
      name: 'undeclared',
      says: 'has a claim that no contract knows',
      breaks: 'token/claim-not-in-contract',
      payload: withValue(payload, ['undeclared_by_tokenpact'], 'x'),
    };
  if (Object.hasOwn(payload, 'iss'))
    yield {
      name: 'other-issuer',
      says: 'comes from another issuer',
      breaks: 'token/iss-mismatch',
      payload: { ...payload, iss: 'https://somebody-else.example' },
    };
  if (Object.hasOwn(payload, 'aud') && contract.audience.values.length > 0)
    yield {
      name: 'other-audience',
      says: 'is for somebody else',
      // Its audience is all that tells the client of a logout token.
      breaks: contract.kind === 'logout_token' ? 'token/no-contract' : 'token/aud-unknown',
      payload: { ...payload, aud: 'https://somebody-else.example' },
    };
}

function* inHeader({ header, payload, contract }: Sound): Generator<Mistake> {
  yield {
    name: 'alg-none',
    says: 'nobody signed it',
    breaks: 'jose/alg-none',
    header: { ...header, alg: 'none' },
    signedBy: 'nobody',
  };
  yield {
    name: 'signature-removed',
    says: 'its signature was taken off',
    breaks: 'jose/alg-none',
    signedBy: 'nobody',
  };
  yield {
    name: 'stranger',
    says: 'signed by a key that is not in the JWK set',
    breaks: 'jose/signature-invalid',
    signedBy: 'stranger',
  };
  // RFC 7523: who asserts something may say where its keys are.
  if (contract.kind !== 'assertion')
    yield {
      name: 'embedded-key',
      says: 'brings the address of its own keys',
      breaks: 'jose/embedded-key',
      header: { ...header, jku: 'https://somebody-else.example/jwks.json' },
    };
  const [member] = Object.entries(payload);
  if (member === undefined) return;
  const text = JSON.stringify(payload);
  const twice = `{${JSON.stringify(member[0])}:${JSON.stringify(member[1])},${text.slice(1)}`;
  yield {
    name: 'duplicate',
    says: `has "${member[0]}" twice`,
    breaks: 'token/duplicate-member',
    payload: twice,
  };
}

/** Tokens with one mistake each, made from a sound one. */
export function* brokenFrom(sound: Sound): Generator<Broken> {
  for (const mistake of [...inTimes(sound), ...inClaims(sound), ...inHeader(sound)]) {
    yield { header: sound.header, payload: sound.payload, signedBy: 'issuer', ...mistake };
  }
}
