import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { JsonSchema, JsonValue } from '../../src/schema/index.ts';

const OPTIONS = {
  ...({ strict: false, logger: false, ownProperties: true, validateSchema: false } as const),
  formats: fullFormats,
};

/**
 * What Ajv says by itself, with its own regular expressions and nothing of ours around it but one
 * thing: `contains` beside a tuple is moved into a schema of its own, where Ajv looks at it.
 * Undefined where Ajv fails to compile the schema or to run it.
 */
export function ajvSays(schema: JsonSchema): (value: JsonValue) => boolean | undefined {
  try {
    const draft07 = typeof schema === 'object' && String(schema.$schema).includes('draft-07');
    const ajv = draft07 ? new Ajv(OPTIONS) : new Ajv2020(OPTIONS);
    const validate = ajv.compile(moveContains(schema) as JsonSchema);
    return (value) => {
      try {
        return validate(value);
      } catch {
        return undefined;
      }
    };
  } catch {
    return () => undefined;
  }
}

function moveContains(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(moveContains);
  if (typeof value !== 'object' || value === null) return value;
  const { contains, minContains, maxContains, ...others } = value as Record<string, JsonValue>;
  const besideTuple = contains !== undefined && others.prefixItems !== undefined;
  const counts = JSON.parse(JSON.stringify({ contains, minContains, maxContains }));
  const allOf = Array.isArray(others.allOf) ? others.allOf : [];
  const moved = besideTuple ? { ...others, allOf: [...allOf, counts] } : value;
  return Object.fromEntries(
    Object.entries(moved).map(([name, inner]) => [
      name,
      name === 'const' || name === 'enum' ? inner : moveContains(inner),
    ]),
  );
}
