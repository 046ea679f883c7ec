import type { ChangeKind, Resource } from '../../model/index.ts';
import type { Versions } from '../versions.ts';
import { breaks, type Fact, NO_EFFECT } from './fact.ts';
import { partyExistence, partyFact } from './parties.ts';

/** Facts about the APIs that read access tokens. */
export function* resourceFacts(versions: Versions): Iterable<Fact> {
  for (const resource of versions.before.resources.values()) {
    const same = versions.after.resources.get(resource.name);
    if (same !== undefined) yield* changed(resource, same);
  }
  yield* partyExistence('resource', versions, (name) => `there are no tokens for "${name}" any more`);
}

function* changed(before: Resource, after: Resource): Iterable<Fact> {
  const fact = partyFact('resource', before, after);
  if (before.audience !== after.audience) {
    const effect = breaks(`"${before.name}" rejects tokens for "${after.audience}"`);
    const values = { before: before.audience, after: after.audience };
    yield fact('resource-audience-changed', 'audience', effect, values);
  }
  if (before.party !== after.party) {
    yield fact('resource-party-changed', 'party', NO_EFFECT, { before: before.party, after: after.party });
  }
  const was = before.senderConstrained;
  const is = after.senderConstrained;
  const kind = constraintChange(before, after);
  if (kind === undefined) return;
  const reason =
    is === undefined
      ? `"${before.name}" checks ${was} and gets tokens that are bound to no key`
      : `clients of "${before.name}" must prove that they hold a key (${is})`;
  const values = { ...(was && { before: was }), ...(is && { after: is }) };
  yield fact(kind, 'senderConstrained', breaks(reason), values);
}

/** What became of the proof of possession that a resource asks for, or a client gives. */
export function constraintChange(
  { senderConstrained: was }: Pick<Resource, 'senderConstrained'>,
  { senderConstrained: is }: Pick<Resource, 'senderConstrained'>,
): ChangeKind | undefined {
  if (was === is) return undefined;
  if (was === undefined) return 'sender-constraint-added';
  return is === undefined ? 'sender-constraint-dropped' : 'sender-constraint-changed';
}
