import { describe, expect, it } from 'vitest';
import { loadDefinition, memoryTree } from '../../src/load/index.ts';
import { faults, load, told } from './reading.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const MiB = 1024 * 1024;

describe('what is no text', () => {
  it.each([
    ['an empty file', '', '"x.yaml" is empty (give a file with a mapper definition)'],
    ['blanks', ' \n\t\n', '"x.yaml" is empty (give a file with a mapper definition)'],
    [
      'a binary file',
      bytes(0x7f, 0x45, 0, 1),
      '"x.yaml" is a binary file (give a mapper definition or an export of a provider)',
    ],
    ['UTF-16', bytes(0xff, 0xfe, 0x61, 0), '"x.yaml" is UTF-16 text (save it as UTF-8)'],
  ])('is told apart: %s', (_, content, message) => {
    expect(faults(content, 'x.yaml')).toEqual([`x.yaml:1:1 unreadable: ${message}`]);
  });

  it('shows the first bytes that are not UTF-8', () => {
    expect(faults(bytes(0x61, 0x0a, 0x62, 0xe4, 0x0a, 0x63), 'x.yaml')).toEqual([
      'x.yaml:2:2 unreadable: "x.yaml" is not UTF-8 text from line 2 on (save it as UTF-8)',
    ]);
    expect(faults(bytes(0x61, 0x0a, 0xc3), 'x.yaml')).toEqual([
      'x.yaml:2:1 unreadable: "x.yaml" is not UTF-8 text from line 2 on (save it as UTF-8)',
    ]);
  });
});

describe('what is too large', () => {
  it('is refused unread: 10 MB of garbage', () => {
    const garbage = new Uint8Array(10_000_000).map((_, index) => 33 + ((index * 7919) % 94));
    expect(faults(garbage, 'x.yaml')).toEqual([
      'x.yaml:1:1 unreadable: "x.yaml" is larger than the 8 MiB that are read of YAML (give the part that has clients, scopes and claims)',
    ]);
  });

  it('may be larger when it is JSON', () => {
    expect(faults(`{"a": "${'x'.repeat(9 * MiB)}"}`, 'x.json')).toEqual([]);
    expect(faults(`{"a": "${'x'.repeat(33 * MiB)}"}`, 'x.json')).toEqual([
      'x.json:1:1 unreadable: "x.json" is larger than the 32 MiB that are read of a file (give the part that has clients, scopes and claims)',
    ]);
  });

  it('ends at a number of parts that the YAML parser can bear', () => {
    expect(faults('"'.repeat(4 * MiB), 'x.yaml')).toEqual([
      'x.yaml:1:2999999 syntax: "x.yaml" has too many parts for YAML (give it as JSON)',
    ]);
  });
});

describe('what is nested too deep', () => {
  it.each([
    ['flow lists', '['.repeat(100_000), 'x.yaml:1:105'],
    ['block lists', '- '.repeat(100_000), 'x.yaml:1:209'],
    [
      'block maps',
      Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      'x.yaml:105:105',
    ],
    ['keys of keys', '? '.repeat(100_000), 'x.yaml:1:209'],
  ])('is refused in YAML: %s', (_, content, where) => {
    expect(faults(content, 'x.yaml')).toEqual([
      `${where} syntax: "x.yaml" is nested deeper than 100 levels (give it as JSON)`,
    ]);
  });

  it('is refused in JSON', () => {
    const nested = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    expect(faults(nested, 'x.json')).toEqual([
      'x.json:1:501 syntax: "x.json" is nested deeper than 100 levels (a definition needs about 10)',
    ]);
    expect(faults('['.repeat(100_000), 'x.json')).toEqual([
      'x.json:1:101 syntax: "x.json" is not JSON: expected at most 100 levels, found "["',
    ]);
  });

  it('is fine up to 100 levels', () => {
    expect(faults(`${'['.repeat(100)}${']'.repeat(100)}`, 'x.json')).toEqual([]);
    expect(faults(`${'['.repeat(100)}${']'.repeat(100)}`, 'x.yaml')).toEqual([]);
  });
});

