/** Random numbers by a seed, so that a failure can be run again (mulberry32). */
export function randomBy(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~=+/ "{}\\\u0000é';

/** A text with one small change: a letter, a part or a member of it. */
export function mutated(text: string, random: () => number, others: readonly string[]): string {
  const at = Math.floor(random() * text.length);
  const letter = ALPHABET[Math.floor(random() * ALPHABET.length)] ?? 'A';
  const other = others[Math.floor(random() * others.length)] ?? text;
  const [header = '', payload = '', signature = ''] = text.split('.');
  const [otherHeader = '', otherPayload = '', otherSignature = ''] = other.split('.');
  const changes: readonly (() => string)[] = [
    () => text.slice(0, at) + letter + text.slice(at + 1),
    () => text.slice(0, at) + letter + text.slice(at),
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at),
    () => text + text.slice(at),
    () => `${otherHeader}.${payload}.${signature}`,
    () => `${header}.${otherPayload}.${signature}`,
    () => `${header}.${payload}.${otherSignature}`,
    () => `${reencoded(header, at, letter)}.${payload}.${signature}`,
    () => `${header}.${reencoded(payload, at, letter)}.${signature}`,
  ];
  return (changes[Math.floor(random() * changes.length)] ?? (() => text))();
}

/** A part with one letter changed in what it encodes. */
function reencoded(part: string, at: number, letter: string): string {
  const decoded = Buffer.from(part, 'base64url').toString();
  const place = at % Math.max(decoded.length, 1);
  return Buffer.from(decoded.slice(0, place) + letter + decoded.slice(place + 1)).toString('base64url');
}
