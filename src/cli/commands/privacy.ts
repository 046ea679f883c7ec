import type { Command } from 'commander';
import { withCommonOptions, withExamples } from '../options.ts';
import type { ClassifyOptions } from '../privacy/classify.ts';
import type { ShowOptions } from '../privacy/show.ts';
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
  const command = program
    .command('privacy')
    .summary('which personal data reaches whom?')
    .description(
      'Shows what tokens tell about persons: which claim, in which token type, to whom (the client that holds it, the API, a gateway, or only the issuer), released by which scope and what for; and ways to show less, with what each would break.',
    )
    .argument('[paths...]', 'files or folders (default: what tokenpact.yaml names, or this folder)')
    .enablePositionalOptions()
    .option('-f, --format <name>', 'text, json or markdown', 'text')
    .option('--against <base>', 'what changed since a git revision, a folder or a file')
    .option('--level <level>', 'only what tells at least so much: personal, quasi-identifier, …')
    .option('--party <party>', 'only what is read by: first (us) or third (somebody else)')
    .option('--no-alternatives', 'no ways to show less: each costs a comparison');
  withCommonOptions(command).action(
    session.action(async (paths: readonly string[], options: ShowOptions) => {
      const { showPrivacy } = await import('../privacy/show.ts');
      return showPrivacy(session.io, paths, options);
    }),
  );
  withExamples(command, [
    ['tokenpact privacy mappers', 'who can read what'],
    ['tokenpact privacy mappers --party third --level personal', 'what others learn about people'],
    ['tokenpact privacy mappers --against main -f markdown', 'what a change exposes, for its review'],
    ['tokenpact privacy classify geburtsdatum', 'what a name says about a person'],
  ]);
  defineClassify(command, session);
}
