import type { ChangeKind, Client, Resource } from '../../model/index.ts';
import { placeOf } from '../../model/index.ts';
import type { Versions } from '../versions.ts';
import { breaks, type Effect, editName, type Fact, NO_EFFECT } from './fact.ts';
import { placeOfRemoved } from './places.ts';

/** Who holds tokens, or reads them. */
type Subject = 'client' | 'resource';

/**
 * Clients or resources that one version only has.
 *
 * @param lost what it means that one is gone, in words
 */
export function* partyExistence(
  subject: Subject,
  { before, after }: Versions,
  lost: (name: string) => string,
): Iterable<Fact> {
  const section = `${subject}s` as const;
  for (const party of before[section].values()) {
    if (after[section].has(party.name)) continue;
    const kind = `${subject}-removed` as const;
    yield {
      kind,
      edit: editName(kind, party.name),
      coordinates: { [subject]: party.name },
      at: placeOfRemoved(party, section, before, after),
      beforeAt: party.at,
      ...(party.deprecated?.sunset !== undefined && { sunset: party.deprecated.sunset }),
      seenIn: { [subject]: party.name },
      effect: breaks(lost(party.name)),
    };
  }
  for (const party of after[section].values()) {
    if (before[section].has(party.name)) continue;
    const kind = `${subject}-added` as const;
    yield {
      kind,
      edit: editName(kind, party.name),
      coordinates: { [subject]: party.name },
      at: party.at,
      seenIn: { [subject]: party.name },
      effect: NO_EFFECT,
    };
  }
}

/** Makes facts about what a client or a resource says otherwise, at the keys where it says it. */
export function partyFact<Party extends Client | Resource>(subject: Subject, before: Party, after: Party) {
  return (kind: ChangeKind, key: string & keyof Party, effect: Effect, values: Partial<Fact>): Fact => ({
    kind,
    edit: editName(kind, before.name, values.before, values.after),
    coordinates: { [subject]: before.name },
    at: placeOf(after, key),
    beforeAt: placeOf(before, key),
    seenIn: { [subject]: before.name },
    effect,
    ...values,
  });
}
