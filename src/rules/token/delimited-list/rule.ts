import { defineRule, member } from '../../../check/define-rule.ts';
import type { JsonValue } from '../../../model/index.ts';

const LISTS = ['aud', 'roles', 'groups', 'permissions', 'entitlements', 'amr'] as const;

export default defineRule({
  id: 'token/delimited-list',
  inspects: 'token',
  severity: 'warning',
  axis: 'standard',
  summary: 'Several values are in one string.',
  source: 'RFC 7519 section 4.1.3; RFC 8693 section 4.2 (`scope` is the exception)',
  *check({ token }) {
    for (const claim of LISTS) {
      const value = member(token.payload, claim);
      if (value === undefined) continue;
      const values: readonly JsonValue[] = Array.isArray(value) ? value : [value];
      const one = values.some((item) => typeof item === 'string' && /[,;]/.test(item));
      if (one) yield { at: token.at, args: { claim }, coordinates: { claim } };
    }
  },
  message: ({ claim }) =>
    `readers have to take "${claim}" to pieces, and find parts of names: several values are in one string`,
  help: 'Use an array of strings.',
});
