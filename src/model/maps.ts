/** Things by what they have in common, in the order in which they come; no group is empty. */
export function groupedBy<Thing, Key>(
  things: Iterable<Thing>,
  keyOf: (thing: Thing) => Key,
): ReadonlyMap<Key, readonly [Thing, ...Thing[]]> {
  const groups = new Map<Key, [Thing, ...Thing[]]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}

/** A map with the same names, of things that were changed. */
export function mapped<Name, Before, After>(
  things: ReadonlyMap<Name, Before>,
  change: (thing: Before) => After,
): ReadonlyMap<Name, After> {
  return new Map([...things].map(([name, thing]) => [name, change(thing)]));
}
