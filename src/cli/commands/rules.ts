import type { Command } from 'commander';
import { CLEAN } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { type CommonOptions, withCommonOptions, withExamples } from '../options.ts';
import type { Session } from '../session.ts';
import { styleFor } from '../style.ts';

interface RulesOptions extends CommonOptions {
  readonly format: string;
}

async function rules(io: Io, options: RulesOptions): Promise<number> {
  const { rules: registry } = await import('../../generated/rules.ts');
  const facts = registry.map(({ id, severity, axis, inspects, summary, source }) => ({
    id,
    severity,
    axis,
    inspects,
    summary,
    source,
  }));
  if (options.format === 'json') {
    io.stdout.write(`${JSON.stringify(facts, null, 2)}\n`);
    return CLEAN;
  }
  const style = styleFor(io, io.stdout, options.color);
  const width = Math.max(...facts.map(({ id }) => id.length));
  for (const { id, severity, axis, summary } of facts) {
    io.stdout.write(
      `${id.padEnd(width)}  ${severity.padEnd(7)}  ${axis.padEnd(13)}  ${style.dim(summary)}\n`,
    );
  }
  io.stdout.write(`\n${facts.length} rules; one of them at length: tokenpact explain <rule>\n`);
  return CLEAN;
}

export function defineRules(program: Command, session: Session): void {
  const command = program
    .command('rules')
    .summary('the rule catalogue')
    .description('Lists every rule with its severity and axis.')
    .option('-f, --format <name>', 'text or json', 'text');
  withCommonOptions(command).action(session.action((options: RulesOptions) => rules(session.io, options)));
  withExamples(command, [
    ['tokenpact rules', 'all of them, one line each'],
    ['tokenpact rules -f json', 'for programs'],
  ]);
}
