import { describe, expect, test } from 'vitest';
import { excerpt } from '../../src/report/excerpt.ts';
import { PLAIN } from '../../src/report/index.ts';
import { cut, width } from '../../src/report/width.ts';

/** The line with what stands between « and » marked. */
function shown(line: string, columns = 80, ends: { readonly endLine?: number } = {}): readonly string[] {
  const column = line.indexOf('«') + 1;
  const endColumn = line.indexOf('»');
  const at = { file: 'a.yaml', line: 7, column, endLine: 7, endColumn, ...ends };
  return excerpt(at, line.replace(/[«»]/g, ''), '', { ...PLAIN, columns });
}

describe('excerpt', () => {
  test('the line without its indentation, with carets below the place', () => {
    expect(shown('    email: { «presence»: always }')).toEqual([
      '   7 │ email: { presence: always }',
      '     │          ^^^^^^^^',
    ]);
  });

  test('tabs and wide characters keep the carets where they belong', () => {
    expect(shown('\t# 名前\t«name»: é')).toEqual(['   7 │ # 名前 name: é', '     │        ^^^^']);
    expect(shown('  «"名前"»: {}')).toEqual(['   7 │ "名前": {}', '     │ ^^^^^^']);
  });

  test('what goes on below is marked to the end of the line', () => {
    expect(shown('  «claims: {»', 80, { endLine: 9 })).toEqual(['   7 │ claims: {', '     │ ^^^^^^^^^']);
  });

  test('a long line is cut around the place', () => {
    const long = `{ ${'"a": 1, '.repeat(2000)}«"scopes"»: {}, ${'"b": 2, '.repeat(2000)}}`;
    const [line = '', carets = ''] = shown(long, 60);
    expect(line).toMatch(/^ {3}7 │ … 1, "a": 1, "a": 1, "scopes": \{\}, "b": 2, .*…$/);
    expect(width(line)).toBe(60);
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('"scopes"');
  });

  test('a place at the end of a long line leaves room for what stands before it', () => {
    const [line = ''] = shown(`{ ${'"a": 1, '.repeat(9)}«"scopes"»: {} }`, 60);
    expect(line).toBe('   7 │ …": 1, "a": 1, "a": 1, "a": 1, "a": 1, "scopes": {} }');
    expect(width(line)).toBe(60);
  });

  test('what is marked is shown before what stands before it', () => {
    const [line = '', carets = ''] = shown(
      '  releases: { id_token: [age_over_18, «birthdate_of_person»] }',
      44,
    );
    expect(line).toBe('   7 │ …: [age_over_18, birthdate_of_person…');
    expect(carets.trimEnd()).toHaveLength(line.length - 1);
  });

  test.each([
    ['a secret', '«"secret"»: "hunter2-hunter2"', 'hunter2'],
    ['a secret after the place', '«clientId»: web, clientSecret: hunter2', 'hunter2'],
    ['a token', '«value»: eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.x', 'eyJ'],
    ['an address', '«"claim.value"»: "zora@mail.example"', 'zora'],
  ])('%s is masked, and nothing moves', (_what, line, secret) => {
    const [text = ''] = shown(line);
    expect(text).not.toContain(secret);
    expect(text).toHaveLength(line.length - 2 + '   7 │ '.length);
  });

  test('rules about secrets are none', () => {
    expect(shown('«claim/secret-exposed»: error')[0]).toBe('   7 │ claim/secret-exposed: error');
  });

  test('nothing, where there is no line', () => {
    const at = { file: 'a.yaml', line: 7, column: 1, endLine: 7, endColumn: 2 };
    expect(excerpt(at, undefined, '', PLAIN)).toEqual([]);
    expect(excerpt(at, '  ', '', PLAIN)).toEqual([]);
  });
});

test('width counts columns of a terminal', () => {
  expect(['', 'abc', 'é', 'e\u0301', '名前', '👍', '\u200B'].map(width)).toEqual([0, 3, 1, 1, 4, 2, 0]);
});

test('cut keeps to the width, also with wide characters', () => {
  expect(cut('名前名前', 6)).toBe('名前…');
  expect(cut('abc', 3)).toBe('abc');
});
