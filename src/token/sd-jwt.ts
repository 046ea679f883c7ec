import { createHash } from 'node:crypto';
import type { Disclosure, JsonObject, JsonValue } from '../model/index.ts';
import { isObject } from '../model/index.ts';

/** Hash names of `_sd_alg` (RFC 9901 section 4.1.1) as node:crypto names them. */
const HASHES: ReadonlyMap<string, string> = new Map([
  ['sha-256', 'sha256'],
  ['sha-384', 'sha384'],
  ['sha-512', 'sha512'],
]);

/** Deeper than the signed part may be: disclosures can refer to each other. */
const DEEPEST = 64;

type Content =
  | { readonly kind: 'member'; readonly name: string; readonly value: JsonValue }
  | { readonly kind: 'element'; readonly value: JsonValue }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** A disclosure by its digest, until something asks for it. */
interface Pending {
  readonly content: Content;
  path?: readonly string[];
  problem?: string;
}

function contentOf(disclosure: string): Content {
  let parsed: JsonValue;
  try {
    parsed = JSON.parse(Buffer.from(disclosure, 'base64url').toString());
  } catch {
    return { kind: 'unreadable', problem: 'it is not JSON' };
  }
  if (!Array.isArray(parsed)) return { kind: 'unreadable', problem: 'it is not a list' };
  const [, second = null, third] = parsed as readonly JsonValue[];
  if (parsed.length === 2) return { kind: 'element', value: second };
  if (parsed.length !== 3 || typeof second !== 'string' || third === undefined)
    return { kind: 'unreadable', problem: 'it is neither [salt, value] nor [salt, name, value]' };
  if (second === '_sd' || second === '...')
    return { kind: 'unreadable', problem: `it discloses a member named "${second}"` };
  return { kind: 'member', name: second, value: third };
}

const hashOf = ({ _sd_alg: name = 'sha-256' }: JsonObject): string | undefined =>
  typeof name === 'string' ? HASHES.get(name) : undefined;

/**
 * The digest that a key binding has of what it is presented with (RFC 9901 section 4.3.1).
 *
 * @param presented the signed part and the disclosures, with the tilde after each
 */
export function presentationDigest(presented: string, payload: JsonObject): string | undefined {
  const hash = hashOf(payload);
  return hash && createHash(hash).update(presented).digest('base64url');
}

/** Puts disclosed values where the signed part has their digests. */
class Discloser {
  private readonly pending: ReadonlyMap<string, Pending>;
  private readonly seen = new Set<string>();
  /** Digests that stand in several places, disclosed or not. */
  hasRepeated = false;

  constructor(pending: ReadonlyMap<string, Pending>) {
    this.pending = pending;
  }

  resolve(value: JsonValue, path: readonly string[]): JsonValue {
    if (path.length > DEEPEST) return value;
    if (Array.isArray(value)) return this.elements(value, path);
    return isObject(value) ? this.members(value, path) : value;
  }

  private take(digest: JsonValue, kind: 'member' | 'element', path: readonly string[]): Pending | undefined {
    if (typeof digest !== 'string') return undefined;
    this.hasRepeated ||= this.seen.has(digest);
    this.seen.add(digest);
    const found = this.pending.get(digest);
    if (found === undefined) return undefined;
    // Told once for all digests: see hasRepeated.
    if (found.path !== undefined) return undefined;
    if (found.content.kind !== kind) found.problem ??= `its digest stands where a ${kind} belongs`;
    if (found.problem !== undefined) return undefined;
    found.path = path;
    return found;
  }

  private elements(items: readonly JsonValue[], path: readonly string[]): JsonValue {
    return items.flatMap((item, index): JsonValue[] => {
      const here = [...path, String(index)];
      if (!isObject(item) || !Object.hasOwn(item, '...')) return [this.resolve(item, here)];
      const taken = this.take(item['...'] ?? null, 'element', here);
      // A digest without its disclosure is a value that the holder keeps back, or a decoy.
      if (taken === undefined || taken.content.kind !== 'element') return [];
      return [this.resolve(taken.content.value, here)];
    });
  }

  private members(object: JsonObject, path: readonly string[]): JsonObject {
    const members = new Map<string, JsonValue>();
    for (const [name, value] of Object.entries(object)) {
      if (name !== '_sd') members.set(name, this.resolve(value, [...path, name]));
    }
    const digests = Array.isArray(object._sd) ? (object._sd as readonly JsonValue[]) : [];
    for (const digest of digests) {
      const taken = this.take(digest, 'member', path);
      if (taken === undefined || taken.content.kind !== 'member') continue;
      const { name, value } = taken.content;
      taken.path = [...path, name];
      if (members.has(name)) taken.problem = `it discloses a member that is there already`;
      else members.set(name, this.resolve(value, taken.path));
    }
    return Object.fromEntries(members);
  }
}

/**
 * The payload of an SD-JWT as its reader sees it: disclosed values in their places, digests gone
 * (RFC 9901 section 7.1). What is wrong with a disclosure is told, and it counts for nothing.
 *
 * @param payload of the signed part
 * @param disclosures as they stand between the tildes
 */
export function disclose(
  payload: JsonObject,
  disclosures: readonly string[],
): { readonly payload: JsonObject; readonly disclosures: readonly Disclosure[] } {
  const hash = hashOf(payload);
  const pending = new Map<string, Pending>();
  const problems: Disclosure[] = [];
  if (hash === undefined) problems.push({ problem: 'its hash (_sd_alg) is not known' });
  else
    for (const text of disclosures) {
      const content = contentOf(text);
      const digest = createHash(hash).update(text).digest('base64url');
      const problem = content.kind === 'unreadable' ? content.problem : undefined;
      if (pending.has(digest)) problems.push({ problem: 'it is there twice' });
      else pending.set(digest, problem === undefined ? { content } : { content, problem });
    }
  const discloser = new Discloser(pending);
  const { _sd_alg: _, ...resolved } = discloser.resolve(payload, []) as JsonObject;
  if (discloser.hasRepeated) problems.push({ problem: 'a digest stands in two places' });
  const told = [...pending.values()].map(({ path, problem }): Disclosure => {
    if (problem !== undefined) return { problem };
    return path === undefined ? { problem: 'the signed part does not ask for it' } : { path };
  });
  return { payload: resolved, disclosures: [...told, ...problems] };
}
