import { digitsOf, isDate, isShortDate, luhn, verhoeff, weighted } from './checksums.ts';
import type { NationalId } from './national-id.ts';

/** A check digit of modulus 11 where ten and eleven are written as 0. */
function brazilianDigit(digits: readonly number[], length: number): number {
  const weights = Array.from({ length }, (_, at) => length + 1 - at);
  const rest = (weighted(digits, weights) * 10) % 11;
  return rest === 10 ? 0 : rest;
}

const isLongDate = (text: string): boolean =>
  isDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8)));

const CURP_CHARS = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';

function singaporeLetter(id: string): boolean {
  const offset = { S: 0, T: 4, F: 0, G: 4, M: 3 }[id[0] ?? ''] ?? 0;
  const rest = (weighted(digitsOf(id), [2, 7, 6, 5, 4, 3, 2]) + offset) % 11;
  const letters = /^[ST]/.test(id) ? 'JZIHGFEDCBA' : id.startsWith('M') ? 'KLJNPQRTUWX' : 'XWUTRQPNMLK';
  return letters[id.startsWith('M') ? 10 - rest : rest] === id[8];
}

export const world: readonly NationalId[] = [
  {
    country: 'US',
    name: 'Social Security number',
    source: 'SSA, POMS RM 10201.030; areas 000, 666 and 900 to 999 are not used',
    shape: /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/,
    unmistakable: /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/,
  },
  {
    country: 'US',
    name: 'Individual Taxpayer Identification Number',
    source: 'IRS, Internal Revenue Manual 3.21.263',
    shape: /^9\d{2}(5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/,
    unmistakable: /^9\d{2}-(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])-\d{4}$/,
  },
  {
    country: 'CA',
    name: 'Social Insurance Number',
    source: 'Employment and Social Development Canada; Luhn',
    shape: /^[1-79]\d{8}$/,
    holds: luhn,
    unmistakable: /^\d{3}[ -]\d{3}[ -]\d{3}$/,
  },
  {
    country: 'BR',
    name: 'CPF',
    source: 'Instrução Normativa RFB 2172/2024',
    shape: /^(?!(\d)\1{10})\d{11}$/,
    holds: (id) => {
      const digits = digitsOf(id);
      return brazilianDigit(digits, 9) === digits[9] && brazilianDigit(digits, 10) === digits[10];
    },
    unmistakable: /^\d{3}\.\d{3}\.\d{3}-\d{2}$/,
  },
  {
    country: 'MX',
    name: 'CURP',
    source: 'Instructivo normativo para la asignación de la CURP, DOF 18 October 2021',
    shape: /^[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[A-Z0-9]\d$/,
    holds: (id) => {
      const sum = [...id.slice(0, 17)].reduce(
        (total, char, at) => total + CURP_CHARS.indexOf(char) * (18 - at),
        0,
      );
      return (10 - (sum % 10)) % 10 === Number(id[17]);
    },
    unmistakable: /^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d$/i,
  },
  {
    country: 'CL',
    name: 'RUN',
    source: 'Registro Civil; modulus 11',
    shape: /^\d{7,8}[0-9K]$/,
    holds: (id) => {
      const digits = digitsOf(id.slice(0, -1)).toReversed();
      const check = 11 - (weighted(digits, [2, 3, 4, 5, 6, 7, 2, 3]) % 11);
      return (check === 11 ? '0' : check === 10 ? 'K' : String(check)) === id.at(-1);
    },
    unmistakable: /^\d{1,2}\.\d{3}\.\d{3}-[0-9K]$/i,
  },
  {
    country: 'AR',
    name: 'CUIL',
    source: 'ANSES, resolution 25/1991; modulus 11',
    shape: /^(20|23|24|25|26|27)\d{9}$/,
    holds: (id) => {
      const digits = digitsOf(id);
      const check = 11 - (weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
      return (check === 11 ? 0 : check === 10 ? 9 : check) === digits[10];
    },
    unmistakable: /^2[034567]-\d{8}-\d$/,
  },
  {
    country: 'CN',
    name: 'resident identity number',
    source: 'GB 11643-1999; ISO 7064 MOD 11-2',
    shape: /^[1-9]\d{16}[0-9X]$/,
    holds: (id) => {
      const rest = weighted(digitsOf(id), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11;
      return '10X98765432'[rest] === id[17] && isLongDate(id.slice(6, 14));
    },
    unmistakable: /^\d{17}X$/i,
  },
  {
    country: 'IN',
    name: 'Aadhaar',
    source: 'UIDAI, Aadhaar numbering scheme; Verhoeff',
    shape: /^[2-9]\d{11}$/,
    holds: verhoeff,
    unmistakable: /^\d{4}[ -]\d{4}[ -]\d{4}$/,
  },
  {
    country: 'IN',
    name: 'PAN',
    source: 'Income Tax Rules 114; the fourth letter P is a person',
    shape: /^[A-Z]{3}P[A-Z]\d{4}[A-Z]$/,
    unmistakable: /^[A-Z]{3}P[A-Z]\d{4}[A-Z]$/,
  },
  {
    country: 'AU',
    name: 'Tax File Number',
    source: 'Australian Taxation Office; modulus 11',
    shape: /^\d{9}$/,
    holds: (id) => weighted(digitsOf(id), [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
    unmistakable: /^\d{3} \d{3} \d{3}$/,
  },
  {
    country: 'AU',
    name: 'Medicare number',
    source: 'Services Australia, Medicare card number format',
    shape: /^[2-6]\d{9,10}$/,
    holds: (id) => {
      const digits = digitsOf(id);
      return weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === digits[8];
    },
    unmistakable: /^[2-6]\d{3} \d{5} \d(?:[ -/]\d)?$/,
  },
  {
    country: 'NZ',
    name: 'IRD number',
    source: 'Inland Revenue, resident withholding tax specification',
    shape: /^\d{8,9}$/,
    holds: (id) => {
      const digits = digitsOf(id.padStart(9, '0'));
      const check = (weights: readonly number[]): number => (11 - (weighted(digits, weights) % 11)) % 11;
      const first = check([3, 2, 7, 6, 5, 4, 3, 2]);
      return (first === 10 ? check([7, 4, 3, 2, 5, 2, 7, 6]) : first) === digits[8];
    },
  },
  {
    country: 'JP',
    name: 'My Number',
    source: 'Ordinance 85/2014 of the Ministry of Internal Affairs, article 5',
    shape: /^\d{12}$/,
    holds: (id) => {
      const digits = digitsOf(id);
      const rest = weighted(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
      return (rest <= 1 ? 0 : 11 - rest) === digits[11];
    },
  },
  {
    country: 'KR',
    name: 'resident registration number',
    source: 'Resident Registration Act; since October 2020 without a check digit',
    shape: /^\d{6}[1-8]\d{6}$/,
    holds: (id) => isShortDate(id.slice(0, 6)),
    unmistakable: /^\d{6}-[1-8]\d{6}$/,
  },
  {
    country: 'SG',
    name: 'NRIC or FIN',
    source: 'Immigration and Checkpoints Authority; M since 2022',
    shape: /^[STFGM]\d{7}[A-Z]$/,
    holds: singaporeLetter,
    unmistakable: /^[STFGM]\d{7}[A-Z]$/,
  },
  {
    country: 'HK',
    name: 'identity card number',
    source: 'Immigration Department; modulus 11',
    shape: /^[A-Z]{1,2}\d{6}\(?[0-9A]\)?$/,
    holds: (id) => {
      const plain = id.replace(/[()]/g, '').padStart(9, ' ');
      const value = (char: string): number => (char === ' ' ? 36 : Number.parseInt(char, 36));
      return [...plain].reduce((sum, char, at) => sum + value(char) * (9 - at), 0) % 11 === 0;
    },
    unmistakable: /^[A-Z]{1,2}\d{6}\([0-9A]\)$/i,
  },
  {
    country: 'ZA',
    name: 'identity number',
    source: 'Identification Act 68 of 1997; Luhn',
    shape: /^\d{10}[01]\d{2}$/,
    holds: (id) => luhn(id) && isShortDate(id.slice(0, 6)),
  },
  {
    country: 'IL',
    name: 'Teudat Zehut',
    source: 'Population Registry Law; Luhn on nine digits',
    shape: /^\d{9}$/,
    holds: luhn,
  },
  {
    country: 'TH',
    name: 'citizen number',
    source: 'Bureau of Registration Administration; modulus 11',
    shape: /^[1-8]\d{12}$/,
    holds: (id) => {
      const digits = digitsOf(id);
      return (11 - (weighted(digits, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === digits[12];
    },
    unmistakable: /^\d-\d{4}-\d{5}-\d{2}-\d$/,
  },
];
