import fc from 'fast-check';
import { createEngine, type JsonSchema } from '../src/schema/index.ts';
import { ajvSays } from '../test/schema/independent-ajv.ts';
import { pairs, values } from '../test/schema/random-schemas.ts';

/** Values that every claim of inclusion is attacked with, besides samples of the schema itself. */
const ATTACKERS = 200;

/**
 * Judges random pairs of schemas and attacks each verdict with Ajv alone.
 *
 * @returns what came out, with the seed that repeats it
 * @throws the first contradiction
 */
export function attack(count: number, seed: number): string {
  const engine = createEngine();
  const attackers = fc.sample(values, { seed, numRuns: ATTACKERS });
  const tally = { included: 0, 'not-included': 0, undecided: 0 };
  for (const [a, b] of fc.sample(pairs, { seed, numRuns: count })) {
    const inclusion = engine.includes(a, b);
    tally[inclusion.verdict] += 1;
    const [byA, byB] = [ajvSays(a), ajvSays(b)];
    if (inclusion.verdict === 'included') {
      const witness = [...attackers, ...engine.sample(a)].find(
        (value) => byA(value) === true && byB(value) === false,
      );
      if (witness !== undefined) throw contradiction(a, b, witness);
    }
    if (inclusion.verdict === 'not-included') {
      const { witness } = inclusion;
      if (byA(witness) === false || byB(witness) === true) throw contradiction(a, b, witness);
    }
  }
  const counts = Object.entries(tally).map(([verdict, times]) => `${times} ${verdict}`);
  return `${count} random pairs with seed ${seed}: ${counts.join(', ')}, no contradiction`;
}

function contradiction(a: JsonSchema, b: JsonSchema, witness: unknown): Error {
  return new Error(`contradiction: ${JSON.stringify({ a, b, witness })}`);
}
