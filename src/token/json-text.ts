import type { JsonObject, JsonValue } from '../model/index.ts';

/** Deeper than any honest token, shallow enough for every walk that follows. */
const DEEPEST = 64;

/** A JSON object as text, read with what `JSON.parse` hides. */
export type ParsedObject =
  | { readonly ok: true; readonly value: JsonObject; readonly duplicates: readonly string[] }
  | { readonly ok: false; readonly reason: string };

type Container = { readonly kind: 'object'; readonly names: Set<string> } | { readonly kind: 'array' };

/** The end of the string literal that starts at `from`: the position after its closing quote. */
function stringEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/**
 * Names of members that occur twice in one object, for text that `JSON.parse` accepts. RFC 7519 section 4 lets
 * a parser take the last of two members: two readers may then see two different tokens.
 */
function duplicateNames(text: string): readonly string[] {
  const duplicates = new Set<string>();
  const open: Container[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{') open.push({ kind: 'object', names: new Set() });
    else if (character === '[') open.push({ kind: 'array' });
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = stringEnd(text, at);
      const inside = open.at(-1);
      if (inside?.kind === 'object' && isBeforeColon(text, end)) {
        const name = String(JSON.parse(text.slice(at, end)));
        if (inside.names.has(name)) duplicates.add(name);
        inside.names.add(name);
      }
      at = end - 1;
    }
  }
  return [...duplicates].sort();
}

function isBeforeColon(text: string, from: number): boolean {
  let at = from;
  while (' \t\r\n'.includes(text[at] ?? 'x')) at += 1;
  return text[at] === ':';
}

/** How many members all objects of a value have together; `undefined` when it is nested too deeply. */
function countMembers(value: JsonValue, depth: number): number | undefined {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > DEEPEST) return undefined;
  const isArray = Array.isArray(value);
  const children: readonly JsonValue[] = isArray ? value : Object.values(value);
  let count = isArray ? 0 : children.length;
  for (const child of children) {
    const below = countMembers(child, depth + 1);
    if (below === undefined) return undefined;
    count += below;
  }
  return count;
}

/** How often a quote and a colon follow each other: once per member, and now and then inside a string. */
function countNames(text: string): number {
  let count = 0;
  for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2)) count += 1;
  return count;
}

/** Reads a JSON object and tells which of its member names occur twice. */
export function parseObject(text: string): ParsedObject {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'is not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, reason: 'is JSON, but not an object' };
  }
  const members = countMembers(value, 1);
  if (members === undefined) return { ok: false, reason: `is nested deeper than ${DEEPEST} levels` };
  // Each member was written as a name and a colon. Where there are as many of these as members survived, none
  // was written twice; only else, a scan of millions of tokens has to look at every character.
  const isPlain = countNames(text) === members && !/"\s+:/.test(text);
  return { ok: true, value: value as JsonObject, duplicates: isPlain ? [] : duplicateNames(text) };
}
