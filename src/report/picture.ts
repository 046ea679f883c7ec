import { CHANGES, type Change, type ChangeInfo, type ExposureChangeKind, readersOf } from '../model/index.ts';
import type { Difference } from './report.ts';

/** More arrows than these show nothing any more. */
const MOST = 40;

/** What an arrow from a claim to a token says. */
const WORD: Readonly<Record<ChangeInfo['direction'], string>> = {
  added: 'new',
  removed: 'gone',
  loosened: 'looser',
  tightened: 'tighter',
  changed: 'changed',
  undecided: 'undecided',
};

/** The shape of each kind of thing: readers round, tokens slanted. */
const SHAPE = {
  scope: ['([', '])'],
  claim: ['[', ']'],
  token: ['[/', '/]'],
  reader: ['((', '))'],
} as const;
type Kind = keyof typeof SHAPE;

/** User text as Mermaid shows it and never reads it: whatever is no plain letter is written as its number. */
const label = (text: string): string =>
  text.replace(/[^\p{L}\p{N} _.:/-]/gu, (character) => `#${character.codePointAt(0)};`);

/** Changes by which somebody reads what they did not. */
const READS_MORE: ReadonlySet<ExposureChangeKind> = new Set(['new', 'raised', 'wider']);

interface Picture {
  /** The name of a thing's node; drawn when it is first asked for. */
  node(kind: Kind, name: string): string;
  arrow(from: string, to: string, says?: string): void;
  lines(): readonly string[];
}

function picture(): Picture {
  const nodes = new Map<string, string>();
  const arrows = new Map<string, string>();
  const drawn: string[] = [];
  return {
    node(kind, name) {
      const key = `${kind} ${name}`;
      const known = nodes.get(key);
      if (known !== undefined) return known;
      const id = `n${nodes.size}`;
      nodes.set(key, id);
      const [open, close] = SHAPE[kind];
      drawn.push(`${id}${open}"${label(name)}"${close}`);
      return id;
    },
    arrow(from, to, says) {
      const key = `${from} ${to}`;
      if (says !== undefined) arrows.set(key, `${from} == ${says} ==> ${to}`);
      else if (!arrows.has(key)) arrows.set(key, `${from} --> ${to}`);
    },
    lines: () => (arrows.size > MOST ? [] : [...drawn, ...arrows.values()]),
  };
}

function says({ kind }: Change): string {
  const { subject, aspect, direction } = CHANGES[kind];
  const isWhole = aspect === 'existence' || subject !== 'claim';
  return isWhole ? WORD[direction] : `${aspect} ${WORD[direction]}`;
}

/**
 * A Mermaid picture of what changes on the way from scopes through claims into tokens, and who newly reads
 * personal data; no lines where nothing on that way changes, or too much to see.
 */
export function pictureOf({ changes, exposureChanges }: Difference): readonly string[] {
  const drawing = picture();
  for (const change of changes) {
    const { scope, claim } = change.coordinates;
    for (const name of claim === undefined ? (change.claims ?? []) : [claim]) {
      const from = drawing.node('claim', name);
      if (scope !== undefined) drawing.arrow(drawing.node('scope', scope), from);
      for (const token of change.tokenTypes) drawing.arrow(from, drawing.node('token', token), says(change));
    }
  }
  for (const change of exposureChanges) {
    const { kind, exposure } = change;
    if (!READS_MORE.has(kind)) continue;
    const claim = drawing.node('claim', exposure.claim);
    const token = drawing.node('token', exposure.tokenType);
    for (const { kind: by, name } of exposure.releasers) {
      if (by === 'scope') drawing.arrow(drawing.node('scope', name), claim);
    }
    drawing.arrow(claim, token);
    for (const { name } of readersOf(change)) {
      drawing.arrow(token, drawing.node('reader', name), 'newly reads');
    }
  }
  const lines = drawing.lines();
  return lines.length === 0 ? [] : ['flowchart LR', ...lines.map((line) => `  ${line}`)];
}
