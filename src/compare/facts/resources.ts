import type { ChangeKind, Resource } from '../../model/index.ts';
import { placeOf } from '../../model/index.ts';
import type { Versions } from '../versions.ts';
import { breaks, type Effect, editName, type Fact, NO_EFFECT } from './fact.ts';
import { placeOfRemoved } from './places.ts';

/** Facts about the APIs that read access tokens. */
export function* resourceFacts({ before, after }: Versions): Iterable<Fact> {
  for (const resource of before.resources.values()) {
    const same = after.resources.get(resource.name);
    if (same !== undefined) {
      yield* changed(resource, same);
      continue;
    }
    yield {
      kind: 'resource-removed',
      edit: editName('resource-removed', resource.name),
      coordinates: { resource: resource.name },
      at: placeOfRemoved(resource, 'resources', before, after),
      beforeAt: resource.at,
      ...(resource.deprecated?.sunset !== undefined && { sunset: resource.deprecated.sunset }),
      seenIn: { resource: resource.name },
      effect: breaks(`there are no tokens for "${resource.name}" any more`),
    };
  }
  for (const resource of after.resources.values()) {
    if (before.resources.has(resource.name)) continue;
    yield {
      kind: 'resource-added',
      edit: editName('resource-added', resource.name),
      coordinates: { resource: resource.name },
      at: resource.at,
      seenIn: { resource: resource.name },
      effect: NO_EFFECT,
    };
  }
}

function* changed(before: Resource, after: Resource): Iterable<Fact> {
  const fact = (kind: ChangeKind, key: keyof Resource, effect: Effect, values: Partial<Fact>): Fact => ({
    kind,
    edit: editName(kind, before.name, values.before, values.after),
    coordinates: { resource: before.name },
    at: placeOf(after, key),
    beforeAt: placeOf(before, key),
    seenIn: { resource: before.name },
    effect,
    ...values,
  });
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
