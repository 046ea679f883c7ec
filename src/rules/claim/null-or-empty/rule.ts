import { declaredTypes, defineRule, isObject, member } from '../../../check/define-rule.ts';
import { placeOf, showPath } from '../../../model/index.ts';

export default defineRule({
  id: 'claim/null-or-empty',
  inspects: 'claim',
  severity: 'warning',
  axis: 'standard',
  summary: 'A claim may be null or an empty string instead of absent.',
  source: 'OpenID Connect Core 1.0 section 5.3.2',
  *check({ claim }) {
    if (!isObject(claim.schema) || claim.implied) return;
    const listed = member(claim.schema, 'enum');
    const empty = Array.isArray(listed) && listed.includes('');
    const nullable = declaredTypes(claim.schema)?.has('null') === true;
    if (nullable || empty) {
      yield {
        at: placeOf(claim, 'schema'),
        args: { claim: showPath(claim.path), value: nullable ? 'null' : 'an empty string' },
      };
    }
  },
  message: ({ claim, value }) => `readers take "${claim}" for present when it is ${value}`,
  help: 'Leave the claim out when there is no value: `presence: sometimes`.',
});
