import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'mapper/version-missing',
  inspects: 'mapper',
  severity: 'error',
  axis: 'design',
  summary: 'A definition has no version.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens; SemVer 2.0.0',
  ownFormatOnly: true,
  *check({ mapper }) {
    if (mapper.version === undefined) yield { at: mapper.at, args: { mapper: mapper.name } };
  },
  message: ({ mapper }) => `nobody can say which contract a token of "${mapper}" follows: it has no version`,
  help: 'Add a semantic version, such as `version: 1.0.0`.',
});
