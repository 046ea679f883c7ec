import type { Change, JsonValue } from '../model/index.ts';
import { isObject } from '../model/index.ts';
import { requiredNames } from './vocabulary.ts';

/** Seconds in words: `12 h`, `90 min`, `45 s`. */
export function showSeconds(seconds: number): string {
  if (seconds >= 7200 && seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

/** How long something lives, where that is said. */
export function showLifetime(seconds: JsonValue): string {
  return typeof seconds === 'number' ? showSeconds(seconds) : 'no declared end';
}

/** Names in quotes, in order: `"a", "b" and 3 more`. */
export function quoted(names: readonly string[], most = 3): string {
  return counted(
    names.map((name) => `"${name}"`),
    most,
  );
}

/** The first few of what is named, and how many more there are. */
export function counted(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

/** The listed values that a change of a claim takes away and brings; none where values are not listed. */
export function listedValues({ before, after }: Pick<Change, 'before' | 'after'>): {
  readonly gone: readonly string[];
  readonly added: readonly string[];
} {
  const was = valuesIn(before);
  const is = valuesIn(after);
  const others = (from: typeof was, known: typeof is) =>
    from === undefined || known === undefined ? [] : from.filter((value) => !known.includes(value));
  return { gone: others(was, is), added: others(is, was) };
}

/** The values that a schema lists, of a claim or of the items of one. */
function valuesIn(schema: JsonValue | undefined): readonly string[] | undefined {
  if (!isObject(schema)) return undefined;
  const values = schema.const === undefined ? schema.enum : [schema.const];
  if (!Array.isArray(values)) return valuesIn(schema.items);
  return values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
}

/** The members of an object that a change promises no longer. */
export function membersNotPromised({ before, after }: Pick<Change, 'before' | 'after'>): readonly string[] {
  if (!isObject(before) || !isObject(after)) return [];
  const is = new Set(requiredNames(after));
  return requiredNames(before).filter((name) => !is.has(name));
}

/** A value of a change in words: names in quotes, one or many. */
export function listed(value: JsonValue): string {
  return quoted(
    (Array.isArray(value) ? value : [value]).map((one) =>
      typeof one === 'string' ? one : JSON.stringify(one),
    ),
  );
}
