import { defineRule } from '../../../check/define-rule.ts';
import type { Resource } from '../../../model/index.ts';
import { placeOf } from '../../../model/index.ts';

export default defineRule({
  id: 'audience/shared',
  inspects: 'mapper',
  severity: 'error',
  axis: 'security',
  summary: 'Two resources have the same audience.',
  source: 'RFC 9068 section 5; OWASP ASVS 5.0 9.2.4',
  profiles: { relaxed: 'warning' },
  *check({ mapper }) {
    const first = new Map<string, Resource>();
    for (const resource of mapper.resources.values()) {
      const { audience, name } = resource;
      const twin = first.get(audience);
      if (twin === undefined) first.set(audience, resource);
      else
        yield {
          at: placeOf(resource, 'audience'),
          args: { resource: name, twin: twin.name, audience },
          coordinates: { resource: name },
        };
    }
  },
  message: ({ resource, twin, audience }) =>
    `"${twin}" can use its tokens at "${resource}": both are "${audience}"`,
  help: 'Give each service its own audience; let the new one be accepted before it is issued.',
});
