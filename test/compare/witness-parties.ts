import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { declaredName } from '../../src/compare/facts/claim-pairs.ts';
import { opens } from '../../src/compare/grants.ts';
import { scopeBefore, versionsOf } from '../../src/compare/versions.ts';
import { compileContracts } from '../../src/contract/compile.ts';
import { acceptedSchema, contractOf, effectiveContracts, issuedSchema } from '../../src/contract/index.ts';
import type {
  Comparison,
  EffectiveContract,
  JsonObject,
  JsonSchema,
  JsonValue,
  MapperDefinition,
  TokenKind,
  Witness,
} from '../../src/model/index.ts';

/** Ajv by itself, without what the product does to schemas before it asks. */
export function ajvTakes(schema: JsonSchema, value: JsonValue): boolean {
  const text = JSON.stringify(schema);
  const takes = compiled.get(text) ?? ajv().compile(schema);
  compiled.set(text, takes);
  return takes(value) === true;
}

const compiled = new Map<string, ValidateFunction>();
const ajv = () => new Ajv2020({ strict: false, ownProperties: true, formats: fullFormats });

/** One version, as the grant of a witness meets it; scopes are the names that the witness has. */
interface Party {
  readonly defaultScopes: readonly string[];
  /** The contract as `compile` writes it for the resource or the client. */
  readonly published: JsonSchema;
  /** The scopes that bring a claim, or make it certain. */
  bringing(claim: string | undefined): readonly string[];
  /** Whether it answers a request for these scopes. */
  answers(scopes: readonly string[]): boolean;
  issues(token: JsonValue, scopes: readonly string[]): boolean;
  accepts(token: JsonValue, scopes: readonly string[], reader: 'tolerant' | 'strict'): boolean;
}

export interface Parties {
  readonly before?: Party | undefined;
  readonly after?: Party | undefined;
}

export function partiesOf({ before, after }: Comparison, witness: Witness): Parties {
  const versions = versionsOf(before, after);
  const type = after.tokenTypes.get(witness.tokenType) ?? before.tokenTypes.get(witness.tokenType);
  const kind = type?.kind ?? 'access_token';
  return {
    before: partyOf(before, kind, witness, witness.before, (scope) => scopeBefore(versions, scope)),
    after: partyOf(after, kind, witness, witness.after, (scope) => scope),
  };
}

function partyOf(
  version: MapperDefinition,
  kind: TokenKind,
  witness: Witness,
  token: JsonObject | undefined,
  nameOf: (scope: string) => string,
): Party | undefined {
  const grantedBy = ({ defaultScopes, optionalScopes }: EffectiveContract, scopes: readonly string[]) =>
    new Set([...defaultScopes, ...scopes.map(nameOf).filter((scope) => optionalScopes.includes(scope))]);
  const contracts = contractsFor(version, witness, kind);
  const issuing = contracts.find(
    (one) => token && ajvTakes(issuedSchema(one, grantedBy(one, witness.grant.scopes)), token),
  );
  const contract = issuing ?? contracts[0];
  if (contract === undefined) return undefined;
  const { defaultScopes, key } = contract;
  const granted = (scopes: readonly string[]): ReadonlySet<string> => grantedBy(contract, scopes);
  const path = [version.name, key.tokenType, key.resource ?? key.client].map(encodeURIComponent).join('/');
  return {
    defaultScopes,
    bringing: (claim) =>
      [...contract.claims.values()]
        .filter((one) => declaredName(one) === claim)
        .flatMap(({ releases }) => releases.flatMap(({ scope }) => scope ?? [])),
    published: contractsOf(version).find((file) => file.path === `${path}.schema.json`)?.schema ?? true,
    answers: (scopes) => isOpened(version, contract, granted(scopes)),
    issues: (token, scopes) =>
      isOpened(version, contract, granted(scopes)) &&
      ajvTakes(issuedSchema(contract, granted(scopes)), token),
    accepts: (token, scopes, reader) =>
      ajvTakes(acceptedSchema(contract, { grantedScopes: granted(scopes), reader }), token),
  };
}

/** The contract of a grant; where this version knows no such contract, those of the client's alike tokens. */
function contractsFor(
  version: MapperDefinition,
  { grant, tokenType }: Witness,
  kind: TokenKind,
): readonly EffectiveContract[] {
  const { client, subject, resource } = grant;
  const own = contractOf(version, {
    tokenType,
    client,
    subject,
    ...(resource !== undefined && { resource }),
  });
  const alike = effectiveContracts(version).filter(
    (one) => one.key.client === client && one.key.subject === subject && one.kind === kind,
  );
  const nearest = alike.filter(({ key }) => key.tokenType === tokenType && key.resource === resource);
  return [...nearest, ...alike, ...(own ? [own] : [])];
}

function isOpened(
  version: MapperDefinition,
  contract: EffectiveContract,
  scopes: ReadonlySet<string>,
): boolean {
  const grantable = [...contract.defaultScopes, ...contract.optionalScopes];
  const openers = grantable.filter((scope) => opens(version, scope, contract));
  return openers.length === 0 || openers.some((scope) => scopes.has(scope));
}

const files = new WeakMap<MapperDefinition, ReturnType<typeof compileContracts>>();

function contractsOf(version: MapperDefinition): ReturnType<typeof compileContracts> {
  const known = files.get(version) ?? compileContracts(version);
  files.set(version, known);
  return known;
}
