import { causeOf, defineRule, isByValues } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'authorization/closes',
  inspects: 'decision-effect',
  severity: 'warning',
  axis: 'authorization',
  summary: 'Somebody loses access.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens',
  *check({ effect }) {
    const { consumer, decision, direction, certainty, reason } = effect;
    if (direction !== 'closes') return;
    const args = { consumer: consumer.name, decision, certainty, reason, byValues: isByValues(effect) };
    yield {
      ...causeOf(effect),
      args,
      undecided: certainty === 'undecided',
      ...(certainty === 'certain' && { severity: 'error' as const }),
    };
  },
  message: ({ consumer, decision, certainty, reason }) => {
    if (certainty === 'undecided')
      return `nobody can say whether "${decision}" at "${consumer}" closes: ${reason}`;
    return `"${decision}" at "${consumer}" ${certainty === 'certain' ? 'closes' : 'may close'}: ${reason}`;
  },
  help: ({ byValues, certainty }) =>
    byValues && certainty !== 'certain'
      ? 'Say what becomes of the values, or let the consumer decide on what is there now.'
      : 'Keep in every token what the consumer decides on, or let it decide on what is there now.',
});
