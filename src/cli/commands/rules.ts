import { type Command, Option } from 'commander';
import { PROFILES, type Profile } from '../../model/index.ts';
import { CLEAN } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { type CommonOptions, withCommonOptions, withExamples } from '../options.ts';
import type { Session } from '../session.ts';
import { styleFor } from '../style.ts';
import { defineRulesTest } from './rules-test.ts';

interface RulesOptions extends CommonOptions {
  readonly format: 'text' | 'json';
  readonly profile?: Profile;
}

/** The catalogue, each rule with the level that a profile gives it. */
async function catalogue(profile: Profile) {
  const { rules } = await import('../../generated/rules.ts');
  const { levelOf } = await import('../../check/index.ts');
  const config = { profile, rules: new Map() };
  return rules.map((rule) => {
    const { id, severity, axis, inspects, summary, source } = rule;
    return { id, level: levelOf(rule, config).level, severity, axis, inspects, summary, source };
  });
}

async function rules(io: Io, { format, profile = 'standard', color }: RulesOptions): Promise<number> {
  const all = await catalogue(profile);
  if (format === 'json') {
    io.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    return CLEAN;
  }
  const style = styleFor(io, io.stdout, color);
  const width = Math.max(...all.map(({ id }) => id.length));
  for (const { id, level, axis, summary } of all) {
    const line = `${id.padEnd(width)}  ${level.padEnd(7)}  ${axis.padEnd(13)}  `;
    io.stdout.write(`${level === 'off' ? style.dim(line) : line}${style.dim(summary)}\n`);
  }
  const off = all.filter(({ level }) => level === 'off').length;
  const counted = `${all.length} rules, ${off === 0 ? 'all of them on' : `${off} of them off`}`;
  io.stdout.write(
    `\n${counted} with the profile "${profile}"; one of them at length: tokenpact explain <rule>\n`,
  );
  return CLEAN;
}

export function defineRules(program: Command, session: Session): void {
  const command = program
    .command('rules')
    .summary('the rule catalogue')
    .description('Lists every rule with the level that a profile gives it, and its axis.')
    .addOption(
      new Option('--profile <name>', 'the profile whose levels are shown (default: standard)').choices(
        PROFILES,
      ),
    )
    .addOption(new Option('-f, --format <name>', 'text or json').choices(['text', 'json']).default('text'));
  withCommonOptions(command).action(session.action((options: RulesOptions) => rules(session.io, options)));
  withExamples(command, [
    ['tokenpact rules', 'all of them, one line each'],
    ['tokenpact rules --profile fapi2', 'what a profile turns on, and at which level'],
    ['tokenpact rules -f json', 'for programs'],
  ]);
  defineRulesTest(command, session);
}
