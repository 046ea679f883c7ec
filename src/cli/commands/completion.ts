import { Argument, type Command } from 'commander';
import { CLEAN } from '../exit-codes.ts';
import { withExamples } from '../options.ts';
import type { Session } from '../session.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

async function completion(program: Command, shell: Shell): Promise<string> {
  const [{ wordsOf }, { FORMATS }, { rules }] = await Promise.all([
    import('../completion/words.ts'),
    import('../write-report.ts'),
    import('../../generated/rules.ts'),
  ]);
  const ids = rules.map(({ id }) => id);
  const levels = ['error', 'warning', 'info', 'never'];
  const words = wordsOf(program, {
    'name[=file]': FORMATS,
    '[axis=]level': levels,
    'rule|fingerprint': ids,
  });
  switch (shell) {
    case 'bash':
      return (await import('../completion/bash.ts')).bashCompletion(words);
    case 'zsh':
      return (await import('../completion/zsh.ts')).zshCompletion(words);
    case 'fish':
      return (await import('../completion/fish.ts')).fishCompletion(words);
  }
}

export function defineCompletion(program: Command, session: Session): void {
  const command = program
    .command('completion')
    .summary('complete commands, options and rules in a shell')
    .description('Prints a script that makes a shell complete commands, options, formats and rules.')
    .addArgument(new Argument('<shell>', 'whose script').choices(SHELLS))
    .action(
      session.action(async (shell: Shell) => {
        session.io.stdout.write(await completion(program, shell));
        return CLEAN;
      }),
    );
  withExamples(command, [
    ['eval "$(tokenpact completion bash)"', 'in ~/.bashrc'],
    ['eval "$(tokenpact completion zsh)"', 'in ~/.zshrc, after compinit'],
    ['tokenpact completion fish | source', 'in ~/.config/fish/config.fish'],
  ]);
}
