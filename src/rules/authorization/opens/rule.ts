import { causeOf, defineRule, isByValues } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'authorization/opens',
  inspects: 'decision-effect',
  severity: 'error',
  axis: 'authorization',
  summary: 'Somebody gets in who did not before.',
  source: 'OWASP API Security Top 10 2023, API1 and API5; Curity, Managing Scopes and Claims in OAuth Tokens',
  *check({ effect }) {
    const { consumer, decision, direction, certainty, reason } = effect;
    if (direction !== 'opens') return;
    const args = { consumer: consumer.name, decision, certainty, reason, byValues: isByValues(effect) };
    yield { ...causeOf(effect), args, undecided: certainty === 'undecided' };
  },
  message: ({ consumer, decision, certainty, reason }) => {
    if (certainty === 'undecided')
      return `nobody can say whether "${decision}" at "${consumer}" opens: ${reason}`;
    return `"${decision}" at "${consumer}" ${certainty === 'certain' ? 'opens' : 'may open'}: ${reason}`;
  },
  help: ({ byValues }) =>
    byValues
      ? 'Say what becomes of the values (`values: { suspended: { replacedBy: … } }`), or let the consumer decide on what is still there.'
      : 'Let the consumer refuse tokens that lack what it decides on (`required`), or keep that in every token.',
});
