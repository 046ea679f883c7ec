import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEngine, type Inclusion, type JsonSchema, type JsonValue } from '../../src/schema/index.ts';
import { ajvSays } from './independent-ajv.ts';
import { pairs, recursivePairs, schemas, values } from './random-schemas.ts';

const SEED = 20_251_122;
const engine = createEngine();

/** Fixed values that every claim of inclusion is attacked with, besides samples of the schema itself. */
const attackers = fc.sample(values, { seed: SEED, numRuns: 100 });

function counterexample(a: JsonSchema, b: JsonSchema): JsonValue | undefined {
  const [byA, byB] = [ajvSays(a), ajvSays(b)];
  return [...attackers, ...engine.sample(a)].find((value) => byA(value) === true && byB(value) === false);
}

function refutes(a: JsonSchema, b: JsonSchema, inclusion: Inclusion): unknown {
  if (inclusion.verdict === 'included') return counterexample(a, b);
  if (inclusion.verdict === 'undecided') return undefined;
  const judged = [ajvSays(a)(inclusion.witness), ajvSays(b)(inclusion.witness)];
  return judged[0] === true && judged[1] === false ? undefined : { ...inclusion, judged };
}

/** `npm run bench:schema -- --random 10000` asks the same of many more. */
describe('random schemas', () => {
  test('no verdict is contradicted by Ajv', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(refutes(a, b, engine.includes(a, b))).toBeUndefined();
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  test('nor where schemas refer to themselves', () => {
    fc.assert(
      fc.property(recursivePairs, ([a, b]) => {
        expect(refutes(a, b, engine.includes(a, b))).toBeUndefined();
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  test('few verdicts stay open, and both verdicts are common', () => {
    const verdicts = fc
      .sample(pairs, { seed: SEED, numRuns: 500 })
      .map(([a, b]) => engine.includes(a, b).verdict);
    const share = (verdict: string) => verdicts.filter((each) => each === verdict).length / verdicts.length;
    expect(share('undecided')).toBeLessThan(0.02);
    expect(Math.min(share('included'), share('not-included'))).toBeGreaterThan(0.1);
  });

  test('a value is judged as Ajv judges it', () => {
    fc.assert(
      fc.property(schemas, values, (schema, value) => {
        const judged = ajvSays(schema)(value);
        const constant = engine.includes({ const: value }, schema).verdict;
        if (judged === undefined || constant === 'undecided') return;
        expect(constant).toBe(judged ? 'included' : 'not-included');
      }),
      { seed: SEED, numRuns: 400 },
    );
  });
});

describe('laws of inclusion', () => {
  const runs = { seed: SEED, numRuns: 300 };
  const isIn = (a: JsonSchema, b: JsonSchema) => engine.includes(a, b).verdict;

  test('every schema includes itself, also written otherwise', () => {
    fc.assert(
      fc.property(schemas, (schema) => {
        expect(isIn(schema, schema)).toBe('included');
        expect(isIn(schema, { allOf: [schema], $comment: 'the same' })).toBe('included');
      }),
      runs,
    );
  });

  test('inclusion is transitive', () => {
    fc.assert(
      fc.property(pairs, schemas, ([a, b], other) => {
        for (const c of [other, { anyOf: [b, other] }]) {
          if (isIn(a, b) === 'included' && isIn(b, c) === 'included')
            expect(isIn(a, c)).not.toBe('not-included');
        }
      }),
      runs,
    );
  });

  test('allOf narrows and anyOf widens', () => {
    fc.assert(
      fc.property(schemas, schemas, (one, other) => {
        expect(isIn({ allOf: [one, other] }, one)).toBe('included');
        expect(isIn(one, { anyOf: [other, one] })).toBe('included');
      }),
      runs,
    );
  });

  test('inclusion survives allOf and anyOf on both sides', () => {
    fc.assert(
      fc.property(pairs, schemas, ([a, b], other) => {
        if (isIn(a, b) !== 'included') return;
        expect(isIn({ allOf: [a, other] }, { allOf: [b, other] })).not.toBe('not-included');
        expect(isIn({ anyOf: [a, other] }, { anyOf: [b, other] })).not.toBe('not-included');
      }),
      runs,
    );
  });

  test('what nothing satisfies is included in everything', () => {
    fc.assert(
      fc.property(schemas, schemas, (one, other) => {
        const contradiction = { allOf: [one, { not: one }] };
        expect(engine.isSatisfiable(contradiction)).toEqual({ verdict: 'unsatisfiable' });
        expect(isIn(contradiction, other)).toBe('included');
      }),
      runs,
    );
  });

  test('an explanation read backwards is the explanation of the way back', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const there = engine.explain(before, after);
        const back = engine.explain(after, before);
        const mirrored = there.map((entry) => ({
          path: entry.path,
          afterInBefore: entry.beforeInAfter,
          beforeInAfter: entry.afterInBefore,
        }));
        const plain = back.map(({ path, afterInBefore, beforeInAfter }) => ({
          path,
          afterInBefore,
          beforeInAfter,
        }));
        const byPath = (one: { path: string }, other: { path: string }) => (one.path < other.path ? -1 : 1);
        expect(mirrored.sort(byPath)).toEqual(plain.sort(byPath));
      }),
      runs,
    );
  });

  test('an explanation is empty exactly where both include each other', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const entries = engine.explain(before, after);
        const same = isIn(after, before) === 'included' && isIn(before, after) === 'included';
        expect(entries.length === 0).toBe(same);
        for (const { afterInBefore } of entries) {
          if (afterInBefore.verdict === 'not-included')
            expect(refutes(after, before, afterInBefore)).toBeUndefined();
        }
      }),
      runs,
    );
  });

  test('samples are valid, different and the same every time', () => {
    fc.assert(
      fc.property(schemas, (schema) => {
        const samples = engine.sample(schema);
        const says = ajvSays(schema);
        expect(samples.filter((value) => says(value) === false)).toEqual([]);
        expect(new Set(samples.map((value) => JSON.stringify(value))).size).toBe(samples.length);
        expect(createEngine().sample(schema)).toEqual(samples);
      }),
      { ...runs, numRuns: 100 },
    );
  });
});
