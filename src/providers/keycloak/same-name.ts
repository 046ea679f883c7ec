import type { Located, Problem } from '../../model/index.ts';

/** Keeps the first of several clients or scopes of one name; Keycloak takes no realm that has a second. */
export function firstOfEachName<T extends Located & { readonly name: string }>(
  all: readonly T[],
  what: string,
): { readonly kept: readonly T[]; readonly problems: readonly Problem[] } {
  const names = new Set<string>();
  const kept: T[] = [];
  const problems: Problem[] = [];
  for (const each of all) {
    if (names.has(each.name)) {
      problems.push({
        kind: 'conflict',
        at: each.at,
        message: `another ${what} is called "${each.name}": this one is not checked, and Keycloak refuses the realm`,
        help: 'rename or delete one of them',
      });
    } else {
      names.add(each.name);
      kept.push(each);
    }
  }
  return { kept, problems };
}
