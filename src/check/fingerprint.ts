import { createHash } from 'node:crypto';
import type { Coordinates } from '../model/index.ts';

/**
 * Names a finding for as long as it is about the same thing: 16 hexadecimal digits of a SHA-256 over the
 * rule and the coordinates in sorted order. Text, severity, file and line are left out, so findings survive
 * rewording and moving.
 *
 * @param detail tells findings with the same coordinates apart
 * @example fingerprint('scope/name-syntax', { mapper: 'shop', scope: 'orders read' })
 */
export function fingerprint(rule: string, coordinates: Coordinates, detail = ''): string {
  const key = keyOf(rule, coordinates, detail);
  const known = prints.get(key);
  if (known !== undefined) return known;
  const named = Object.entries(coordinates).filter(([, name]) => name !== undefined);
  named.sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify([rule, named, detail]);
  const print = createHash('sha256').update(text).digest('hex').slice(0, 16);
  if (prints.size >= KEPT) prints.clear();
  prints.set(key, print);
  return print;
}

/** Cheaper than the text that is hashed, and as sure: what names are made of can't be taken for something else. */
function keyOf(rule: string, coordinates: Coordinates, detail: string): string {
  let key = `${rule} ${detail.length} ${detail}`;
  for (const part of Object.keys(coordinates) as (keyof Coordinates)[]) {
    const name = coordinates[part];
    if (name !== undefined) key += ` ${part} ${name.length} ${name}`;
  }
  return key;
}

/** Fingerprints by what they are made from: the tokens of a log have the same few findings. */
const prints = new Map<string, string>();
const KEPT = 1_000;
