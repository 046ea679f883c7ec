import type { JsonValue } from '../model/index.ts';
import { pointerSteps } from '../model/index.ts';

/** What somebody asks about: a claim by its name, its value or both. */
export interface ClaimQuestion {
  /** The name as it was written. */
  readonly claim?: string;
  readonly path: readonly string[];
  readonly value?: JsonValue;
}

/** Why a line asks nothing; never quotes it. */
export interface Unreadable {
  readonly problem: string;
}

const EXPECTED = 'expected a claim name, or JSON such as {"claim": "email", "value": "…"}';

/**
 * Reads one line: a claim's name, or a JSON object with `claim`, `value` or both. A name may be a dotted path, a
 * URI or a JSON Pointer (RFC 6901); in JSON it may also be a list of member names.
 *
 * @returns `undefined` for an empty line
 * @example readQuestion('/address/locality') // { claim: '/address/locality', path: ['address', 'locality'] }
 * @example readQuestion('{"claim": "email", "value": "alice@example.com"}')
 */
export function readQuestion(line: string): ClaimQuestion | Unreadable | undefined {
  const text = line.trim();
  if (text === '') return undefined;
  return text.startsWith('{') ? readObject(text) : named(text);
}

const named = (claim: string): ClaimQuestion => ({
  claim,
  path: claim.startsWith('/') ? pointerSteps(claim) : [claim],
});

function readObject(text: string): ClaimQuestion | Unreadable {
  const parsed = parsedObject(text);
  if (parsed === undefined) return { problem: `it starts like JSON and is not; ${EXPECTED}` };
  const claim = Object.hasOwn(parsed, 'claim') ? parsed.claim : undefined;
  const value = Object.hasOwn(parsed, 'value') ? parsed.value : undefined;
  const name = claim === undefined || claim === null || claim === '' ? { path: [] } : nameOf(claim);
  if (name === undefined) return { problem: '"claim" is neither a name nor a list of member names' };
  if (name.path.length === 0 && value === undefined) {
    return { problem: `it has neither "claim" nor "value"; ${EXPECTED}` };
  }
  return value === undefined ? name : { ...name, value };
}

function nameOf(claim: JsonValue): ClaimQuestion | undefined {
  if (typeof claim === 'string') return named(claim);
  if (!Array.isArray(claim)) return undefined;
  const path = claim.filter((name): name is string => typeof name === 'string');
  return path.length < claim.length ? undefined : { claim: path.join('.'), path };
}

function parsedObject(text: string): Readonly<Record<string, JsonValue>> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
