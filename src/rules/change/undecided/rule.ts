import { defineRule, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/undecided',
  inspects: 'change',
  of: 'undecided',
  severity: 'error',
  axis: 'compatibility',
  summary: 'Nobody can say whether a change breaks its readers.',
  source: 'tokenpact: compatible is said only when it is proved',
  *check({ change, comparison }) {
    const { coordinates, tolerant, tokenTypes, at } = change;
    const { claim, scope, client, resource, tokenType } = coordinates;
    const reason = tolerant.verdict === 'safe' ? 'it is beyond what can be compared' : tolerant.reason;
    const name = claim ?? scope ?? client ?? resource ?? tokenType ?? '';
    // What took its place is undecided as well, and is where to look.
    const replaced = comparison.changes.some(
      ({ kind, after }) => kind === 'unresolved-added' && after === change.before,
    );
    if (change.kind === 'unresolved-removed' && replaced) return;
    const detail = name === '' ? `${reason} ${tokenTypes.join(' ')}` : '';
    yield { at, undecided: true, args: { name, tokenTypes, reason }, detail };
  },
  message: ({ name, tokenTypes, reason }) =>
    name === ''
      ? `nobody can say whether readers of ${quoted(tokenTypes)} break: ${reason}`
      : `nobody can say whether the change of "${name}" breaks readers: ${reason}`,
  help: 'Write it so that it can be compared, or waive this with the reason why it is safe.',
});
