import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { acceptedSchema, contractOf, effectiveContracts, issuedSchema } from '../../src/contract/index.ts';
import { CHANGES, type Change } from '../../src/model/index.ts';
import { sample, validate } from '../../src/schema/index.ts';
import { definition } from './definitions.ts';
import { reversed, SCHEMAS, type Spec, specs, write } from './random.ts';

const RUNS = { numRuns: 60 };

async function compared(before: Spec, after: Spec) {
  return compare(await definition(write(before)), await definition(write(after)));
}

/** What a change is about, whatever it does. */
function subject({ kind, coordinates }: Change, direction: 'forth' | 'back'): string {
  const name = direction === 'forth' ? kind : CHANGES[kind].mirror;
  return JSON.stringify([name, coordinates.claim ?? '', coordinates.client ?? '']);
}

test('a version against itself is silent', async () => {
  await fc.assert(
    fc.asyncProperty(specs, async (spec) => {
      const { changes, requiredBump } = await compared(spec, spec);
      expect({ changes, requiredBump }).toEqual({ changes: [], requiredBump: 'none' });
    }),
    RUNS,
  );
});

test('the order of entries never matters', async () => {
  await fc.assert(
    fc.asyncProperty(specs, async (spec) => {
      const { changes } = await compared(spec, reversed(spec));
      expect(changes).toEqual([]);
    }),
    RUNS,
  );
});

test('each kind of change is the mirror of its mirror', () => {
  for (const [kind, { mirror }] of Object.entries(CHANGES)) {
    expect({ kind, back: Object.entries(CHANGES).find(([name]) => name === mirror)?.[1].mirror }).toEqual({
      kind,
      back: kind,
    });
  }
});

test('the changes of going back are the mirrors of the changes of going forth', async () => {
  await fc.assert(
    fc.asyncProperty(specs, specs, async (one, other) => {
      const forth = (await compared(one, other)).changes.map((change) => subject(change, 'forth'));
      const back = (await compared(other, one)).changes.map((change) => subject(change, 'back'));
      expect(back.sort()).toEqual(forth.sort());
    }),
    RUNS,
  );
});

test('where no change breaks a client, a reader of before takes each of its tokens of after', async () => {
  await fc.assert(
    fc.asyncProperty(specs, specs, fc.subarray(['s1', 's2', 's3']), async (one, other, requested) => {
      const before = await definition(write(one));
      const after = await definition(write(other));
      const { changes } = compare(before, after);
      const told = changes
        .filter(({ tolerant }) => tolerant.verdict !== 'safe')
        .flatMap(({ clients }) => clients);
      for (const contract of effectiveContracts(after)) {
        if (told.includes(contract.key.client)) continue;
        const earlier = contractOf(before, contract.key);
        if (earlier === undefined) continue;
        const has = ({ defaultScopes, optionalScopes }: typeof contract) =>
          new Set([...defaultScopes, ...optionalScopes.filter((scope) => requested.includes(scope))]);
        const accepted = acceptedSchema(earlier, { grantedScopes: has(earlier), reader: 'tolerant' });
        for (const token of sample(issuedSchema(contract, has(contract)))) {
          // Which scopes a token names follows from the request: readers look for theirs.
          expect(validate(accepted, token).filter(({ path }) => path !== '/scope')).toEqual([]);
        }
      }
    }),
    RUNS,
  );
});

test('a planted edit of a schema is told exactly once, about the right claim', async () => {
  await fc.assert(
    fc.asyncProperty(specs, fc.nat(3), fc.constantFrom(...SCHEMAS), async (spec, at, schema) => {
      const name = `c${at + 1}`;
      const claim = spec.claims[name];
      fc.pre(claim !== undefined && claim.schema !== schema);
      const isSeen =
        spec.released.includes(name) || Object.keys(spec.clients).some((client) => sees(spec, client, name));
      const planted = {
        ...spec,
        claims: { ...spec.claims, [name]: { always: claim?.always ?? true, schema } },
      };
      const { changes } = await compared(spec, planted);
      expect(changes.map(({ coordinates }) => coordinates)).toEqual(isSeen ? [{ claim: name }] : []);
    }),
    RUNS,
  );
});

function sees({ scopes, clients }: Spec, client: string, claim: string): boolean {
  const { defaults = [], optional = [] } = clients[client] ?? {};
  return [...defaults, ...optional].some((scope) => scopes[scope]?.includes(claim));
}
