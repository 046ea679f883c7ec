import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/cli/write-report.ts';
import { rules } from '../../src/generated/rules.ts';
import { needs } from '../tool.ts';
import { run } from './run.ts';
import { temporaryFolder } from './temporary.ts';

type Shell = 'bash' | 'zsh' | 'fish';

/** How each shell is asked what it would offer after some words, the last of which is being typed. */
const ASK: Readonly<Record<Shell, (script: string, words: readonly string[]) => string>> = {
  bash: (script, words) => `source '${script}'
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length - 1}
_tokenpact
printf '%s\\n' "\${COMPREPLY[@]}"`,
  // Outside of its line editor zsh completes nothing, so the words that would be added are caught.
  zsh: (script, words) => `compdef() { :; }
compadd() { shift; print -l -- "$@"; }
_files() { print -- FILES; }
_describe() { local name=\${@[-1]}; print -l -- "\${(@)\${(@P)name}%%:*}"; }
source '${script}'
words=(${words.map((word) => `'${word}'`).join(' ')})
CURRENT=${words.length}
_tokenpact`,
  fish: (script, words) => `source '${script}'; complete -C '${words.join(' ')}'`,
};

async function offered(shell: Shell, ...words: readonly string[]): Promise<readonly string[]> {
  const folder = temporaryFolder({ script: (await run(['completion', shell])).stdout, 'mapper.yaml': '' });
  const options = shell === 'bash' ? ['--norc'] : shell === 'zsh' ? ['-f'] : ['--no-config'];
  const line = ASK[shell](join(folder, 'script'), ['tokenpact', ...words]);
  const text = execFileSync(shell, [...options, '-c', line], { cwd: folder, encoding: 'utf8' });
  const typed = words.at(-1) ?? '';
  const all = text.split('\n').flatMap((one) => one.split('\t')[0] || []);
  // zsh narrows what is offered to what was typed by itself.
  return [...new Set(all)]
    .filter((word) => shell !== 'zsh' || word === 'FILES' || word.startsWith(typed))
    .sort();
}

describe.each(['bash', 'zsh', 'fish'] as const)('completion in %s', (shell) => {
  const complete = (...words: readonly string[]) => offered(shell, ...words);
  const suite = (name: string, ask: () => Promise<void>): void =>
    test(name, async (context) => {
      if (shell !== 'bash') needs(shell, context);
      await ask();
    });

  suite('offers commands', async () => {
    expect(await complete('li')).toEqual(['lint']);
    expect(await complete('co')).toEqual(['compile', 'completion']);
  });

  suite('offers what a command has below it', async () => {
    expect(await complete('baseline', '')).toEqual(['help', 'prune', 'write']);
  });

  suite('offers the options of the command that was typed', async () => {
    expect(await complete('lint', '--st')).toEqual(['--stdin-filename']);
    expect(await complete('baseline', 'write', '--fo')).toEqual(['--force']);
  });

  suite('offers what an option can be', async () => {
    expect(await complete('lint', '-f', '')).toEqual([...FORMATS].sort());
    expect(await complete('rules', '--profile', 'f')).toEqual(['fapi2']);
  });

  suite('offers rules to explain', async () => {
    const about = rules.map(({ id }) => id).filter((id) => id.startsWith('claim/m'));
    expect(await complete('explain', 'claim/m')).toEqual(about);
  });

  suite('offers files where anything may stand', async () => {
    const found = await complete('lint', shell === 'zsh' ? '' : 'map');
    // bash looks for files by itself when there is nothing else.
    expect(found).toEqual({ bash: [], zsh: ['FILES'], fish: ['mapper.yaml'] }[shell]);
  });
});

test('the line editor of zsh completes what is typed', async (context) => {
  needs('zsh', context);
  const script = join(temporaryFolder({ script: (await run(['completion', 'zsh'])).stdout }), 'script');
  // A terminal within the shell: it answers when what is waited for is on its screen.
  const type = `zmodload zsh/zpty
zpty shell 'zsh -f -i'
zpty -w shell "autoload -Uz compinit; compinit -u -D; source '${script}'; print REA''DY"
zpty -r -m shell screen '*READY*'
zpty -n -w shell $'tokenpact li\\t'
zpty -r -m shell screen '*tokenpact lint*' && print completed`;
  expect(execFileSync('zsh', ['-f', '-c', type], { encoding: 'utf8', timeout: 20_000 })).toBe('completed\n');
});

test('a shell that there is no script for ends in 2', async () => {
  const { code, stderr } = await run(['completion', 'tcsh']);
  expect(stderr).toContain('Allowed choices are bash, zsh, fish');
  expect(code).toBe(2);
});
