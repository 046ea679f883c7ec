import { declaredTypes, defineRule } from '../../../check/define-rule.ts';
import { placeOf, showPath } from '../../../model/index.ts';

const LISTS: ReadonlySet<string> = new Set([
  'roles',
  'groups',
  'permissions',
  'entitlements',
  'authorities',
  'amr',
]);

export default defineRule({
  id: 'claim/delimited-list',
  inspects: 'claim',
  severity: 'warning',
  axis: 'standard',
  summary: 'A list of values is a string.',
  source: 'RFC 7519 section 4.1.3; RFC 8693 section 4.2 (`scope` is the exception)',
  *check({ claim, registered }) {
    // Where a specification says that it is an array, claim/registered-misuse tells.
    if (registered !== undefined) return;
    const types = declaredTypes(claim.schema);
    const name = claim.path.at(-1) ?? '';
    if (claim.implied || !LISTS.has(name) || types?.size !== 1 || !types.has('string')) return;
    yield { at: placeOf(claim, 'schema'), args: { claim: showPath(claim.path) } };
  },
  message: ({ claim }) =>
    `readers have to take "${claim}" to pieces, and find parts of names: it is one string`,
  help: 'Use an array of strings, under a new name while readers move.',
});
