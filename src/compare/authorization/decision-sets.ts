import { type JsonObject, type JsonSchema, showPath } from '../../model/index.ts';
import type { Judge } from '../judge.ts';
import type { Case, Direction, Found } from './judge-decision.ts';

/**
 * Where values can't be listed, sets of tokens are compared: nothing opens when every token that is allowed
 * after was issued before, and every token that was refused before is still issued. Nor can it open where
 * none is allowed after, or none was refused before; where none is allowed after any more, it closes for certain.
 */
export function judgeSets(
  allows: JsonSchema,
  direction: Direction,
  { before, after, pair, changed }: Case,
  judge: Judge,
): readonly Found[] {
  const refuses: JsonSchema = { not: allows };
  const [wanted, other] = direction === 'opens' ? [allows, refuses] : [refuses, allows];
  const answers = [
    judge.included({ allOf: [after, wanted] }, before),
    judge.included({ allOf: [before, other] }, after),
  ];
  if (answers.every(({ verdict }) => verdict === 'included')) return [];
  if (isNever(wanted, after, judge) || isNever(other, before, judge)) return [];
  const names = changed.map((path) => `"${showPath(path)}"`).join(' and ');
  const [claim] = changed;
  const found = { contract: pair.after, ...(claim !== undefined && { claim: showPath(claim) }) };
  if (answers.some(({ verdict }) => verdict === 'not-included')) {
    const isOver = direction === 'closes' && isNever(allows, after, judge);
    const reason = isOver
      ? `no token is allowed any more with the values of ${names}`
      : `the values of ${names} are not the same as before`;
    return [{ ...found, certainty: isOver ? 'certain' : 'may', reason }];
  }
  const doubt = answers.find((answer) => answer.verdict === 'undecided');
  return [
    { ...found, certainty: 'undecided', reason: doubt?.verdict === 'undecided' ? doubt.reason : names },
  ];
}

/** Whether it is proved that no token of a contract meets a condition. */
export function isNever(condition: JsonSchema, issued: JsonObject, judge: Judge): boolean {
  return judge.included({ allOf: [issued, condition] }, false).verdict === 'included';
}
