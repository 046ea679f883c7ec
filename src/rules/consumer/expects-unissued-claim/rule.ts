import { defineRule, requiredNames } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

export default defineRule({
  id: 'consumer/expects-unissued-claim',
  inspects: 'consumer',
  severity: 'error',
  axis: 'compatibility',
  echoOf: 'consumer-effect',
  summary: 'A consumer requires a claim that none of its tokens has.',
  source: 'tokenpact: an expectation holds for the tokens that are issued',
  *check({ consumer, contracts }) {
    if (contracts.length === 0 || contracts.some(({ unresolved }) => unresolved.length > 0)) return;
    for (const name of requiredNames(consumer.expects)) {
      if (contracts.some(({ claims }) => [...claims.values()].some(({ path }) => path[0] === name))) continue;
      const args = { consumer: consumer.name, claim: name, reads: consumer.reads };
      yield { at: placeOf(consumer, 'expects'), args, coordinates: { claim: name } };
    }
  },
  message: ({ consumer, claim, reads }) =>
    `"${consumer}" refuses every "${reads}": it requires "${claim}", which is in none`,
  help: 'Release the claim into the tokens that it reads, or drop it from `required`.',
});
