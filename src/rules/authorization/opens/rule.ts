import { causeOf, defineRule, isByValues } from '../../../check/define-rule.ts';

const HELP = {
  values:
    'Say what becomes of the values (`values: { suspended: { replacedBy: … } }`), or let the consumer decide on what is still there.',
  replacement:
    'Let the consumer refuse the value that takes the place of the other before it does, or replace it by one that is refused.',
  absence:
    'Let the consumer refuse tokens that lack what it decides on (`required`), or keep that in every token.',
  grant:
    'Ask who owns the decision, and waive it with the reason; or let the decision name the clients that it is for.',
} as const;

export default defineRule({
  id: 'authorization/opens',
  inspects: 'decision-effect',
  severity: 'error',
  axis: 'authorization',
  summary: 'Somebody gets in who did not before.',
  source: 'OWASP API Security Top 10 2023, API1 and API5; Curity, Managing Scopes and Claims in OAuth Tokens',
  *check({ effect }) {
    const { consumer, decision, direction, certainty, reason, newcomers } = effect;
    if (direction !== 'opens') return;
    // A client of our own that gets what others have is what its grant was for.
    const isOurs = newcomers?.party === 'first' && newcomers.without.length === 0;
    const byValues = certainty === 'certain' ? 'replacement' : 'values';
    const why: keyof typeof HELP = newcomers ? 'grant' : isByValues(effect) ? byValues : 'absence';
    const args = { consumer: consumer.name, decision, certainty, reason, why };
    yield {
      ...causeOf(effect),
      args,
      undecided: certainty === 'undecided',
      ...(isOurs && { severity: 'warning' as const }),
    };
  },
  message: ({ consumer, decision, certainty, reason }) => {
    if (certainty === 'undecided')
      return `nobody can say whether "${decision}" at "${consumer}" opens: ${reason}`;
    return `"${decision}" at "${consumer}" ${certainty === 'certain' ? 'opens' : 'may open'}: ${reason}`;
  },
  help: ({ why }) => HELP[why],
});
