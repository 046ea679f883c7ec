import { defineRule } from '../../../check/define-rule.ts';
import { placeOf, showPath } from '../../../model/index.ts';

export default defineRule({
  id: 'privacy/level-lowered',
  inspects: 'exposure-change',
  severity: 'warning',
  axis: 'privacy',
  summary: 'A claim that somebody reads is said to tell less about a person than it was.',
  source: 'GDPR articles 5 (2) and 25',
  *check({ comparison, exposureChange }) {
    const { kind, exposure, beforeLevel } = exposureChange;
    if (kind !== 'lowered' || beforeLevel === undefined) return;
    const { claim, level } = exposure;
    const [was, is] = [comparison.before, comparison.after].map(({ claims }) =>
      [...claims.values()].find(({ path }) => showPath(path) === claim),
    );
    const at = is === undefined ? exposure.at : placeOf(is, 'privacy');
    yield {
      at,
      ...(was && { before: placeOf(was, 'privacy') }),
      args: { claim, level, before: beforeLevel },
    };
  },
  message: ({ claim, level, before }) =>
    `from now on reviews take "${claim}" for ${level}: it was ${before}, and has the same values`,
  help: 'Have it approved by who answers for personal data and waive it with the reason, or put the level back.',
});
