import { expect, test } from 'vitest';
import { tokenJudge } from '../../src/check/index.ts';
import { rules } from '../../src/generated/rules.ts';
import { DEFAULT_CONFIG } from '../../src/model/index.ts';
import { Auditor } from '../../src/token/audit/index.ts';
import { ATTACKS, KEYS, SIGNING_ALGORITHMS, signed } from './attacks.ts';
import { mutated, randomBy } from './mutate.ts';
import { NOW, shopDefinition, shopKeys, shopLines } from './shop.ts';

// `FUZZ=1000000 npx vitest run test/token/fuzz.test.ts` is the long form.
const TOKENS = Number(process.env.FUZZ ?? 2_000);
const SEED = Number(process.env.SEED ?? 1);

const definition = await shopDefinition();

test(`no crash and no wrong "verified" in ${TOKENS} mutated tokens, seed ${SEED}`, () => {
  const random = randomBy(SEED);
  const honest = [
    ...shopLines('tokens/good/all.txt'),
    ...SIGNING_ALGORITHMS.flatMap((alg) => [signed(alg), signed('RS256', { cty: 'JWT' }, signed(alg))]),
  ];
  const start = [
    ...honest,
    ...shopLines('tokens/bad/all.txt'),
    ...ATTACKS.map(({ token }) => token.slice(0, 4_000)),
  ];
  const settings = {
    definitions: [definition],
    given: {},
    keys: [...shopKeys(), ...KEYS],
    words: [],
    fields: {},
    now: NOW,
    tolerance: 60,
    cache: 1_000,
  };
  const auditor = new Auditor(settings, tokenJudge(rules, DEFAULT_CONFIG, NOW));
  const signedParts = new Set<string>();
  for (const token of [...honest, ...shopLines('tokens/bad/all.txt')])
    signedParts.add(token.slice(0, token.lastIndexOf('.')));
  let sameContent = 0;
  for (let number = 1; number <= TOKENS; number += 1) {
    let text = start[Math.floor(random() * start.length)] ?? '';
    for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes -= 1)
      text = mutated(text, random, start);
    const line = text.replaceAll('\n', ' ');
    if ([...signedParts].some((part) => line.includes(part))) sameContent += 1;
    auditor.take(line, 'fuzz', number);
  }
  const { dimensions, counts } = auditor.finish().toJson();
  const verified = dimensions.signatures.kept.find(([name]) => name === 'verified')?.[1].count ?? 0;
  // Only what a key has signed can be verified, so whatever was verified has the content of a signed token.
  expect(verified).toBeLessThanOrEqual(sameContent);
  expect(counts.lines).toBe(TOKENS);
});
