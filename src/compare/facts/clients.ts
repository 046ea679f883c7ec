import type { ChangeKind, Client } from '../../model/index.ts';
import { isSameValue, placeOf } from '../../model/index.ts';
import { scopeAfter, scopeBefore, type Versions } from '../versions.ts';
import { breaks, editName, type Fact, NO_EFFECT } from './fact.ts';
import { partyExistence, partyFact } from './parties.ts';
import { constraintChange } from './resources.ts';

/** Facts about clients: who they are, how they get tokens, which scopes they may ask for. */
export function* clientFacts(versions: Versions): Iterable<Fact> {
  for (const client of versions.before.clients.values()) {
    const same = versions.after.clients.get(client.name);
    if (same === undefined) continue;
    yield* identityFacts(client, same);
    yield* scopeGrants(versions, client, same);
  }
  yield* partyExistence('client', versions, (name) => `"${name}" gets no tokens any more`);
}

function* identityFacts(before: Client, after: Client): Iterable<Fact> {
  const fact = partyFact('client', before, after);
  if (before.party !== after.party) {
    yield fact('client-party-changed', 'party', NO_EFFECT, { before: before.party, after: after.party });
  }
  if (before.subject !== after.subject) {
    const effect = breaks(`"${before.name}" gets another sub for the same person`);
    yield fact('subject-type-changed', 'subject', effect, { before: before.subject, after: after.subject });
  }
  const bound = constraintChange(before, after);
  if (bound !== undefined) {
    const [was, is] = [before.senderConstrained, after.senderConstrained];
    const reason =
      is === undefined
        ? `tokens of "${before.name}" are bound to no key any more`
        : `"${before.name}" must prove that it holds a key (${is})`;
    yield fact(bound, 'senderConstrained', breaks(reason), {
      // A resource may have the name of a client.
      edit: editName(bound, null, before.name, was, is),
      ...(was && { before: was }),
      ...(is && { after: is }),
    });
  }
  for (const grant of missing(after.grants, before.grants)) {
    const effect = breaks(`"${before.name}" gets no tokens by ${grant} any more`);
    yield fact('grant-type-removed', 'grants', effect, { before: grant });
  }
  for (const grant of missing(before.grants, after.grants)) {
    yield fact('grant-type-added', 'grants', NO_EFFECT, { after: grant });
  }
}

function missing(from: readonly string[], names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => !from.includes(name)).sort();
}

type Granting = 'default' | 'optional' | 'none';

/** What became of each scope that a client has: one edit when many clients got or lost the same scope. */
function* scopeGrants(versions: Versions, before: Client, after: Client): Iterable<Fact> {
  if (hasSameGrants(versions, before, after)) return;
  const names = new Set([...before.defaultScopes, ...before.scopes]);
  for (const scope of [...after.defaultScopes, ...after.scopes]) names.add(scopeBefore(versions, scope));
  for (const scope of [...names].sort()) {
    const name = scopeAfter(versions, scope);
    // A scope that is new or gone is told once, not again by each client that has it.
    if (!versions.before.scopes.has(scope) || !versions.after.scopes.has(name)) continue;
    const step = grantStep(granting(before, scope), granting(after, name));
    if (step === undefined) continue;
    const [kind, key] = step;
    yield {
      kind,
      edit: editName(kind, scope),
      coordinates: { scope },
      at: placeOf(after, key),
      beforeAt: placeOf(before, key),
      seenIn: { client: before.name },
      effect:
        kind === 'scope-revoked'
          ? breaks(`requests of "${before.name}" for the scope "${scope}" are refused`)
          : NO_EFFECT,
    };
  }
}

function hasSameGrants({ renamedScopes }: Versions, before: Client, after: Client): boolean {
  return (
    renamedScopes.size === 0 &&
    isSameValue(before.defaultScopes, after.defaultScopes) &&
    isSameValue(before.scopes, after.scopes)
  );
}

function granting(client: Client, scope: string): Granting {
  if (client.defaultScopes.includes(scope)) return 'default';
  return client.scopes.includes(scope) ? 'optional' : 'none';
}

function grantStep(was: Granting, is: Granting): readonly [ChangeKind, keyof Client] | undefined {
  if (was === is) return undefined;
  const key = was === 'default' || is === 'default' ? 'defaultScopes' : 'scopes';
  if (was === 'none') return ['scope-granted', key];
  if (is === 'none') return ['scope-revoked', key];
  return [is === 'default' ? 'scope-made-default' : 'scope-made-optional', key];
}
