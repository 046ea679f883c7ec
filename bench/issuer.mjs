// An issuer of any size, and the same after some edits: the same text for the same size on every machine.

/** Numbers that look random and are the same each time (xorshift). */
function randomNumbers(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/** Schemas as definitions have them: mostly text, some lists of values, some numbers and flags. */
function schemaOf(index) {
  const kinds = [
    { type: 'string', maxLength: 100 },
    { enum: ['none', 'silver', 'gold'] },
    { type: 'array', items: { type: 'string' }, maxItems: 50 },
    { type: 'string', format: 'uuid' },
    { type: 'integer', minimum: 0 },
    { type: 'boolean' },
    { type: 'array', items: { enum: ['read', 'write', 'admin'] } },
  ];
  return kinds[index % kinds.length];
}

/**
 * A mapper definition as an object. Each client has scopes of its own choice, so that hardly two have the same
 * contract: that is the worst case. With `alike`, they share ten choices, as clients of one company do. A token
 * is for all the resources that its scopes open, each of which has a contract of its own about it.
 *
 * @param held how many scopes a client has
 */
export function issuer({ clients, scopes, claims, resources = 1, held = 30, alike = false }) {
  const random = randomNumbers(20261122);
  const scopeNames = times(scopes, (index) => `scope-${index}`);
  const choices = times(alike ? 10 : clients, () =>
    times(Math.min(held, scopes), () => scopeNames[random(scopes)]),
  );
  const perScope = Math.ceil(claims / scopes);
  return {
    tokenpact: 'mapper/v1',
    name: 'large',
    version: '1.0.0',
    issuer: 'https://id.large.example',
    owner: 'team-identity',
    tokens: {
      access_token: {
        format: 'jwt',
        profile: 'rfc9068',
        lifetime: '5m',
        audience: { from: 'scope', many: 'array', shape: 'either' },
      },
      id_token: { format: 'jwt', profile: 'openid', lifetime: '5m' },
      userinfo: { format: 'json', profile: 'openid' },
    },
    claims: Object.fromEntries(
      times(claims, (index) => [
        `claim_${index}`,
        {
          about: index % 7 === 0 ? 'client' : 'user',
          presence: index % 3 === 0 ? 'always' : 'sometimes',
          schema: schemaOf(index),
          values: 'closed',
          source: `table.column_${index}`,
          mutable: index % 2 === 0,
        },
      ]),
    ),
    scopes: Object.fromEntries(
      scopeNames.map((name, scope) => {
        const released = times(perScope, (index) => `claim_${(scope * perScope + index) % claims}`);
        const half = Math.ceil(released.length / 2);
        return [
          name,
          {
            description: `Use part ${scope}`,
            resources: [`api-${scope % resources}`],
            releases: {
              access_token: released,
              id_token: released.slice(0, half),
              userinfo: released.slice(half),
            },
          },
        ];
      }),
    ),
    resources: Object.fromEntries(
      times(resources, (index) => [
        `api-${index}`,
        { audience: `https://api-${index}.large.example`, party: index % 9 === 8 ? 'third' : 'first' },
      ]),
    ),
    clients: Object.fromEntries(
      times(clients, (index) => {
        const chosen = [...new Set(choices[index % choices.length])];
        return [
          `client-${index}`,
          {
            party: index % 10 === 0 ? 'third' : 'first',
            grants: ['authorization_code', index % 4 === 0 ? 'client_credentials' : 'refresh_token'],
            defaultScopes: chosen.slice(0, 5),
            scopes: chosen.slice(5),
          },
        ];
      }),
    ),
  };
}

/** One edit of each of ten kinds, spread over the definition. */
export function edited(before) {
  const after = structuredClone(before);
  const claims = Object.keys(after.claims);
  const scopes = Object.keys(after.scopes);
  const clients = Object.keys(after.clients);
  const claim = (part) => after.claims[claims[Math.floor(claims.length * part)]];
  const scope = (part) => after.scopes[scopes[Math.floor(scopes.length * part)]];
  const client = (part) => after.clients[clients[Math.floor(clients.length * part)]];
  after.version = '2.0.0';
  claim(0.1).schema = { type: 'string', maxLength: 300 };
  claim(0.2).presence = claim(0.2).presence === 'always' ? 'sometimes' : 'always';
  claim(0.3).source = 'table.another_column';
  claim(0.4).path = ['renamed'];
  claim(0.5).schema = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] };
  scope(0.25).releases.access_token.pop();
  scope(0.75).releases.id_token.push(claims[0]);
  client(0.3).scopes.pop();
  client(0.6).party = 'third';
  after.tokens.access_token.lifetime = '10m';
  return after;
}
