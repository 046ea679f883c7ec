import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'consumer/breaks',
  inspects: 'consumer-effect',
  severity: 'error',
  axis: 'compatibility',
  summary: 'A consumer can not process the tokens any more.',
  source: 'tokenpact: what a consumer expects is a promise to it',
  *check({ effect }) {
    const { consumer, at, verdict, fails } = effect;
    if (verdict.verdict === 'safe') return;
    const undecided = verdict.verdict === 'undecided';
    const args = {
      consumer: consumer.name,
      owner: consumer.owner ?? 'no owner',
      fails,
      reason: verdict.reason,
      undecided,
    };
    const shown = verdict.verdict === 'breaks' ? verdict.witness : undefined;
    yield { at, args, undecided, ...(shown && { witness: shown }) };
  },
  message: ({ consumer, owner, fails, reason, undecided }) =>
    undecided
      ? `nobody can say whether "${consumer}" (${owner}) can still read its tokens: ${reason}`
      : `"${consumer}" (${owner}) breaks: it ${fails}`,
  help: 'Take the change back, or wait until the consumer has moved and its file says so.',
});
