import { contractName } from '../../src/compare/pairing.ts';
import { effectiveContracts, presenceUnder } from '../../src/contract/index.ts';
import { type MapperDefinition, pathKey } from '../../src/model/index.ts';
import { includes } from '../../src/schema/index.ts';
import { type Document, SCHEMAS } from './random.ts';

/** Takes one of some things at random. */
export type Pick = <Thing>(things: readonly Thing[]) => Thing;

/** What a planted edit must be told as, once the definitions before and after are known. */
type Told = (before: MapperDefinition, after: MapperDefinition) => readonly string[];

/** Changes the document in place; undefined where it has nothing to edit. */
type Edit = (document: Document, pick: Pick) => Told | undefined;

const always =
  (...changes: readonly string[]): Told =>
  () =>
    changes;

const silent = always();

/** Told where some token of before and of after has the claim. */
const whereSeen =
  (claim: string, change: string): Told =>
  (before, after) =>
    has(before, claim) && has(after, claim) ? [change] : [];

function has(definition: MapperDefinition, claim: string): boolean {
  return effectiveContracts(definition).some(({ claims }) => claims.has(pathKey([claim])));
}

/** How often a claim is there in each token that any request can get. */
function presences(definition: MapperDefinition, claim: string): string {
  const seen = effectiveContracts(definition).flatMap((contract) => {
    const found = contract.claims.get(pathKey([claim]));
    const opens = (scope: string): boolean =>
      definition.scopes.get(scope)?.resources.includes(contract.key.resource ?? '') ?? false;
    const { defaultScopes, optionalScopes } = contract;
    const isOpened = [...defaultScopes, ...optionalScopes].some(opens);
    return subsets(optionalScopes)
      .map((requested) => [...defaultScopes, ...requested])
      .filter((granted) => !isOpened || granted.some(opens))
      .map((granted) => [
        contractName(contract.key),
        granted,
        found === undefined ? 'never' : presenceUnder(found, new Set(granted)),
      ]);
  });
  return JSON.stringify(seen);
}

function subsets(names: readonly string[]): readonly (readonly string[])[] {
  const [name, ...others] = names;
  if (name === undefined) return [[]];
  return subsets(others).flatMap((one) => [one, [name, ...one]]);
}

/** Every list of released claims, by token type. */
function* releaseLists({ tokens, scopes, clients, resources }: Document): Iterable<[string, string[]]> {
  for (const [name, { releases }] of Object.entries(tokens)) if (releases) yield [name, releases];
  for (const { releases } of [scopes, clients, resources].flatMap((entries) =>
    Object.values<{ releases?: Partial<Record<string, string[]>> }>(entries),
  )) {
    for (const [name, list] of Object.entries(releases ?? {})) if (list) yield [name, list];
  }
}

const isOf = (claim: string, release: string): boolean => release.replace(/[?!]$/, '') === claim;

function replaceClaim(document: Document, claim: string, put: (release: string) => readonly string[]): void {
  const lists = [...releaseLists(document)].map(([, list]) => list);
  for (const { only } of Object.values(document.tokens)) if (only) lists.push(only);
  for (const list of lists) {
    list.splice(0, list.length, ...list.flatMap((one) => (isOf(claim, one) ? put(one) : [one])));
  }
}

function own<Thing>(entries: Record<string, Thing>, name: string): Thing {
  const entry = entries[name];
  if (entry === undefined) throw new RangeError(`no entry "${name}"`);
  return entry;
}

function flip<Thing>(value: Thing, one: Thing, other: Thing): Thing {
  return value === one ? other : one;
}

/** One of the claims, by the name that tokens have. */
function claimOf({ claims }: Document, pick: Pick) {
  const id = pick(Object.keys(claims));
  const claim = own(claims, id);
  return { id, name: claim.path?.[0] ?? id, claim };
}

function clientOf({ clients }: Document, pick: Pick) {
  const name = pick(Object.keys(clients));
  return { name, client: own(clients, name) };
}

function scopeOf({ scopes }: Document, pick: Pick) {
  const name = pick(Object.keys(scopes));
  return { name, scope: own(scopes, name) };
}

const END = { since: '1.0.0', sunset: '2030-01-01' };

