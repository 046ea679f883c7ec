import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { type JsonSchema, type JsonValue, pointerTo } from '../json.ts';
import type { Automata } from '../language/automata.ts';
import { isSafeToBacktrack } from '../language/backtracking.ts';
import type { Dialect } from '../reading/dialect.ts';
import { SchemaDocument } from '../reading/references.ts';
import { Undecided } from '../verdict.ts';
import { prepareForAjv, sizeUnfolded } from './for-ajv.ts';
import { isSplit, splitFor } from './split.ts';

/** What a value violates: the JSON Pointer into the value, the keyword, and Ajv's words. */
export interface Violation {
  readonly path: string;
  readonly keyword: string;
  readonly message: string;
}

/** Compiled validators that are kept. */
const KEPT = 5_000;

/** Parts of a schema with all references followed, beyond which Ajv could take forever. */
const MAX_UNFOLDED = 1_000_000;

/** What is never absent where nobody asks whose it is. */
const INHERITED = new RegExp(`"(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})"`);

/**
 * Judges values by Ajv. All Ajv instances are made here: `ownProperties` where a schema speaks of them, since
 * `toString` and `constructor` are names like any other; all errors; formats asserted; patterns run in linear time.
 */
export class Judge {
  private readonly instances = new Map<string, Ajv>();
  private readonly compiled = new Map<string, ValidateFunction>();
  private readonly automata: Automata;
  private readonly formats: 'assertion' | 'annotation';

  constructor(automata: Automata, formats: 'assertion' | 'annotation') {
    this.automata = automata;
    this.formats = formats;
  }

  /**
   * What a value violates; nothing if it is valid.
   * @throws if Ajv cannot compile the schema, or a pattern cannot be run safely
   */
  violations(schema: JsonSchema, dialect: Dialect, value: JsonValue): Violation[] {
    const parts = splitFor(value, schema);
    if (parts.length > 0) {
      return parts.flatMap(([path, part, inner]) =>
        this.violations(part, dialect, inner).map((violation) => ({
          ...violation,
          path: path + violation.path,
        })),
      );
    }
    return violationsBy(this.compile(schema, dialect), value);
  }

  /** A validator for many values, which finds its compiled function once. */
  validator(schema: JsonSchema, dialect: Dialect): (value: JsonValue) => Violation[] {
    if (isSplit(schema)) return (value) => this.violations(schema, dialect, value);
    const validate = this.compile(schema, dialect);
    return (value) => violationsBy(validate, value);
  }

  private compile(schema: JsonSchema, dialect: Dialect): ValidateFunction {
    const key = `${dialect} ${JSON.stringify(schema)}`;
    const known = this.compiled.get(key);
    if (known) return known;
    if (sizeUnfolded(new SchemaDocument(schema)) > MAX_UNFOLDED) {
      throw new Undecided('its references multiply beyond what Ajv can be asked');
    }
    const prepared = prepareForAjv(schema);
    const ajv = this.instanceOf(dialect, key.includes('"unevaluated'), INHERITED.test(key));
    const validate = ajv.compile(prepared);
    // Ajv keeps every schema it has seen; a long-lived engine must not.
    if (typeof prepared === 'object') ajv.removeSchema(prepared);
    const [oldest] = this.compiled.keys();
    if (this.compiled.size >= KEPT && oldest !== undefined) this.compiled.delete(oldest);
    this.compiled.set(key, validate);
    return validate;
  }

  private instanceOf(dialect: Dialect, tracksEvaluated: boolean, ownProperties: boolean): Ajv {
    const name = `${dialect} ${tracksEvaluated} ${ownProperties}`;
    const known = this.instances.get(name);
    if (known) return known;
    const regExp = Object.assign((source: string) => this.linearRegExp(source), { code: 'new RegExp' });
    const options = {
      ...({
        strict: false,
        logger: false,
        allErrors: true,
        validateSchema: false,
      } as const),
      ownProperties,
      validateFormats: this.formats === 'assertion',
      formats: fullFormats,
      code: { optimize: false, regExp },
    };
    const ajv = dialect === '2020-12' ? new Ajv2020(options) : new Ajv(options);
    // Ajv 8.20 keeps track of what is evaluated whether it is asked for or not, and sometimes trips over it
    // (`anyOf` beside `patternProperties`).
    if (!tracksEvaluated) ajv.opts.unevaluated = false;
    this.instances.set(name, ajv);
    return ajv;
  }

  /** Expressions on which backtracking could explode are run as automata instead. */
  private linearRegExp(source: string) {
    const native = new RegExp(source, 'u');
    const test = isSafeToBacktrack(source)
      ? (text: string) => native.test(text)
      : remembering((text) => this.automata.matches(source, text));
    return { test, toString: () => native.toString() };
  }
}

/** Of texts that are looked at character by character: those of tokens (scopes) repeat. */
const KEPT_TEXTS = 500;
const LONGEST_KEPT = 500;

function remembering(test: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const matches = test(text);
    if (known.size >= KEPT_TEXTS) known.clear();
    if (text.length <= LONGEST_KEPT) known.set(text, matches);
    return matches;
  };
}

function violationsBy(validate: ValidateFunction, value: JsonValue): Violation[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => ({
    path: pathOf(error),
    keyword: error.keyword,
    message: error.message ?? '',
  }));
}

/** The member that is missing or too much belongs to the path of the violation. */
function pathOf({ instancePath, params }: ErrorObject): string {
  for (const key of ['missingProperty', 'additionalProperty', 'unevaluatedProperty', 'propertyName']) {
    const name = Object.hasOwn(params, key) ? params[key] : undefined;
    if (typeof name === 'string') return pointerTo(instancePath, name);
  }
  return instancePath;
}

/** Keywords that fail because another one inside of them does. */
const OUTER = new Set(['anyOf', 'oneOf', 'allOf', 'if', 'not', 'propertyNames', 'contains']);

/** The place of the first violation that is not the consequence of another. */
export function firstPath(violations: readonly Violation[]): string {
  const inner = violations.find(({ keyword }) => !OUTER.has(keyword));
  const outer = violations.find(
    ({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf' || keyword === 'not',
  );
  return (outer ?? inner ?? violations[0])?.path ?? '';
}
