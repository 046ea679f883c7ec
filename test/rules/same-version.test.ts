import { expect, it } from 'vitest';
import { pages } from '../../src/generated/pages.ts';
import { parsePage } from './page.ts';
import { judgeExample, shown } from './run-example.ts';

const COMPARED = /^(change|authorization)\/|^consumer\/breaks|^privacy\/newly-exposed|^mapper\/version-bump/;

/** Pages whose examples can't be loaded: that is what they show. */
const BROKEN: ReadonlySet<string> = new Set([
  'mapper/schema-invalid',
  'mapper/undefined-reference',
  'mapper/conflict',
]);

/** Definitions of all other pages, each with the consumer that is shown beside it. */
const loadable = Object.entries(pages).filter(([id]) => !BROKEN.has(id));
const examples = loadable.flatMap(([, text]) =>
  parsePage(text).examples.flatMap((example) => {
    const mapper = example.blocks.find(({ kind }) => kind === 'yaml' || kind === 'yaml after');
    const consumer = example.blocks.filter(({ kind }) => kind === 'yaml consumer');
    return mapper === undefined ? [] : [{ number: 1, breaks: false, mapper: mapper.text, consumer }];
  }),
);

it('never breaks itself: a version against itself is silent', async () => {
  expect(examples.length).toBeGreaterThan(100);
  for (const { mapper, consumer, ...example } of examples) {
    // Written with a name of its own, so that both sides have the same version.
    const version = /^version:/m.test(mapper) ? '' : 'version: 1.0.0\n';
    const text = /^name:/m.test(mapper) ? mapper : `name: shop\n${version}${mapper}`;
    const sides = ['yaml before', 'yaml after'].map((kind) => ({ kind, text }));
    const findings = await judgeExample({ ...example, blocks: [...sides, ...consumer] });
    const compared = findings
      .filter(({ rule }) => COMPARED.test(rule))
      .map((one) => `${one.rule} ${shown(one)}`);
    expect(compared, mapper).toEqual([]);
  }
});
