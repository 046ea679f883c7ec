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
 * Names of members that occur twice in one object, and the deepest nesting; for text that `JSON.parse`
 * accepts, or would but for its depth. RFC 7519 section 4 lets a parser take the last of two members: two
 * readers may then see two different tokens.
 */
function scan(text: string): { duplicates: string[]; depth: number } {
  const duplicates = new Set<string>();
  const open: Container[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{') open.push({ kind: 'object', names: new Set() });
    else if (character === '[') open.push({ kind: 'array' });
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = stringEnd(text, at);
      const inside = open.at(-1);
      if (inside?.kind === 'object' && /^\s*:/.test(text.slice(end, end + 20))) {
        const name = String(JSON.parse(text.slice(at, end)));
        if (inside.names.has(name)) duplicates.add(name);
        inside.names.add(name);
      }
      at = end - 1;
    }
    if (open.length > depth) depth = open.length;
    if (depth > DEEPEST) break;
  }
  return { duplicates: [...duplicates].sort(), depth };
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
  const { duplicates, depth } = scan(text);
  if (depth > DEEPEST) return { ok: false, reason: `is nested deeper than ${DEEPEST} levels` };
  return { ok: true, value: value as JsonObject, duplicates };
}
