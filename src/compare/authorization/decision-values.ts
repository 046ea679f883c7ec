import type { JsonObject, JsonSchema, JsonValue, PlannedValue } from '../../model/index.ts';
import { canonical, distinct, isObject, requiredNames } from '../../model/index.ts';
import { sample } from '../../schema/index.ts';
import { isValid } from '../witness/sampling.ts';

/** The path of a claim that a decision looks at; the same array wherever the same claim is meant. */
export type ClaimPath = readonly string[];

/** What one person's token may say in one claim: a value, or nothing at all. */
export interface State {
  readonly value?: JsonValue;
}

/** A state of after, and whether the definition says that it follows from the state of before. */
export interface NextState {
  readonly state: State;
  readonly certain: boolean;
}

/** What a claim may say under one grant. */
export interface Domain {
  /** `false` when the claim is never there. */
  readonly schema: JsonSchema;
  readonly mayBeAbsent: boolean;
  readonly values: readonly JsonValue[];
  /** Whether `values` are all there are, as far as decisions can tell. */
  readonly finite: boolean;
}

/** What a decision asks about one claim. */
export interface Asked {
  /** The values that it names, and those that the definition says will be replaced. */
  readonly constants: readonly JsonValue[];
  /** Its conditions on the claim's value. */
  readonly conditions: readonly JsonSchema[];
  /** True where all values that are not among `constants` are alike to it. */
  readonly byName: boolean;
}

/** More values than this are cut off: then the domain is not finite. */
const LIMIT = 64;

/** Whether a claim may be there, and as what: `false` when it never is. */
export function memberOf(issued: JsonObject, path: ClaimPath): Pick<Domain, 'schema' | 'mayBeAbsent'> {
  const { schema, mayBeAbsent } = below(issued, path);
  const { $defs } = issued;
  return { schema: isObject(schema) && $defs !== undefined ? { ...schema, $defs } : schema, mayBeAbsent };
}

function below(schema: JsonSchema, [name, ...rest]: ClaimPath): Pick<Domain, 'schema' | 'mayBeAbsent'> {
  if (name === undefined) return { schema, mayBeAbsent: schema === false };
  if (!isObject(schema) || !isObject(schema.properties)) return { schema: false, mayBeAbsent: true };
  const member = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
  const inner = below(typeof member === 'boolean' || isObject(member) ? member : false, rest);
  return { ...inner, mayBeAbsent: inner.mayBeAbsent || !requiredNames(schema).includes(name) };
}

/** Reads a claim's domain off an issued schema; what the decision asks for is tried in any case. */
export function domainOf(issued: JsonObject, path: ClaimPath, asked: Asked): Domain {
  const { schema, mayBeAbsent } = memberOf(issued, path);
  const listed = closedValues(schema, asked);
  const tried = [...asked.constants, ...asked.constants.map((constant) => [constant])];
  const candidates = [...(listed ?? sampledValues(schema, asked)), ...tried];
  const values = distinct(candidates).filter((value) => isValid(schema, value));
  const isList = values.some((value) => Array.isArray(value));
  return {
    schema,
    mayBeAbsent,
    values: values.slice(0, LIMIT),
    finite: schema === false || (listed !== undefined && values.length <= LIMIT && (asked.byName || !isList)),
  };
}

/** Some values of a set that can't be listed: among them one that meets each condition, and one that fails it. */
function sampledValues(schema: JsonSchema, { conditions }: Asked): readonly JsonValue[] {
  const cells = conditions.flatMap((condition) => [condition, { not: condition }]);
  return [schema, ...cells.map((cell) => within(schema, cell))].flatMap((each) => sample(each));
}

function within(schema: JsonSchema, cell: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return cell;
  const { $defs, ...own } = schema;
  return { ...($defs !== undefined && { $defs }), allOf: [own, cell] };
}

/** The values of a closed set; of a list over a closed set, those that the decision can tell apart. */
function closedValues(schema: JsonSchema, asked: Asked): readonly JsonValue[] | undefined {
  if (schema === false) return [];
  if (schema === true) return undefined;
  if (schema.const !== undefined) return [schema.const];
  if (Array.isArray(schema.enum)) return schema.enum;
  if (schema.type === 'boolean') return [true, false];
  if (schema.type !== 'array' || !isObject(schema.items)) return undefined;
  const items = closedValues(schema.items, asked);
  return items && [...subsets(tellingItems(items, asked)), [...items]];
}

