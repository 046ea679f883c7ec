import type { Engine, Subject } from './engine.ts';
import type { JsonValue } from './json.ts';
import { firstPath } from './judge/judge.ts';
import { minimise } from './minimise.ts';
import type { Node } from './node.ts';
import { type Inclusion, outcomeOf } from './verdict.ts';

/** What a witness must satisfy, and must violate, besides the two schemas in question. */
export interface Aside {
  readonly satisfied?: Node;
  readonly violated?: Node;
}

/**
 * Decides a ⊆ b by looking for a value of `a` that is none of `b`. A value that is found is made
 * minimal and then judged by Ajv on both sides; if Ajv sees it differently, nothing is claimed.
 */
export function decideInclusion(a: Subject, b: Subject, engine: Engine, aside: Aside = {}): Inclusion {
  const invalid = a.invalid ?? b.invalid;
  if (invalid) return { verdict: 'undecided', ...invalid };
  const search = engine.newSearch();
  const literals = [a.node.asserted, b.node.denied];
  if (aside.satisfied) literals.push(aside.satisfied.asserted);
  if (aside.violated) literals.push(aside.violated.denied);
  const outcome = outcomeOf(() => search.satisfy(literals));
  if (outcome.kind === 'none') return { verdict: 'included' };
  if (outcome.kind === 'unknown') return { verdict: 'undecided', reason: outcome.reason, path: outcome.path };
  const isWitness = (value: JsonValue) => search.evaluator.allHold(literals, value) === true;
  if (!isWitness(outcome.value))
    return { verdict: 'undecided', reason: 'no value could be verified', path: '' };
  for (const witness of [minimise(outcome.value, isWitness, requiredNames(a.node)), outcome.value]) {
    const path = judge(a, b, witness, engine);
    if (path !== undefined) return { verdict: 'not-included', witness, path };
  }
  return { verdict: 'undecided', reason: 'Ajv judges the value that was found differently', path: '' };
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
