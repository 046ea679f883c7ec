import { createHash, createHmac } from 'node:crypto';

/** Bytes that are the same for the same seed, on every machine. */
export interface Seeded {
  bytes(name: string, length: number): Buffer;
  /** A UUID of version 4's form. */
  uuid(name: string): string;
}

/** Makes bytes from a seed: HMAC-SHA-256 over a name and a counter. They are for samples, never for secrets. */
export function seededBy(seed: string): Seeded {
  const key = createHash('sha256').update(`tokenpact sample ${seed}`).digest();
  const bytes = (name: string, length: number): Buffer => {
    const blocks: Buffer[] = [];
    for (let counter = 0; counter * 32 < length; counter += 1) {
      blocks.push(createHmac('sha256', key).update(`${counter} ${name}`).digest());
    }
    return Buffer.concat(blocks).subarray(0, length);
  };
  const uuid = (name: string): string => {
    const hex = bytes(name, 16).toString('hex');
    const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      variant + hex.slice(17, 20),
      hex.slice(20),
    ].join('-');
  };
  return { bytes, uuid };
}
