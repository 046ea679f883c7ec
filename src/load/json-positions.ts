import { LIMITS } from './limits.ts';
import type { Position } from './position.ts';

/** Why a text is not JSON, and where. */
export interface JsonFault {
  readonly offset: number;
  readonly expected: string;
}

/** Where everything in a JSON text is, as far as it is JSON. */
export interface JsonPositions {
  readonly root: Position;
  /** Members whose name was there before in the same object. */
  readonly duplicates: readonly { readonly name: string; readonly position: Position }[];
  readonly fault?: JsonFault;
}

/** Stops a scan; it never leaves this file. */
class Fault extends Error {
  readonly fault: JsonFault;
  constructor(offset: number, expected: string) {
    super(expected);
    this.fault = { offset, expected };
  }
}

const BLANK = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

class Scanner {
  readonly duplicates: { name: string; position: Position }[] = [];
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.match(BLANK);
  }

  /** The one value that a JSON text is. */
  whole(): Position {
    const root = this.value(0);
    this.match(BLANK);
    if (this.at < this.text.length) throw new Fault(this.at, 'the end of the file');
    return root;
  }

  private match(expression: RegExp): boolean {
    expression.lastIndex = this.at;
    if (!expression.test(this.text)) return false;
    this.at = expression.lastIndex;
    return true;
  }

  private take(character: string, expected: string): void {
    if (this.text[this.at] !== character) throw new Fault(this.at, expected);
    this.at += 1;
    this.match(BLANK);
  }

  private value(depth: number): Position {
    const start = this.at;
    const first = this.text[start];
    if (first === '{' || first === '[') {
      if (depth >= LIMITS.depth) throw new Fault(start, `at most ${LIMITS.depth} levels`);
      const children = first === '{' ? this.members(depth) : this.items(depth);
      return { start, end: this.at, children };
    }
    if (first === '"') this.string();
    else if (!this.match(NUMBER) && !this.match(WORD)) throw new Fault(start, 'a value');
    return { start, end: this.at };
  }

  private string(): void {
    const start = this.at;
    for (this.at += 1; this.text[this.at] !== '"'; ) {
      const code = this.text.charCodeAt(this.at);
      if (Number.isNaN(code) || code < 0x20) throw new Fault(start, 'a string that ends on its line');
      if (code !== 0x5c) this.at += 1;
      else if (!this.match(ESCAPE)) throw new Fault(this.at, 'an escape that JSON has');
    }
    this.at += 1;
  }

  private members(depth: number): Map<string, Position> {
    const children = new Map<string, Position>();
    this.take('{', 'an object');
    while (this.text[this.at] !== '}') {
      if (children.size > 0) this.take(',', '"," or "}"');
      const start = this.at;
      if (this.text[start] !== '"') throw new Fault(start, 'a name in double quotes');
      this.string();
      const end = this.at;
      const name = JSON.parse(this.text.slice(start, end)) as string;
      this.match(BLANK);
      this.take(':', '":"');
      const { children: below } = this.value(depth + 1);
      const position = below === undefined ? { start, end } : { start, end, children: below };
      if (children.has(name)) this.duplicates.push({ name, position });
      children.set(name, position);
      this.match(BLANK);
    }
    this.at += 1;
    return children;
  }

  private items(depth: number): Map<number, Position> {
    const children = new Map<number, Position>();
    this.take('[', 'a list');
    while (this.text[this.at] !== ']') {
      if (children.size > 0) this.take(',', '"," or "]"');
      children.set(children.size, this.value(depth + 1));
      this.match(BLANK);
    }
    this.at += 1;
    return children;
  }
}

/**
 * Walks a JSON text (RFC 8259) once and notes where each value and each member name is. The values
 * themselves come from JSON.parse, which is far faster: this is for files that somebody asks places of, that
 * repeat a name, or that are not JSON.
 */
export function jsonPositions(text: string): JsonPositions {
  const scanner = new Scanner(text);
  const { duplicates } = scanner;
  try {
    return { root: scanner.whole(), duplicates };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { root: { start: 0, end: 0 }, duplicates, fault: error.fault };
  }
}
