import { defineRule, isObject, member } from '../../../check/define-rule.ts';
import type { JsonValue } from '../../../model/index.ts';

const KEYS = ['jwk', 'jwe', 'jku'] as const;
const THUMBPRINTS = ['jkt', 'x5t#S256'] as const;

function problemOf(cnf: JsonValue): string | undefined {
  if (!isObject(cnf)) return 'is not an object';
  if (Object.keys(cnf).length === 0) return 'is empty';
  if (KEYS.filter((name) => member(cnf, name) !== undefined).length > 1) return 'has more than one key';
  const broken = THUMBPRINTS.find((name) => {
    const thumbprint = member(cnf, name);
    const isWhole = typeof thumbprint === 'string' && /^[A-Za-z0-9_-]{43}$/.test(thumbprint);
    return thumbprint !== undefined && !isWhole;
  });
  return broken && `has a "${broken}" that is not a SHA-256 thumbprint in base64url`;
}

export default defineRule({
  id: 'token/cnf-malformed',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'The key that a token is bound to can not be read.',
  source: 'RFC 7800 section 3.1; RFC 8705 section 3.1; RFC 9449 section 6.1',
  check({ token }) {
    const cnf = member(token.payload, 'cnf');
    const problem = cnf === undefined ? undefined : problemOf(cnf);
    return problem === undefined
      ? undefined
      : { at: token.at, args: { problem }, coordinates: { claim: 'cnf' } };
  },
  message: ({ problem }) => `APIs can't check who holds this token: "cnf" ${problem}`,
  help: 'Put one key, or the SHA-256 thumbprint of one, into it.',
});
