import { defineRule } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

export default defineRule({
  id: 'mapper/version-bump-too-small',
  inspects: 'comparison',
  severity: 'error',
  axis: 'compatibility',
  summary: 'The version rose less than the changes need.',
  source: 'SemVer 2.0.0 sections 6 to 8; Curity, Managing Scopes and Claims in OAuth Tokens',
  *check({ comparison, declaredBump, sufficient, settings }) {
    const { before, after, requiredBump, release } = comparison;
    const wentBack = declaredBump === 'lowered';
    // A release that came later is no step from here: only what differs from it is told.
    const isSame = requiredBump === 'none' && !(wentBack && release === undefined);
    if (settings.versioning === 'none' || isSame || sufficient) return;
    yield {
      at: placeOf(after, 'version'),
      before: placeOf(before, 'version'),
      // A better description breaks nobody, unless the version was released: then it says two things.
      ...(requiredBump === 'patch' && release === undefined && !wentBack && { severity: 'warning' as const }),
      args: {
        before: before.version ?? '',
        after: after.version ?? '',
        required: requiredBump,
        declared: declaredBump,
      },
    };
  },
  message: ({ before, after, required, declared }) => {
    if (declared === 'none')
      return `the content changed under the same version ${after}; it needs a ${required} one`;
    if (declared === 'lowered')
      return `the version went back from ${before} to ${after}${required === 'none' ? '' : `; the changes need a ${required} one`}`;
    return `from ${before} to ${after} is a ${declared} step, and the changes need a ${required} one`;
  },
  help: 'Raise `version`, or take back the change that needs it; `diff` shows which one does.',
});
