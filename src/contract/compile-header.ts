import type { EffectiveContract, JsonObject, JsonSchema } from '../model/index.ts';

/**
 * The contract of a token's JOSE header: its `typ` (RFC 9068 section 4 lets `application/` stand before it)
 * and its `alg`, never `none`. Other header parameters are free.
 *
 * @returns undefined for tokens without a header
 */
export function headerSchema({ header }: EffectiveContract): JsonObject | undefined {
  if (header === undefined) return undefined;
  const { typ, algorithms } = header;
  return {
    type: 'object',
    properties: { alg: algorithmSchema(algorithms), ...(typ === undefined ? {} : { typ: typSchema(typ) }) },
    required: typ === undefined ? ['alg'] : ['alg', 'typ'],
  };
}

function algorithmSchema(algorithms: readonly string[]): JsonSchema {
  if (algorithms.length === 0) return { type: 'string', not: { const: 'none' } };
  return algorithms.length === 1 ? { const: algorithms[0] ?? '' } : { enum: [...algorithms] };
}

function typSchema(typ: string): JsonSchema {
  return typ.endsWith('+jwt') && !typ.includes('/') ? { enum: [typ, `application/${typ}`] } : { const: typ };
}
