import { defineRule, member } from '../../../check/define-rule.ts';

/** Algorithms and what replaces them. */
const BETTER: ReadonlyMap<string, string> = new Map([
  ['EdDSA', 'Ed25519'],
  ['RSA1_5', 'RSA-OAEP-256'],
  ['RSA-OAEP', 'RSA-OAEP-256'],
]);

export default defineRule({
  id: 'jose/alg-deprecated',
  inspects: 'token',
  severity: 'info',
  axis: 'standard',
  summary: 'A token uses an algorithm that is on its way out.',
  source: 'RFC 9864 sections 2 and 4; RFC 8725 section 3.2',
  oncePerGrant: true,
  profiles: { relaxed: 'off' },
  check({ token }) {
    const { at, header, envelopes = [] } = token;
    const found = [];
    for (const one of [...envelopes, header]) {
      const alg = member(one, 'alg');
      const better = typeof alg === 'string' ? BETTER.get(alg) : undefined;
      if (typeof alg !== 'string' || better === undefined) continue;
      const severity = alg === 'EdDSA' ? {} : { severity: 'warning' as const };
      found.push({ at, args: { alg, better }, detail: alg, ...severity });
    }
    return found;
  },
  message: ({ alg, better }) => `libraries will stop taking "${alg}"; its successor is ${better}`,
  help: 'Offer the successor beside it, tell readers, and switch.',
});