describe('aliases', () => {
  it('are counted through what they stand for: the billion laughs', () => {
    const level = (index: number): string => `a${index}: &a${index} [${`*a${index - 1},`.repeat(9)}]`;
    const bomb = ['a0: &a0 [x]', ...Array.from({ length: 20 }, (_, index) => level(index + 1))].join('\n');
    expect(faults(bomb, 'x.yaml')).toEqual([
      'x.yaml:5:9 syntax: "x.yaml" has aliases that make it too large',
    ]);
  });

  it('are counted by what they add', () => {
    const long = `a: &a [${'x,'.repeat(1_000)}]\nb: [${'*a,'.repeat(300)}]\n`;
    expect(faults(long, 'x.yaml')).toEqual([
      'x.yaml:2:4 syntax: "x.yaml" has aliases that make it too large',
    ]);
  });

  it('never stand for what they are in', () => {
    expect(faults('a: &a [*a]', 'x.yaml')).toEqual([
      'x.yaml:1:8 syntax: "x.yaml" uses "*a" before "&a" is complete',
    ]);
  });
});

const FILL_IN = 'this looks like a template: fill it in first and give the result';

describe('what is not JSON', () => {
  it.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: templates are what this is about
    ['{"a": ${PORT}}', '1:7', `expected a value, found "$" (${FILL_IN})`],
    ['{"a": {{ .Values.a }} }', '1:8', `expected a name in double quotes, found "{" (${FILL_IN})`],
    ['{{ if .Values.a }}\n{"a": 1}\n', '1:2', `expected a name in double quotes, found "{" (${FILL_IN})`],
    ['{\n  "a": 1,\n  ##IF\n}', '3:3', `expected a name in double quotes, found "#" (${FILL_IN})`],
    ['{"a": 1,}', '1:9', 'expected a name in double quotes, found "}"'],
    ['{"a" 1}', '1:6', 'expected ":", found "1"'],
    ['{"a": 1 "b": 2}', '1:9', 'expected "," or "}", found "\\""'],
    ['[1 2]', '1:4', 'expected "," or "]", found "2"'],
    ['{"a": "b\n"}', '1:7', 'expected a string that ends on its line, found "\\""'],
    ['{"a": "\\x"}', '1:8', 'expected an escape that JSON has, found "\\\\"'],
    ['{"a": 1', '1:8', 'expected "," or "}", found the end of the file'],
    ['{"a": 1} x', '1:10', 'expected the end of the file, found "x"'],
  ])('is told where: %s', (text, where, message) => {
    expect(faults(text, 'x.json')).toEqual([`x.json:${where} syntax: "x.json" is not JSON: ${message}`]);
  });
});

describe('what is not YAML', () => {
  it('is told line by line, all of it', () => {
    expect(faults('a: "b\nc: d: e\n', 'x.yaml')).toEqual([
      'x.yaml:3:1 syntax: "x.yaml" is not YAML: missing closing "quote',
    ]);
    expect(faults('a: b: c\nd: [\n', 'x.yaml')).toEqual([
      'x.yaml:1:4 syntax: "x.yaml" is not YAML: nested mappings are not allowed in compact mappings (quote text that has a colon and a space in it)',
      'x.yaml:3:1 syntax: "x.yaml" is not YAML: flow sequence in block collection must be sufficiently indented and end with a ] (begin what belongs together in the same column, and close each bracket)',
    ]);
  });

  it('is told once where one mistake spoils the lines that follow', () => {
    const text = 'claims:\n  - name: a\n  b: 1\n  c: 2\n  d: 3\n';
    expect(faults(text, 'x.yaml')).toEqual([
      'x.yaml:3:1 syntax: "x.yaml" is not YAML: all mapping items must start at the same column (begin what belongs together in the same column, and close each bracket)',
    ]);
    expect(faults('a:\n  b:\n\tc: 1\n    d: 2\n    e: 3\n', 'x.yaml')).toEqual([
      'x.yaml:3:1 syntax: "x.yaml" is not YAML: tabs are not allowed as indentation (indent with spaces)',
    ]);
  });

  it.each([
    ['realm: {{ .Values.realm }}\n', `x.yaml:1:9 syntax: "x.yaml" has a name that is not text (${FILL_IN})`],
    ['a: 1\n---\nb: 2\n', 'x.yaml:3:1 syntax: "x.yaml" holds several documents (keep one)'],
    ['a: .inf\n', 'x.yaml:1:4 invalid: "Infinity" has no meaning in JSON (quote it if it is text)'],
  ])('or has no meaning as JSON: %s', (text, message) => {
    expect(faults(text, 'x.yaml')).toEqual([message]);
  });

  it('is not quoted at length', () => {
    const [only] = faults(`${'!'.repeat(10_000)} a\n`, 'x.yaml');
    expect(only?.length).toBeLessThan(250);
  });
});

