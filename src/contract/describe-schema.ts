import type { JsonObject, JsonSchema, JsonValue } from '../model/index.ts';

/** How many values or names are worth reading in one line. */
const FEW = 6;

/**
 * A schema in a few words, for tables and messages.
 *
 * @example describeSchema({ type: 'string', format: 'uuid' }) // 'string (uuid)'
 * @example describeSchema({ type: 'array', items: { enum: ['admin', 'sales'] } }) // 'array of "admin" | "sales"'
 */
export function describeSchema(schema: JsonSchema): string {
  if (schema === true) return 'anything';
  if (schema === false) return 'nothing';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return listed(schema.enum.map((value: JsonValue) => JSON.stringify(value)));
  for (const keyword of ['anyOf', 'oneOf']) {
    const choices = schema[keyword];
    if (Array.isArray(choices)) return listed([...new Set((choices as JsonSchema[]).map(describeSchema))]);
  }
  return describeType(schema);
}

function describeType(schema: JsonObject): string {
  const { type } = schema;
  if (Array.isArray(type)) return listed(type.map((one) => describeType({ ...schema, type: one })));
  if (type === 'array') return describeArray(schema);
  if (type === 'object' || (type === undefined && schema.properties !== undefined))
    return describeObject(schema);
  if (type === 'string') return described('string', schema.format ?? patternOf(schema) ?? lengthsOf(schema));
  if (type === 'integer' || type === 'number') return described(type, boundsOf(schema));
  return typeof type === 'string' ? type : 'anything';
}

function described(type: string, detail: JsonValue | undefined): string {
  return typeof detail === 'string' ? `${type} (${detail})` : type;
}

function patternOf({ pattern }: JsonObject): string | undefined {
  if (typeof pattern !== 'string') return undefined;
  return pattern.length > 60 ? 'pattern' : `pattern ${pattern}`;
}

function lengthsOf({ minLength, maxLength }: JsonObject): string | undefined {
  return range(minLength, maxLength, ' characters');
}

function boundsOf({ minimum, maximum }: JsonObject): string | undefined {
  return range(minimum, maximum, '');
}

function range(least: JsonValue | undefined, most: JsonValue | undefined, unit: string): string | undefined {
  if (typeof least === 'number' && typeof most === 'number') return `${least} to ${most}${unit}`;
  if (typeof least === 'number') return `at least ${least}${unit}`;
  return typeof most === 'number' ? `at most ${most}${unit}` : undefined;
}

function describeArray({ items }: JsonObject): string {
  if (items === undefined || items === true) return 'array';
  return `array of ${describeSchema(items as JsonSchema)}`;
}

function describeObject({ properties }: JsonObject): string {
  const names = Object.keys((properties ?? {}) as JsonObject).sort();
  return names.length === 0 ? 'object' : `object (${listed(names, ', ')})`;
}

function listed(words: readonly string[], separator = ' | '): string {
  const shown = words.length > FEW ? [...words.slice(0, FEW), `${words.length - FEW} more`] : words;
  return shown.join(separator);
}
