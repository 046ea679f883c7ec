import type { MapperDefinition } from '../model/index.ts';
import { CannotCheck } from './cannot-check.ts';
import type { Inputs } from './inputs.ts';

/** The only definition, or the one with the given name: for commands that speak of one issuer. */
export function oneDefinition(inputs: Inputs, name: string | undefined): MapperDefinition {
  const names = inputs.definitions.map((definition) => definition.name).sort();
  const [first, second] =
    name === undefined ? inputs.definitions : inputs.definitions.filter((one) => one.name === name);
  if (first === undefined) {
    throw new CannotCheck(
      name === undefined
        ? 'there is no mapper definition here'
        : `there is no mapper definition called "${name}"`,
      names.length === 0
        ? 'give the path of a mapper definition or of an export'
        : `found: ${names.join(', ')}`,
    );
  }
  if (second !== undefined) {
    throw new CannotCheck(
      `there are ${inputs.definitions.length} mapper definitions here: ${names.join(', ')}`,
      'give the path of one of them',
    );
  }
  return first;
}
