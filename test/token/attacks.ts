import { createHmac, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type Keys, readKeys } from '../../src/token/index.ts';

/** A token that must never be taken for valid. */
export interface Attack {
  readonly name: string;
  readonly token: string;
}

const pairs = {
  RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ES384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  EdDSA: generateKeyPairSync('ed25519'),
};

type SigningAlgorithm = keyof typeof pairs;

const jwkOf = (alg: SigningAlgorithm): object => ({
  ...pairs[alg].publicKey.export({ format: 'jwk' }),
  kid: alg,
  alg,
  use: 'sig',
});

/** The public keys that readers have. */
export const JWKS = { keys: (Object.keys(pairs) as SigningAlgorithm[]).map(jwkOf) };
export const KEYS: Keys = readKeys(JSON.stringify(JWKS));

const base64url = (data: string | Buffer): string => Buffer.from(data).toString('base64url');

const PAYLOAD = {
  iss: 'https://id.example',
  sub: 'admin',
  aud: 'api',
  iat: 1_795_348_680,
  exp: 1_795_348_980,
};

const inputOf = (header: object, payload: object | string = PAYLOAD): string =>
  `${base64url(JSON.stringify(header))}.${base64url(typeof payload === 'string' ? payload : JSON.stringify(payload))}`;

const DIGESTS = { RS256: 'sha256', ES256: 'sha256', ES384: 'sha384', EdDSA: null } as const;

function signature(alg: SigningAlgorithm, input: string, key: KeyObject = pairs[alg].privateKey): Buffer {
  const isEcdsa = alg.startsWith('ES');
  return sign(DIGESTS[alg], Buffer.from(input), isEcdsa ? { key, dsaEncoding: 'ieee-p1363' } : key);
}

/** A token that is signed as it should be, or with another header or payload. */
export function signed(
  alg: SigningAlgorithm,
  header: object = {},
  payload: object | string = PAYLOAD,
): string {
  const input = inputOf({ alg, kid: alg, typ: 'at+jwt', ...header }, payload);
  return `${input}.${base64url(signature(alg, input))}`;
}

export const SIGNING_ALGORITHMS = Object.keys(pairs) as SigningAlgorithm[];

const attack = (name: string, token: string): Attack => ({ name, token });

/** RFC 8725 section 3.2: nobody signed it, whatever the letters are written like. */
const unsigned = ['none', 'None', 'NONE', 'nOnE', '', 'none ', 'null'].flatMap((alg) => [
  attack(`alg "${alg}" without a signature`, `${inputOf({ alg, kid: 'ES256' })}.`),
  attack(
    `alg "${alg}" with the signature of another token`,
    `${inputOf({ alg, kid: 'ES256' })}.${signed('ES256').split('.')[2]}`,
  ),
]);

const oddAlgorithms = [null, 0, true, ['ES256'], { alg: 'ES256' }, undefined].map((alg) => {
  const input = inputOf({ alg, kid: 'ES256' });
  return attack(`alg ${JSON.stringify(alg)}`, `${input}.${base64url(signature('ES256', input))}`);
});

/** RFC 8725 section 2.1: the public key, in each form in which it lies around, as an HMAC secret. */
const confused = SIGNING_ALGORITHMS.flatMap((alg) => {
  const { publicKey } = pairs[alg];
  const forms = {
    'PEM (SPKI)': publicKey.export({ format: 'pem', type: 'spki' }),
    'PEM without its last line end': String(publicKey.export({ format: 'pem', type: 'spki' })).trimEnd(),
    'DER (SPKI)': publicKey.export({ format: 'der', type: 'spki' }),
    JWK: JSON.stringify(jwkOf(alg)),
    'nothing at all': '',
  };
  return Object.entries(forms).map(([form, secret]) => {
    const input = inputOf({ alg: 'HS256', kid: alg });
    const mac = createHmac('sha256', secret).update(input).digest('base64url');
    return attack(`the ${alg} key as ${form} for an HMAC secret`, `${input}.${mac}`);
  });
});

/** CVE-2022-21449: signatures of zeros, and their like. */
const ORDER = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex');
const ZERO = Buffer.alloc(32);
const psychic = [
  ['zeros', Buffer.concat([ZERO, ZERO])],
  ['the order of the curve, twice', Buffer.concat([ORDER, ORDER])],
  ['zero and one', Buffer.concat([ZERO, Buffer.alloc(31), Buffer.from([1])])],
  ['one and zero', Buffer.concat([Buffer.alloc(31), Buffer.from([1]), ZERO])],
  ['zeros in DER', Buffer.from('3006020100020100', 'hex')],
  ['one zero', Buffer.alloc(1)],
  ['of double length', Buffer.alloc(128)],
].map(([name, bytes]) =>
  attack(
    `an ECDSA signature of ${name}`,
    `${inputOf({ alg: 'ES256', kid: 'ES256' })}.${base64url(bytes as Buffer)}`,
  ),
);

