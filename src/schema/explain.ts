import type { Engine, Subject } from './engine.ts';
import { decideInclusion } from './inclusion.ts';
import type { JsonSchema } from './json.ts';
import type { Inclusion } from './verdict.ts';

/** What changed at one claim path, and what that means in either direction. */
export interface Explanation {
  /** JSON Pointer of the claim in a value; `*` stands for every item of an array. */
  readonly path: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly before: JsonSchema | undefined;
  readonly after: JsonSchema | undefined;
  /** Is every value after the change one of before? */
  readonly afterInBefore: Inclusion;
  /** Is every value from before the change still one after it? */
  readonly beforeInAfter: Inclusion;
}

export function explainChange(before: Subject, after: Subject, engine: Engine): Explanation[] {
  const afterInBefore = decideInclusion(after, before, engine);
  const beforeInAfter = decideInclusion(before, after, engine);
  if (afterInBefore.verdict === 'included' && beforeInAfter.verdict === 'included') return [];
  return [
    { path: '', change: 'changed', before: before.schema, after: after.schema, afterInBefore, beforeInAfter },
  ];
}
