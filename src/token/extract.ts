import type { Place } from '../model/index.ts';
import { stripWrapping } from './decode.ts';
import { parseObject } from './json-text.ts';

/** One token as text, and where it stands. */
export interface FoundToken {
  readonly text: string;
  readonly at: Place;
}

const placeOn = (file: string, line: number, length: number): Place => ({
  file,
  line,
  column: 1,
  endLine: line,
  endColumn: length + 1,
});

/** Members of a token response that are tokens (RFC 6749 section 5.1, OpenID Connect Core section 3.1.3.3). */
const IN_RESPONSES = ['access_token', 'id_token', 'logout_token'];

/** Tokens of a response of the token endpoint; none for other JSON, which is a token itself. */
function inResponse(text: string): readonly string[] {
  const parsed = parseObject(text);
  if (!parsed.ok || Object.hasOwn(parsed.value, 'active')) return [];
  const { value } = parsed;
  return IN_RESPONSES.flatMap((name) => {
    const token = Object.hasOwn(value, name) ? value[name] : undefined;
    return typeof token === 'string' ? [token] : [];
  });
}

/**
 * A JWS, a JWE or an SD-JWT somewhere in a text: three parts or five, then perhaps disclosures. It starts where a
 * word starts, or a long line of `ey-ey-ey…` would be read once per `ey`.
 */
const JOSE = /(?<![A-Za-z0-9_-])ey[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]*){2,4}(?:~[A-Za-z0-9_.~-]*)?/g;

/** Parameters that are tokens, in a URL or a form (RFC 6750 sections 2.2 and 2.3, OpenID Connect RP-Initiated Logout). */
const PARAMETER =
  /(?:^|[?&#])(?:access_token|id_token|id_token_hint|logout_token|token|assertion)=([^&#\s"']+)/g;

/**
 * Tokens in one line as people paste it. A line that is a token, or says where the only one is, is taken as it
 * stands, so that what is wrong with it is told; from anything else (a curl command, a cookie, a line of a log)
 * the tokens are picked.
 */
export function tokensInLine(line: string): readonly string[] {
  if (line.startsWith('{')) {
    const inside = inResponse(line);
    return inside.length > 0 ? inside : [line];
  }
  const parameters = line.includes('=') ? [...line.matchAll(PARAMETER)] : [];
  if (parameters.length > 0) {
    // A line of a log may have a parameter called "token", and the token that matters elsewhere.
    const others = line.replace(PARAMETER, ' ').match(JOSE) ?? [];
    return [...parameters.map(([, token = '']) => token), ...others];
  }
  const stripped = stripWrapping(line);
  if (/^ey[^\s,;]*$|^[A-Za-z0-9\-._~+/]+=*$/.test(stripped)) return [stripped];
  const found = stripped.match(JOSE) ?? [];
  return found.length > 0 ? found : [stripped];
}

/** Lengths of signatures in base64url: RFC 7518 section 3 and RFC 8037, RSA with 2048, 3072 and 4096 bits. */
const SIGNATURES: ReadonlySet<number> = new Set([43, 64, 86, 128, 176, 342, 512, 683]);

/** Whether a line with three parts is a token only together with the lines after it. */
function isCut(line: string, whole: string): boolean {
  const [, , signature = ''] = line.split('.');
  const [, , all = '', ...more] = whole.split('.');
  return (
    signature !== '' && !SIGNATURES.has(signature.length) && SIGNATURES.has(all.length) && more.length === 0
  );
}

/** A token that an editor or a mail program broke into lines, none of which could be one. */
function unwrapped(text: string): string | undefined {
  const lines = text.split(/\s*\n\s*/);
  const whole = lines.join('');
  if (
    lines.length < 2 ||
    !/^ey[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]*){2}(?:(?:\.[A-Za-z0-9_-]*){2})?$/.test(whole)
  )
    return undefined;
  const complete = lines.filter((line) => line.split('.').length > 2);
  return complete.every((line) => isCut(line, whole)) ? whole : undefined;
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

/** Tokens in JSON; where it is no response, it does not matter where they stand in it. */
function tokensInJson(text: string): readonly string[] {
  const tokens = tokensInLine(text);
  const parsed = parseObject(text);
  const isResponse =
    parsed.ok && (Object.hasOwn(parsed.value, 'sub') || Object.hasOwn(parsed.value, 'active'));
  return tokens[0] !== text || isResponse ? tokens : (text.match(JOSE) ?? tokens);
}

/**
 * Tokens in a text: a JSON response over several lines, or tokens line by line; empty lines and lines that
 * start with `#` are passed over.
 *
 * @example tokensIn('tokens.txt', '# from the gateway\neyJhbGciOi…\n')
 */
export function tokensIn(file: string, content: string): readonly FoundToken[] {
  const text = content.replace(/^\uFEFF/, '').trim();
  if (/^[{[]/.test(text) && isJson(text)) {
    return tokensInJson(text).map((token) => ({ text: token, at: placeOn(file, 1, 1) }));
  }
  const whole = unwrapped(text);
  if (whole !== undefined) return [{ text: whole, at: placeOn(file, 1, 1) }];
  return content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, index) => {
      const trimmed = line.trim();
      if (trimmed === '' || trimmed.startsWith('#')) return [];
      return (trimmed.startsWith('{') ? tokensInJson : tokensInLine)(trimmed).map((token) => ({
        text: token,
        at: placeOn(file, index + 1, line.length),
      }));
    });
}
