import type { Command } from 'commander';
import { readBefore } from '../before.ts';
import { withFlags } from '../config-file.ts';
import { demandReadable, demandSound, readInputs, requestFor } from '../inputs.ts';
import type { Io } from '../io.ts';
import { type ReportOptions, withExamples, withReportOptions } from '../options.ts';
import type { Session } from '../session.ts';
import { reportTargets, writeReport } from '../write-report.ts';

interface CheckOptions extends ReportOptions {
  readonly against?: string;
}

async function check(io: Io, paths: readonly string[], options: CheckOptions): Promise<number> {
  reportTargets(options.format);
  const request = await requestFor(io, paths, options.config);
  const [after, before] = await Promise.all([
    readInputs(io, request),
    readBefore(io, options.against, request),
  ]);
  demandReadable(after.problems);
  demandSound(before);
  const { judge } = await import('../judge.ts');
  const report = judge({
    command: 'check',
    config: withFlags(request.config, options),
    before,
    after: { ...after, problems: [...request.problems, ...after.problems] },
    now: io.now(),
  });
  return writeReport(io, report, options);
}

export function defineCheck(program: Command, session: Session): void {
  const command = program
    .command('check')
    .summary('what does this change break, open or expose? the CI gate')
    .description(
      'Lints the definitions and compares them with an earlier version: whom the change breaks, what it opens\nor closes, which personal data it exposes, and whether the version says so.',
    )
    .argument('[paths...]', 'files or folders (default: what tokenpact.yaml names, or this folder)')
    .option(
      '--against <base>',
      'a git revision, a folder or a file (default: where this branch left its target branch)',
    );
  withReportOptions(command).action(
    session.action((paths: readonly string[], options: CheckOptions) => check(session.io, paths, options)),
  );
  withExamples(command, [
    ['tokenpact check --against main', 'the working tree against a branch'],
    ['tokenpact check mappers/v3 --against mappers/v2', 'two folders'],
    ['tokenpact check realm.json --against before-realm.json', 'two Keycloak exports'],
    ['tokenpact check --fail-on privacy=info', 'any new personal data stops the change'],
  ]);
}
