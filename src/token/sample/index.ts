import { effectiveContracts } from '../../contract/index.ts';
import type { EffectiveContract, JsonObject, MapperDefinition } from '../../model/index.ts';
import { readKeys, UnusableKeys } from '../keys.ts';
import { contractCheck } from '../violations.ts';
import { brokenFrom } from './broken.ts';
import { casesOf } from './cases.ts';
import { SAMPLE_ALGORITHMS, type SampleKey, sampleKey, seededKeys } from './keys.ts';
import { type Seeded, seededBy } from './seeded.ts';
import { filled } from './values.ts';

export { SAMPLE_ALGORITHMS, type SampleKey, sampleKey } from './keys.ts';

/** One sample, and what an index says of it. */
export interface Sample {
  /** Path of its file, from the folder of all samples. */
  readonly file: string;
  readonly text: string;
  readonly says: string;
  readonly valid: boolean;
  /** The rule that finds what is wrong with it. */
  readonly breaks?: string;
  readonly tokenType: string;
  readonly client: string;
  readonly subject: string;
  readonly resource?: string;
  /** Names of the granted scopes. */
  readonly scopes: readonly string[];
}

/** What is made. */
export interface SampleRequest {
  readonly definition: MapperDefinition;
  readonly seed: string;
  /** Seconds since 1970. */
  readonly issued: number;
  /** Contracts to make samples of; all of them where it is absent. */
  readonly wanted?: (contract: EffectiveContract) => boolean;
  /** Keys to sign with, instead of those of the seed. */
  readonly keys?: readonly SampleKey[];
}

/** Samples, the keys that they are verified with, and the contracts that there are none of. */
export interface Samples {
  readonly samples: readonly Sample[];
  readonly jwks: { readonly keys: readonly SampleKey['publicJwk'][] };
  /** Why some contracts have none. */
  readonly left: readonly string[];
}

const base64url = (text: string): string => Buffer.from(text).toString('base64url');

/** What is signed: a payload, or a response with an introspection in it (RFC 9701 section 5). */
function claimsText(
  { kind, key, issuer, audience }: EffectiveContract,
  payload: JsonObject | string,
  issued: number,
): string {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  if (kind !== 'introspection') return text;
  const [aud = key.client] = audience.values;
  const response = JSON.stringify({ iss: filled(issuer), aud, iat: issued });
  return `${response.slice(0, -1)},"token_introspection":${text}}`;
}

function signed(header: JsonObject, claims: string, key: SampleKey | undefined): string {
  const input = `${base64url(JSON.stringify(header))}.${base64url(claims)}`;
  return `${input}.${key === undefined ? '' : key.sign(input).toString('base64url')}\n`;
}

/** A name as that of a folder, which is never the one above. */
const part = (name: string): string => name.replaceAll(/[^A-Za-z0-9_.-]+/g, '-').replace(/^\.+/, '-');

/** Samples with a file each, also where file names have no capitals: names may differ in what none can have. */
function inOwnFiles(samples: readonly Sample[]): readonly Sample[] {
  const taken = new Map<string, number>();
  return samples.map((sample) => {
    const name = sample.file.toLowerCase();
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return count === 1 ? sample : { ...sample, file: sample.file.replace(/(?=\.\w+$)/, `~${count}`) };
  });
}

function folderOf({ key }: EffectiveContract): string {
  const subject = key.subject === 'machine' ? '-itself' : '';
  const resource = key.resource === undefined ? '' : `-at-${part(key.resource)}`;
  return `${part(key.tokenType)}/${part(key.client)}${subject}${resource}`;
}

/** Who signs the samples of one run. */
interface Signers {
  readonly issuer: (algorithms: readonly string[]) => SampleKey | undefined;
  readonly stranger: (alg: string) => SampleKey;
  readonly used: Set<SampleKey>;
}

function signersOf({ seed, keys }: SampleRequest, seeded: Seeded): Signers {
  const own = seededKeys(seeded, 'sample');
  const used = new Set<SampleKey>();
  return {
    used,
    stranger: seededKeys(seededBy(`stranger ${seed}`), 'stranger'),
    issuer: (listed) => {
      // RFC 9068 section 2.1 and OpenID Connect Core section 15.1: everybody knows RS256.
      const algorithms = listed.length > 0 ? listed : (keys?.map(({ alg }) => alg) ?? ['RS256']);
      const given = keys?.find(({ alg }) => algorithms.includes(alg));
      const alg = SAMPLE_ALGORITHMS.find((name) => algorithms.includes(name));
      const key = keys === undefined && alg !== undefined ? own(alg) : given;
      if (key !== undefined) used.add(key);
      return key;
    },
  };
}

