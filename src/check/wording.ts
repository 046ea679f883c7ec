import type { Change, JsonValue } from '../model/index.ts';
import { isObject, listedValues, requiredNames, showValue } from '../model/index.ts';

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
export function changedValues({ before, after }: Pick<Change, 'before' | 'after'>): {
  readonly gone: readonly string[];
  readonly added: readonly string[];
} {
  const [was, is] = [before, after].map((schema) => listedValues(schema)?.map(showValue));
  if (was === undefined || is === undefined) return { gone: [], added: [] };
  return {
    gone: was.filter((value) => !is.includes(value)),
    added: is.filter((value) => !was.includes(value)),
  };
}

/** The members of an object that a change promises no longer. */
export function membersNotPromised({ before, after }: Pick<Change, 'before' | 'after'>): readonly string[] {
  if (!isObject(before) || !isObject(after)) return [];
  const is = new Set(requiredNames(after));
  return requiredNames(before).filter((name) => !is.has(name));
}

/** A value of a change in words: names in quotes, one or many. */
export function listed(value: JsonValue): string {
  return quoted((Array.isArray(value) ? value : [value]).map(showValue));
}
