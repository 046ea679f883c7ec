import type {
  AlternativeEffect,
  Comparison,
  Consumer,
  Exposure,
  MapperDefinition,
} from '../../model/index.ts';
import { mentionedClaims } from '../authorization/decision-names.ts';
import { affected } from '../consumers/consumers.ts';
import { partsOf } from '../consumers/expectation.ts';
import { entriesOf } from '../impact/impact-subjects.ts';

/**
 * What an edited definition does to consumers: what a comparison finds, and who speaks of a claim that it would
 * no longer get there. A claim that is there sometimes was never promised, so a comparison finds nobody who
 * breaks without it, though somebody may use it.
 *
 * @param lost what would not be shown any more
 */
export function effectsOf(
  { before, consumerEffects, decisionEffects }: Comparison,
  lost: readonly Exposure[],
  consumers: readonly Consumer[],
): readonly AlternativeEffect[] {
  const expectations = consumerEffects.flatMap(
    ({ consumer, fails, verdict }): readonly AlternativeEffect[] => {
      if (verdict.verdict === 'safe') return [];
      return [{ consumer, certainty: verdict.verdict === 'breaks' ? 'certain' : 'may', what: fails }];
    },
  );
  const decisions = decisionEffects.map(({ consumer, decision, direction, certainty }): AlternativeEffect => {
    const what = `its decision "${decision}" ${direction}`;
    return { consumer, certainty: certainty === 'certain' ? 'certain' : 'may', what };
  });
  const told = new Map<string, AlternativeEffect>();
  const spoken = consumers.flatMap((consumer) => spokenOf(consumer, before, lost));
  for (const effect of [...expectations, ...decisions, ...spoken]) {
    const name = JSON.stringify([effect.consumer.name, effect.what]);
    if (!told.has(name)) told.set(name, effect);
  }
  return [...told.values()].sort(
    (one, other) => Number(one.certainty === 'may') - Number(other.certainty === 'may'),
  );
}

function spokenOf(
  consumer: Consumer,
  definition: MapperDefinition,
  lost: readonly Exposure[],
): readonly AlternativeEffect[] {
  const claims = new Set(
    lost
      .filter((exposure) => isReadBy(consumer, exposure, definition))
      .map(({ claim }) => entriesOf(definition, claim)[0]?.path[0] ?? claim),
  );
  const effect = (certainty: AlternativeEffect['certainty'], what: string): AlternativeEffect => ({
    consumer: affected(consumer),
    certainty,
    what,
  });
  const expected = partsOf(consumer.expects).flatMap(({ claim, fails }) => {
    if (claim === undefined || !claims.has(claim)) return [];
    return [fails.startsWith('requires') ? effect('certain', fails) : effect('may', `expects "${claim}"`)];
  });
  const decided = consumer.decisions.flatMap(({ name, allows }) => {
    const mentioned = mentionedClaims(allows);
    const looked = [...claims].find((claim) => mentioned === 'all' || mentioned.has(claim));
    return looked === undefined ? [] : [effect('may', `its decision "${name}" looks at "${looked}"`)];
  });
  return [...expected, ...decided];
}

/** Whether a consumer is the reader of an exposure. */
function isReadBy(
  { reads, role }: Consumer,
  { tokenType, to }: Exposure,
  { tokenTypes }: MapperDefinition,
): boolean {
  const kind = tokenTypes.get(tokenType)?.kind;
  if (reads !== tokenType && reads !== kind) return false;
  return role.as === 'gateway' || (role.as === to.kind && role.name === to.name);
}
