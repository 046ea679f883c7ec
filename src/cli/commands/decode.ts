import type { Command } from 'commander';
import { type DecodedToken, type Finding, showPath } from '../../model/index.ts';
import type { Style } from '../../report/index.ts';
import type { ExplainedMember, ExplainedToken } from '../../token/index.ts';
import { CannotCheck } from '../cannot-check.ts';
import { CLEAN, COULD_NOT_CHECK } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { type CommonOptions, withCommonOptions, withExamples } from '../options.ts';
import type { Session } from '../session.ts';
import { styleFor } from '../style.ts';
import { withCompanionOptions, withTokenOptions } from '../token-options.ts';
import { type CompanionOptions, readTokens, type TokenOptions } from '../tokens.ts';

interface DecodeOptions extends CommonOptions, TokenOptions, CompanionOptions {
  readonly showValues?: boolean;
  readonly json?: boolean;
}

function notes({ time, releasedBy, privacy }: ExplainedMember): string {
  const about =
    privacy && (privacy.category === undefined ? privacy.level : `${privacy.level}: ${privacy.category}`);
  return [time, releasedBy.join(', ') || undefined, about].filter((note) => note !== undefined).join('; ');
}

async function memberLines(members: readonly ExplainedMember[], style: Style): Promise<readonly string[]> {
  const { printable, table } = await import('../../report/index.ts');
  const rows = members.map((member) => [
    { text: printable(showPath(member.path)) },
    // A token may hold what controls a terminal.
    { text: printable(typeof member.value === 'string' ? member.value : JSON.stringify(member.value)) },
    { text: printable(notes(member)), dress: style.dim },
  ]);
  // Nothing is cut: what releases a claim is what people came for.
  return table(rows, '  ', { ...style, columns: Number.POSITIVE_INFINITY });
}

/** A token in words, and what is wrong with it. */
interface Explained {
  readonly token: ExplainedToken;
  readonly problems: readonly Finding[];
}

async function asText(
  explained: ExplainedToken,
  problems: readonly Finding[],
  style: Style,
): Promise<string> {
  const { title, form, size, signature, envelopes, header, response, payload, lifetime, contract } =
    explained;
  const { printable } = await import('../../report/index.ts');
  const head = `${style.bold(title)} ${style.dim(printable(`${size} bytes; ${signature}`))}`;
  const disclosed =
    explained.disclosed.length > 0 ? `discloses ${explained.disclosed.join(', ')}` : undefined;
  const undisclosed = explained.undisclosed.map((problem) => `a disclosure counts for nothing: ${problem}`);
  const facts = [contract, lifetime && `lives for ${lifetime}`, disclosed, ...undisclosed].filter(
    (fact) => fact !== undefined,
  );
  const blocks = [[head, ...facts.map((fact) => `  ${style.dim(printable(fact))}`)].join('\n')];
  for (const envelope of envelopes) {
    const how = envelope.some(({ path: [name] }) => name === 'enc') ? 'encrypted' : 'signed';
    blocks.push([style.bold(`${how}, header`), ...(await memberLines(envelope, style))].join('\n'));
  }
  // The header of encrypted claims was told as that of their encryption.
  if (header.length > 0 && !(form === 'jwe' && envelopes.length > 0))
    blocks.push([style.bold('header'), ...(await memberLines(header, style))].join('\n'));
  if (response.length > 0)
    blocks.push([style.bold('response'), ...(await memberLines(response, style))].join('\n'));
  if (payload.length > 0)
    blocks.push([style.bold('payload'), ...(await memberLines(payload, style))].join('\n'));
  const lines = problems.map(({ severity, rule, message }) => {
    const paint = { error: style.red, warning: style.yellow, info: style.blue }[severity];
    return `  ${paint(severity)}  ${printable(message)}  ${style.dim(rule)}`;
  });
  blocks.push(
    lines.length === 0 ? style.green('no problems') : [style.bold('problems'), ...lines].join('\n'),
  );
  return blocks.join('\n\n');
}

async function decode(io: Io, args: readonly string[], options: DecodeOptions): Promise<number> {
  const { tokens, malformed, inputs, now } = await readTokens(io, args, options);
  const lines = malformed.map(({ at, reason }) => `${at.file}:${at.line}: not a token: ${reason}`);
  if (tokens.length === 0) throw new CannotCheck(lines.join('\n'));
  const { explainToken } = await import('../../token/index.ts');
  const { judge } = await import('../judge.ts');
  const { DEFAULT_CONFIG } = await import('../../model/index.ts');
  const problemsOf = (token: DecodedToken): readonly Finding[] =>
    judge({ command: 'decode', config: DEFAULT_CONFIG, after: inputs, tokens: [token], now }).findings;
  const explained = tokens.map(
    (token): Explained => ({
      token: explainToken(token, options.showValues === true),
      problems: problemsOf(token),
    }),
  );
  if (options.json === true) {
    const documents = explained.map(({ token, problems }) => ({ ...token, problems }));
    io.stdout.write(`${JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2)}\n`);
  } else {
    io.stdout.write(await inWords(io, explained, options));
  }
  if (lines.length === 0) return CLEAN;
  io.stderr.write(`${lines.join('\n')}\n`);
  return COULD_NOT_CHECK;
}

async function inWords(io: Io, explained: readonly Explained[], options: DecodeOptions): Promise<string> {
  const style = styleFor(io, io.stdout, options.color);
  const texts = await Promise.all(explained.map(({ token, problems }) => asText(token, problems, style)));
  return `${texts.join('\n\n')}\n`;
}

export function defineDecode(program: Command, session: Session): void {
  const command = program
    .command('decode')
    .summary('a token explained')
    .description(
      'Takes tokens apart and explains them: JWTs, responses of the UserInfo and introspection endpoints, opaque tokens. Personal values are masked, signatures are never printed, nothing is sent anywhere.',
    )
    .argument('<token...>', 'tokens, files with one token per line, or - for standard input');
  withCompanionOptions(withTokenOptions(command))
    .option('--show-values', 'personal values whole')
    .option('--json', 'for programs');
  withCommonOptions(command).action(
    session.action((args: readonly string[], options: DecodeOptions) => decode(session.io, args, options)),
  );
  withExamples(command, [
    ['tokenpact decode token.jwt --mapper mapper.yaml', 'with what releases each claim'],
    ['tokenpact decode - --jwks jwks.json < token.jwt', 'with its signature verified'],
    ['tokenpact decode "Bearer eyJhbGciOi…"', 'as copied from a header'],
  ]);
}
