import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'privacy/special-category',
  inspects: 'exposure',
  severity: 'error',
  axis: 'privacy',
  summary: 'A token holds data that the law protects most.',
  source: 'GDPR articles 9 and 10; RFC 7519 section 12',
  *check({ exposure }) {
    const { tokenType, claim, level, at } = exposure;
    if (level !== 'special-category' && level !== 'criminal-offence') return;
    const article = level === 'special-category' ? 9 : 10;
    yield { at, args: { claim, tokenType, article } };
  },
  message: ({ claim, tokenType, article }) =>
    `"${claim}" is copied wherever the "${tokenType}" goes, and GDPR article ${article} protects it`,
  help: 'Keep it behind an API of its own; where a law demands it here, waive this with the legal basis as the reason.',
});
