import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explain, includes, type JsonSchema } from '../../src/schema/index.ts';

const page = readFileSync(new URL('../../docs/schema-inclusion.md', import.meta.url), 'utf8');

function example(name: string): JsonSchema {
  const [, text = ''] = new RegExp(`\`\`\`json ${name}\n([^\`]*)\`\`\``).exec(page) ?? [];
  return JSON.parse(text);
}

test('the worked example comes out as the page says', () => {
  const witness = example('witness');
  const expected = { verdict: 'not-included', witness, path: '/status' };
  expect(includes(example('issued'), example('accepted'))).toEqual(expected);
  const statusOnly = explain(example('issued'), example('accepted')).find(({ path }) => path === '/status');
  expect(statusOnly?.beforeInAfter).toEqual(expected);
});

test('every file that the page names is there', () => {
  const named = [...page.matchAll(/`([a-z/-]+\.ts)`/g)]
    .map(([, name]) => name)
    .filter((name) => !name?.startsWith('test/'));
  expect(named.length).toBeGreaterThan(15);
  for (const name of named)
    expect(() => readFileSync(new URL(`../../src/schema/${name}`, import.meta.url))).not.toThrow();
});
