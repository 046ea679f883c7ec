import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// One line that breaks each rule between folders, and a part of the sentence that the linter answers with.
const FORBIDDEN: readonly (readonly [path: string, content: string, sentence: string])[] = [
  ['src/model/x.ts', "export * from '../load/index.ts';", 'model holds the nouns and imports nothing'],
  ['src/schema/x.ts', "export * from '../model/index.ts';", 'schema knows nothing of tokens'],
  [
    'src/providers/okta/x.ts',
    "export * from '../../load/index.ts';",
    'a provider turns a parsed tree into the model',
  ],
  ['src/load/x.ts', "export * from '../contract/index.ts';", 'load turns text into the model'],
  ['src/contract/x.ts', "export * from '../schema/index.ts';", 'contract is made from the model alone'],
  [
    'src/compare/x.ts',
    "export * from '../check/index.ts';",
    'compare may import model, contract, schema and privacy',
  ],
  ['src/privacy/x.ts', "export * from '../token/index.ts';", 'privacy may import model only'],
  [
    'src/token/x.ts',
    "export * from '../compare/index.ts';",
    'token may import model, contract, schema and privacy',
  ],
  [
    'src/check/x.ts',
    "export * from '../report/index.ts';",
    'check may import everything but rules, report and cli',
  ],
  [
    'src/rules/claim/x/rule.ts',
    "export * from '../../../contract/index.ts';",
    'a rule sees the model and check/define-rule only',
  ],
  [
    'src/rules/claim/x/rule.ts',
    "export * from '../../../check/gate.ts';",
    'a rule sees the model and check/define-rule only',
  ],
  ['src/report/x.ts', "export * from '../check/index.ts';", 'report turns findings into text'],
  ['src/token/x.ts', "export * from '../cli/io.ts';", 'token may import'],
  ['src/compare/x.ts', "export * from 'node:fs';", 'Only cli touches the process'],
  ['src/load/x.ts', 'export const folder = process.cwd();', 'the global variable process'],
  ['src/check/x.ts', "console.log('x');", 'the global variable console'],
  ['src/cli/x.ts', "export * from 'yaml';", 'yaml stays in src/load'],
  ['src/cli/x.ts', "export * from 'jose';", 'jose stays in src/token'],
  ['src/token/x.ts', "export * from 'refa';", 'refa stays in src/schema'],
];

const ALLOWED: readonly (readonly [path: string, content: string])[] = [
  ['src/rules/claim/x/rule.ts', "export * from '../../../check/define-rule.ts';"],
  ['src/compare/x.ts', "export * from '../schema/index.ts';"],
  ['src/load/x.ts', "export * from '../generated/validators.js';"],
  ['src/cli/x.ts', "export * from 'node:fs';"],
];

describe('the linter keeps the folders apart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokenpact-house-'));
  /** Each case stands in a file of its own, beside where it would stand. */
  const fileOf = (path: string, index: number): string => path.replace(/(\w+)\.ts$/, `$1-${index}.ts`);
  let said = '';

  beforeAll(() => {
    copyFileSync('biome.json', join(folder, 'biome.json'));
    for (const [index, [path, content]] of [...FORBIDDEN, ...ALLOWED].entries()) {
      const file = join(
        folder,
        path.endsWith('/rule.ts') ? path.replace('/x/', `/x-${index}/`) : fileOf(path, index),
      );
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${content}\n`);
    }
    const args = ['lint', '--vcs-enabled=false', '--max-diagnostics=200', '--reporter=github', '.'];
    const { stdout, stderr } = spawnSync(resolve('node_modules/.bin/biome'), args, {
      cwd: folder,
      encoding: 'utf8',
    });
    said = stdout + stderr;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const about = (index: number): readonly string[] =>
    said.split('\n').filter((line) => new RegExp(`-${index}(/rule)?\\.ts`).test(line));

  test.each(FORBIDDEN.map((one, index) => [...one, index] as const))(
    '%s: %s',
    (_path, _content, sentence, index) => {
      expect(about(index).join('\n')).toContain(sentence);
    },
  );

  test.each(ALLOWED.map((one, index) => [...one, FORBIDDEN.length + index] as const))(
    '%s may: %s',
    (_path, _content, index) => {
      expect(about(index).filter((line) => line.includes('Restricted'))).toEqual([]);
    },
  );
});

test('no path of the machine it was made on is in the tree', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
  expect(files.length).toBeGreaterThan(0);
  const found = spawnSync(
    'git',
    ['grep', '-lIE', `(^|[^a-z])/(home|root|work)/[a-z]`, '--', '.', ':!test/house', ':!bench/privacy'],
    {
      encoding: 'utf8',
    },
  );
  expect(found.stdout).toBe('');
});
