import type {
  Claim,
  EffectiveClaim,
  JsonObject,
  JsonSchema,
  MapperDefinition,
  Place,
  Releaser,
} from '../model/index.ts';
import { groupedBy, placeOf } from '../model/index.ts';
import { actSchema } from './exchanges.ts';
import { kept } from './kept.ts';
import { type Condition, conditionsOf } from './mates.ts';
import { type Cause, contribute, contributionOf, withSubjectType } from './released.ts';
import type { Setting } from './setting.ts';
import { standardClaim } from './standard-claims.ts';

/** The claims that a definition declares at the top of a token, by name. */
const declaredEntries = kept(({ claims }: MapperDefinition) => {
  const declared = [...claims.values()].filter(({ implied, path }) => !implied && path.length === 1);
  return groupedBy(declared, ({ path }) => path[0]);
});

/** A claim that a specification asks for, as the definition's own entry declares it where there is one. */
export function protocolClaim(
  setting: Setting,
  name: string,
  cause: Cause,
  known?: JsonSchema,
): readonly EffectiveClaim[] {
  const [entry, ...others] = declaredEntries(setting.definition).get(name) ?? [];
  if (entry !== undefined && others.length === 0) {
    const contributions = contribute(setting, entry, cause);
    if (contributions.length > 0) return contributions;
  }
  const standard = standardClaim(name, setting.facts);
  const about = standard?.about ?? 'token';
  const claim = name === 'sub' ? pairwiseSub(setting, cause.at) : undefined;
  const schema = known ?? standard?.schema ?? true;
  const release = { ...(claim === undefined ? {} : { claim }), schema, ...cause };
  const whom = about === 'user' && setting.subject === 'machine' ? 'client' : about;
  return [contributionOf([name], whom, release)];
}

function pairwiseSub(setting: Setting, at: Place): Claim | undefined {
  const implied: Claim = {
    id: 'sub',
    path: ['sub'],
    about: 'user',
    presence: 'always',
    schema: standardClaim('sub', setting.facts)?.schema ?? true,
    growth: 'closed',
    planned: [],
    registered: true,
    implied: true,
    at,
  };
  const claim = withSubjectType(setting, implied);
  return claim === implied ? undefined : claim;
}

/** What specifications ask for because of the resource, the scopes or an exchange, past any filter. */
export function requiredClaims(setting: Setting): readonly EffectiveClaim[] {
  if (setting.type.kind !== 'access_token') return [];
  return [
    ...ownConfirmation(setting),
    ...confirmations(setting),
    ...authorizationDetails(setting, setting.scopes),
    ...actors(setting),
  ];
}

/** Those of them that a resource asks for itself, and some scopes. */
export function requiredByResource(setting: Setting, scopes: Setting['scopes']): readonly EffectiveClaim[] {
  if (setting.type.kind !== 'access_token') return [];
  return [...confirmations({ ...setting, mates: [] }), ...authorizationDetails(setting, scopes)];
}

const CONFIRMATIONS = { dpop: 'jkt', mtls: 'x5t#S256' } as const;

/** The key that a token is bound to (RFC 7800): its thumbprint for DPoP (RFC 9449) and for mTLS (RFC 8705). */
function confirmations(setting: Setting): readonly EffectiveClaim[] {
  const { resource, mates } = setting;
  const own = resource === undefined ? [] : [{ bound: resource, condition: {} as Condition }];
  const others = mates.flatMap((mate) =>
    conditionsOf(setting, mate).map((condition) => ({ bound: mate, condition })),
  );
  return [...own, ...others].flatMap(({ bound, condition }) => {
    if (bound.senderConstrained === undefined) return [];
    const cause: Cause = {
      by: { kind: 'resource', name: bound.name },
      at: placeOf(bound, 'senderConstrained'),
      presence: condition.isUncertain ? 'sometimes' : 'always',
      ...(condition.scope === undefined ? {} : { scope: condition.scope }),
    };
    return protocolClaim(setting, 'cnf', cause, confirmationSchema(CONFIRMATIONS[bound.senderConstrained]));
  });
}

/** The key of a client that asks for bound tokens everywhere. */
function ownConfirmation(setting: Setting): readonly EffectiveClaim[] {
  const { client } = setting;
  if (client.senderConstrained === undefined) return [];
  const at = placeOf(client, 'senderConstrained');
  const cause: Cause = { by: { kind: 'client', name: client.name }, at, presence: 'always' };
  return protocolClaim(setting, 'cnf', cause, confirmationSchema(CONFIRMATIONS[client.senderConstrained]));
}

function confirmationSchema(method: string): JsonObject {
  const thumbprint = { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' };
  return {
    type: 'object',
    properties: { [method]: thumbprint },
    required: [method],
    additionalProperties: false,
  };
}

/** What was authorized in detail (RFC 9396 section 9): one detail or more per granted scope with a schema. */
function authorizationDetails(setting: Setting, scopes: Setting['scopes']): readonly EffectiveClaim[] {
  return scopes.flatMap(({ scope, byDefault, certain }) => {
    if (scope.schema === undefined) return [];
    const cause: Cause = {
      by: { kind: 'scope', name: scope.name },
      at: placeOf(scope, 'schema'),
      presence: certain ? 'always' : 'sometimes',
      ...(byDefault ? {} : { scope: scope.name }),
    };
    const details = { type: 'array', items: detailSchema(scope.name, scope.schema), minItems: 1 };
    return protocolClaim(setting, 'authorization_details', cause, details);
  });
}

/** Keywords that may name the type where a look at `properties` does not find it. */
const OPAQUE = ['$ref', 'allOf', 'anyOf', 'oneOf', 'if', 'const', 'enum'];

/** A detail always names its type (RFC 9396 section 2); a schema that leaves it out means the scope's name. */
function detailSchema(type: string, schema: JsonSchema): JsonSchema {
  const declared = schema === true ? {} : schema;
  if (declared === false || OPAQUE.some((keyword) => Object.hasOwn(declared, keyword))) return declared;
  const properties = (declared.properties ?? {}) as JsonObject;
  if (Object.hasOwn(properties, 'type')) return declared;
  const required = Array.isArray(declared.required) ? declared.required : [];
  return {
    type: 'object',
    ...declared,
    properties: { ...properties, type: { const: type } },
    required: [...required, 'type'],
    ...(schema === true ? { additionalProperties: true } : {}),
  };
}

/** Who acts for the user in a token that was swapped; not certain where the client also asks users itself. */
function actors(setting: Setting): readonly EffectiveClaim[] {
  const { definition, exchanges, byExchangeOnly } = setting;
  const isCertain = byExchangeOnly && exchanges.every((one) => actSchema(definition, one) !== undefined);
  return exchanges.flatMap((exchange) => {
    const schema = actSchema(definition, exchange);
    if (schema === undefined) return [];
    const by: Releaser = { kind: 'exchange', name: `${exchange.from} to ${exchange.to}` };
    const presence = isCertain ? 'always' : 'sometimes';
    return protocolClaim(setting, 'act', { by, at: placeOf(exchange, 'mode'), presence }, schema);
  });
}
