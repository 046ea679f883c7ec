import { defineRule, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/scope-audience-mismatch',
  inspects: 'token',
  severity: 'error',
  axis: 'authorization',
  summary: 'A token has a scope of a resource that it is not for.',
  source: 'RFC 9068 sections 2.2.3 and 3',
  oncePerGrant: true,
  check({ token }) {
    const { at, mapper, payload } = token;
    const scope = member(payload, 'scope');
    const aud = member(payload, 'aud');
    if (mapper === undefined || typeof scope !== 'string' || aud === undefined) return undefined;
    const audiences = Array.isArray(aud) ? aud : [aud];
    const isFor = (resource: string): boolean => audiences.includes(mapper.resources.get(resource)?.audience);
    const found = [];
    for (const name of scope.split(' ')) {
      const resources = mapper.scopes.get(name)?.resources ?? [];
      const [first] = resources;
      if (first === undefined || resources.some(isFor)) continue;
      // An audience that nobody knows is told as token/aud-unknown.
      if (![...mapper.resources.keys()].some(isFor)) return undefined;
      found.push({ at, args: { scope: name, resource: first }, coordinates: { scope: name } });
    }
    return found;
  },
  message: ({ scope, resource }) =>
    `"${resource}" refuses this token although it has "${scope}": it is for others`,
  help: 'Grant scopes of one resource per token, or add its audience.',
});
