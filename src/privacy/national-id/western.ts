import { digitsOf, isDate, isShortDate, luhn, mod11_10, modulo, verhoeff, weighted } from './checksums.ts';
import type { NationalId } from './national-id.ts';

/** One digit of the first ten appears twice or three times, so that not all differ. */
function steuerIdRepeats(id: string): boolean {
  const counts = [...'0123456789'].map((digit) => id.slice(0, 10).split(digit).length - 1);
  return counts.filter((count) => count > 1).length === 1 && Math.max(...counts) <= 3;
}

function crossSum(value: number): number {
  return Math.floor(value / 10) + (value % 10);
}

export const western: readonly NationalId[] = [
  {
    country: 'NL',
    name: 'burgerservicenummer',
    source: 'Logisch Ontwerp BSN, elfproef',
    shape: /^\d{8,9}$/,
    holds: (id) => {
      const digits = digitsOf(id.padStart(9, '0'));
      return weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && !/^0+$/.test(id);
    },
  },
  {
    country: 'BE',
    name: 'rijksregisternummer',
    source: 'Koninklijk besluit of 3 April 1984; a 2 goes before the number of who was born since 2000',
    shape: /^\d{11}$/,
    holds: (id) => {
      const check = Number(id.slice(9));
      return [id.slice(0, 9), `2${id.slice(0, 9)}`].some((number) => 97 - (Number(number) % 97) === check);
    },
    unmistakable: /^\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}$/,
  },
  {
    country: 'LU',
    name: 'matricule national',
    source: 'Loi du 19 juin 2013, article 1; Luhn, then Verhoeff',
    shape: /^(18|19|20)\d{11}$/,
    holds: (id) =>
      isDate(Number(id.slice(0, 4)), Number(id.slice(4, 6)), Number(id.slice(6, 8))) &&
      luhn(id.slice(0, 12)) &&
      verhoeff(id.slice(0, 11) + id.slice(12)),
  },
  {
    country: 'DE',
    name: 'Steuerliche Identifikationsnummer',
    source: '§ 139b AO; BZSt, "Prüfziffernberechnung der Identifikationsnummer"',
    shape: /^[1-9]\d{10}$/,
    holds: (id) => mod11_10(id) && steuerIdRepeats(id),
  },
  {
    country: 'DE',
    name: 'Rentenversicherungsnummer',
    source: 'VKVV § 2',
    shape: /^\d{8}[A-Z]\d{3}$/,
    holds: (id) => {
      const letter = String(id.charCodeAt(8) - 64).padStart(2, '0');
      const digits = digitsOf(id.slice(0, 8) + letter + id.slice(9));
      const sum = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].reduce(
        (total, weight, at) => total + crossSum(weight * (digits[at] ?? 0)),
        0,
      );
      return sum % 10 === digits[12];
    },
  },
  {
    country: 'AT',
    name: 'Sozialversicherungsnummer',
    source: 'Dachverband der Sozialversicherungsträger; § 31 ASVG',
    shape: /^[1-9]\d{9}$/,
    holds: (id) => {
      const digits = digitsOf(id);
      return weighted(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === digits[3];
    },
  },
  {
    country: 'CH',
    name: 'AHV-Nummer',
    source: 'AHVG article 50c; EAN-13 with prefix 756',
    shape: /^756\d{10}$/,
    holds: (id) => weighted(digitsOf(id), [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
    unmistakable: /^756\.\d{4}\.\d{4}\.\d{2}$/,
  },
  {
    country: 'FR',
    name: "numéro d'inscription au répertoire",
    source: 'Décret 82-103; INSEE; departments 2A and 2B count as 19 and 18',
    shape: /^[1-478]\d{4}(\d{2}|2[AB])\d{6}\d{2}$/,
    holds: (id) => {
      const number = id.slice(0, 13).replace('2A', '19').replace('2B', '18');
      return 97 - modulo(number, 97) === Number(id.slice(13));
    },
    unmistakable: /^[1-478] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) \d{3} \d{3} \d{2}$/,
  },
  {
    country: 'FR',
    name: 'numéro fiscal de référence',
    source: 'DGFiP, identifiant SPI; the last three digits are the rest modulo 511',
    shape: /^[0-3]\d{12}$/,
    holds: (id) => modulo(id.slice(0, 10), 511) === Number(id.slice(10)),
  },
  {
    country: 'IE',
    name: 'Personal Public Service Number',
    source: 'Social Welfare Consolidation Act 2005; Revenue, modulus 23',
    shape: /^\d{7}[A-W][A-IW]?$/,
    holds: (id) => {
      const second = id.length === 9 && id[8] !== 'W' ? (id.charCodeAt(8) - 64) * 9 : 0;
      return (
        'WABCDEFGHIJKLMNOPQRSTUV'[(weighted(digitsOf(id), [8, 7, 6, 5, 4, 3, 2]) + second) % 23] === id[7]
      );
    },
  },
  {
    country: 'GB',
    name: 'National Insurance number',
    source: 'HMRC NIM39110; it has no check digit',
    shape: /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/,
    unmistakable: /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]$/i,
  },
  {
    country: 'GB',
    name: 'NHS number',
    source: 'NHS Data Model and Dictionary, modulus 11',
    shape: /^\d{10}$/,
    holds: (id) => {
      const digits = digitsOf(id);
      return (11 - (weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === digits[9];
    },
    unmistakable: /^\d{3} \d{3} \d{4}$/,
  },
  {
    country: 'ES',
    name: 'DNI',
    source: 'Real Decreto 1553/2005; Ministerio del Interior, "Cálculo del dígito de control del NIF/NIE"',
    shape: /^(\d{8}|[XYZ]\d{7})[A-Z]$/,
    holds: (id) => {
      const number = id.slice(0, -1).replace('X', '0').replace('Y', '1').replace('Z', '2');
      return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23] === id.at(-1);
    },
    unmistakable: /^(?:\d{8}|[XYZ]-?\d{7})-?[A-HJ-NP-TV-Z]$/i,
  },
  {
    country: 'IT',
    name: 'codice fiscale',
    source:
      'Decreto ministeriale 23 dicembre 1976; letters L to V replace digits where two persons share a code',
    shape: /^(TINIT)?[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]$/,
    holds: (id) => codiceFiscale(id.slice(-16)),
    unmistakable: /^(?:TINIT-)?[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]$/i,
  },
  {
    country: 'PT',
    name: 'número de identificação fiscal',
    source: 'Decreto-Lei 14/2013; modulus 11; 1, 2, 3 and 45 are natural persons',
    shape: /^([123]\d{8}|45\d{7})$/,
    holds: (id) => {
      const digits = digitsOf(id);
      const check = 11 - (weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
      return (check > 9 ? 0 : check) === digits[8];
    },
  },
  {
    country: 'PT',
    name: 'cartão de cidadão',
    source: 'AMA, "Validação de Número de Documento do Cartão de Cidadão"',
    shape: /^\d{9}[A-Z0-9]{2}\d$/,
    holds: (id) => {
      const sum = [...id].reduce((total, char, at) => {
        const value = Number.parseInt(char, 36) * (at % 2 === 0 ? 2 : 1);
        return total + (at % 2 === 0 && value > 9 ? value - 9 : value);
      }, 0);
      return sum % 10 === 0;
    },
    unmistakable: /^\d{8} \d [A-Z]{2}\d$/i,
  },
  {
    country: 'GR',
    name: 'AMKA',
    source: 'Law 3655/2008 article 153; birth date and Luhn',
    shape: /^\d{11}$/,
    holds: (id) => luhn(id) && isShortDate(id.slice(4, 6) + id.slice(2, 4) + id.slice(0, 2)),
  },
];

/** Values of the characters at odd positions (decree of 23 December 1976, annex). */
const ODD: Readonly<Record<string, number>> = Object.fromEntries(
  [...'0123456789'].map((char, at) => [char, [1, 0, 5, 7, 9, 13, 15, 17, 19, 21][at] ?? 0]),
);
const ODD_LETTERS = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

function codiceFiscale(id: string): boolean {
  const sum = [...id.slice(0, 15)].reduce((total, char, at) => {
    const digit = char >= '0' && char <= '9';
    const even = digit ? Number(char) : char.charCodeAt(0) - 65;
    const odd = digit ? (ODD[char] ?? 0) : (ODD_LETTERS[even] ?? 0);
    return total + (at % 2 === 0 ? odd : even);
  }, 0);
  return String.fromCharCode(65 + (sum % 26)) === id[15];
}
