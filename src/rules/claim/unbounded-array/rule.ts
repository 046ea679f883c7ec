import { declaredTypes, defineRule, isObject, member } from '../../../check/define-rule.ts';
import { placeOf, showPath } from '../../../model/index.ts';

export default defineRule({
  id: 'claim/unbounded-array',
  inspects: 'claim',
  severity: 'warning',
  axis: 'design',
  summary: 'An array in a signed token has no largest length.',
  source: 'Authress, Down scoping tokens and permission attenuation; Microsoft Entra, groups overage',
  ownFormatOnly: true,
  profiles: { relaxed: 'info' },
  *check({ mapper, claim, tokenTypes }) {
    const { schema } = claim;
    if (claim.implied || !isObject(schema) || declaredTypes(schema)?.has('array') !== true) return;
    if (member(schema, 'maxItems') !== undefined || member(schema, 'enum') !== undefined) return;
    const tokenType = tokenTypes.find((name) => mapper.tokenTypes.get(name)?.format === 'jwt');
    if (tokenType !== undefined)
      yield { at: placeOf(claim, 'schema'), args: { claim: showPath(claim.path), tokenType } };
  },
  message: ({ claim, tokenType }) =>
    `"${tokenType}" grows without end for some users: "${claim}" has no largest length`,
  help: 'Declare `maxItems`, and what happens beyond it (Entra points to a place to ask instead).',
});
