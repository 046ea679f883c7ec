import type { ChangeKind, Client, JsonSchema, MapperDefinition, Scope } from '../../model/index.ts';
import { canonical, placeOf } from '../../model/index.ts';
import type { Judge } from '../judge.ts';
import { scopeAfter, scopeBefore, type Versions } from '../versions.ts';
import { breaks, type Effect, editName, type Fact, NO_EFFECT, undecidedForReaders } from './fact.ts';
import { placeOfRemoved } from './places.ts';

/** Facts about the scopes of a definition, whoever has them. What they release is told by the claims. */
export function* scopeFacts(versions: Versions, judge: Judge): Iterable<Fact> {
  const { before, after } = versions;
  for (const scope of before.scopes.values()) {
    const same = after.scopes.get(scopeAfter(versions, scope.name));
    if (same === undefined) yield* removed(versions, scope);
    else yield* changed(versions, scope, same, judge);
  }
  for (const scope of after.scopes.values()) {
    if (!before.scopes.has(scopeBefore(versions, scope.name))) yield* added(versions, scope);
  }
}

function* removed({ before, after }: Versions, scope: Scope): Iterable<Fact> {
  const fact: Fact = {
    kind: 'scope-removed',
    edit: editName('scope-removed', scope.name),
    coordinates: { scope: scope.name },
    at: placeOfRemoved(scope, 'scopes', before, after),
    beforeAt: scope.at,
    ...(scope.deprecated?.sunset !== undefined && { sunset: scope.deprecated.sunset }),
    seenIn: {},
    effect: breaks(`requests for the scope "${scope.name}" are refused`),
  };
  yield* forEachHolder(before, scope, fact);
}

function* added({ after }: Versions, scope: Scope): Iterable<Fact> {
  const fact: Fact = {
    kind: 'scope-added',
    edit: editName('scope-added', scope.name),
    coordinates: { scope: scope.name },
    at: scope.at,
    seenIn: {},
    effect: NO_EFFECT,
  };
  yield* forEachHolder(after, scope, fact);
}

/** The fact once for each client that has the scope, or once alone when none has it. */
function* forEachHolder(definition: MapperDefinition, scope: Scope, fact: Fact): Iterable<Fact> {
  const holders = [...definition.clients.values()].filter((client) => holds(client, scope.name));
  if (holders.length === 0) yield fact;
  for (const { name } of holders) yield { ...fact, seenIn: { ...fact.seenIn, client: name } };
}

function holds(client: Client, scope: string): boolean {
  return client.defaultScopes.includes(scope) || client.scopes.includes(scope);
}

function* changed(versions: Versions, before: Scope, after: Scope, judge: Judge): Iterable<Fact> {
  const fact = (kind: ChangeKind, key: string, effect: Effect, values: Partial<Fact>): Fact => ({
    kind,
    edit: editName(kind, before.name, values.before, values.after),
    coordinates: { scope: before.name },
    at: placeOf(after, key),
    beforeAt: placeOf(before, key),
    seenIn: {},
    effect,
    ...values,
  });
  if (before.name !== after.name) {
    const effect = breaks(`requests for the scope "${before.name}" are refused`);
    const names = { before: before.name, after: after.name };
    yield* forEachHolder(versions.after, after, fact('scope-renamed', 'name', effect, names));
  }
  for (const resource of after.resources.filter((name) => !before.resources.includes(name))) {
    // A scope that opens a new resource is part of that resource's arrival.
    if (!versions.before.resources.has(resource)) continue;
    const opened = fact('resource-opened', 'resources', NO_EFFECT, { after: resource, seenIn: { resource } });
    yield* forEachHolder(versions.after, after, opened);
  }
  for (const resource of before.resources.filter((name) => !after.resources.includes(name))) {
    if (!versions.after.resources.has(resource)) continue;
    const effect = breaks(`tokens with "${before.name}" are not for "${resource}" any more`);
    const closed = fact('resource-closed', 'resources', effect, { before: resource, seenIn: { resource } });
    yield* forEachHolder(versions.before, before, closed);
  }
  const was = requestOf(before);
  const is = requestOf(after);
  if (canonical(was) !== canonical(is)) {
    const effect = formEffect(before, after, judge);
    yield fact('scope-parameters-changed', 'parameters', effect, { before: was, after: is });
  }
}

/** Who asks is right as long as each request that was right before still is. */
function formEffect(before: Scope, after: Scope, { included }: Judge): Effect {
  const answer = included(requestSchema(before), requestSchema(after));
  if (answer.verdict === 'included') return NO_EFFECT;
  if (answer.verdict === 'undecided') return undecidedForReaders(answer.reason);
  return breaks(`requests for "${before.name}" must have another form`);
}

/** A request as JSON: the value of each parameter, which all must be there, and the authorization detail. */
function requestSchema({ parameters, schema = true }: Scope): JsonSchema {
  const names = [...parameters.keys()].sort();
  return {
    type: 'object',
    properties: {
      parameters: {
        type: 'object',
        properties: Object.fromEntries(parameters),
        required: names,
        additionalProperties: false,
      },
      detail: schema,
    },
  };
}

/** What a request for a scope with parameters, or an authorization detail, must look like. */
export function requestOf(scope: Scope) {
  return { parameters: Object.fromEntries(scope.parameters), schema: scope.schema ?? true };
}
