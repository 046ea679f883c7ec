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
 * E-mail addresses and international telephone numbers, wherever they stand in a text. An address is only looked
 * for where a word starts, so that long texts take no longer than they are long.
 */
const DATA =
  /(?<![^\s@"'<>{}()[\],;:/|=])[^\s@"'<>{}()[\],;:/|=]+@[^\s@"'<>{}()[\],;:/|=]+\.[a-z]{2,}|\+\d[\d\s().-]{6,18}\d/gi;

/**
 * Text from a token that is shown as a name (a scope, a client, a key, a claim), with what can only be data
 * masked: clients are called by e-mail addresses, scopes carry telephone numbers.
 *
 * @example maskedName('openid user:alice@example.com') // 'openid user:a…@e….com'
 * @example maskedName('orders.read')                   // 'orders.read'
 */
export function maskedName(name: string): string {
  return /[@+]/.test(name) ? name.replace(DATA, mask) : name;
}
