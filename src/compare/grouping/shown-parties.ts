import { editName, type Fact, harmless } from '../facts/fact.ts';
import { memberEffect } from '../facts/member-effect.ts';
import { constraintChange } from '../facts/resources.ts';
import type { ComparedPair } from '../grants.ts';
import type { Versions } from '../versions.ts';
import { subjectWitness } from '../witness/plain-witness.ts';

/**
 * The tokens that show what changed about their client or resource: another name for the same person, another
 * key that the token is bound to. The client and the resource tell it; these contracts are where it shows.
 */
export function* partyEchoes(versions: Versions, pairs: readonly ComparedPair[]): Iterable<Fact> {
  for (const compared of pairs) {
    yield* subjectEcho(versions, compared);
    yield* constraintEcho(versions, compared);
  }
}

function* subjectEcho({ before, after }: Versions, { pair, grants }: ComparedPair): Iterable<Fact> {
  const { client, subject } = pair.after.key;
  const was = before.clients.get(client)?.subject;
  const is = after.clients.get(client)?.subject;
  if (was === is || was === undefined || is === undefined || subject === 'machine') return;
  if (!pair.before.claims.has('sub') || !pair.after.claims.has('sub')) return;
  yield {
    kind: 'subject-type-changed',
    edit: editName('subject-type-changed', client, was, is),
    coordinates: {},
    at: pair.after.at,
    seenIn: pair.after.key,
    effect: harmless(() => subjectWitness(pair, grants)),
    echo: true,
  };
}

/** One that is added or dropped is seen in `cnf` as a claim that comes or goes. */
function* constraintEcho({ before, after }: Versions, { pair, grants }: ComparedPair): Iterable<Fact> {
  const { resource = '', client } = pair.after.key;
  const owners = [
    { was: before.resources.get(resource), is: after.resources.get(resource), about: [resource] },
    { was: before.clients.get(client), is: after.clients.get(client), about: [undefined, client] },
  ];
  for (const { was, is, about } of owners) {
    const kind = was && is && constraintChange(was, is);
    const effect = kind === 'sender-constraint-changed' ? memberEffect('cnf', pair, grants) : undefined;
    if (kind === undefined || effect === undefined) continue;
    yield {
      kind,
      edit: editName(kind, ...about, was?.senderConstrained, is?.senderConstrained),
      coordinates: {},
      at: pair.after.at,
      seenIn: pair.after.key,
      effect,
      echo: true,
    };
  }
}
