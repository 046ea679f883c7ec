import { defineRule } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

export default defineRule({
  id: 'consumer/reads-no-token',
  inspects: 'consumer',
  severity: 'error',
  axis: 'compatibility',
  summary: 'A consumer reads a token type that it never gets.',
  source: 'tokenpact: an expectation that is never checked is worse than none',
  *check({ consumer, owners, mapper, contracts }) {
    const { reads, name } = consumer;
    // An ID token at an API is another mistake, with a rule of its own.
    const misread = consumer.role.as === 'resource' && reads === 'id_token';
    // A token type that nobody defines is told as mapper/undefined-reference.
    const exists = [...(mapper?.tokenTypes.values() ?? [])].some(
      ({ name: own, kind }) => own === reads || kind === reads,
    );
    if (owners.length !== 1 || contracts.length > 0 || misread || !exists) return;
    yield { at: placeOf(consumer, 'reads'), args: { consumer: name, reads, reader: consumer.role.name } };
  },
  message: ({ consumer, reads, reader }) =>
    `nothing that "${consumer}" expects is checked: "${reader}" never gets a token "${reads}"`,
  help: 'Name the token type that it reads, or release one to it: a resource gets tokens by a scope that opens it and a client that may ask for it.',
});
