import { defineRule, isObject, isPrivateKey, member } from '../../../check/define-rule.ts';
import type { DecodedToken } from '../../../model/index.ts';

function privateKeys({ header, payload, envelopes = [] }: DecodedToken): readonly string[] {
  const cnf = member(payload, 'cnf');
  const ofHolder = isObject(cnf) ? member(cnf, 'jwk') : undefined;
  const isInHeader = [header, ...envelopes].some((one) => isPrivateKey(member(one, 'jwk')));
  // RFC 7800 section 3.3: inside of encryption, a symmetric key is how holder and reader get to know it.
  const isEncrypted = envelopes.some((one) => member(one, 'enc') !== undefined);
  const isShared = isEncrypted && isObject(ofHolder) && ofHolder.kty === 'oct';
  return [...(isInHeader ? ['jwk'] : []), ...(isPrivateKey(ofHolder) && !isShared ? ['cnf.jwk'] : [])];
}

export default defineRule({
  id: 'jose/private-key',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A token shows a private key.',
  source: 'RFC 7515 section 4.1.3; RFC 7800 sections 3.2 and 3.3',
  check({ token }) {
    const { at } = token;
    return privateKeys(token).map((name) => ({ at, args: { name }, detail: name }));
  },
  message: ({ name }) =>
    `whoever sees this token can sign with the key in it: "${name}" has its private part`,
  help: 'Take the key for compromised and replace it; put only the public part into tokens.',
});
