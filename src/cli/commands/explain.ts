import type { Command } from 'commander';
import { CannotCheck } from '../cannot-check.ts';
import { CLEAN } from '../exit-codes.ts';
import type { Io } from '../io.ts';

import { type CommonOptions, withCommonOptions, withExamples } from '../options.ts';
import type { Session } from '../session.ts';

async function explain(io: Io, name: string): Promise<number> {
  const { rules } = await import('../../generated/rules.ts');
  const rule = rules.find(({ id, formerly }) => id === name || formerly?.includes(name));
  if (rule === undefined) {
    const ids = rules.map(({ id }) => id);
    const { nearest } = await import('../../load/index.ts');
    const meant = nearest(name, ids) ?? ids.find((id) => id.endsWith(`/${name}`));
    throw new CannotCheck(
      `there is no rule "${name}"`,
      meant === undefined ? 'all of them: tokenpact rules' : `did you mean "${meant}"?`,
    );
  }
  const { pages } = await import('../../generated/pages.ts');
  io.stdout.write(`${pages[rule.id] ?? ''}\n`);
  io.stdout.write(`${rule.severity}, ${rule.axis}; source: ${rule.source}\n`);
  return CLEAN;
}

export function defineExplain(program: Command, session: Session): void {
  const command = program
    .command('explain')
    .summary('one rule at length')
    .description('Prints why a rule exists, what breaks it and what is fine.')
    .argument('<rule>', 'its id, as findings print it');
  withCommonOptions(command).action(
    session.action((name: string, _options: CommonOptions) => explain(session.io, name)),
  );
  withExamples(command, [['tokenpact explain claim/mutable-identifier', 'offline, with examples']]);
}
