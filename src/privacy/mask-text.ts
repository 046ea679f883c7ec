/** What stands for what is not shown. */
export const HIDDEN = '…';

/**
 * A value as it is shown where personal data must not be: at most the first letter of each side of an e-mail
 * address, the last two digits of a long number, the first letter of anything else that is long enough. Its
 * length is not shown. The same value always gives the same mask.
 *
 * @example mask('alice@example.com') // 'a…@e….com'
 * @example mask('+447700900123')     // '…23'
 * @example mask('Bo')                // '…'
 */
export function mask(value: string): string {
  const at = value.lastIndexOf('@');
  if (at > 0 && at < value.length - 1) return maskAddress(value.slice(0, at), value.slice(at + 1));
  const digits = value.replace(/\D/g, '');
  if (digits.length >= 8 && digits.length * 2 >= value.length) return `${HIDDEN}${digits.slice(-2)}`;
  const [first = ''] = value;
  return value.length >= 8 && /\p{L}/u.test(first) ? `${first}${HIDDEN}` : HIDDEN;
}

/** The domain's ending tells countries and organisations apart and no person. */
function maskAddress(local: string, domain: string): string {
  const ending = /\.[a-z]{2,6}$/i.exec(domain)?.[0] ?? '';
  const first = (text: string, least: number): string =>
    text.length >= least ? (/^[\p{L}\p{N}]/u.exec(text)?.[0] ?? '') : '';
  return `${first(local, 3)}${HIDDEN}@${first(domain, 3 + ending.length)}${HIDDEN}${ending}`;
}

/**
 * A JWT, or what is left of one: it starts where a word starts, with `{"` or `{ ` in base64url (`eyJ`, `eyA`), or with
 * `{`, a line end and what is indented there (`ewog`, `ewoJ`, `ewoi`, `ew0K`).
 */
const TOKEN = /(?<![A-Za-z0-9_-])(?:ey[JA]|ewo[gJi]|ew0K)[A-Za-z0-9_-]{10,}[A-Za-z0-9_.~-]*/g;
const A_TOKEN = '(a token)';

/**
 * E-mail addresses, international telephone numbers and Social Security numbers, wherever they stand in a text. An
 * address is only looked for where a word starts, so that long texts take no longer than they are long.
 */
const DATA =
  /(?<![^\s@"'<>{}()[\],;:/|=])[^\s@"'<>{}()[\],;:/|=]+@[^\s@"'<>{}()[\],;:/|=]+\.[a-z]{2,}|\+\d[\d\s().-]{6,18}\d|(?<!\d)\d{3}-\d\d-\d{4}(?!\d)/gi;

/** Whether there may be data in a name; nearly all have none, and need no closer look. */
export const mayHoldData = (name: string): boolean => /[@+]|ey[JA]|ewo[gJi]|ew0K|\d-\d\d-\d/.test(name);

/**
 * Text from a token that is shown as a name (a scope, a client, a key, a claim), with what can only be data
 * masked: clients are called by e-mail addresses, scopes carry telephone numbers and whole tokens.
 *
 * @example maskedName('openid user:alice@example.com') // 'openid user:a…@e….com'
 * @example maskedName('orders.read')                   // 'orders.read'
 */
export function maskedName(name: string): string {
  return mayHoldData(name) ? name.replace(TOKEN, A_TOKEN).replace(DATA, mask) : name;
}

/**
 * A value out of a token that nobody declared, so that it may be anything: of a URL, where it leads is shown, and
 * not to what.
 *
 * @example maskedUndeclared('https://id.example/realms/ada') // 'https://id.example/…'
 * @example maskedUndeclared('Ada Lovelace')                  // 'A…'
 */
export function maskedUndeclared(value: string): string {
  const [origin] = /^[a-z][a-z0-9+.-]*:\/\/[a-z0-9.-]+(?::\d+)?(?=[/?#]|$)/i.exec(value) ?? [];
  if (origin === undefined) return maskedName(value) === A_TOKEN ? A_TOKEN : mask(value);
  return value.length - origin.length > 1 ? `${origin}/${HIDDEN}` : value;
}

/** A word long enough for a token; what to fetch from `origin` is the name of a commit. */
const WORD = /(?<![A-Za-z0-9+/_~=-])(?<!\borigin )[A-Za-z0-9+/_~=-]{24,}/g;

/** Random text changes between capitals, small letters and digits much more often than words do. */
function isRandom(text: string): boolean {
  const kind = (character: string): number => (/\d/.test(character) ? 0 : /[a-z]/.test(character) ? 1 : 2);
  const characters = [...text];
  const turns = characters.filter((one, at) => at > 0 && kind(one) !== kind(characters[at - 1] ?? one));
  return turns.length > 0.4 * text.length;
}

/**
 * What is told of arguments and files, without any token in it: people give a token where a file belongs, and
 * what is told ends up in the log of a build.
 *
 * @example maskedTokens('there is no file "eyJhbGciOi….eyJzdWIi….c2ln"') // 'there is no file "(a token)"'
 */
export function maskedTokens(text: string): string {
  const hidden = (word: string): string => (word.length >= 24 && isRandom(word) ? A_TOKEN : word);
  // A path may have any number of folders, and a token any number of slashes, but it does not start with one.
  return text
    .replace(TOKEN, A_TOKEN)
    .replace(WORD, (word) => (word.startsWith('/') ? word.split('/').map(hidden).join('/') : hidden(word)));
}
