import { readdirSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { processIo } from '../../src/cli/process-io.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { Session } from '../../src/cli/session.ts';
import { parsed } from '../load/reading.ts';

const PAGES = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`)
  .sort();

interface Block {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

const BLOCKS: readonly Block[] = PAGES.flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(
    ([, language = '', text = '']) => ({
      page,
      language,
      text,
    }),
  ),
);

/** Command lines of tokenpact in a block: in shells, in jobs, and as help shows them. */
function lines({ text }: Block): readonly string[] {
  const found = text.matchAll(/^(?:\s*(?:- )?(?:run: )?)(?:npx (?:--yes )?)?tokenpact(?:@[\d.]+)? (.*)$/gm);
  return [...found].map(([, line = '']) => line.split(/ {2,}| [#|<>] /)[0] ?? '');
}

const COMMAND_LINES = BLOCKS.filter(({ language }) => language !== 'console').flatMap((block) =>
  lines(block).map((line) => [block.page, line] as const),
);

/** The program without what it does: what it takes is left. */
function silent(): Command {
  const session = new Session({ ...processIo(), stdout: quiet, stderr: quiet });
  session.action = () => async () => {};
  return buildProgram(session);
}
const quiet = { write: () => {}, isTerminal: false, columns: 80 };

describe('every command line in the docs is one', () => {
  test('there are some', () => {
    expect(COMMAND_LINES.length).toBeGreaterThan(50);
  });

  test.each([...new Map(COMMAND_LINES.map((one) => [one.join(' '), one])).values()])(
    '%s: %s',
    async (_page, line) => {
      const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
        (word) => word[1] ?? word[2] ?? word[3] ?? '',
      );
      await expect(silent().parseAsync(words, { from: 'user' })).resolves.toBeDefined();
    },
  );
});

describe('docs/ci.md', () => {
  const text = readFileSync('docs/ci.md', 'utf8');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

  test('names this version everywhere', () => {
    const named = [...text.matchAll(/tokenpact@v?(\d+\.\d+\.\d+)|rev: v(\d+\.\d+\.\d+)/g)];
    expect(new Set(named.map((match) => match[1] ?? match[2]))).toEqual(new Set([version]));
  });

  test('gives the action and the template inputs that they have', () => {
    const inputsOf = (file: string, value: string): readonly string[] =>
      Object.keys(JSON.parse(JSON.stringify(parsed(value, file).value)).inputs);
    const action = inputsOf('action.yml', readFileSync('action.yml', 'utf8'));
    const [, used = ''] = /uses: tokenpact\/tokenpact@\S+\n\s+with:\n((?: {10}.*\n)+)/.exec(text) ?? [];
    const names = [...used.matchAll(/^\s+([\w-]+):/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(action).toEqual(expect.arrayContaining(names));
  });

  test.each(BLOCKS.filter(({ page, language }) => page === 'docs/ci.md' && language === 'yaml'))(
    'is YAML: $text',
    ({ text: block }) => {
      expect(() => parsed(block)).not.toThrow();
    },
  );

  test('names the outputs that are written', async () => {
    const { githubOutputs } = await import('../../src/report/index.ts');
    const side = { label: '', definitions: [] };
    const checked = { files: 0, definitions: 0, consumers: 0, contracts: 0, tokens: 0, rules: 0 };
    const report = {
      command: '',
      version,
      after: side,
      checked,
      rules: [],
      files: [],
      findings: [],
      gates: [],
      passed: true,
    };
    const written = githubOutputs(report).match(/^\w+/gm) ?? [];
    const table = text.slice(text.indexOf('| output |'), text.indexOf('`--no-ci`'));
    expect([...table.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(expect.arrayContaining(written));
  });
});
