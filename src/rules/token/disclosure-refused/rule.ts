import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/disclosure-refused',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A disclosure of an SD-JWT does not belong to it.',
  source: 'RFC 9901 section 7.1',
  about: 'disclosures',
  check({ token }) {
    const { at, disclosures } = token;
    if (disclosures === undefined) return undefined;
    return [...new Set(disclosures.flatMap(({ problem = [] }) => problem))].map((problem) => ({
      at,
      args: { problem },
      detail: problem,
    }));
  },
  message: ({ problem }) => `every reader refuses this token because of a disclosure: ${problem}`,
  help: 'Send the disclosures that the signed part asks for, each once, and no others.',
});