function crossed(): readonly Attack[] {
  const p384 = inputOf({ alg: 'ES256', kid: 'ES256' });
  const der = inputOf({ alg: 'ES256', kid: 'ES256' });
  const strange = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const brought = { alg: 'ES256', jwk: strange.publicKey.export({ format: 'jwk' }) };
  const byStranger = (header: object): string => {
    const input = inputOf(header);
    return `${input}.${base64url(signature('ES256', input, strange.privateKey))}`;
  };
  const small = createPrivateKey(
    generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ format: 'pem', type: 'pkcs8' }),
  );
  const bySmall = inputOf({ alg: 'RS256', kid: 'RS256' });
  return [
    attack('ES256, signed on P-384', `${p384}.${base64url(signature('ES384', p384))}`),
    attack('ES384, signed on P-256 with the P-256 key named', signed('ES256', { alg: 'ES384' })),
    attack(
      'an ECDSA signature in DER',
      `${der}.${base64url(sign('sha256', Buffer.from(der), pairs.ES256.privateKey))}`,
    ),
    attack('RS256 with the EdDSA key named', signed('EdDSA', { alg: 'RS256' })),
    attack('PS256 for a key that is for RS256', signed('RS256', { alg: 'PS256' })),
    attack(
      'signed by a small RSA key',
      `${bySmall}.${base64url(sign('sha256', Buffer.from(bySmall), small))}`,
    ),
    attack('an embedded jwk', byStranger(brought)),
    attack('an embedded jwk with a known kid', byStranger({ ...brought, kid: 'ES256' })),
    attack('a jku', byStranger({ alg: 'ES256', kid: 'ES256', jku: 'https://evil.example/jwks.json' })),
    attack('an x5u', byStranger({ alg: 'ES256', kid: 'ES256', x5u: 'https://evil.example/cert.pem' })),
    attack('a kid that is a path', byStranger({ alg: 'ES256', kid: '../../../dev/null' })),
    attack('a kid that is SQL', byStranger({ alg: 'ES256', kid: "x' UNION SELECT 'key" })),
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((kid) =>
      attack(`the kid ${kid}`, byStranger({ alg: 'ES256', kid })),
    ),
    ...['__proto__', 'constructor', 'toString'].map((alg) =>
      attack(`the alg ${alg}`, byStranger({ alg, kid: 'ES256' })),
    ),
  ];
}

/** Rightly signed, and still not to be accepted: RFC 7515 section 4.1.11, RFC 7797 section 7. */
const extended: readonly Attack[] = [
  attack('an unknown critical extension', signed('ES256', { crit: ['exp2'], exp2: 1 })),
  attack('crit that is empty', signed('ES256', { crit: [] })),
  attack('crit that is not a list', signed('ES256', { crit: 'exp' })),
  attack('an unencoded payload', signed('ES256', { b64: false, crit: ['b64'] })),
  attack('an unencoded payload that is not told', signed('ES256', { b64: false })),
];

function reshaped(): readonly Attack[] {
  const [header = '', payload = '', mark = ''] = signed('ES256').split('.');
  const admin = base64url(JSON.stringify({ ...PAYLOAD, role: 'admin' }));
  return [
    attack('another payload', `${header}.${admin}.${mark}`),
    attack('a signature cut off', `${header}.${payload}.${mark.slice(0, -4)}`),
    attack('no signature', `${header}.${payload}.`),
    attack('a signature with white space', `${header}.${payload}.${mark.slice(0, 10)} ${mark.slice(10)}`),
    attack('a fourth part', `${header}.${payload}.${mark}.${mark}`),
    attack('two tokens joined', `${header}.${admin}.${mark}.${header}.${payload}.${mark}`),
    attack('a payload as base64 with padding', `${header}.${payload}==.${mark}`),
    attack('a header that is an array', `${base64url('["ES256"]')}.${payload}.${mark}`),
    attack('a payload of brackets', `${header}.${base64url(`{"a":${'['.repeat(100_000)}`)}.${mark}`),
    attack('a megabyte', `${header}.${'A'.repeat(1 << 20)}.${mark}`),
  ];
}

/** The published attacks on JWT, made here. */
export const ATTACKS: readonly Attack[] = [
  ...unsigned,
  ...oddAlgorithms,
  ...confused,
  ...psychic,
  ...crossed(),
  ...extended,
  ...reshaped(),
];