function* ofContract(
  contract: EffectiveContract,
  request: SampleRequest,
  seeded: Seeded,
  signers: Signers,
): Generator<Sample> {
  const { key, header: stated, format } = contract;
  const folder = folderOf(contract);
  const about = {
    tokenType: key.tokenType,
    client: key.client,
    subject: key.subject,
    ...(key.resource === undefined ? {} : { resource: key.resource }),
  };
  if (format === 'opaque') {
    const text = `${seeded.bytes(`opaque ${folder}`, 32).toString('base64url')}\n`;
    yield {
      file: `${folder}/opaque.txt`,
      text,
      says: 'nothing can be read in it',
      valid: true,
      ...about,
      scopes: [...contract.defaultScopes],
    };
    return;
  }
  const signer = format === 'json' ? undefined : signers.issuer(stated?.algorithms ?? []);
  const header = { alg: signer?.alg ?? '', typ: stated?.typ ?? 'JWT', kid: signer?.keyId ?? '' };
  const write = (payload: JsonObject): string =>
    signer === undefined
      ? `${JSON.stringify(payload, null, 2)}\n`
      : signed(header, claimsText(contract, payload, request.issued), signer);
  let maximal: JsonObject | undefined;
  for (const { name, says, scopes, payload } of casesOf({ contract, issued: request.issued, seeded })) {
    // A fact across claims, or a pattern that nobody can fill, may refuse what each claim by itself allows.
    if (contractCheck(contract, scopes)(payload).length > 0) continue;
    if (name === 'maximal' || maximal === undefined) maximal = payload;
    const file = `${folder}/${name}.${signer === undefined ? 'json' : 'jwt'}`;
    yield { file, text: write(payload), says, valid: true, ...about, scopes: [...scopes].sort() };
  }
  if (signer === undefined || maximal === undefined) return;
  const scopes = [...contract.defaultScopes, ...contract.optionalScopes].sort();
  for (const broken of brokenFrom({ header, payload: maximal, contract })) {
    const by = { issuer: signer, stranger: signers.stranger(signer.alg), nobody: undefined }[broken.signedBy];
    const text = signed(broken.header, claimsText(contract, broken.payload, request.issued), by);
    const { name, says, breaks } = broken;
    yield { file: `${folder}/broken-${name}.jwt`, text, says, valid: false, breaks, ...about, scopes };
  }
}

/**
 * Makes tokens for the tests of those who read them: for each contract the smallest, the largest, one per
 * optional claim, per listed value and per scope, and some with one mistake each. The same seed, time and
 * definition give the same bytes.
 *
 * @example makeSamples({ definition, seed: '1', issued: 1795348680 }).samples[0]?.file
 */
export function makeSamples(request: SampleRequest): Samples {
  const seeded = seededBy(request.seed);
  const signers = signersOf(request, seeded);
  const samples: Sample[] = [];
  const left: string[] = [];
  for (const contract of effectiveContracts(request.definition).filter(request.wanted ?? (() => true))) {
    if (contract.format === 'jwt' && signers.issuer(contract.header?.algorithms ?? []) === undefined) {
      const algorithms = contract.header?.algorithms.join(', ') ?? '';
      left.push(`${folderOf(contract)}: no key signs with ${algorithms}`);
      continue;
    }
    const made = [...ofContract(contract, request, seeded, signers)];
    if (made.length === 0) left.push(`${folderOf(contract)}: no token fits its contract`);
    samples.push(...made);
  }
  // Who gives a secret has it, and it goes into no other file.
  const shown = [...signers.used].filter(
    ({ publicJwk }) => request.keys === undefined || publicJwk.kty !== 'oct',
  );
  const keys = shown.sort((one, other) => (one.keyId < other.keyId ? -1 : 1));
  return { samples: inOwnFiles(samples), jwks: { keys: keys.map(({ publicJwk }) => publicJwk) }, left };
}

/** Whether a key is of a kind that signs with an algorithm. */
function isFor(alg: string, jwk: object): boolean {
  try {
    return readKeys(JSON.stringify({ ...jwk, alg })).length > 0;
  } catch (error) {
    if (error instanceof UnusableKeys) return false;
    throw error;
  }
}

/** Keys that are given as private JWKs, as far as they sign with what samples are signed with. */
export function givenKeys(
  jwks: readonly (Parameters<typeof sampleKey>[2] & { kid?: string; alg?: string })[],
): readonly SampleKey[] {
  return jwks.flatMap(({ kid = 'given', alg = '', ...jwk }) =>
    (jwk.d ?? jwk.k) === undefined || !SAMPLE_ALGORITHMS.includes(alg) || !isFor(alg, jwk)
      ? []
      : [sampleKey(alg, kid, jwk)],
  );
}
