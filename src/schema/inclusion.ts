import type { Engine, Subject } from './engine.ts';
import type { JsonValue } from './json.ts';
import { firstPath } from './judge.ts';
import { minimise } from './minimise.ts';
import type { Node } from './node.ts';
import type { Search } from './tableau.ts';
import type { Inclusion } from './verdict.ts';

/**
 * Decides a ⊆ b by looking for a value of `a` that is none of `b`. A value that is found is made
 * minimal and then judged by Ajv on both sides; if Ajv sees it differently, nothing is claimed.
 *
 * With `beyond`, only values that violate this schema too count as witnesses.
 */
export function decideInclusion(a: Subject, b: Subject, engine: Engine, beyond?: Node): Inclusion {
  const invalid = a.invalid ?? b.invalid;
  if (invalid) return { verdict: 'undecided', ...invalid };
  const search = engine.newSearch();
  const denied = [b.node, ...(beyond ? [beyond] : [])];
  const outcome = engine.search(() =>
    search.satisfy([a.node.asserted, ...denied.map((node) => node.denied)]),
  );
  if (outcome.kind === 'none') return { verdict: 'included' };
  if (outcome.kind === 'unknown') return { verdict: 'undecided', reason: outcome.reason, path: outcome.path };
  const small = minimise(
    outcome.value,
    (value) => separates(value, a.node, denied, search),
    requiredNames(a.node),
  );
  for (const witness of [small, outcome.value]) {
    const path = judge(a, b, witness, engine);
    if (path !== undefined) return { verdict: 'not-included', witness, path };
  }
  return { verdict: 'undecided', reason: 'Ajv judges the value that was found differently', path: '' };
}

function separates(
  value: JsonValue,
  accepting: Node,
  rejecting: readonly Node[],
  { evaluator }: Search,
): boolean {
  const rejected = rejecting.every((node) => evaluator.evaluate(node, value) === false);
  return rejected && evaluator.evaluate(accepting, value) === true;
}

/** Members that every object of a node has, as far as it says so itself. */
function requiredNames(node: Node): ReadonlySet<string> {
  return new Set(
    node.constraints.flatMap((constraint) => (constraint.kind === 'required' ? [constraint.name] : [])),
  );
}

/** The place in the witness that `b` rejects; undefined unless Ajv accepts it by `a` and rejects it by `b`. */
function judge(a: Subject, b: Subject, witness: JsonValue, engine: Engine): string | undefined {
  try {
    const violations = engine.judge.violations(b.schema, b.dialect, witness);
    if (violations.length === 0 || engine.isValid(a, witness) !== true) return undefined;
    return firstPath(violations);
  } catch {
    return undefined;
  }
}
