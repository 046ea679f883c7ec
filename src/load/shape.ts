import type { Format } from '../generated/formats.ts';
import type { SchemaError, Validator } from '../generated/validators.js';
import type { JsonValue, Problem, SourceTree, TreePath } from '../model/index.ts';
import { isObject, pointerSteps } from '../model/index.ts';
import { inWords } from './shape-words.ts';

/** More are noise: a file of another format under this one's header. */
const MOST_PROBLEMS = 1_000;

/** A value of a file and what the format says about it. */
interface Spot {
  readonly path: TreePath;
  readonly value: JsonValue | undefined;
  readonly format: Format;
}

const NOTHING: Format = {};

/** What the format says about a member or an item. */
function formatBelow(format: Format, step: string): Format {
  const { keys = {}, each = NOTHING } = format;
  return Object.hasOwn(keys, step) ? (keys[step] ?? NOTHING) : each;
}

/** Follows a JSON Pointer (RFC 6901) through a value and its format. */
function spotAt(tree: SourceTree, format: Format, pointer: string): Spot {
  return pointerSteps(pointer).reduce<Spot>(
    (spot, name) => {
      const { value } = spot;
      if (Array.isArray(value)) {
        const item: JsonValue | undefined = value[Number(name)];
        return { path: [...spot.path, Number(name)], value: item, format: spot.format.each ?? NOTHING };
      }
      const below = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
      return { path: [...spot.path, name], value: below, format: formatBelow(spot.format, name) };
    },
    { path: [], value: tree.value, format },
  );
}

/** An error that stands for itself, with the errors of the alternatives that it sums up. */
interface Told {
  readonly error: SchemaError;
  readonly alternatives: readonly SchemaError[];
}

function isWithin(error: SchemaError | undefined, pointer: string): boolean {
  return `${error?.instancePath}/`.startsWith(`${pointer}/`);
}

/**
 * Leaves one error per mistake: `if` repeats what its branch said, errors on names are summed up by
 * `propertyNames`, and those of alternatives by `anyOf`, which Ajv lists after them.
 */
function withoutEchoes(errors: readonly SchemaError[]): readonly Told[] {
  const told: Told[] = [];
  for (const error of errors) {
    if (error.keyword === 'if' || error.propertyName !== undefined) continue;
    const alternatives: SchemaError[] = [];
    while (error.keyword === 'anyOf' && isWithin(told.at(-1)?.error, error.instancePath)) {
      const last = told.pop();
      if (last?.error.instancePath === error.instancePath) alternatives.push(last.error);
    }
    told.push({ error, alternatives });
  }
  return told;
}

/**
 * Holds a file against its published format (contracts/*.schema.json): every mistake at once, each with its
 * place, what was expected and what was found.
 */
export function shapeProblems(tree: SourceTree, validate: Validator, format: Format): readonly Problem[] {
  if (validate(tree.value)) return [];
  const told = withoutEchoes(validate.errors ?? []).slice(0, MOST_PROBLEMS);
  return told.map(({ error, alternatives }) => {
    const spot = spotAt(tree, format, error.instancePath);
    const worded = inWords({ error, alternatives, value: spot.value, format: spot.format });
    const { message, help, below, fix } = worded;
    const at = tree.place(below === undefined ? spot.path : [...spot.path, below]);
    return { kind: 'invalid', at, message, help, ...(fix && { fix: { ...fix, at } }) };
  });
}
