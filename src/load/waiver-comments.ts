import type { Coordinates, Place, Problem, Waiver } from '../model/index.ts';
import { looksLikeDay, missingDay } from './day.ts';
import { didYouMean } from './nearest.ts';
import type { Comment } from './yaml-document.ts';

const COORDINATES = [
  'mapper',
  'tokenType',
  'claim',
  'scope',
  'client',
  'resource',
  'consumer',
  'decision',
  'change',
] as const satisfies readonly (keyof Coordinates)[];
const REQUIRED = ['until', 'owner', 'reason'] as const;
const KEYS: readonly string[] = [...REQUIRED, 'approvedBy', ...COORDINATES];

const EXAMPLE = '# tokenpact-waive change/claim-removed until=2027-06-30 owner=team-a reason="moving to ids"';

/** More are a list, and belong into the configuration. */
const MOST_WAIVERS = 1_000;

/** Exceptions that are written beside what they cover, and what is wrong with those that are not whole. */
export interface CommentedWaivers {
  readonly waivers: readonly Waiver[];
  readonly problems: readonly Problem[];
}

/** What a comment says: the first word, the rule, and the pairs after it; undefined when it has another form. */
function partsOf(
  text: string,
): { word: string; rule: string; pairs: ReadonlyMap<string, string> } | undefined {
  const [, word = '', rule = '', rest = ''] = /^#\s*(\S+)\s*(\S*)(.*)$/.exec(text) ?? [];
  const pairs = new Map<string, string>();
  const left = rest.replace(/\s([A-Za-z]+)=(?:"([^"]*)"|([^\s"]+))(?=\s|$)/g, (_, name, quoted, plain) => {
    pairs.set(name, quoted ?? plain);
    return '';
  });
  return left.trim() === '' ? { word, rule, pairs } : undefined;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
const isBlank = (line: string): boolean => /^\s*(#|$)/.test(line);

/** The lines of what a comment stands before, or beside: all that is nested in it. Numbers start at 1. */
function coveredBy(lines: readonly string[], line: number): { readonly from: number; readonly to: number } {
  let from = line;
  while (from <= lines.length && isBlank(lines[from - 1] ?? '')) from += 1;
  const first = lines[from - 1] ?? '';
  const indent = indentOf(first);
  let to = from;
  for (let next = from + 1; next <= lines.length; next += 1) {
    const text = lines[next - 1] ?? '';
    if (isBlank(text)) continue;
    // The items of a list may stand at the indentation of its name.
    const isItem = /^\s*- /.test(text) && indentOf(text) === indent && !/^\s*- /.test(first);
    if (indentOf(text) <= indent && !isItem) break;
    to = next;
  }
  return { from, to };
}

function wrong(at: Place, message: string, help = `write it as ${EXAMPLE}`): Problem {
  return { kind: 'invalid', at, message, help };
}

function waiverOf(text: string, at: Place, covers: Waiver['covers']): Waiver | Problem {
  const parts = partsOf(text);
  if (parts === undefined) return wrong(at, 'this waiver is not a rule and pairs of names and values');
  const { word, rule, pairs } = parts;
  if (word !== 'tokenpact-waive')
    return wrong(at, `unknown comment "${word}"`, 'did you mean "tokenpact-waive"?');
  const unknown = [...pairs.keys()].find((name) => !KEYS.includes(name));
  if (unknown !== undefined)
    return wrong(at, `unknown key "${unknown}" in a waiver`, didYouMean(unknown, KEYS));
  const missing = rule.includes('=') || rule === '' ? 'rule' : REQUIRED.find((name) => !pairs.get(name));
  if (missing !== undefined) return wrong(at, `this waiver has no ${missing}`);
  const { until = '', owner = '', reason = '', approvedBy, ...coordinates } = Object.fromEntries(pairs);
  if (!looksLikeDay(until)) return wrong(at, `"${until}" is not a date`, 'for example until=2027-06-30');
  const noDay = missingDay(until);
  if (noDay !== undefined) return wrong(at, noDay.message, noDay.help);
  return {
    rule,
    coordinates,
    owner,
    reason,
    until,
    at,
    ...(approvedBy && { approvedBy }),
    ...(covers && { covers }),
  };
}

/**
 * Reads `# tokenpact-waive <rule> until=… owner=… reason="…"`: an exception for the thing on the next line, or on
 * its own, with all that is nested in it. Coordinates (`client=web`) narrow it further.
 */
export function waiversIn(
  text: string,
  place: (start: number, end: number) => Place,
  comments: readonly Comment[],
): CommentedWaivers {
  if (comments.length === 0) return { waivers: [], problems: [] };
  const lines = text.split(/\r?\n/);
  const over = comments[MOST_WAIVERS];
  if (over !== undefined) {
    const at = place(over.offset, over.offset + over.text.length);
    const help = 'write them in tokenpact.yaml, or mend what they cover';
    return { waivers: [], problems: [wrong(at, `more than ${MOST_WAIVERS} waivers in one file`, help)] };
  }
  const read = comments.map((comment) => {
    const at = place(comment.offset, comment.offset + comment.text.length);
    return waiverOf(comment.text.trim(), at, coveredBy(lines, at.line));
  });
  return {
    waivers: read.filter((one): one is Waiver => 'rule' in one),
    problems: read.filter((one): one is Problem => 'kind' in one),
  };
}
