import { defineRule, hasOwnRule } from '../../../check/define-rule.ts';
import { pathKey, showPath } from '../../../model/index.ts';

/** What is found where its type is right, and its value is not. */
function misfit(expected: string, found: string): string {
  const format = /^string \((?!pattern\))([a-z-]+)\)$/.exec(expected)?.[1];
  if (found === 'string' && format !== undefined) return `a string that is no ${format}`;
  if (found === 'string' && expected.startsWith('"')) return 'a string that is not listed';
  if (!expected.startsWith(found)) return found;
  return `${/^[aeio]/.test(found) ? 'an' : 'a'} ${found} that does not fit`;
}

export default defineRule({
  id: 'token/type-mismatch',
  inspects: 'token',
  severity: 'error',
  axis: 'compatibility',
  summary: 'A claim has another type or value than its contract says.',
  source: 'RFC 7519 section 4.1',
  about: 'violations',
  check({ token }) {
    const { at, violations } = token;
    const mismatches = violations.filter(({ kind, path }) => kind === 'mismatch' && !hasOwnRule(token, path));
    return mismatches.map(({ path, expected, found, count = 1 }) => ({
      at,
      args: { claim: showPath(path), expected, found, count },
      coordinates: { claim: pathKey(path) },
    }));
  },
  message: ({ claim, expected, found, count }) =>
    `readers expect ${expected} in "${claim}" and find ${misfit(expected, found)}${count > 1 ? `, ${count} times` : ''}`,
  help: 'Mend the source of the claim, or widen its schema as a change that readers hear of.',
});
