import { comparePlaces, type Place, type Problem } from '../model/index.ts';

/** Takes a problem while a file is read on. */
export type Report = (problem: Problem) => void;

/** Problems in source order, each one once. */
export function inSourceOrder(problems: readonly Problem[]): readonly Problem[] {
  const sorted = [...problems].sort((one, other) => comparePlaces(one.at, other.at));
  const seen = new Set<string>();
  return sorted.filter(({ at, message }) => {
    const key = JSON.stringify([at.file, at.line, at.column, message]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Two things that can't both hold. */
export function conflict(at: Place, message: string, help: string): Problem {
  return { kind: 'conflict', at, message, help };
}

/** Something that is not as the format says, or as a specification does. */
export function invalid(at: Place, message: string, help: string): Problem {
  return { kind: 'invalid', at, message, help };
}
