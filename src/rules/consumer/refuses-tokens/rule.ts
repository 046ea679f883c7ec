import { defineRule } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

export default defineRule({
  id: 'consumer/refuses-tokens',
  inspects: 'consumer',
  severity: 'warning',
  axis: 'compatibility',
  echoOf: 'consumer-effect',
  summary: 'A consumer expects something that its tokens do not always have.',
  source: 'tokenpact: an expectation holds for the tokens that are issued',
  *check({ consumer, contracts, unmet }) {
    for (const { claim, fails, client, always } of unmet) {
      // What no token has at all is consumer/expects-unissued-claim.
      const isIssued = contracts.some(({ claims }) =>
        [...claims.values()].some(({ path }) => path[0] === claim),
      );
      if (claim !== undefined && !isIssued) continue;
      yield {
        at: placeOf(consumer, 'expects'),
        args: { consumer: consumer.name, reads: consumer.reads, fails, client, always },
        coordinates: claim === undefined ? {} : { claim },
        detail: fails,
        severity: always ? 'error' : 'warning',
      };
    }
  },
  message: ({ consumer, reads, fails, client, always }) =>
    always
      ? `"${consumer}" refuses every "${reads}": it ${fails}`
      : `"${consumer}" refuses some "${reads}" of "${client}": it ${fails}`,
  help: 'Expect what is issued (`tokenpact resolve` shows it), or have it always released so.',
});
