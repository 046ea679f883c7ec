/**
 * A function of a thing that never changes, which answers once: for as long as the thing lives, it answers with the
 * same object.
 *
 * @example const widthOf = kept((scope: Scope) => …)
 */
export function kept<Thing extends object, Answer>(work: (thing: Thing) => Answer): (thing: Thing) => Answer {
  const known = new WeakMap<Thing, Answer>();
  return (thing) => {
    let answer = known.get(thing);
    if (answer === undefined) {
      answer = work(thing);
      known.set(thing, answer);
    }
    return answer;
  };
}

/**
 * The same of two things: it answers once for both of them.
 *
 * @example const exchangesOf = keptForBoth((definition: MapperDefinition, client: Client) => …)
 */
export function keptForBoth<One extends object, Other extends object, Answer>(
  work: (one: One, other: Other) => Answer,
): (one: One, other: Other) => Answer {
  const byOne = kept((one: One) => kept((other: Other) => work(one, other)));
  return (one, other) => byOne(one)(other);
}

/** Work that is done when it is first asked for, and never again. */
export function once<Answer>(work: () => Answer): () => Answer {
  let done: { readonly answer: Answer } | undefined;
  return () => {
    done ??= { answer: work() };
    return done.answer;
  };
}
