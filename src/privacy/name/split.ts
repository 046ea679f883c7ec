import { fold } from './fold.ts';

/** One step of a claim's path, taken apart. */
export interface Step {
  /** The name as it was written, without namespace, index and language tag. */
  readonly name: string;
  /** Its words, folded: `homeStreet_1` is `home`, `street`, `1`. */
  readonly words: readonly string[];
  /** True for the namespace around a name: it may say whose the thing is, never what it is. */
  readonly namespace: boolean;
}

/** Names are cut here: a longer one is no claim that a person wrote. */
const MAX_NAME = 300;
const MAX_STEPS = 24;

/**
 * Takes a claim's path apart, in whatever way it was written: nested members, dots, JSON Pointer, JSONPath,
 * URIs, URNs, OIDs, prefixes with a colon, array indexes, language tags (OpenID Connect Core 1.0 section 5.2).
 *
 * @example splitPath(['address', 'street_address']).map((step) => step.words)
 * // [['address'], ['street', 'address']]
 * @example splitPath(['https://shop.example/claims/homeCity#de']).at(-1)?.words // ['home', 'city']
 */
export function splitPath(path: readonly string[]): readonly Step[] {
  const steps: Step[] = [];
  for (const member of path.slice(-MAX_STEPS)) steps.push(...splitMember(member.slice(0, MAX_NAME)));
  return steps.slice(-MAX_STEPS);
}

function splitMember(member: string): readonly Step[] {
  const untagged = member.replace(/^\$\.?/, '').replace(/#[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, '');
  const oid = /^(?:urn:oid:|oid:)?([0-2](?:\.\d+){3,})$/i.exec(untagged)?.[1];
  if (oid !== undefined) return [{ name: oid, words: [], namespace: false }];
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(untagged)) return splitUri(untagged);
  const parts = untagged.split(/[:/|]/).filter((part) => part !== '');
  const pointer = untagged.startsWith('/');
  const last = parts.pop();
  if (last === undefined) return [];
  const before = pointer ? parts.flatMap(splitDots) : parts.map((part) => step(part, true));
  return [...before, ...splitDots(last)];
}

/** The last part of a URI is the name; those before it are its namespace; the host says nothing. */
function splitUri(uri: string): readonly Step[] {
  const parts = uri
    .replace(/^[^/]*\/\/[^/]*/, '')
    .split(/[/#:?]/)
    .filter((part) => part !== '');
  const last = parts.pop();
  if (last === undefined) return [];
  return [...parts.map((part) => step(part, true)), ...splitDots(last)];
}

function splitDots(name: string): readonly Step[] {
  const parts = name.split(/[.[\]'"]+/).filter((part) => part !== '' && !/^(\d+|\*)$/.test(part));
  return parts.map((part) => step(part, false));
}

function step(name: string, namespace: boolean): Step {
  return { name, words: splitWords(name), namespace };
}

/**
 * The words of one name: camelCase, snake_case, kebab-case, upper case and digits.
 *
 * @example splitWords('IPAddress2')  // ['ip', 'address', '2']
 * @example splitWords('userEmail_v') // ['user', 'email', 'v']
 */
export function splitWords(name: string): readonly string[] {
  // Most names are ASCII, and the classes of Unicode take milliseconds to be compiled.
  const spaced = /^[\x20-\x7e]*$/.test(name) ? spacedAscii(name) : spacedUnicode(name);
  return spaced.split(' ').filter((word) => word !== '');
}

function spacedAscii(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/([A-Za-z])([0-9])/g, '$1 $2')
    .replace(/([0-9])([A-Za-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ');
}

function spacedUnicode(name: string): string {
  const spaced = name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2');
  return fold(spaced).replace(/[^\p{L}\p{N}]+/gu, ' ');
}
