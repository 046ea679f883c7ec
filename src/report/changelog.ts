import {
  breaksSomebody,
  bumpOf,
  CHANGES,
  type Change,
  type DeclaredEffects,
  effectsOf,
  isWithdrawn,
  type JsonValue,
  showValue,
  type Verdict,
} from '../model/index.ts';
import { changeWords, duration } from './exposure/words.ts';
import type { Report } from './report.ts';
import { count, listed, type Style, wrap } from './style.ts';
import { comparedLine, showConsumer } from './text.ts';
import { witnessAtLength } from './witness.ts';

/** How readers take a change, from the worst to the harmless; the first that holds is where it is told. */
const GROUPS: readonly (readonly [
  title: string,
  holds: (change: Change, effects: DeclaredEffects) => boolean,
])[] = [
  [
    'breaks readers or requests',
    ({ tolerant }, { consumerEffects }) =>
      tolerant.verdict === 'breaks' || consumerEffects.some(({ verdict }) => verdict.verdict === 'breaks'),
  ],
  ['could not be decided', ({ tolerant }) => tolerant.verdict === 'undecided'],
  ['opens or closes access', (_, { decisionEffects }) => decisionEffects.length > 0],
  ['no longer promised, though no single token proves it', (change) => isRemoval(change)],
  ['safe for readers', () => true],
];

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

function shown(value: JsonValue | undefined): string {
  if (value === undefined) return 'none';
  if (Array.isArray(value) && value.length > 0) return value.map(shown).join(', ');
  return showValue(value);
}

/** A lifetime is in seconds. */
function showLifetime(value: JsonValue | undefined): string {
  return typeof value === 'number' ? duration(value) : shown(value);
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
      if (resource === undefined) return `client ${one}`;
      return `resource "${resource}"`;
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
  const { subject, aspect, direction } = CHANGES[change.kind];
  const said = `${SIGN[direction]} ${subjectOf(change)}`;
  const isSaid = aspect === 'existence' || (subject === 'client' && aspect === 'scope');
  return isSaid ? said : `${said}: ${aspect}${valuesOf(change)}`;
}

/** What comes or goes alone is no change of what is beside it. */
function valuesOf({ kind, before, after }: Change): string {
  const { aspect, direction } = CHANGES[kind];
  const show = aspect === 'lifetime' ? showLifetime : shown;
  if (before === undefined && after === undefined) return '';
  if (direction === 'added' && before === undefined) return ` ${show(after)}`;
  if (direction === 'removed' && after === undefined) return ` ${show(before)}`;
  return ` ${show(before)} → ${show(after)}`;
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

const OUTCOMES = {
  certain: { opens: 'opens', closes: 'closes' },
  may: { opens: 'may open', closes: 'may close' },
  undecided: { opens: 'may open', closes: 'may close' },
} as const;

/** Who said what it needs, and is hit. */
function effectLines({ consumerEffects, decisionEffects }: DeclaredEffects): readonly string[] {
  const broken = consumerEffects.map(({ consumer, verdict, fails }) => {
    const word = verdict.verdict === 'breaks' ? 'breaks' : 'may break';
    return `${word} ${showConsumer(consumer)}: it ${fails}`;
  });
  const decided = decisionEffects.map(
    ({ consumer, decision, direction, certainty }) =>
      `${OUTCOMES[certainty][direction]} "${decision}" of ${showConsumer(consumer)}`,
  );
  return [...new Set([...broken, ...decided])];
}

function changeLines(change: Change, effects: DeclaredEffects, style: Style, witnesses: boolean): string[] {
  const clients = change.clients.length === 0 ? [] : [`clients ${listed(change.clients)}`];
  const reason = change.tolerant.verdict === 'safe' ? [] : [change.tolerant.reason];
  const strict =
    change.tolerant.verdict === 'safe' && change.strict.verdict === 'breaks' ? ['breaks strict readers'] : [];
  const bump = breaksSomebody(effects) ? 'major' : bumpOf(change);
  const about = [bump, ...reason, ...strict, ...clients].join('; ');
  const place = `${change.at.file}:${change.at.line}:${change.at.column}`;
  return [
    `  ${wrap(changeLine(change), '      ', style)}`,
    `      ${style.dim(wrap(`${about}; ${place}`, '      ', style))}`,
    ...effectLines(effects).map((line) => `      ${wrap(line, '        ', style)}`),
    ...(witnesses
      ? [...verdictLines(change), ...witnessAtLength(change.witness)].map(
          (line) => `      ${style.dim(wrap(line, '        ', style))}`,
        )
      : []),
  ];
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
  const told = difference.changes.map((change) => {
    const effects = effectsOf(change, difference);
    const lines = changeLines(change, effects, style, witnesses);
    return { lines, title: GROUPS.find(([, holds]) => holds(change, effects))?.[0] };
  });
  for (const [title] of GROUPS) {
    const lines = told.filter((one) => one.title === title).flatMap((one) => one.lines);
    if (lines.length > 0) blocks.push([style.bold(title), ...lines].join('\n'));
  }
  const unexplained = effectLines(effectsOf(undefined, difference));
  if (unexplained.length > 0)
    blocks.push(
      [style.bold('consumers'), ...unexplained.map((line) => `  ${wrap(line, '    ', style)}`)].join('\n'),
    );
  const exposed = difference.exposureChanges.map((change) => `  ${wrap(changeWords(change), '    ', style)}`);
  if (exposed.length > 0) blocks.push([style.bold('personal data'), ...exposed].join('\n'));
  const total = count(difference.changes.length, 'change');
  const bump = difference.requiredBump === 'none' ? '' : `; a ${difference.requiredBump} version`;
  blocks.push(`${total} in ${count(report.checked.contracts, 'contract')}${bump}`);
  return `${blocks.join('\n\n')}\n`;
}
