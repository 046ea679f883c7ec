import { defineRule } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

export default defineRule({
  id: 'audience/delimited-value',
  inspects: 'resource',
  severity: 'error',
  axis: 'standard',
  summary: 'An audience is a list in one string.',
  source: 'RFC 7519 section 4.1.3',
  *check({ resource }) {
    const { audience, name } = resource;
    if (/[,;\s]/.test(audience))
      yield { at: placeOf(resource, 'audience'), args: { resource: name, audience } };
  },
  message: ({ resource, audience }) =>
    `no service is called "${audience}", so "${resource}" either refuses its tokens or searches for a part`,
  help: 'Give each resource one audience, without commas, semicolons and spaces.',
});
