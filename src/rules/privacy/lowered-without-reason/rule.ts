import { defineRule, loweredFrom } from '../../../check/define-rule.ts';
import { placeOf, showPath } from '../../../model/index.ts';

export default defineRule({
  id: 'privacy/lowered-without-reason',
  inspects: 'claim',
  severity: 'warning',
  axis: 'privacy',
  summary: 'A definition says that a claim tells less about a person than its name does, and not why.',
  source: 'GDPR article 5 (2)',
  profiles: { relaxed: 'off' },
  *check({ claim }) {
    const level = loweredFrom(claim);
    if (level === undefined || claim.privacy === undefined) return;
    const args = { claim: showPath(claim.path), declared: claim.privacy.level, level };
    yield { at: placeOf(claim, 'privacy'), args };
  },
  message: ({ claim, declared, level }) =>
    `reviews will pass over "${claim}": it is declared ${declared}, and its name says ${level}`,
  help: ({ declared }) => `Say why: \`privacy: { level: ${declared}, reason: … }\`.`,
});
