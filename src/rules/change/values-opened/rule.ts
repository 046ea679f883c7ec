import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/values-opened',
  inspects: 'change',
  of: ['values-opened'],
  severity: 'warning',
  axis: 'compatibility',
  summary: 'A list of values that was whole may grow from now on.',
  source: 'RFC 7519 section 4; tokenpact: `values: closed` is a promise to readers',
  profiles: { relaxed: 'off' },
  *check({ change, breakage }) {
    // Nobody meets a new value yet, so that it is no error before somebody is named.
    const severity = breakage === 'error' ? 'warning' : breakage;
    yield { at: change.at, severity, args: { claim: change.coordinates.claim ?? '' } };
  },
  message: ({ claim }) => `readers that list all values of "${claim}" will meet one that they do not know`,
  help: 'Ask readers to handle values that they do not know, and waive this once they do.',
});
