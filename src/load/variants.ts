import type { TokenType, VariantCondition } from '../model/index.ts';
import { comparePlaces, placeOf } from '../model/index.ts';
import { conflict, type Report } from './problems.ts';

function meet(some: readonly string[] | undefined, others: readonly string[] | undefined): boolean {
  return some === undefined || others === undefined || some.some((name) => others.includes(name));
}

/** Whether some grant fits both: what a condition does not name, it does not narrow. */
function overlap(one: VariantCondition | undefined, other: VariantCondition | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const subjectsMeet =
    one.subject === undefined || other.subject === undefined || one.subject === other.subject;
  return subjectsMeet && meet(one.clients, other.clients) && meet(one.resources, other.resources);
}

/** Token types looked at: a hundred times what any issuer has. */
const MOST_TOKEN_TYPES = 2_000;

/**
 * Two token types of one kind that fit the same grant leave open which of them is issued. The general one
 * is no variant: it is used where none fits.
 */
export function checkVariants(tokenTypes: readonly TokenType[], report: Report): void {
  const inOrder = tokenTypes.slice(0, MOST_TOKEN_TYPES).sort((one, other) => comparePlaces(one.at, other.at));
  for (const [index, later] of inOrder.entries()) {
    const earlier = inOrder.slice(0, index).find(({ kind, for: condition }) => {
      return kind === later.kind && overlap(condition, later.for);
    });
    if (earlier === undefined) continue;
    const message = `token types "${earlier.name}" and "${later.name}" fit the same grants: which one is issued is open`;
    report(conflict(placeOf(later, 'for'), message, 'narrow one with for: clients, resources or subject'));
  }
}
