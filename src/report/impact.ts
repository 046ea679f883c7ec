import type { Answer, Impact, ImpactSubject, Observed, Reliance, SeenUse } from '../model/index.ts';
import { count, listed, printable, type Style, wrap } from './style.ts';

const TITLES: Readonly<Record<Answer, string>> = {
  breaks: 'breaks without it',
  unknown: 'nobody can tell',
  safe: 'safe without it',
};

/** `claim "tenant_id"`, `scope "email"`, `"suspended" in claim "account_status"`. */
export function showSubject(subject: ImpactSubject): string {
  switch (subject.kind) {
    case 'claim':
      return `claim "${[subject.claim, ...(subject.member ?? [])].join('.')}"`;
    case 'scope':
      return `scope "${subject.scope}"`;
    case 'value':
      return `${JSON.stringify(subject.value)} in claim "${subject.claim}"`;
  }
}

/** A number with a comma at each thousand, the same in every locale. */
function thousands(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/**
 * What was seen, in words: `seen in 12,345 of 20,480 tokens until 2026-11-20`.
 *
 * @example showObserved({ tokens: 10, seen: 0, until: '2026-11-20', complete: true }) // 'never seen in 10 tokens until 2026-11-20'
 */
export function showObserved({ tokens, seen, last, until, complete, doubt }: Observed): string {
  const open = complete ? '' : `; ${doubt ?? 'not all uses were told apart'}`;
  const end = (day: string | undefined): string => (day === undefined ? '' : ` until ${day}`);
  if (seen === 0)
    return `never seen in ${thousands(tokens)} ${tokens === 1 ? 'token' : 'tokens'}${end(until)}${open}`;
  return `seen in ${thousands(seen)} of ${thousands(tokens)} tokens${end(last)}${doubt === undefined ? open : ''}`;
}

/** `151 access_token of web, 130 access_token of partner`. */
function showUses(all: readonly SeenUse[]): string {
  const tokens = [...all]
    .sort((one, other) => other.seen - one.seen)
    .map(({ tokenType, client, seen }) => `${thousands(seen)} ${tokenType} of ${printable(client)}`);
  return listed(tokens, 6);
}

function names(all: readonly string[]): string {
  return all.length === 0 ? 'none' : listed(all, 6);
}

function relianceLines({ reader, tokenTypes, reasons, observed }: Reliance, style: Style): string[] {
  const about = [reader.owner, reader.party === 'third' ? 'third party' : undefined].filter(
    (word) => word !== undefined,
  );
  const who = `${reader.kind} ${style.bold(reader.name)}${about.length === 0 ? '' : ` (${about.join(', ')})`}`;
  const evidence = observed === undefined ? [] : [style.dim(showObserved(observed))];
  return [
    `  ${who}${tokenTypes.length === 0 ? '' : style.dim(` in ${names(tokenTypes)}`)}`,
    ...[...reasons, ...evidence].map((line) => `    ${wrap(line, '      ', style)}`),
  ];
}

function impactText(impact: Impact, style: Style): string {
  const paint = { breaks: style.red, unknown: style.yellow, safe: style.green };
  const { subject, at, tokenTypes, clients, releasedBy, reliances, observed } = impact;
  const { uses = [], undeclared = [] } = impact;
  const whose = uses.length === 0 ? '' : `: ${showUses(uses)}`;
  const head = [
    `${style.bold(showSubject(subject))} of ${impact.mapper} ${style.dim(`${at.file}:${at.line}:${at.column}`)}`,
    ...(tokenTypes.length === 0
      ? []
      : [`  ${wrap(`in ${names(tokenTypes)}; clients ${names(clients)}`, '    ', style)}`]),
    ...(releasedBy.length === 0 ? [] : [`  ${wrap(`released by ${names(releasedBy)}`, '    ', style)}`]),
    ...(observed === undefined ? [] : [`  ${wrap(showObserved(observed) + whose, '    ', style)}`]),
    ...(undeclared.length === 0
      ? []
      : [`  ${style.yellow(wrap(`seen where no contract has it: ${showUses(undeclared)}`, '    ', style))}`]),
  ];
  const blocks = (['breaks', 'unknown', 'safe'] as const).flatMap((answer) => {
    const group = reliances.filter((reliance) => reliance.answer === answer);
    if (group.length === 0) return [];
    return [[paint[answer](TITLES[answer]), ...group.flatMap((one) => relianceLines(one, style))].join('\n')];
  });
  const nobody = tokenTypes.length === 0 ? 'no token and no client has it' : 'nobody reads it';
  return [head.join('\n'), ...(blocks.length === 0 ? [nobody] : blocks)].join('\n\n');
}

/** A reader that relies on the claim and on the scope of that name is one reader. */
function worstAnswers(impacts: readonly Impact[]): readonly Answer[] {
  const worst = new Map<string, Answer>();
  for (const { mapper, reliances } of impacts) {
    for (const { reader, answer } of reliances) {
      const key = JSON.stringify([mapper, reader.kind, reader.name]);
      const other = worst.get(key) ?? 'safe';
      worst.set(key, [answer, other].includes('breaks') ? 'breaks' : answer === 'safe' ? other : answer);
    }
  }
  return [...worst.values()];
}

/** Who relies on something, for people: the worst first. */
export function impactReport(impacts: readonly Impact[], style: Style): string {
  const answers = worstAnswers(impacts);
  const counted = (answer: Answer): number => answers.filter((one) => one === answer).length;
  const summary = `${count(answers.length, 'reader')}: ${counted('breaks')} break, ${counted('unknown')} unknown, ${counted('safe')} safe`;
  return `${[...impacts.map((impact) => impactText(impact, style)), summary].join('\n\n')}\n`;
}

/** The same for programs. */
export function impactJson(impacts: readonly Impact[]): string {
  return `${JSON.stringify({ schemaVersion: 1, command: 'impact', impacts }, null, 2)}\n`;
}
