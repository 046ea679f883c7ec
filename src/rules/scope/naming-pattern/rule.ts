import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'scope/naming-pattern',
  inspects: 'mapper',
  severity: 'info',
  axis: 'design',
  summary: 'Scope names use different separators.',
  source: 'Authress, Down scoping tokens and permission attenuation (advice)',
  profiles: { relaxed: 'off' },
  *check({ mapper }) {
    const separated = [...mapper.scopes.values()].flatMap((scope) => {
      const separator = /^[^.:/{]+([.:/])[^/]/.exec(scope.name)?.[1];
      const isNamed = scope.implicit !== true && scope.parameters.size === 0;
      return separator === undefined || !isNamed ? [] : [{ scope, separator }];
    });
    const count = (wanted: string) => separated.filter(({ separator }) => separator === wanted).length;
    const [usual = '.', next] = ['.', ':', '/'].sort((one, other) => count(other) - count(one));
    if (next === undefined || count(usual) === count(next)) return;
    for (const { scope, separator } of separated) {
      if (separator === usual) continue;
      yield {
        at: scope.at,
        args: { scope: scope.name, separator, usual },
        coordinates: { scope: scope.name },
      };
    }
  },
  message: ({ scope, separator, usual }) =>
    `"${scope}" is hard to guess: it is separated by "${separator}", most scopes here by "${usual}"`,
  help: 'Name the next scope like the others; renaming this one breaks the clients that ask for it.',
});
