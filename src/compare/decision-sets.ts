import { type JsonSchema, showPath } from '../model/index.ts';
import type { Judge } from './judge.ts';
import type { Case, Direction, Found } from './judge-decision.ts';

/**
 * Where values can't be listed, sets of tokens are compared: nothing opens when every token that is allowed
 * after was issued before, and every token that was refused before is still issued.
 */
export function judgeSets(
  allows: JsonSchema,
  direction: Direction,
  { before, after, pair, changed }: Case,
  judge: Judge,
): Found | undefined {
  const refuses: JsonSchema = { not: allows };
  const [wanted, other] = direction === 'opens' ? [allows, refuses] : [refuses, allows];
  const answers = [
    judge.included({ allOf: [after, wanted] }, before),
    judge.included({ allOf: [before, other] }, after),
  ];
  if (answers.every(({ verdict }) => verdict === 'included')) return undefined;
  const names = changed.map((path) => `"${showPath(path)}"`).join(' and ');
  const [claim] = changed;
  const found = { contract: pair.after, ...(claim !== undefined && { claim: showPath(claim) }) };
  if (answers.some(({ verdict }) => verdict === 'not-included')) {
    return { ...found, certainty: 'may', reason: `the values of ${names} are not the same as before` };
  }
  const doubt = answers.find((answer) => answer.verdict === 'undecided');
  return { ...found, certainty: 'undecided', reason: doubt?.verdict === 'undecided' ? doubt.reason : names };
}
