import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { contractOf } from '../../src/contract/index.ts';
import type { ContractKey, EffectiveContract, JsonSchema, MapperDefinition } from '../../src/model/index.ts';

/** Whether a standard validator in its strictest mode takes the schema, and what it says about a value. */
export function accepts(schema: JsonSchema, value: unknown): boolean {
  return compile(schema)(value) === true;
}

export function compile(schema: JsonSchema, isStrict = true) {
  const ajv = new Ajv2020({ strict: isStrict, ownProperties: true });
  addFormats.default(ajv);
  return ajv.compile(schema as object);
}

/** A contract that the test knows to be there. */
export function contract(definition: MapperDefinition, key: ContractKey): EffectiveContract {
  const found = contractOf(definition, key);
  if (found === undefined) throw new Error(`no contract ${JSON.stringify(key)}`);
  return found;
}
