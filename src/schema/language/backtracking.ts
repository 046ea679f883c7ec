import { JS } from 'refa';

/** The parts of a parsed expression that repeat or choose; regexpp's own types are not exported. */
interface Part {
  readonly type: string;
  readonly raw: string;
  /** Of a character, its code point. */
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
  readonly element?: Part;
  readonly elements?: readonly Part[];
  readonly alternatives?: readonly Part[];
}

/** Choices and open-ended repetitions in sequence whose combinations are still few. */
const MAX_REPETITIONS = 3;

/**
 * True if a backtracking matcher cannot be sent astray by any text: no choice inside a repetition,
 * and few choices in all. Other expressions run on automata only.
 */
export function isSafeToBacktrack(source: string): boolean {
  try {
    const { pattern } = JS.Parser.fromLiteral({ source, flags: 'u' }).ast;
    return countRepetitions(pattern as Part, false) <= MAX_REPETITIONS;
  } catch {
    return false;
  }
}

function countRepetitions(part: Part, inside: boolean): number {
  const open = part.type === 'Quantifier' && part.max !== part.min;
  const choice = (part.alternatives?.length ?? 0) > 1;
  if (inside && (open || choice || part.type === 'Backreference')) return Number.POSITIVE_INFINITY;
  const parts = [
    ...(part.elements ?? []),
    ...(part.alternatives ?? []),
    ...(part.element ? [part.element] : []),
  ];
  const repeats = part.type === 'Quantifier' && (part.max ?? 0) > 1;
  const within = parts.reduce((sum, inner) => sum + countRepetitions(inner, inside || repeats), 0);
  return within + (open || choice ? 1 : 0);
}

/**
 * True if a backtracking matcher that looks for the first match takes at most the square of the text's length:
 * nothing is repeated that itself repeats or chooses, and each repetition but one is followed by a character that
 * it can't go on with.
 *
 * @example backtracksLittle('^.*"Bearer (?<token>[^"]+)"') // true
 * @example backtracksLittle('^(\\S+ ?)*$')                 // false
 */
export function backtracksLittle(source: string): boolean {
  try {
    const { pattern } = JS.Parser.fromLiteral({ source, flags: 'u' }).ast;
    return countLoose(pattern as Part, 'end', false) <= 1;
  } catch {
    return false;
  }
}

/** Repetitions that may give back what they took, when what is `next` does not fit. */
function countLoose(part: Part, next: Part | 'end' | undefined, inside: boolean): number {
  const { type, element, alternatives = [], min, max } = part;
  if (type === 'Backreference' || (inside && (alternatives.length > 1 || min !== max)))
    return Number.POSITIVE_INFINITY;
  if (element !== undefined) {
    const isLoose = min !== max && next !== 'end' && !endsBefore(element, next);
    return countLoose(element, undefined, inside || (max ?? 0) > 1) + (isLoose ? 1 : 0);
  }
  // What follows a look at the text is matched where the look began.
  const after = type === 'Assertion' ? undefined : next;
  const loose = alternatives.flatMap(({ elements = [] }) =>
    elements.map((one, index) => countLoose(one, elements[index + 1] ?? after, inside)),
  );
  return loose.reduce((sum, count) => sum + count, 0);
}

/** Whether a repetition of a part is over where a character comes. */
function endsBefore({ raw }: Part, next: Part | undefined): boolean {
  if (next?.type !== 'Character' || next.value === undefined) return false;
  return !new RegExp(`^(?:${raw})$`, 'su').test(String.fromCodePoint(next.value));
}
