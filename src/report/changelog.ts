import { bumpOf, CHANGES, type Change, isWithdrawn, type JsonValue, type Verdict } from '../model/index.ts';
import { EXPOSURE_CHANGE } from './exposure/words.ts';
import type { Difference, Report } from './report.ts';
import { count, listed, type Style, wrap } from './style.ts';
import { comparedLine } from './text.ts';
import { witnessAtLength } from './witness.ts';

/** How readers take a change, from the worst to the harmless. */
const GROUPS: readonly (readonly [title: string, holds: (change: Change) => boolean])[] = [
  ['breaks readers or requests', ({ tolerant }) => tolerant.verdict === 'breaks'],
  ['could not be decided', ({ tolerant }) => tolerant.verdict === 'undecided'],
  [
    'no longer promised; readers had to do without it at times',
    (change) => isSafe(change) && isRemoval(change),
  ],
  ['safe for readers', (change) => isSafe(change) && !isRemoval(change)],
];

const isSafe = ({ tolerant }: Change): boolean => tolerant.verdict === 'safe';

/** Nothing is rejected for the lack of it, and yet somebody may have used it. */
const isRemoval = (change: Change): boolean => {
  const { aspect, direction } = CHANGES[change.kind];
  return isWithdrawn(change) || (direction === 'removed' && aspect === 'existence');
};

const SIGN = {
  added: '+',
  removed: '-',
  loosened: '~',
  tightened: '~',
  changed: '~',
  undecided: '?',
} as const;

function show(value: JsonValue | undefined): string {
  if (value === undefined) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What a change is about, in its own names: `claim "email" in id_token`. */
export function subjectOf(change: Change): string {
  const { subject } = CHANGES[change.kind];
  const { coordinates, tokenTypes } = change;
  const { tokenType, claim, scope, client, resource, mapper } = coordinates;
  const one = client === undefined ? listed(change.clients) : `"${client}"`;
  const inTokens = tokenTypes.length === 0 ? '' : ` in ${listed(tokenTypes)}`;
  switch (subject) {
    case 'claim':
      return `claim "${claim ?? ''}"${inTokens}`;
    case 'token-type':
      return `token type "${tokenType ?? listed(tokenTypes)}"`;
    case 'scope':
      return `scope "${scope ?? ''}"`;
    case 'client':
      return scope === undefined ? `client ${one}` : `scope "${scope}" of client ${one}`;
    case 'resource':
      return `resource "${resource ?? ''}"`;
    case 'exchange':
      return `exchange by "${client ?? ''}"${resource === undefined ? '' : ` to "${resource}"`}`;
    case 'definition':
      return mapper === undefined ? 'definition' : `definition "${mapper}"`;
  }
}

/**
 * One change in one line, made from its coordinate: `~ claim "tenant_id" in access_token: presence always →
 * sometimes`.
 */
export function changeLine(change: Change): string {
  const { aspect, direction } = CHANGES[change.kind];
  const sign = SIGN[direction];
  const subject = subjectOf(change);
  if (aspect === 'existence') return `${sign} ${subject}`;
  const values =
    change.before === undefined && change.after === undefined
      ? ''
      : ` ${show(change.before)} → ${show(change.after)}`;
  return `${sign} ${subject}: ${aspect}${values}`;
}

/** What each kind of reader says to the tokens after, and those who moved on to the tokens before. */
function verdictLines({ tolerant, strict, inFlight }: Change): string[] {
  const say = ({ verdict, ...more }: Verdict): string =>
    'reason' in more ? `${verdict}: ${more.reason}` : verdict;
  return [
    `readers that ignore what they do not know: ${say(tolerant)}`,
    `readers that reject it: ${say(strict)}`,
    `readers that moved on, while old tokens live: ${say(inFlight)}`,
  ];
}

function changeLines(change: Change, style: Style, witnesses: boolean): string[] {
  const clients = change.clients.length === 0 ? [] : [`clients ${listed(change.clients)}`];
  const reason = change.tolerant.verdict === 'safe' ? [] : [change.tolerant.reason];
  const strict =
    change.tolerant.verdict === 'safe' && change.strict.verdict === 'breaks' ? ['breaks strict readers'] : [];
  const about = [bumpOf(change), ...reason, ...strict, ...clients].join('; ');
  const place = `${change.at.file}:${change.at.line}:${change.at.column}`;
  return [
    `  ${wrap(changeLine(change), '      ', style)}`,
    `      ${style.dim(wrap(`${about}; ${place}`, '      ', style))}`,
    ...(witnesses
      ? [...verdictLines(change), ...witnessAtLength(change.witness)].map(
          (line) => `      ${style.dim(wrap(line, '        ', style))}`,
        )
      : []),
  ];
}

function exposureLines(difference: Difference): string[] {
  return difference.exposureChanges.map(({ kind, exposure }) => {
    const reader = `${exposure.to.kind} ${exposure.to.name}${exposure.to.party === 'third' ? ' (third party)' : ''}`;
    return `  ${EXPOSURE_CHANGE[kind]}: "${exposure.claim}" (${exposure.category}) in ${exposure.tokenType} by ${reader}`;
  });
}

/**
 * What changed between two versions, as a changelog for people: grouped by what it does to readers, then the
 * personal data that moved.
 *
 * @param witnesses whether to show the grant and the tokens that prove each change
 */
export function changelog(report: Report, style: Style, witnesses: boolean): string {
  const { difference } = report;
  if (difference === undefined) return '';
  const compared = comparedLine(report);
  const blocks = compared === undefined ? [] : [style.dim(wrap(compared, '  ', style))];
  for (const [title, holds] of GROUPS) {
    const changes = difference.changes.filter(holds);
    if (changes.length === 0) continue;
    blocks.push(
      [style.bold(title), ...changes.flatMap((change) => changeLines(change, style, witnesses))].join('\n'),
    );
  }
  const exposed = exposureLines(difference);
  if (exposed.length > 0) blocks.push([style.bold('personal data'), ...exposed].join('\n'));
  const total = count(difference.changes.length, 'change');
  const bump = difference.requiredBump === 'none' ? '' : `; a ${difference.requiredBump} version`;
  blocks.push(`${total} in ${count(report.checked.contracts, 'contract')}${bump}`);
  return `${blocks.join('\n\n')}\n`;
}
