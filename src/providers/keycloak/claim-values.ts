import type { JsonSchema, JsonValue } from '../../model/index.ts';
import type { Mapper } from './mapper.ts';
import { type KeycloakVersion, since } from './version.ts';

/** The values of one mapper, as far as its configuration and the server's version tell. */
export type Values = (mapper: Mapper, version: KeycloakVersion) => JsonSchema;

export const STRING: JsonSchema = { type: 'string' };
export const STRINGS: JsonSchema = { type: 'array', items: STRING };

/** `jsonType.label`; attributes, notes and roles are strings, so an absent label leaves a string. */
function labelled(mapper: Mapper): JsonSchema {
  switch (mapper.config.get('jsonType.label')) {
    case 'long':
    case 'int':
      return { type: 'integer' };
    case 'boolean':
      return { type: 'boolean' };
    case 'JSON':
      return true;
    default:
      return STRING;
  }
}

const many = (mapper: Mapper): boolean => mapper.config.get('multivalued') === 'true';

/** One value of the labelled type, or a list of them; without `multivalued` a list's first value is taken. */
export const oneOrMany: Values = (mapper) =>
  many(mapper) ? { type: 'array', items: labelled(mapper) } : labelled(mapper);

/** One value of the labelled type. */
export const one: Values = labelled;

/** Roles in one string: since 23 the first role, before that the whole list as text. */
export const roleNames: Values = (mapper, version) => {
  if (many(mapper)) return { type: 'array', items: labelled(mapper) };
  return since(version, 23) ? STRING : { type: 'string', pattern: '^\\[.*\\]$' };
};

/** Organizations by alias: an object in 25 and wherever ids or attributes are added, names otherwise. */
export const organizations: Values = (mapper, version) => {
  const detailed = ['addOrganizationId', 'addOrganizationAttributes'].some(
    (key) => mapper.config.get(key) === 'true',
  );
  if (detailed || !since(version, 26)) return { type: 'object', additionalProperties: { type: 'object' } };
  return mapper.config.get('multivalued') === 'false' ? STRING : STRINGS;
};

/** The OpenID Connect address (Core section 5.1.1). */
export const address: Values = () => ({
  type: 'object',
  properties: {
    street_address: STRING,
    locality: STRING,
    region: STRING,
    postal_code: STRING,
    country: STRING,
    formatted: STRING,
  },
});

/** The value of a hardcoded claim, or undefined when it can't be of the labelled type: it is then left out. */
export function constant(config: Mapper['config']): JsonValue | undefined {
  const written = config.get('claim.value');
  if (written === undefined) return undefined;
  switch (config.get('jsonType.label')) {
    case 'long':
    case 'int':
      return /^[+-]?\d+$/.test(written) ? Number(written) : undefined;
    case 'boolean':
      return written.toLowerCase() === 'true';
    case 'JSON':
      return parsed(written);
    default:
      return written;
  }
}

function parsed(written: string): JsonValue | undefined {
  try {
    return JSON.parse(written) as JsonValue;
  } catch {
    return undefined;
  }
}

export const hardcoded: Values = (mapper) => {
  const value = constant(mapper.config);
  return value === undefined ? false : { const: value };
};
