import { Command, Help, type Option } from 'commander';
import { VERSION } from '../generated/version.ts';
import { defineAudit } from './commands/audit.ts';
import { defineBaseline } from './commands/baseline.ts';
import { defineCheck } from './commands/check.ts';
import { defineCompile } from './commands/compile.ts';
import { defineCompletion } from './commands/completion.ts';
import { defineDecode } from './commands/decode.ts';
import { defineDiff } from './commands/diff.ts';
import { defineExplain } from './commands/explain.ts';
import { defineImpact } from './commands/impact.ts';
import { defineInit } from './commands/init.ts';
import { defineLint } from './commands/lint.ts';
import { definePrivacy } from './commands/privacy.ts';
import { defineResolve } from './commands/resolve.ts';
import { defineRules } from './commands/rules.ts';
import { defineSample } from './commands/sample.ts';
import { defineValidate } from './commands/validate.ts';
import { withExamples } from './options.ts';
import type { Session } from './session.ts';

const SUMMARY = `The contract between an authorization server and everyone who reads its tokens.

Mapper definitions (scopes → claims → tokens), tokenpact's own YAML or a provider's export,
are linted, compared and compiled; issued tokens are held against them.`;

const EXIT_CODES = `
Exit codes:
  0  clean; also diff, impact, decode and resolve, whatever they show
  1  findings at the gate, undecided ones included
  2  nothing could be checked: usage, unreadable input, a missing base
  3  a bug in tokenpact`;

/** A list that is empty until somebody adds to it has no default worth printing. */
function describeOption(option: Option): string {
  return new Help().optionDescription(option).replace(/ \(default: \[\]\)$/, '');
}

/** After an error, each command names its own help, which says what it takes. */
function pointToHelp(command: Command, called: string): void {
  command.showHelpAfterError(`see what there is: ${called} --help`);
  for (const inner of command.commands) pointToHelp(inner, `${called} ${inner.name()}`);
}

/** The whole command line. Commands load what they need when they run, not when they are named. */
export function buildProgram(session: Session): Command {
  const program = new Command('tokenpact')
    .description(SUMMARY)
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help of a command')
    // `audit merge -f json`: the option is that of merge.
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .configureHelp({ optionDescription: describeOption })
    .configureOutput({
      writeOut: (text) => session.io.stdout.write(text),
      writeErr: (text) => session.io.stderr.write(text),
      getOutHelpWidth: () => (session.io.stdout.isTerminal ? session.io.stdout.columns : 100),
      getErrHelpWidth: () => (session.io.stderr.isTerminal ? session.io.stderr.columns : 100),
      outputError: (text, write) => write(text.replace(/^error:/, 'tokenpact:')),
    })
    .exitOverride();
  const define = [
    defineInit,
    defineLint,
    defineCheck,
    defineDiff,
    defineImpact,
    defineCompile,
    defineResolve,
    defineDecode,
    defineSample,
    defineValidate,
    defineAudit,
    definePrivacy,
    defineBaseline,
    defineRules,
    defineExplain,
    defineCompletion,
  ];
  for (const one of define) one(program, session);
  pointToHelp(program, 'tokenpact');
  withExamples(program, [
    ['tokenpact check mappers --against main', 'what this change breaks, opens and exposes'],
    ['tokenpact lint mappers', 'is the definition sound?'],
    ['tokenpact decode token.jwt --mapper mappers', 'a token explained'],
  ]);
  return program.addHelpText('after', EXIT_CODES);
}