/** Edits of claims, each to be told once. */
const CLAIM_EDITS: Readonly<Record<string, Edit>> = {
  'other values': (document, pick) => {
    const { name, claim } = claimOf(document, pick);
    const was = claim.schema;
    claim.schema = pick(SCHEMAS.filter((schema) => JSON.stringify(schema) !== JSON.stringify(was)));
    const wider = includes(was, claim.schema).verdict === 'included';
    const narrower = includes(claim.schema, was).verdict === 'included';
    const kind = wider ? 'claim-widened' : narrower ? 'claim-narrowed' : 'claim-changed';
    return whereSeen(name, `${kind} ${name}`);
  },
  'other presence': (document, pick) => {
    const { name, claim } = claimOf(document, pick);
    claim.presence = flip(claim.presence, 'always', 'sometimes');
    const kind = claim.presence === 'always' ? 'presence-tightened' : 'presence-loosened';
    return (before, after) => (presences(before, name) === presences(after, name) ? [] : [`${kind} ${name}`]);
  },
  'other name': (document, pick) => {
    const { id, name, claim } = claimOf(document, pick);
    claim.path = [`renamed_${id}`];
    return (before) => (has(before, name) ? [`claim-renamed ${name}`] : []);
  },
  'released nowhere': (document, pick) => {
    const { id, name } = claimOf(document, pick);
    for (const [, list] of releaseLists(document))
      list.splice(0, list.length, ...list.filter((one) => !isOf(id, one)));
    return (before) => (has(before, name) ? [`claim-removed ${name}`] : []);
  },
  'released anew': (document, pick) => {
    const { claim } = claimOf(document, pick);
    document.claims.fresh = { ...claim, path: ['fresh'], source: 'directory.fresh' };
    own(document.tokens, 'id_token').releases?.push('fresh');
    return (_, after) => (has(after, 'fresh') ? ['claim-added fresh'] : []);
  },
  'other source': (document, pick) => {
    const { name, claim } = claimOf(document, pick);
    claim.source = 'crm.other';
    return whereSeen(name, `source-changed ${name}`);
  },
  'other mutability': (document, pick) => {
    const { name, claim } = claimOf(document, pick);
    claim.mutable = !claim.mutable;
    return whereSeen(name, `identifier-made-${claim.mutable ? 'mutable' : 'immutable'} ${name}`);
  },
  'other growth': (document, pick) => {
    const { name, claim } = claimOf(document, pick);
    claim.values = flip(claim.values, 'open', 'closed');
    return whereSeen(name, `values-${claim.values === 'open' ? 'opened' : 'closed'} ${name}`);
  },
  'announced end': (document, pick) => {
    const { name, claim } = claimOf(document, pick);
    claim.deprecated = END;
    return always(`claim-deprecated ${name}`);
  },
};

const SCOPE_EDITS: Readonly<Record<string, Edit>> = {
  'scope gone': (document, pick) => {
    const { name } = scopeOf(document, pick);
    delete document.scopes[name];
    for (const client of Object.values(document.clients)) {
      client.defaultScopes = client.defaultScopes.filter((scope) => scope !== name);
      client.scopes = client.scopes.filter((scope) => scope !== name);
    }
    return always(`scope-removed ${name}`);
  },
  'scope come': (document, pick) => {
    document.scopes.s9 = { ...scopeOf(document, pick).scope, description: 'new' };
    clientOf(document, pick).client.scopes.push('s9');
    return always('scope-added s9');
  },
  'scope renamed': (document, pick) => {
    const { name, scope } = scopeOf(document, pick);
    if (Object.keys(scope.releases).length === 0 && scope.resources.length === 0) return undefined;
    delete document.scopes[name];
    document.scopes.s9 = scope;
    const rename = (scopes: string[]): string[] => scopes.map((one) => (one === name ? 's9' : one));
    for (const client of Object.values(document.clients)) {
      client.defaultScopes = rename(client.defaultScopes);
      client.scopes = rename(client.scopes);
    }
    return always(`scope-renamed ${name}`);
  },
  'scope taken': (document, pick) => {
    const { client } = clientOf(document, pick);
    const name = [...client.scopes, ...client.defaultScopes].at(0);
    if (name === undefined) return undefined;
    client.scopes = client.scopes.filter((scope) => scope !== name);
    client.defaultScopes = client.defaultScopes.filter((scope) => scope !== name);
    return always(`scope-revoked ${name}`);
  },
  'scope given': (document, pick) => {
    const { client } = clientOf(document, pick);
    const name = Object.keys(document.scopes).find(
      (scope) => ![...client.scopes, ...client.defaultScopes].includes(scope),
    );
    if (name === undefined) return undefined;
    pick([client.scopes, client.defaultScopes]).push(name);
    return always(`scope-granted ${name}`);
  },
  'default made optional': (document, pick) => {
    const { client } = clientOf(document, pick);
    const name = client.defaultScopes.pop();
    if (name === undefined) return undefined;
    client.scopes.push(name);
    return always(`scope-made-optional ${name}`);
  },
  'optional made default': (document, pick) => {
    const { client } = clientOf(document, pick);
    const name = client.scopes.pop();
    if (name === undefined) return undefined;
    client.defaultScopes.push(name);
    return always(`scope-made-default ${name}`);
  },
  'scope opens a resource, or no longer': (document, pick) => {
    const { name, scope } = scopeOf(document, pick);
    scope.resources = scope.resources.length === 0 ? ['api'] : [];
    return always(`resource-${scope.resources.length === 0 ? 'closed' : 'opened'} ${name}`);
  },
  'other parameters': (document, pick) => {
    const { name, scope } = scopeOf(document, pick);
    scope.schema = { type: 'object' };
    return always(`scope-parameters-changed ${name}`);
  },
  'announced end': (document, pick) => {
    const { name, scope } = scopeOf(document, pick);
    scope.deprecated = END;
    return always(`scope-deprecated ${name}`);
  },
};

