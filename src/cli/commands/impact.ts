import type { Command } from 'commander';
import type { Impact, MapperDefinition } from '../../model/index.ts';
import { CannotCheck } from '../cannot-check.ts';
import { CLEAN } from '../exit-codes.ts';
import { demandSound, readInputs, requestFor } from '../inputs.ts';
import type { Io } from '../io.ts';
import { type CommonOptions, withCommonOptions, withExamples } from '../options.ts';
import type { Session } from '../session.ts';
import { styleFor } from '../style.ts';
import { readUsage } from '../usage-file.ts';

interface ImpactOptions extends CommonOptions {
  readonly format: string;
  readonly usage?: string;
}

/** A name that no definition knows is a typo: nobody relies on it, and nobody should be told so. */
async function unknownName(
  what: string,
  definitions: readonly MapperDefinition[],
  names: readonly string[],
): Promise<CannotCheck> {
  const { didYouMean } = await import('../../load/index.ts');
  const searched = definitions.map(({ name }) => `"${name}"`).join(', ');
  return new CannotCheck(
    `no claim, scope or value is called "${what}"`,
    [`searched in ${searched || 'no definition'}`, didYouMean(what, names)].filter(Boolean).join('; '),
  );
}

async function impact(
  io: Io,
  what: string,
  paths: readonly string[],
  options: ImpactOptions,
): Promise<number> {
  if (options.format !== 'text' && options.format !== 'json') {
    throw new CannotCheck(`there is no format "${options.format}"`, 'formats: text, json');
  }
  const request = await requestFor(io, paths, options.config);
  const inputs = await readInputs(io, request);
  demandSound({ ...inputs, problems: [...request.problems, ...inputs.problems] });
  const usage = await readUsage(io, options.usage);
  const { impactNames, impactOf, impactSubjects } = await import('../../compare/index.ts');
  const impacts: readonly Impact[] = inputs.definitions.flatMap((definition) =>
    impactSubjects(definition, what).map((subject) =>
      impactOf(definition, subject, inputs.consumers, usage && { usage, now: io.now() }),
    ),
  );
  if (impacts.length === 0) {
    throw await unknownName(what, inputs.definitions, inputs.definitions.flatMap(impactNames));
  }
  const { impactJson, impactReport } = await import('../../report/index.ts');
  const style = styleFor(io, io.stdout, options.color);
  io.stdout.write(options.format === 'json' ? impactJson(impacts) : impactReport(impacts, style));
  return CLEAN;
}

export function defineImpact(program: Command, session: Session): void {
  const command = program
    .command('impact')
    .summary('who relies on a claim, a scope or a value?')
    .description(
      'Tells for each reader whether it breaks without a claim, a scope or a value, is safe, or nobody can say.',
    )
    .argument(
      '<what>',
      'a claim or a member of one, a scope, or a value (claim=value where several claims list it)',
    )
    .argument('[paths...]', 'files or folders (default: what tokenpact.yaml names, or this folder)')
    .option('--usage <file>', 'what was seen in tokens, as audit --usage writes it')
    .option('-f, --format <name>', 'text or json', 'text');
  withCommonOptions(command).action(
    session.action((what: string, paths: readonly string[], options: ImpactOptions) =>
      impact(session.io, what, paths, options),
    ),
  );
  withExamples(command, [
    ['tokenpact impact tenant_id', 'who breaks without the claim'],
    ['tokenpact impact account_status=suspended mappers', 'without one of its values'],
    ['tokenpact impact orders.read --usage usage.json', 'a scope, with what was seen in tokens'],
  ]);
}
