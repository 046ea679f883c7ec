import { defineRule, hasOwnRule, jsonType, member } from '../../../check/define-rule.ts';
import { type ContractViolation, type DecodedToken, pathKey, showPath } from '../../../model/index.ts';

type Mismatch = Pick<ContractViolation, 'path' | 'expected' | 'found' | 'count'>;

/** Registered claims that are strings; times and scopes have rules of their own. */
const STRINGS = ['iss', 'sub', 'jti', 'client_id', 'azp'] as const;

/** What specifications say of types, where no contract says it. */
function againstRegistry({ payload }: DecodedToken): readonly Mismatch[] {
  const wrong = STRINGS.flatMap((name): Mismatch[] => {
    const found = jsonType(member(payload, name) ?? '');
    return found === 'string' || found === 'null' ? [] : [{ path: [name], expected: 'string', found }];
  });
  const aud = member(payload, 'aud') ?? [];
  const odd = (Array.isArray(aud) ? aud : [aud]).find((one) => typeof one !== 'string');
  if (odd === undefined) return wrong;
  return [...wrong, { path: ['aud'], expected: 'strings', found: jsonType(odd) }];
}

export default defineRule({
  id: 'token/type-mismatch',
  inspects: 'token',
  severity: 'error',
  axis: 'compatibility',
  summary: 'A claim has another type or value than its contract or its specification says.',
  source: 'RFC 7519 section 4.1',
  check({ token }) {
    const { at, contract, violations } = token;
    const mismatches =
      contract === undefined
        ? againstRegistry(token)
        : violations.filter(({ kind, path }) => kind === 'mismatch' && !hasOwnRule(token, path));
    return mismatches.map(({ path, expected, found, count = 1 }) => ({
      at,
      args: { claim: showPath(path), expected, found, count },
      coordinates: { claim: pathKey(path) },
    }));
  },
  message: ({ claim, expected, found, count }) =>
    `readers expect ${expected} in "${claim}" and find ${found}${count > 1 ? `, ${count} times` : ''}`,
  help: 'Mend the source of the claim, or widen its schema as a change that readers hear of.',
});
