import { expect, test } from 'vitest';
import { createEngine, type JsonSchema } from '../../src/schema/index.ts';

function claim(index: number): JsonSchema {
  return {
    type: 'object',
    properties: { [`c${index}`]: { type: 'string', pattern: `^a{1,${(index % 50) + 1}}$` } },
  };
}

test('an engine that has been asked a great deal answers as a new one', { timeout: 120_000 }, () => {
  const old = createEngine();
  for (let index = 0; index < 220; index += 1) {
    const members = Array.from({ length: 1_000 }, (_, name) => [`m${name}`, { const: `${index} ${name}` }]);
    old.includes({ properties: Object.fromEntries(members) }, true);
  }
  for (const index of [1, 7, 60]) {
    const [before, after] = [claim(index), claim(index + 1)];
    expect(old.includes(before, after)).toEqual(createEngine().includes(before, after));
    expect(old.explain(before, after)).toEqual(createEngine().explain(before, after));
  }
});
