import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { runRules } from '../../src/check/index.ts';
import { rules } from '../../src/generated/rules.ts';
import { DEFAULT_CONFIG, type SignatureState } from '../../src/model/index.ts';
import { decodeToken, isMalformed, recogniseToken, verifySignature } from '../../src/token/index.ts';
import { KEYS, signed } from './attacks.ts';
import { AT } from './shop.ts';

const text = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const digest = (part: string): string => createHash('sha256').update(part).digest('base64url');
const ISSUED = 1_795_348_800;
const CLAIMS = { iss: 'https://id.example', sub: 'u1' };

const EMAIL = text(['salt', 'email', 'ada@customer.example']);
const OTHER = text(['salt', 'role', 'admin']);

function problems(payload: object, ...disclosures: string[]): readonly (string | undefined)[] {
  const token = decodeToken(
    [signed('ES256', {}, { ...CLAIMS, ...payload }), ...disclosures, ''].join('~'),
    AT,
  );
  if (isMalformed(token)) throw new Error(token.reason);
  return (token.disclosures ?? []).flatMap(({ problem }) => problem ?? []);
}

/** RFC 9901 section 7.1: all of these are refused. */
describe('disclosures', () => {
  test('that are asked for, once, are fine; what is kept back is, too', () => {
    expect(problems({ _sd: [digest(EMAIL), digest(OTHER)] }, EMAIL)).toEqual([]);
  });

  test.each([
    ['nobody asks for it', {}, [EMAIL], 'the signed part does not ask for it'],
    ['sent twice', { _sd: [digest(EMAIL)] }, [EMAIL, EMAIL], 'it is there twice'],
    [
      'a digest that stands twice',
      { _sd: [digest(EMAIL), digest(EMAIL)] },
      [EMAIL],
      'a digest stands in two places',
    ],
    [
      'a digest that stands twice and is kept back',
      { _sd: [digest(OTHER)], address: { _sd: [digest(OTHER)] } },
      [],
      'a digest stands in two places',
    ],
    [
      'a name that is there',
      { email: 'x', _sd: [digest(EMAIL)] },
      [EMAIL],
      'it discloses a member that is there already',
    ],
    [
      'an unknown hash',
      { _sd_alg: 'constructor', _sd: [digest(EMAIL)] },
      [EMAIL],
      'its hash (_sd_alg) is not known',
    ],
    [
      'a hash that is no name',
      { _sd_alg: 5, _sd: [digest(EMAIL)] },
      [EMAIL],
      'its hash (_sd_alg) is not known',
    ],
  ])('%s', (_, payload, disclosures, problem) => {
    expect(problems(payload, ...disclosures)).toEqual([problem]);
  });

  test('named _sd', () => {
    const hidden = text(['salt', '_sd', []]);
    expect(problems({ _sd: [digest(hidden)] }, hidden)).toEqual(['it discloses a member named "_sd"']);
  });
});

/** RFC 9901 section 7.3. */
describe('a key binding', () => {
  const holder = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const cnf = { jwk: holder.publicKey.export({ format: 'jwk' }) };
  const presented = `${signed('ES256', {}, { ...CLAIMS, iat: ISSUED, cnf, _sd: [digest(EMAIL)] })}~${EMAIL}~`;

  function binding(changes: object = {}, header: object = {}, key: KeyObject = holder.privateKey): string {
    const claims = { iat: 1, aud: 'api', nonce: 'n', sd_hash: digest(presented), ...changes };
    const input = `${text({ alg: 'ES256', typ: 'kb+jwt', ...header })}.${text(claims)}`;
    return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  }

  function stateOf(raw: string): SignatureState {
    const token = decodeToken(raw, AT);
    if (isMalformed(token)) throw new Error(token.reason);
    return verifySignature(token, KEYS);
  }

  test('of the holder, for this presentation, is fine', () => {
    expect(stateOf(presented + binding()).state).toBe('verified');
  });

  test.each([
    ['another typ', binding({}, { typ: 'JWT' }), 'the typ of its key binding is not "kb+jwt"'],
    ['no nonce', binding({ nonce: undefined }), 'its key binding lacks nonce'],
    ['a time that is none', binding({ iat: 'now', aud: ['api'] }), 'its key binding lacks iat, aud'],
    [
      'another presentation',
      binding({ sd_hash: digest('x') }),
      'its key binding is for another presentation',
    ],
    ['a stranger', binding({}, {}, stranger.privateKey), 'its key binding is not signed by its holder (cnf)'],
    [
      'nobody',
      `${binding({}, { alg: 'none' }).split('.').slice(0, 2).join('.')}.`,
      'its key binding is not signed by its holder (cnf)',
    ],
  ])('%s', (_, jwt, reason) => {
    expect(stateOf(presented + jwt)).toEqual({ state: 'invalid', reason });
  });

  test('that is no token spoils the whole, also where nobody looks at signatures', () => {
    expect(decodeToken(`${presented}AAAA`, AT)).toEqual({
      at: AT,
      reason: 'its key binding is no signed token: its header is not JSON',
    });
  });

  test.each([
    ['in the future', 61, 'its holder presented it in the future'],
    ['before it was issued', -61, 'it was presented before it was issued'],
    ['when clocks differ', 60, undefined],
  ])('%s', (_, later, reason) => {
    const token = decodeToken(presented + binding({ iat: ISSUED + later }), AT);
    if (isMalformed(token)) throw new Error(token.reason);
    const tokens = [recogniseToken(token, ISSUED * 1000, 60)];
    const findings = runRules({ tokens }, DEFAULT_CONFIG, rules, { now: 0 });
    const told = findings.filter(({ rule }) => rule === 'token/expired-or-future');
    expect(told.map(({ message }) => message)).toEqual(
      reason === undefined ? [] : [`every reader refuses this token: ${reason}`],
    );
  });

  test('without a key of its holder', () => {
    const unbound = `${signed('ES256', {}, { ...CLAIMS, cnf: 'x' })}~`;
    const jwt = binding({ sd_hash: digest(unbound) });
    expect(stateOf(unbound + jwt)).toEqual({
      state: 'invalid',
      reason: 'it has a key binding, and no key of its holder (cnf) that signs',
    });
  });
});
