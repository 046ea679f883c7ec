import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { contractOf } from '../../src/contract/index.ts';
import type { ContractKey, EffectiveContract, JsonSchema, MapperDefinition } from '../../src/model/index.ts';

/** Whether a standard validator in its strictest mode takes the schema, and what it says about a value. */
export function accepts(schema: JsonSchema, value: unknown): boolean {
  return compile(schema)(value) === true;
}

/** To make a validator takes longer than to use it; this one keeps no ids, so that each schema stands alone. */
function standardValidator(strict: boolean): Ajv2020 {
  const ajv = new Ajv2020({ strict, ownProperties: true, addUsedSchema: false });
  addFormats.default(ajv);
  return ajv;
}

const STRICTEST = standardValidator(true);
const LENIENT = standardValidator(false);

export function compile(schema: JsonSchema, isStrict = true) {
  return (isStrict ? STRICTEST : LENIENT).compile(schema as object);
}

/** A contract that the test knows to be there. */
export function contract(definition: MapperDefinition, key: ContractKey): EffectiveContract {
  const found = contractOf(definition, key);
  if (found === undefined) throw new Error(`no contract ${JSON.stringify(key)}`);
  return found;
}
