import { describe, expect, it } from 'vitest';
import { parseTree } from '../../src/load/index.ts';
import { faults, parsed } from './reading.ts';

const start = (text: string, path: readonly (string | number)[], file?: string): string => {
  const { line, column, endLine, endColumn } = parsed(text, file).place(path);
  return `${line}:${column}-${endLine}:${endColumn}`;
};

describe('places', () => {
  const yaml = 'claims:\n  tier:\n    path: [a, "b c"]\n    source: crm\n';
  const json = '{\n  "claims": {\n    "tier": { "path": ["a", "b c"] }\n  }\n}\n';

  it('points at the name of a member and at the value of an item', () => {
    expect(start(yaml, ['claims'])).toBe('1:1-1:7');
    expect(start(yaml, ['claims', 'tier'])).toBe('2:3-2:7');
    expect(start(yaml, ['claims', 'tier', 'path', 1])).toBe('3:15-3:20');
    expect(start(json, ['claims', 'tier'], 'a.json')).toBe('3:5-3:11');
    expect(start(json, ['claims', 'tier', 'path', 1], 'a.json')).toBe('3:29-3:34');
  });

  it('points at the nearest thing above what was not written', () => {
    expect(start(yaml, ['claims', 'tier', 'schema', 'type'])).toBe('2:3-2:7');
    expect(start(json, ['claims', 'tier', 'path', 7], 'a.json')).toBe('3:15-3:21');
  });

  it('shows what goes over several lines by its first one', () => {
    expect(start(json, [], 'a.json')).toBe('1:1-1:2');
    expect(start('- |\n  one\n  two\n', [0])).toBe('1:3-1:4');
  });

  it('counts columns in UTF-16 code units, without a byte order mark, whatever ends the lines', () => {
    expect(start('\uFEFFname: x\r\nowner: y\r\n', ['owner'])).toBe('2:1-2:6');
    expect(start('a: { "🙂": 1, b: 2 }', ['a', 'b'])).toBe('1:15-1:16');
    expect(start('\uFEFF{"🙂": 1,\r\n "b": 2}', ['b'], 'a.json')).toBe('2:2-2:5');
  });
});

describe('values', () => {
  it('have no prototypes, so that any name is only a name', () => {
    for (const text of ['__proto__: { constructor: 1 }\n', '{"__proto__": {"constructor": 1}}']) {
      const { value } = parsed(text, text.startsWith('{') ? 'a.json' : 'a.yaml');
      expect(Object.getPrototypeOf(value)).toBe(null);
      expect(Object.keys(value as object)).toEqual(['__proto__']);
      expect(({} as Record<string, unknown>).constructor).toBe(Object);
    }
  });

  it('are told apart by content, not by name', () => {
    expect(parsed('{"a": [1, true, null]}', 'a.yaml').value).toEqual({ a: [1, true, null] });
    expect(parsed('{ a: b }', 'a.yaml').value).toEqual({ a: 'b' });
    expect(parsed('a: 2.10\nb: 2026-01-02\nc: no\nd:\n', 'stdin').value).toEqual({
      a: 2.1,
      b: '2026-01-02',
      c: 'no',
      d: null,
    });
  });

  it('resolve aliases and merge keys; members written beside a merge win', () => {
    const text =
      'base: &base { a: 1, b: 2 }\nmore: &more { c: 3 }\nx: { b: 9, <<: [*base, *more] }\ny: *base\n';
    expect(parsed(text).value).toEqual({
      base: { a: 1, b: 2 },
      more: { c: 3 },
      x: { b: 9, a: 1, c: 3 },
      y: { a: 1, b: 2 },
    });
    expect(start(text, ['x', 'c'])).toBe('2:15-2:16');
    expect(start(text, ['y', 'a'])).toBe('1:15-1:16');
  });

  it('keep the tags of an application as members', () => {
    const text = 'a: !Find [core, [name, x]]\nb: !KeyOf y\nc: !!str 1\n';
    expect(parsed(text).value).toEqual({
      a: { '!Find': ['core', ['name', 'x']] },
      b: { '!KeyOf': 'y' },
      c: '1',
    });
    expect(start(text, ['a', '!Find', 1, 0])).toBe('1:18-1:22');
  });

  it('may stand after an empty document', () => {
    expect(parsed('---\n# intro\n---\na: 1\n...\n').value).toEqual({ a: 1 });
  });
});

describe('what is repeated', () => {
  it('is reported where it is repeated', () => {
    const yaml = 'a: 1\nb: { c: 1, c: 2 }\na: 2\n';
    expect(faults(yaml)).toEqual([
      'mapper.yaml:2:12 invalid: "c" is there twice: one of them would be lost (keep one)',
      'mapper.yaml:3:1 invalid: "a" is there twice: one of them would be lost (keep one)',
    ]);
    expect(faults('{"a": ":",\n "b": "\\"a\\":",\n "a": 2}', 'a.json')).toEqual([
      'a.json:3:2 invalid: "a" is there twice: one of them would be lost (keep one)',
    ]);
  });

  it('leaves a tree to go on with', () => {
    expect(parseTree('a.json', new TextEncoder().encode('{"a": 1, "a": 2}')).tree?.value).toEqual({ a: 2 });
  });
});

it('looks up the places of a large export in one walk', () => {
  const clients = Array.from({ length: 5_000 }, (_, index) => ({
    clientId: `client-${index}`,
    note: 'x'.repeat(300),
  }));
  const tree = parsed(JSON.stringify({ clients }, null, 1), 'realm.json');
  const lines = clients.map((_, index) => tree.place(['clients', index, 'clientId']).line);
  expect(lines).toEqual(clients.map((_, index) => 4 + index * 4));
});