const CLIENT_EDITS: Readonly<Record<string, Edit>> = {
  'client gone': (document) => {
    delete document.clients.app;
    delete document.tokens.light_access_token;
    return always('client-removed app');
  },
  'client come': (document, pick) => {
    document.clients.bot = structuredClone(clientOf(document, pick).client);
    return always('client-added bot');
  },
  'other party': (document, pick) => {
    const { name, client } = clientOf(document, pick);
    client.party = flip(client.party, 'first', 'third');
    return always(`client-party-changed ${name}`);
  },
  'other subject': (document, pick) => {
    const { name, client } = clientOf(document, pick);
    client.subject = flip(client.subject, 'public', 'pairwise');
    return always(`subject-type-changed ${name}`);
  },
  'grant type gone': (document, pick) => {
    const { name, client } = clientOf(document, pick);
    if (client.grants.length < 2) return undefined;
    client.grants.pop();
    return always(`grant-type-removed ${name}`);
  },
  'grant type come': (document, pick) => {
    const { name, client } = clientOf(document, pick);
    if (client.grants.length > 1) return undefined;
    client.grants.push(pick(['refresh_token', 'client_credentials']));
    return always(`grant-type-added ${name}`);
  },
};

const TOKEN_EDITS: Readonly<Record<string, Edit>> = {
  'other lifetime': ({ tokens }) => {
    const token = own(tokens, 'access_token');
    if (token.lifetime === undefined) return undefined;
    token.lifetime = flip(token.lifetime, '5m', '1h');
    return always(`lifetime-${token.lifetime === '1h' ? 'lengthened' : 'shortened'} access_token`);
  },
  'other size': ({ tokens }) => {
    const token = own(tokens, 'access_token');
    if (token.maxBytes === undefined) return undefined;
    token.maxBytes = flip(token.maxBytes, 2048, 4096);
    return always(`size-${token.maxBytes === 4096 ? 'raised' : 'lowered'} access_token`);
  },
  'other algorithms': ({ tokens }) => {
    const token = own(tokens, 'access_token');
    if (token.algorithms === undefined) return undefined;
    const isGone = token.algorithms.length === 2;
    token.algorithms = isGone ? ['RS256'] : ['RS256', 'ES256'];
    return always(`algorithm-${isGone ? 'removed' : 'added'} access_token`);
  },
  'other issuer': (document) => {
    document.issuer = 'https://login.example';
    return always('issuer-changed');
  },
  'other time of claims': (document) => {
    document.claimsFrom = flip(document.claimsFrom, 'issuance', 'authorization');
    return always('claims-from-changed');
  },
  'opaque tokens': ({ tokens }) => {
    own(tokens, 'access_token').format = 'opaque';
    return always('token-format-changed access_token');
  },
  'other profile': ({ tokens }) => {
    const token = own(tokens, 'access_token');
    token.profile = token.profile === 'none' ? 'rfc9068' : 'none';
    return undefined;
  },
  'other audience': ({ tokens }, pick) => {
    const token = own(tokens, 'access_token');
    if (token.audience === undefined) return undefined;
    token.audience = {
      ...token.audience,
      shape: pick(['string', 'array', 'either']),
      many: pick(['array', 'reject']),
    };
    return undefined;
  },
  'a rule across claims': ({ tokens, claims }, pick) => {
    const names = Object.keys(claims);
    own(tokens, 'access_token').schema = {
      anyOf: [{ required: [pick(names)] }, { required: [pick(names)] }],
    };
    return undefined;
  },
  'a variant': ({ tokens, claims }, pick) => {
    tokens.light_access_token = {
      kind: 'access_token',
      format: 'jwt',
      for: { clients: ['app'] },
      only: [pick(Object.keys(claims))],
    };
    return undefined;
  },
  'announced end': ({ tokens }) => {
    own(tokens, 'id_token').deprecated = END;
    return always('token-type-deprecated id_token');
  },
};

