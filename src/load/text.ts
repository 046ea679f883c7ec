import type { Problem } from '../model/index.ts';
import { startOf } from './lines.ts';

/** A file's text, or why it has none. */
export type Decoded = { readonly text: string } | { readonly problem: Problem };

const strictly = new TextDecoder('utf-8', { fatal: true });
const leniently = new TextDecoder('utf-8');

function unreadable(file: string, message: string, help: string): Decoded {
  return { problem: { kind: 'unreadable', at: startOf(file), message, help } };
}

/** Where the first bytes are that are not UTF-8: a line feed is never part of a longer sequence. */
function invalidBytes(file: string, bytes: Uint8Array): Decoded {
  let line = 1;
  for (let from = 0; ; line += 1) {
    const feed = bytes.indexOf(10, from);
    const ofLine = bytes.subarray(from, feed < 0 ? bytes.length : feed);
    const column = leniently.decode(ofLine).indexOf('\uFFFD') + 1;
    if (feed < 0 || !isUtf8(ofLine)) {
      const at = {
        file,
        line,
        column: Math.max(column, 1),
        endLine: line,
        endColumn: Math.max(column, 1) + 1,
      };
      const message = `"${file}" is not UTF-8 text from line ${line} on`;
      return { problem: { kind: 'unreadable', at, message, help: 'save it as UTF-8' } };
    }
    from = feed + 1;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strictly.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The text of a file. A byte order mark is dropped; what is empty, binary or not UTF-8 is told apart.
 *
 * @example decodeText('mapper.yaml', new TextEncoder().encode('name: shop')) // { text: 'name: shop' }
 */
export function decodeText(file: string, bytes: Uint8Array): Decoded {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return unreadable(file, `"${file}" is UTF-16 text`, 'save it as UTF-8');
  if (bytes.includes(0)) {
    return unreadable(
      file,
      `"${file}" is a binary file`,
      'give a mapper definition or an export of a provider',
    );
  }
  if (!isUtf8(bytes)) return invalidBytes(file, bytes);
  const text = strictly.decode(bytes);
  if (text.trim() === '')
    return unreadable(file, `"${file}" is empty`, 'give a file with a mapper definition');
  return { text };
}