describe('what is none of our formats', () => {
  const problemsOf = async (content: string): Promise<string[]> =>
    told((await loadDefinition(memoryTree({ 'x.yaml': content }), 'x.yaml')).problems);
  const EXPECTED = 'a mapper definition or an export of a known provider';

  it.each([
    ['# nothing\n', `1:1 unreadable: "x.yaml" is not ${EXPECTED} (start it with "tokenpact: mapper/v1")`],
    ['just text', `1:1 unreadable: "x.yaml" is not ${EXPECTED} (start it with "tokenpact: mapper/v1")`],
    [
      'name: x\ntokenpct: mapper/v1\n',
      `2:1 unreadable: "x.yaml" is not ${EXPECTED} (did you mean "tokenpact" by "tokenpct"?)`,
    ],
    [
      'tokenpact: maper/v1\n',
      '1:1 unreadable: "maper/v1" is a format that this tokenpact does not know (did you mean "mapper/v1"?)',
    ],
    [
      'tokenpact: other/v9\n',
      '1:1 unreadable: "other/v9" is a format that this tokenpact does not know (formats: mapper/v1, overlay/v1, consumer/v1, config/v1)',
    ],
    ['tokenpact: consumer/v1\n', `1:1 unreadable: "x.yaml" is a consumer, expected ${EXPECTED}`],
  ])('is told what it is: %s', async (content, message) => {
    expect(await problemsOf(content)).toEqual([`x.yaml:${message}`]);
  });

  it('is told when it is not there', async () => {
    const { problems, files } = await loadDefinition(memoryTree({}, 'main (1f2e3d)'), './a/b.yaml');
    expect(told(problems)).toEqual([
      'a/b.yaml:1:1 unreadable: "a/b.yaml" does not exist (looked in main (1f2e3d))',
    ]);
    expect(files).toEqual([]);
  });
});

describe('what is large and wrong', () => {
  const entries = (count: number, entry: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => entry(index)).join(', ');

  it('is told up to a thousand mistakes', async () => {
    const { problems } = await load(`claims: { ${entries(40_000, (index) => `c${index}: { x: 1 }`)} }`);
    expect(problems.length).toBe(1_000);
  });

  it('is told of each name that is not there, and of near ones while that is quick', async () => {
    const sections = `tokens: { access_token: { only: [${entries(30_000, (index) => `clamm${index}`)}] } }
claims: { ${entries(20_000, (index) => `claim${index}: { path: [x], schema: { type: string } }`)} }`;
    const { problems } = await load(sections);
    expect(problems.length).toBe(30_000);
    expect(problems[0]).toBe(
      'mapper.yaml:4:34 undefined-reference: claim "clamm0" is not defined (did you mean "claim0"?)',
    );
    expect(problems.at(-1)).toMatch(/"clamm29999" is not defined \(there is claim0, /);
  });

  it('has values that no name can stand for', async () => {
    const { value, problems } = await load(
      'claims: { a: { schema: { enum: [{ b: 1 }, null] }, values: { "null": {} } } }',
    );
    expect(problems).toEqual([]);
    expect(value?.claims.get('a')?.planned).toEqual([{ value: null }]);
  });

  it('has variants and braces without end', async () => {
    const types = entries(5_000, (index) => `t${index}: { kind: access_token }`);
    expect((await load(`tokens: { ${types} }`)).problems.length).toBe(1_999);
    const { problems } = await load(
      `scopes: { "${'{'.repeat(100_000)}": {} }\nclaims: { a: { path: ["${'${'.repeat(100_000)}"] } }`,
    );
    expect(problems).toEqual([]);
  });
});