/** The items that the decision names, and one that stands for all others. */
function tellingItems(items: readonly JsonValue[], { constants }: Asked): readonly JsonValue[] {
  const names = new Set(constants.map(canonical));
  const other = items.find((item) => !names.has(canonical(item)));
  return items.filter((item) => item === other || names.has(canonical(item)));
}

/** The smallest first, and no more of them than make the domain too large. */
function subsets(items: readonly JsonValue[]): readonly JsonValue[][] {
  let made: JsonValue[][] = [[]];
  for (const item of items) {
    if (made.length > LIMIT) break;
    made = [...made, ...made.map((subset) => [...subset, item])];
  }
  return made.sort((one, other) => one.length - other.length);
}

/** Every state that a claim may be in. */
export function statesOf({ values, mayBeAbsent }: Domain): readonly State[] {
  return [...(mayBeAbsent ? [{}] : []), ...values.map((value) => ({ value }))];
}

/** Where a person with one state may end up. What can stay the same stays the same. */
export function nextStates(
  { value }: State,
  before: Domain,
  after: Domain,
  planned: readonly PlannedValue[],
): readonly NextState[] {
  const anything = statesOf(after).map((state) => ({ state, certain: false }));
  const grown = (from: JsonValue | undefined) => grownFrom(from, before, after, planned);
  if (value === undefined) {
    const appears = before.schema === false && after.schema !== false;
    return after.mayBeAbsent && !appears ? [{ state: {}, certain: true }, ...grown(undefined)] : anything;
  }
  if (after.schema === false) return [{ state: {}, certain: true }];
  const vanishes = after.mayBeAbsent && !before.mayBeAbsent ? [{ state: {}, certain: false }] : [];
  if (isValid(after.schema, value))
    return [{ state: { value }, certain: true }, ...vanishes, ...grown(value)];
  const replaced = replacement(value, after, planned);
  if (replaced === undefined) return anything;
  const { certain } = replaced;
  return [{ state: { value: replaced.value }, certain }, ...vanishes, ...grown(replaced.value)];
}

interface Replacement {
  readonly value: JsonValue;
  readonly certain: boolean;
}

/** What a value becomes that is not issued any more; undefined when nothing says so. */
function replacement(
  value: JsonValue,
  { schema }: Domain,
  planned: readonly PlannedValue[],
): Replacement | undefined {
  const plan = planOf(value, planned);
  if (plan !== undefined && isValid(schema, plan)) return { value: plan, certain: true };
  if (!Array.isArray(value)) return undefined;
  const kept = value.flatMap((item) => {
    if (isValid(schema, [item])) return [item];
    const itemPlan = planOf(item, planned);
    return itemPlan === undefined ? [] : [itemPlan];
  });
  const certain = value.every((item) => isValid(schema, [item]) || planOf(item, planned) !== undefined);
  return isValid(schema, kept) ? { value: kept, certain } : undefined;
}

function planOf(value: JsonValue, planned: readonly PlannedValue[]): JsonValue | undefined {
  return planned.find((plan) => canonical(plan.value) === canonical(value))?.replacedBy;
}

/** New values of a closed set: anybody may have them now, but for those that only replace a value. */
function grownFrom(
  value: JsonValue | undefined,
  before: Domain,
  after: Domain,
  planned: readonly PlannedValue[],
): readonly NextState[] {
  const targets = new Set(planned.flatMap(({ replacedBy }) => replacedBy ?? []).map(canonical));
  const lists = after.values.filter((candidate) => Array.isArray(candidate));
  const isNew = (candidate: JsonValue): boolean => !isValid(before.schema, candidate);
  const others = after.values.filter((candidate) => !Array.isArray(candidate));
  const newValues = others.filter((candidate) => isNew(candidate) && !targets.has(canonical(candidate)));
  const newItems = distinct(lists.flat()).filter((item) => isNew([item]) && !targets.has(canonical(item)));
  const items = Array.isArray(value) ? value : [];
  const grown = subsets(newItems).flatMap((more) => (more.length > 0 ? [[...items, ...more]] : []));
  return [...newValues, ...grown]
    .filter((candidate) => isValid(after.schema, candidate))
    .map((candidate) => ({ state: { value: candidate }, certain: false }));
}
