/** The digits of a string, as numbers. */
export function digitsOf(text: string): readonly number[] {
  return [...text].filter((char) => char >= '0' && char <= '9').map(Number);
}

/** The sum of digits times weights, position by position. */
export function weighted(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0);
}

/** The Luhn algorithm (ISO/IEC 7812-1 annex B). */
export function luhn(text: string): boolean {
  const digits = digitsOf(text).toReversed();
  const sum = digits.reduce((total, digit, at) => {
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return digits.length > 1 && sum % 10 === 0;
}

/** ISO/IEC 7064 MOD 11,10, with the check digit last. */
export function mod11_10(text: string): boolean {
  const digits = digitsOf(text);
  const check = digits.at(-1);
  const product = digits.slice(0, -1).reduce((carry, digit) => (((carry + digit) % 10 || 10) * 2) % 11, 10);
  return (11 - product) % 10 === check;
}

/** A decimal number of any length, modulo a small one. */
export function modulo(digits: string, divisor: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % divisor;
  return rest;
}

/** The dihedral group D5 and the permutation of Verhoeff's algorithm (1969). */
const D5 = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const PERMUTED = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/** Verhoeff's algorithm, with the check digit last. */
export function verhoeff(text: string): boolean {
  const check = digitsOf(text)
    .toReversed()
    .reduce((carry, digit, at) => Number(D5[carry]?.[Number(PERMUTED[at % 8]?.[digit])]), 0);
  return check === 0;
}

/** Whether a year, month and day exist. */
export function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether `YYMMDD` is a day in some century. */
export function isShortDate(text: string): boolean {
  const [year, month, day] = [0, 2, 4].map((at) => Number(text.slice(at, at + 2)));
  // 2000 is a leap year and 1900 is not: a day that exists in one of the two centuries is a day.
  return isDate(2000 + (year ?? 0), month ?? 0, day ?? 0);
}
