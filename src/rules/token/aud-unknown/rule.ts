import { defineRule, isObject, maskedUndeclared, member } from '../../../check/define-rule.ts';
import type { MapperDefinition } from '../../../model/index.ts';

/** Clients and resources are the names of the definition; whatever else is in a token may be about a person. */
function isDeclared({ clients, resources }: MapperDefinition, value: string): boolean {
  return clients.has(value) || [...resources.values()].some(({ audience }) => audience === value);
}

export default defineRule({
  id: 'token/aud-unknown',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A token is for an audience that its contract does not know.',
  source: 'RFC 8725 section 3.9; RFC 7519 section 4.1.3',
  oncePerGrant: true,
  check({ token }) {
    const { at, contract, mapper, payload } = token;
    const aud = member(payload, 'aud');
    const known = contract?.audience.values ?? [];
    if (known.length === 0 || aud === undefined || isObject(aud)) return undefined;
    const found = [];
    for (const value of Array.isArray(aud) ? aud : [aud]) {
      if (typeof value !== 'string' || known.includes(value)) continue;
      const shown = mapper && isDeclared(mapper, value) ? value : maskedUndeclared(value);
      found.push({ at, args: { value: shown }, coordinates: { claim: 'aud' }, detail: value });
    }
    return found;
  },
  message: ({ value }) => `this token goes where nobody looked: its contract knows no audience "${value}"`,
  help: 'Define the resource, or mend the audience.',
});
