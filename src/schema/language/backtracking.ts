import { JS } from 'refa';

/** The parts of a parsed expression that repeat or choose; regexpp's own types are not exported. */
interface Part {
  readonly type: string;
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
