import { listed, printable, type Style, wrap } from '../../report/index.ts';
import type { AuditSummary, Total } from '../../token/audit/index.ts';
import { counted, grouped } from './lines.ts';

/** Claims and values in one line, and clients of each; -f json has them all. */
const MOST_NAMES = 30;
const MOST_CLIENTS = 5;

/** `web 120, mobile 3`. */
function showClients({ rows }: Total): string {
  return listed(
    rows.map(({ name, count: times }) => `${name} ${grouped(times)}`),
    MOST_CLIENTS,
  );
}

/** `email (web 120, mobile 3)`. */
const withClients = ({ claim, clients }: AuditSummary['coverage'][number]['claims'][number]): string =>
  `${claim} (${showClients(clients)})`;

/** Both sides of the contracts, by token type. */
export function coverageLines({ coverage, uncovered }: AuditSummary, style: Style): readonly string[] {
  const lines = coverage.flatMap(({ mapper, tokenType, tokens, claims }) => {
    if (mapper === null || tokens === 0) return [];
    const declared = claims.filter((claim) => claim.declared);
    const missing = declared.filter(({ seen }) => seen === 0).map(({ claim }) => claim);
    const going = declared.filter(({ deprecated, seen }) => deprecated && seen > 0).map(withClients);
    const extra = claims
      .filter((claim) => !claim.declared)
      .sort((one, other) => other.seen - one.seen)
      .map(withClients);
    const list = (words: string, names: readonly string[], dress: (text: string) => string): string[] =>
      names.length === 0
        ? []
        : [`    ${dress(words)} ${wrap(printable(listed(names, MOST_NAMES)), '      ', style)}`];
    return [
      `  ${mapper} ${tokenType}: ${declared.length - missing.length} of ${counted(declared.length, 'declared claim')} seen in ${counted(tokens, 'token')}`,
      ...list('never seen:', missing, style.yellow),
      ...list('deprecated, and still seen:', going, style.yellow),
      ...list('not declared:', extra, style.red),
    ];
  });
  const missing = (['token', 'claim', 'value'] as const).flatMap((noun) => {
    const number = uncovered[`${noun}s`];
    return number === 0 ? [] : [counted(number, noun)];
  });
  if (missing.length === 0) return lines;
  return [...lines, `  ${style.yellow(`not in it, since there were too many: ${missing.join(', ')}`)}`];
}

/** The listed values of claims, those that were seen most first. */
export function valueLines({ coverage }: AuditSummary, style: Style): readonly string[] {
  return coverage.flatMap(({ tokenType, tokens, claims }) =>
    claims.flatMap(({ claim, values = [], seen }): string[] => {
      if (tokens === 0 || seen === 0 || values.length === 0) return [];
      const told = [...values]
        .sort((one, other) => other.seen - one.seen)
        .map(({ value, seen: times }) => `${value} ${times === 0 ? 'never' : grouped(times)}`);
      const text = printable(`${claim} in ${tokenType}: ${listed(told, MOST_NAMES)}`);
      return [`  ${wrap(text, '    ', style)}`];
    }),
  );
}

/** Personal data, and in whose tokens it is. */
export function personalLines({ personal }: AuditSummary, style: Style): readonly string[] {
  return personal.map(({ mapper, tokenType, claim, level, category, declared, by, clients }) => {
    const isUndeclared = !declared && mapper !== null;
    const said = [
      category === undefined ? level : `${level}: ${category}`,
      ...(isUndeclared ? ['not declared'] : []),
      ...(by === 'values' ? ['by its values'] : []),
    ];
    const name = claim === '' ? '(the name of a claim)' : claim;
    const text = printable(`${name} in ${tokenType} (${said.join(', ')}): ${showClients(clients)}`);
    return `  ${(isUndeclared ? style.red : String)(wrap(text, '    ', style))}`;
  });
}
