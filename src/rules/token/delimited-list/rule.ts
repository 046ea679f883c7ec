import { defineRule, member } from '../../../check/define-rule.ts';
import type { JsonValue } from '../../../model/index.ts';

const LISTS = ['aud', 'roles', 'groups', 'permissions', 'entitlements', 'amr'] as const;

function isDelimited(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.some(isDelimited);
  return typeof value === 'string' && /[,;]/.test(value);
}

export default defineRule({
  id: 'token/delimited-list',
  inspects: 'token',
  severity: 'warning',
  axis: 'standard',
  summary: 'Several values are in one string.',
  source: 'RFC 7519 section 4.1.3; RFC 8693 section 4.2 (`scope` is the exception)',
  check({ token }) {
    const { at, payload } = token;
    return LISTS.filter((claim) => isDelimited(member(payload, claim))).map((claim) => ({
      at,
      args: { claim },
      coordinates: { claim },
    }));
  },
  message: ({ claim }) =>
    `readers have to take "${claim}" to pieces, and find parts of names: several values are in one string`,
  help: 'Use an array of strings.',
});
