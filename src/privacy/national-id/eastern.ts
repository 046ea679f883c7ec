import { digitsOf, isDate, isShortDate, mod11_10, weighted } from './checksums.ts';
import type { NationalId } from './national-id.ts';

/** Months are raised by 20, 40, 50, 60, 70 or 80 to tell centuries, sexes or a second series apart. */
const isRaisedDate = (text: string, raises: readonly number[]): boolean =>
  raises.some((raise) => {
    const month = Number(text.slice(2, 4)) - raise;
    return (
      month >= 1 &&
      month <= 12 &&
      isShortDate(text.slice(0, 2) + String(month).padStart(2, '0') + text.slice(4, 6))
    );
  });

function jmbg(id: string): boolean {
  const digits = digitsOf(id);
  const check = 11 - (weighted(digits, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return (
    (check > 9 ? 0 : check) === digits[12] && isShortDate(id.slice(5, 7) + id.slice(2, 4) + id.slice(0, 2))
  );
}

export const eastern: readonly NationalId[] = [
  {
    country: 'PL',
    name: 'PESEL',
    source: 'Ustawa o ewidencji ludności, articles 15 to 19',
    shape: /^\d{11}$/,
    holds: (id) =>
      weighted(digitsOf(id), [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0 &&
      isRaisedDate(id, [0, 20, 40, 60, 80]),
  },
  {
    country: 'CZ',
    name: 'rodné číslo',
    source: 'Zákon 133/2000 Sb. § 13; also Slovakia (zákon 301/1995); nine digits before 1954',
    shape: /^\d{9,10}$/,
    holds: (id) =>
      isRaisedDate(id, [0, 20, 50, 70]) && (id.length === 9 || Number(id) % 11 === 0 || isOldException(id)),
    unmistakable: /^\d{6}\/\d{3,4}$/,
  },
  {
    country: 'RO',
    name: 'cod numeric personal',
    source: 'OUG 97/2005; constant 279146358279',
    shape: /^[1-9]\d{12}$/,
    holds: (id) => {
      const digits = digitsOf(id);
      const rest = weighted(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
      return (rest === 10 ? 1 : rest) === digits[12] && isShortDate(id.slice(1, 7));
    },
  },
  {
    country: 'BG',
    name: 'ЕГН',
    source: 'Civil Registration Act article 11; GRAO',
    shape: /^\d{10}$/,
    holds: (id) => {
      const digits = digitsOf(id);
      return (
        (weighted(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === digits[9] &&
        isRaisedDate(id, [0, 20, 40])
      );
    },
  },
  {
    country: 'HU',
    name: 'adóazonosító jel',
    source: '1996. évi XX. törvény, annex',
    shape: /^8\d{9}$/,
    holds: (id) => {
      const digits = digitsOf(id);
      return weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === digits[9];
    },
  },
  {
    country: 'HR',
    name: 'OIB',
    source: 'Zakon o osobnom identifikacijskom broju; ISO 7064',
    shape: /^\d{11}$/,
    holds: mod11_10,
  },
  {
    country: 'SI',
    name: 'EMŠO',
    source:
      'Zakon o centralnem registru prebivalstva; the same in Serbia, Bosnia, Montenegro and North Macedonia',
    shape: /^\d{13}$/,
    holds: jmbg,
  },
  {
    country: 'TR',
    name: 'T.C. kimlik numarası',
    source: '5490 sayılı Nüfus Hizmetleri Kanunu; NVİ',
    shape: /^[1-9]\d{10}$/,
    holds: (id) => {
      const digits = digitsOf(id);
      const tenth = ((weighted(digits, [7, -1, 7, -1, 7, -1, 7, -1, 7]) % 10) + 10) % 10 === digits[9];
      return tenth && weighted(digits, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) % 10 === digits[10];
    },
  },
];

/** Until 1985 a rest of 10 was written as 0. */
function isOldException(id: string): boolean {
  return (
    Number(id.slice(0, 9)) % 11 === 10 && id.endsWith('0') && isDate(1900 + Number(id.slice(0, 2)), 1, 1)
  );
}
