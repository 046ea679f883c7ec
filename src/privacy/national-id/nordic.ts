import { digitsOf, isShortDate, luhn, weighted } from './checksums.ts';
import type { NationalId } from './national-id.ts';

const reversedDate = (text: string): string => text.slice(4, 6) + text.slice(2, 4) + text.slice(0, 2);

/** A day above 40 or 60 marks a number for somebody who is not in the population register. */
const withDayLess = (text: string, less: number): string => {
  const day = Number(text.slice(0, 2));
  return String(day > less ? day - less : day).padStart(2, '0') + text.slice(2);
};

const FINNISH_CHECK = '0123456789ABCDEFHJKLMNPRSTUVWXY';

function balticCheck(compact: string): boolean {
  const digits = digitsOf(compact);
  const first = weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const second = weighted(digits, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
  return (first < 10 ? first : second % 10) === digits[10] && isShortDate(compact.slice(1, 7));
}

export const nordic: readonly NationalId[] = [
  {
    country: 'FI',
    name: 'henkilötunnus',
    source:
      'Government Decree 128/2010; Digital and Population Data Services Agency, "The personal identity code"',
    shape: /^\d{6}[-+A-FU-Y]?\d{3}[0-9A-FHJ-NPR-Y]$/,
    holds: (id) => {
      const digits = id.slice(0, 6) + id.slice(-4, -1);
      return (
        id.length >= 10 && isShortDate(reversedDate(id)) && FINNISH_CHECK[Number(digits) % 31] === id.at(-1)
      );
    },
    unmistakable: /^\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]$/i,
  },
  {
    country: 'SE',
    name: 'personnummer',
    source: 'Skatteverket SKV 704 and SKV 707 (samordningsnummer)',
    shape: /^(19|20)?\d{10}$/,
    holds: (id) => {
      const short = id.slice(-10);
      const day = Number(short.slice(4, 6));
      return (
        luhn(short) && isShortDate(short.slice(0, 4) + String(day > 60 ? day - 60 : day).padStart(2, '0'))
      );
    },
    unmistakable: /^(19|20)?\d{6}[-+]\d{4}$/,
  },
  {
    country: 'DK',
    name: 'CPR-nummer',
    source: 'CPR-kontoret, "Personnummeret i CPR"; numbers since 2007 have no check digit',
    shape: /^\d{10}$/,
    holds: (id) => isShortDate(reversedDate(withDayLess(id, 60))),
  },
  {
    country: 'NO',
    name: 'fødselsnummer',
    source: 'Skatteetaten, "Fødselsnummer og D-nummer"',
    shape: /^\d{11}$/,
    holds: (id) => {
      const digits = digitsOf(id);
      const first = weighted(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11;
      const second = weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11;
      return first === 0 && second === 0 && Number(id.slice(0, 2)) <= 71;
    },
  },
  {
    country: 'IS',
    name: 'kennitala',
    source: 'Þjóðskrá, "Kennitala"',
    shape: /^\d{10}$/,
    holds: (id) =>
      weighted(digitsOf(id), [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 && isShortDate(reversedDate(id)),
    unmistakable: /^\d{6}-\d{4}$/,
  },
  {
    country: 'EE',
    name: 'isikukood',
    source: 'EVS 585:2007',
    shape: /^[1-8]\d{10}$/,
    holds: balticCheck,
  },
  {
    country: 'LT',
    name: 'asmens kodas',
    source: 'Law on the Residents Register, article 8',
    shape: /^[3-6]\d{10}$/,
    holds: balticCheck,
  },
  {
    country: 'LV',
    name: 'personas kods',
    source: 'Cabinet Regulation 130/2021; numbers that start with 32 hold no date',
    shape: /^\d{11}$/,
    holds: (id) => {
      if (id.startsWith('32')) return true;
      const check = (1101 - weighted(digitsOf(id), [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11;
      return check === Number(id[10]) && isShortDate(reversedDate(id));
    },
    unmistakable: /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-[012]\d{4}$/,
  },
];
