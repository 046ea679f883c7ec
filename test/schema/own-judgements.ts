import { readFileSync } from 'node:fs';
import type { JsonSchema } from '../../src/schema/index.ts';

/** A question "is a ⊆ b?" with its answer. */
export interface Judgement {
  readonly id: string;
  readonly a: JsonSchema;
  readonly b: JsonSchema;
  readonly truth: boolean;
}

type Groups = Readonly<Record<string, readonly JsonSchema[]>>;

/**
 * Our own judgements. `growing` lists schemas of which each accepts strictly more than the one
 * before, `equal` schemas that accept the same, `apart` schemas of which none includes another: every
 * pair of a list is a judgement whose answer follows from the order.
 */
export function ownJudgements(): Judgement[] {
  const file = new URL('../../fixtures/schema/chains.json', import.meta.url);
  const { growing, equal, apart } = JSON.parse(readFileSync(file, 'utf8')) as Record<
    'growing' | 'equal' | 'apart',
    Groups
  >;
  return [
    ...judgementsOf(growing, (one, other) => one <= other),
    ...judgementsOf(equal, () => true),
    ...judgementsOf(apart, (one, other) => one === other),
  ];
}

function judgementsOf(groups: Groups, isIncluded: (one: number, other: number) => boolean): Judgement[] {
  return Object.entries(groups).flatMap(([name, schemas]) =>
    schemas.flatMap((a, one) =>
      schemas.map((b, other) => ({ id: `${name}: ${one} in ${other}`, a, b, truth: isIncluded(one, other) })),
    ),
  );
}
