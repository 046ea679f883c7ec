import { defineRule, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/size-raised',
  inspects: 'change',
  of: ['size-raised'],
  severity: 'warning',
  axis: 'compatibility',
  summary: 'Tokens may be larger.',
  source: 'RFC 9110 section 5.4 (servers limit header fields)',
  *check({ change }) {
    const { after, tokenTypes } = change;
    if (typeof after === 'number' && after <= 4096) return;
    const bytes = after === undefined ? 'any number of' : `${after}`;
    yield { at: change.at, args: { tokenTypes, bytes } };
  },
  message: ({ tokenTypes, bytes }) =>
    `servers that limit headers refuse ${quoted(tokenTypes)}: it may have ${bytes} bytes now`,
  help: 'Keep tokens below 4096 bytes, or ask each server for its limit.',
});
