import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadAll, loadConfig, memoryTree } from '../src/load/index.ts';

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`),
]
  .filter((name) => name.endsWith('.md'))
  .sort();

const NAMES = {
  'mapper/v1': 'mapper.yaml',
  'consumer/v1': 'a.consumer.yaml',
  'config/v1': 'tokenpact.yaml',
} as const;

interface Example {
  readonly page: string;
  readonly line: number;
  readonly format: keyof typeof NAMES;
  readonly text: string;
}

/** Whole files in the docs: blocks that say which format they are. Fragments say nothing and are left alone. */
const EXAMPLES: readonly Example[] = PAGES.flatMap((page) => {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].flatMap((block) => {
    const format = /^tokenpact: (\S+)/m.exec(block[1] ?? '')?.[1] as Example['format'] | undefined;
    if (format === undefined || !Object.hasOwn(NAMES, format)) return [];
    const line = text.slice(0, block.index).split('\n').length + 1;
    return [{ page, line, format, text: (block[1] ?? '').replace(/^include:.*$/m, '') }];
  });
});

describe('examples in the docs are in the format that they explain', () => {
  test.each(EXAMPLES)('$page:$line ($format)', async ({ format, text }) => {
    const name = NAMES[format];
    const tree = memoryTree({ [name]: text });
    const { problems } = format === 'config/v1' ? await loadConfig(tree, name) : await loadAll(tree, [name]);
    expect(problems).toEqual([]);
  });

  test('the README has a definition and a consumer', () => {
    const formats = EXAMPLES.filter(({ page }) => page === 'README.md').map(({ format }) => format);
    expect(formats).toEqual(expect.arrayContaining(['mapper/v1', 'consumer/v1']));
  });
});

test('every relative link in the docs leads somewhere', () => {
  const broken = PAGES.flatMap((page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)];
    return links
      .map((link) => link[1] ?? '')
      .filter((link) => !existsSync(join(dirname(page), link)))
      .map((link) => `${page}: ${link}`);
  });
  expect(broken).toEqual([]);
});

test('the rule that CONTRIBUTING shows is one that runs', () => {
  const [, shown = ''] =
    /^ {3}```ts\n([\s\S]*?)^ {3}```/m.exec(readFileSync('CONTRIBUTING.md', 'utf8')) ?? [];
  const [, id = ''] = /^ +id: '(.*)',$/m.exec(shown) ?? [];
  expect(shown.replace(/^ {3}/gm, '')).toBe(readFileSync(`src/rules/${id}/rule.ts`, 'utf8'));
});
