import { defineRule, maskedUndeclared, member, signatureHeaders } from '../../../check/define-rule.ts';
import type { JsonObject, JsonValue } from '../../../model/index.ts';
import { showValue } from '../../../model/index.ts';

const OF_JOSE: ReadonlySet<JsonValue> = new Set(
  'alg enc zip jku jwk kid x5u x5c x5t x5t#S256 typ cty crit epk apu apv iv tag p2s p2c'.split(' '),
);

function problemOf(header: JsonObject): string | undefined {
  if (member(header, 'b64') === false) return '"b64" is false, which a JWT never is';
  const crit = member(header, 'crit');
  if (crit === undefined) return undefined;
  if (!Array.isArray(crit) || crit.length === 0) return '"crit" is not a list of names';
  const wrong = crit.find(
    (name) => typeof name !== 'string' || OF_JOSE.has(name) || member(header, name) === undefined,
  );
  if (wrong === undefined) return undefined;
  const name = showValue(wrong);
  return `"crit" names "${OF_JOSE.has(wrong) ? name : maskedUndeclared(name)}", which is no extension of it`;
}

export default defineRule({
  id: 'jose/crit-misuse',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A token demands something of readers that they must not accept.',
  source: 'RFC 7515 section 4.1.11; RFC 7797 section 7',
  oncePerGrant: true,
  check({ token }) {
    const [problem] = signatureHeaders(token).flatMap((header) => problemOf(header) ?? []);
    return problem === undefined ? undefined : { at: token.at, args: { problem } };
  },
  message: ({ problem }) => `readers must refuse this token, and those that don't skip a check: ${problem}`,
  help: 'Take `crit` and `b64` out of the header, unless all readers know the extension.',
});
