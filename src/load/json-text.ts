import type { JsonValue, Problem } from '../model/index.ts';
import { type JsonFault, jsonPositions } from './json-positions.ts';
import { LIMITS } from './limits.ts';
import { placesIn } from './lines.ts';
import { duplicateName, type Parsed } from './parsed.ts';
import { templateHelp } from './template.ts';

/** How many member names a JSON text has: colons outside of strings. */
function countNames(text: string): number {
  let names = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x3a) names += 1;
    else if (code === 0x22) {
      for (at += 1; text.charCodeAt(at) !== 0x22; at += 1) if (text.charCodeAt(at) === 0x5c) at += 1;
    }
  }
  return names;
}

interface Plain {
  readonly value: JsonValue;
  readonly names: number;
}

/** Copies a value without prototypes and counts its member names; undefined when it is nested too deep. */
function withoutPrototypes(parsed: JsonValue): Plain | undefined {
  let names = 0;
  let deep = false;
  const copy = (value: JsonValue, depth: number): JsonValue => {
    if (typeof value !== 'object' || value === null) return value;
    if (depth >= LIMITS.depth) deep = true;
    if (deep) return null;
    if (Array.isArray(value)) return value.map((item: JsonValue) => copy(item, depth + 1));
    const plain: Record<string, JsonValue> = Object.create(null);
    for (const [name, member] of Object.entries(value)) {
      names += 1;
      plain[name] = copy(member, depth + 1);
    }
    return plain;
  };
  const value = copy(parsed, 0);
  return deep ? undefined : { value, names };
}

/** What stands where JSON was expected. */
function faultProblem(file: string, text: string, { offset, expected }: JsonFault): Problem {
  const found =
    offset >= text.length ? 'the end of the file' : JSON.stringify(text.slice(offset, offset + 1));
  return {
    kind: 'syntax',
    at: placesIn(file, text)(offset, offset + 1),
    message: `"${file}" is not JSON: expected ${expected}, found ${found}`,
    help: templateHelp(text, offset),
  };
}

/** Parses a JSON text; positions are worked out when the first place is asked for. */
export function parseJson(file: string, text: string): Parsed {
  let parsed: JsonValue;
  try {
    parsed = JSON.parse(text) as JsonValue;
  } catch {
    const fault = jsonPositions(text).fault ?? { offset: 0, expected: 'JSON' };
    return { problems: [faultProblem(file, text, fault)] };
  }
  const plain = withoutPrototypes(parsed);
  if (plain === undefined) {
    const { fault } = jsonPositions(text);
    const at = placesIn(file, text)(fault?.offset ?? 0, (fault?.offset ?? 0) + 1);
    const message = `"${file}" is nested deeper than ${LIMITS.depth} levels`;
    return { problems: [{ kind: 'syntax', at, message, help: 'a definition needs about 10' }] };
  }
  const source = { value: plain.value, positions: () => jsonPositions(text).root };
  return { source, problems: countNames(text) === plain.names ? [] : duplicateNames(file, text) };
}

/** A name that is there twice: all but one of its values would be lost without a word. */
function duplicateNames(file: string, text: string): Problem[] {
  const place = placesIn(file, text);
  return jsonPositions(text).duplicates.map(({ name, position }) =>
    duplicateName(name, place(position.start, position.end)),
  );
}
