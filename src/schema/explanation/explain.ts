import type { Engine, Subject } from '../engine.ts';
import { decideInclusion } from '../inclusion.ts';
import type { JsonSchema } from '../json.ts';
import type { Node } from '../node.ts';
import { SchemaDocument } from '../reading/references.ts';
import type { Inclusion } from '../verdict.ts';
import { type Difference, differences } from './difference.ts';
import { fragmentAt } from './fragment.ts';

/** What changed at one claim path, and what that means in either direction. */
export interface Explanation {
  /** JSON Pointer of the claim in a value; `*` stands for every item of an array. */
  readonly path: string;
  /** `together` if no single change makes the difference, but all of them do. */
  readonly change: 'added' | 'removed' | 'presence' | 'changed' | 'together';
  /** The schema of the claim, undefined where it was not declared. */
  readonly before: JsonSchema | undefined;
  readonly after: JsonSchema | undefined;
  /** Is every value of after, as far as this change goes, one of before? */
  readonly afterInBefore: Inclusion;
  /** Is every value of before, as far as this change goes, one of after? */
  readonly beforeInAfter: Inclusion;
}

const INCLUDED: Inclusion = { verdict: 'included' };

/**
 * One entry per claim path that changed. The judgement of an entry concerns this change alone, and
 * its witness is a value that one side accepts and the other rejects because of this claim.
 */
export function explainChange(before: Subject, after: Subject, engine: Engine): Explanation[] {
  const whole = {
    afterInBefore: decideInclusion(after, before, engine),
    beforeInAfter: decideInclusion(before, after, engine),
  };
  if (isIncluded(whole.afterInBefore) && isIncluded(whole.beforeInAfter)) return [];
  const invalid = before.invalid ?? after.invalid;
  const changes = invalid ? [] : differences(before.node, after.node, engine.store);
  const documents = { before: new SchemaDocument(before.schema), after: new SchemaDocument(after.schema) };
  const entries = changes
    .map((change) => explainDifference(change, before, after, engine, whole, documents))
    .filter((entry) => !isIncluded(entry.afterInBefore) || !isIncluded(entry.beforeInAfter));
  return [...entries, ...unexplained(whole, entries, before, after)];
}

type Whole = Pick<Explanation, 'afterInBefore' | 'beforeInAfter'>;

function explainDifference(
  { path, change, withBefore, withAfter }: Difference,
  before: Subject,
  after: Subject,
  engine: Engine,
  whole: Whole,
  documents: { readonly before: SchemaDocument; readonly after: SchemaDocument },
): Explanation {
  return {
    path,
    change,
    before: fragmentAt(documents.before, path),
    after: fragmentAt(documents.after, path),
    afterInBefore: isIncluded(whole.afterInBefore)
      ? INCLUDED
      : decideAlone(after, before, engine, withAfter, withBefore),
    beforeInAfter: isIncluded(whole.beforeInAfter)
      ? INCLUDED
      : decideAlone(before, after, engine, withBefore, withAfter),
  };
}

/**
 * Is `a` included in `b`, as far as one change goes? The best witness is wrong in this one claim only:
 * `b` would take it if the claim were as in `a`. The next best may be wrong in others too, but `a`
 * itself would not take it if the claim were as in `b`.
 */
function decideAlone(
  a: Subject,
  b: Subject,
  engine: Engine,
  bWithClaimOfA: () => Node,
  aWithClaimOfB: () => Node,
): Inclusion {
  const alone = decideInclusion(a, b, engine, { satisfied: bWithClaimOfA() });
  if (alone.verdict === 'not-included') return alone;
  return decideInclusion(a, b, engine, { violated: aWithClaimOfB() });
}

/** Directions in which the whole breaks although no single change does. */
function unexplained(
  whole: Whole,
  entries: readonly Explanation[],
  before: Subject,
  after: Subject,
): Explanation[] {
  const open = (direction: keyof Whole): Inclusion =>
    entries.some((entry) => !isIncluded(entry[direction])) ? INCLUDED : whole[direction];
  const afterInBefore = open('afterInBefore');
  const beforeInAfter = open('beforeInAfter');
  if (isIncluded(afterInBefore) && isIncluded(beforeInAfter)) return [];
  return [
    {
      path: '',
      change: 'together',
      before: before.schema,
      after: after.schema,
      afterInBefore,
      beforeInAfter,
    },
  ];
}

function isIncluded({ verdict }: Inclusion): boolean {
  return verdict === 'included';
}
