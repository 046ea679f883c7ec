/**
 * A function of things that never change, which answers each question once: for as long as both things live, it
 * answers with the same object.
 *
 * @example const exchangesOf = kept((definition: MapperDefinition, client: Client) => …)
 */
export function kept<One extends object, Other extends object, Answer>(
  work: (one: One, other: Other) => Answer,
): (one: One, other: Other) => Answer {
  const known = new WeakMap<One, WeakMap<Other, { readonly answer: Answer }>>();
  return (one, other) => {
    let byOther = known.get(one);
    if (byOther === undefined) {
      byOther = new WeakMap();
      known.set(one, byOther);
    }
    let found = byOther.get(other);
    if (found === undefined) {
      found = { answer: work(one, other) };
      byOther.set(other, found);
    }
    return found.answer;
  };
}
