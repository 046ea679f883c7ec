import type { Command } from 'commander';
import type { OwnRule } from '../../model/index.ts';
import { count } from '../../report/style.ts';
import { CannotCheck } from '../cannot-check.ts';
import { findConfig } from '../config-file.ts';
import { CLEAN, FINDINGS } from '../exit-codes.ts';
import { problemLines } from '../inputs.ts';
import type { Io } from '../io.ts';
import { type CommonOptions, withCommonOptions, withExamples } from '../options.ts';
import type { Session } from '../session.ts';

/** The own rules of a configuration that could be read, and that can run. */
async function ownRulesOf(io: Io, options: CommonOptions): Promise<readonly OwnRule[]> {
  const { config, file, problems } = await findConfig(io, '.', options.config);
  const { configProblems } = await import('../../check/index.ts');
  const { rules } = await import('../../generated/rules.ts');
  const wrong = [...problems, ...configProblems(config, rules)];
  if (wrong.length > 0) throw new CannotCheck(problemLines(wrong));
  if (config.ownRules.length > 0) return config.ownRules;
  throw new CannotCheck(
    `${file === undefined ? 'there is no configuration' : `"${file}" has no rules of your own`}`,
    'write them under ownRules: in tokenpact.yaml',
  );
}

async function testRules(io: Io, options: CommonOptions): Promise<number> {
  const own = await ownRulesOf(io, options);
  const { testOwnRule } = await import('../../check/index.ts');
  const { validator } = await import('../../schema/index.ts');
  let failures = 0;
  for (const rule of own) {
    const { passes, fails } = rule.examples;
    const failed = testOwnRule(rule, validator);
    failures += failed.length;
    const tested = passes.length + fails.length;
    const verdict = tested === 0 ? 'untested' : failed.length === 0 ? 'ok' : 'not ok';
    const lacking = passes.length === 0 || fails.length === 0 ? ', without one of each kind' : '';
    io.stdout.write(`${verdict}  ${rule.id}  ${count(tested, 'example')}${lacking}\n`);
    for (const { expected, example } of failed) {
      const does = expected === 'passes' ? 'refuses, and should accept' : 'accepts, and should refuse';
      io.stdout.write(`  it ${does} ${JSON.stringify(example)}\n`);
    }
  }
  return failures === 0 ? CLEAN : FINDINGS;
}

/** `rules test`: whether an organisation's own rules judge their examples as they say. */
export function defineRulesTest(rules: Command, session: Session): void {
  const command = rules
    .command('test')
    .summary('hold your own rules against their examples')
    .description(
      'Tests the rules under ownRules: in tokenpact.yaml with the examples that they are written with.',
    );
  withCommonOptions(command).action(
    session.action((options: CommonOptions) => testRules(session.io, options)),
  );
  withExamples(command, [['tokenpact rules test', 'the rules of the nearest tokenpact.yaml']]);
}
