import type { Command } from 'commander';
import { withCommonOptions, withExamples } from '../options.ts';
import type { ClassifyOptions } from '../privacy/classify.ts';
import type { Session } from '../session.ts';

function defineClassify(privacy: Command, session: Session): void {
  const command = privacy
    .command('classify')
    .summary('what claim names and values say about a person')
    .description(
      'Reads claim names, one per line, or JSON lines such as {"claim": "email", "value": "…"}, of which either may be missing; prints one JSON object per line: personal or not, level, category, confidence and evidence. Values are never repeated.',
    )
    .argument('[claims...]', 'names, files, or - for standard input (default: standard input)')
    .option('--mappings', 'add what W3C DPV, Presidio and Google infoTypes call the category')
    .option('--show-values', 'repeat values, and names that are data themselves');
  command.action(
    session.action(async (args: readonly string[], options: ClassifyOptions) => {
      const { classifyLines } = await import('../privacy/classify.ts');
      return classifyLines(session.io, args, options);
    }),
  );
  withExamples(command, [
    ['tokenpact privacy classify geburtsdatum email_verified', 'two names'],
    ['tokenpact privacy classify --mappings < claims.txt', 'names in a file, for other tools'],
    ['echo \'{"claim":"ref","value":"a@b.example"}\' | tokenpact privacy classify', 'a value'],
  ]);
}

export function definePrivacy(program: Command, session: Session): void {
  const command = program.command('privacy').summary('which personal data reaches whom?').description('…');
  withCommonOptions(command);
  defineClassify(command, session);
}
