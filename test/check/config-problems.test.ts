import { expect, it } from 'vitest';
import { configProblems } from '../../src/check/config-problems.ts';
import { rules } from '../../src/generated/rules.ts';
import { loadConfig, memoryTree } from '../../src/load/index.ts';
import { validator } from '../../src/schema/index.ts';

async function told(text: string): Promise<readonly string[]> {
  const { value, problems } = await loadConfig(memoryTree({ 'tokenpact.yaml': text }));
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return configProblems({ ...value, compile: validator }, rules).map(
    ({ at, message, help }) => `${at.line}:${at.column} ${message} (${help})`,
  );
}

it('is silent about what there is', async () => {
  const text = `rules: { audience/too-many: { level: info, max: 3 }, shop/short: off }
ownRules: [{ id: shop/short, every: claim, must: true, message: nothing }]
`;
  expect(await told(text)).toEqual([]);
});

it('points out rules and options that nobody has', async () => {
  const text = `rules:
  claim/mutable-identifer: off
  overlap: off
  nothing/like-it: { max: 3 }
  scope/overlap: { max: 3 }
  audience/multi: { maximum: 3 }
  scope/too-many-claims: { max: "3" }
overrides: [{ clients: [web], rules: { claim/mutable-identifier: off, cliam/x: off } }]
`;
  expect(await told(text)).toEqual([
    '6:21 "audience/multi" has no option "maximum" (there is max)',
    '2:3 there is no rule "claim/mutable-identifer" (did you mean "claim/mutable-identifier"?)',
    '4:3 there is no rule "nothing/like-it" (all of them: tokenpact rules)',
    '3:3 there is no rule "overlap" (did you mean "scope/overlap"?)',
    '5:20 "scope/overlap" has no option "max" (it has none)',
    '7:28 "max" of "scope/too-many-claims" is a number, not "3" (its default is 15)',
    '8:71 there is no rule "cliam/x" (all of them: tokenpact rules)',
  ]);
});

/** A schema in which each of 30 steps refers to the next one twice. */
const DOUBLING = JSON.stringify({
  $ref: '#/$defs/0',
  $defs: Object.fromEntries(
    Array.from({ length: 30 }, (_, step) => {
      const next = step === 29 ? true : { $ref: `#/$defs/${step + 1}` };
      return [String(step), { items: next, additionalProperties: next }];
    }),
  ),
});

it('points out own rules that can not run', async () => {
  const text = `ownRules:
  - { id: scope/overlap, every: scope, must: true, message: one }
  - { id: shop/one, every: scope, must: true, message: one }
  - { id: shop/one, every: claim, must: true, message: another }
  - { id: shop/two, every: claim, must: ${DOUBLING}, message: too much }
`;
  expect(await told(text)).toEqual([
    '2:5 the rule "scope/overlap" is there already (give yours another group, such as the name of your organisation)',
    '4:5 the rule "shop/one" is there already (give yours another group, such as the name of your organisation)',
    '5:5 "shop/two" can not run: its references multiply beyond what Ajv can be asked (mend "where" or "must")',
  ]);
});