const RESOURCE_EDITS: Readonly<Record<string, Edit>> = {
  'other audience': ({ resources }) => {
    own(resources, 'api').audience = 'https://elsewhere.example';
    return always('resource-audience-changed api');
  },
  'other party': ({ resources }) => {
    const api = own(resources, 'api');
    api.party = flip(api.party, 'first', 'third');
    return always('resource-party-changed api');
  },
  'other sender constraint': ({ resources }) => {
    const api = own(resources, 'api');
    const was = api.senderConstrained;
    if (was === undefined) api.senderConstrained = 'dpop';
    else delete api.senderConstrained;
    return always(`sender-constraint-${was === undefined ? 'added' : 'dropped'} api`);
  },
  'another proof of possession': ({ resources }) => {
    const api = own(resources, 'api');
    if (api.senderConstrained === undefined) return undefined;
    api.senderConstrained = flip(api.senderConstrained, 'dpop', 'mtls');
    return always('sender-constraint-changed api');
  },
  'resource come': ({ resources }) => {
    resources.fresh = { audience: 'https://fresh.example', party: 'first' };
    return always('resource-added fresh');
  },
  'exchange gone': (document) => {
    if (document.exchanges.pop() === undefined) return undefined;
    return always('exchange-removed web');
  },
  'exchange by other means': ({ exchanges: [exchange] }) => {
    if (exchange === undefined) return undefined;
    exchange.mode = 'impersonation';
    return always('exchange-mode-changed web');
  },
  'exchange of more': ({ scopes, exchanges: [exchange] }, pick) => {
    if (exchange === undefined) return undefined;
    exchange.scopes.push(pick(Object.keys(scopes)));
    return always('exchange-widened web');
  },
};

/** Edits that change no token. */
const REFACTORINGS: Readonly<Record<string, Edit>> = {
  'another id': (document, pick) => {
    const { id, name, claim } = claimOf(document, pick);
    delete document.claims[id];
    document.claims.internal = { ...claim, path: [name] };
    replaceClaim(document, id, (release) => [`internal${release.slice(id.length)}`]);
    return silent;
  },
  'a second entry': (document, pick) => {
    const { id, name, claim } = claimOf(document, pick);
    // Values of other types can't be put together.
    if (typeof claim.schema !== 'object' || claim.schema.type !== 'array') return undefined;
    document.claims.twin = { ...claim, path: [name] };
    replaceClaim(document, id, (release) => [release, `twin${release.slice(id.length)}`]);
    return silent;
  },
  'released twice': (document, pick) => {
    const { id } = claimOf(document, pick);
    if ([...releaseLists(document)].some(([, list]) => list.some((one) => isOf(id, one) && one !== id)))
      return undefined;
    for (const client of Object.values(document.clients)) {
      for (const scope of client.defaultScopes) {
        if (!own(document.scopes, scope).releases.id_token?.includes(id)) continue;
        client.releases = { ...client.releases, id_token: [id] };
      }
    }
    return silent;
  },
  'moved between scopes that are granted together': (document, pick) => {
    const { id } = claimOf(document, pick);
    const { s1, s2 } = document.scopes;
    const togetherIn = (scopes: readonly string[]): boolean =>
      scopes.includes('s1') === scopes.includes('s2');
    const together = Object.values(document.clients).every(
      ({ defaultScopes, scopes }) =>
        togetherIn(defaultScopes) && !scopes.includes('s1') && !scopes.includes('s2'),
    );
    if (!together || s1 === undefined || s2 === undefined) return undefined;
    const moved = s1.releases.id_token?.filter((one) => isOf(id, one)) ?? [];
    s1.releases.id_token = s1.releases.id_token?.filter((one) => !isOf(id, one)) ?? [];
    s2.releases.id_token = [
      ...(s2.releases.id_token ?? []),
      ...moved.filter((one) => !s2.releases.id_token?.includes(one)),
    ];
    return silent;
  },
  'another description': (document, pick) => {
    scopeOf(document, pick).scope.description = 'In other words';
    return silent;
  },
};

/** Every edit with its name. */
export const EDITS: ReadonlyMap<string, Edit> = new Map(
  Object.entries({
    claim: CLAIM_EDITS,
    scope: SCOPE_EDITS,
    client: CLIENT_EDITS,
    token: TOKEN_EDITS,
    resource: RESOURCE_EDITS,
    refactoring: REFACTORINGS,
  }).flatMap(([group, edits]) =>
    Object.entries(edits).map(([name, edit]) => [`${group}: ${name}`, edit] as const),
  ),
);
