import { defineRule, member, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/introspection-jwt-shape',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A signed introspection response can pass for an access token.',
  source: 'RFC 9701 sections 5 and 8.1',
  check({ token }) {
    const { at, response, header } = token;
    const typ = member(header, 'typ');
    if (typeof typ !== 'string' || !/^(application\/)?token-introspection\+jwt$/i.test(typ)) return undefined;
    if (response === undefined) return { at, args: { problem: 'it has no "token_introspection"' } };
    const missing = ['iss', 'aud', 'iat'].filter((name) => member(response, name) === undefined);
    if (missing.length > 0) return { at, args: { problem: `it lacks ${quoted(missing)}` } };
    const outside = ['sub', 'exp'].filter((name) => member(response, name) !== undefined);
    if (outside.length === 0) return undefined;
    // RFC 9701 section 5: what is missing must be there, and these should not.
    return { at, severity: 'warning', args: { problem: `it has ${quoted(outside)} of its own` } };
  },
  message: ({ problem }) => `an API may take this introspection response for a token: ${problem}`,
  help: 'Put the members of the response into `token_introspection`; beside it are only `iss`, `aud` and `iat`.',
});
