import { luhn, modulo } from '../national-id/checksums.ts';
import { type Detector, says } from './detector.ts';

/** Lengths by country (SWIFT, IBAN Registry, release 99). */
const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24
  FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21
  LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22
  RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`
    .split(/\s+/)
    .map((entry): [string, number] => [entry.slice(0, 2), Number(entry.slice(2))]),
);
const IBAN_SHAPE = /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}\b/gi;

/** Bank accounts in the international form (ISO 13616, check digits of ISO/IEC 7064 MOD 97-10). */
export const iban: Detector = (text) => {
  for (const [candidate] of text.matchAll(IBAN_SHAPE)) {
    if (isIban(candidate)) {
      return {
        concept: 'bank account',
        confidence: 0.98,
        because: 'the value is an IBAN with valid check digits',
      };
    }
  }
  return undefined;
};

function isIban(text: string): boolean {
  const compact = text.replace(/[ -]/g, '').toUpperCase();
  if (IBAN_LENGTHS.get(compact.slice(0, 2)) !== compact.length) return false;
  const rotated = compact.slice(4) + compact.slice(0, 4);
  return (
    modulo(
      rotated.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)),
      97,
    ) === 1
  );
}

/** Issuer ranges and lengths (ISO/IEC 7812; the schemes' published ranges). */
const CARD =
  /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|(?:222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|3[47]\d{13}|3(?:0[0-59]|[689]\d)\d{11,13}|6(?:011|4[4-9]\d|5\d\d)\d{12,15}|35(?:2[89]|[3-8]\d)\d{12,15}|62\d{14,17}|(?:5018|5020|5038|6304|6759|676[1-3])\d{8,15}|220[0-4]\d{12})$/;
const GROUPED = /(?:^|[^\d-])(\d{4}([ -])\d{4}\2\d{4}\2\d{4}|\d{4}([ -])\d{6}\3\d{4,5})(?![\d-])/;
const CARD_WORDS = new Set(
  'card cards pan pm payment cc creditcard cardnumber karte kreditkarte carte tarjeta carta cartao kort kortti karta kaart'.split(
    ' ',
  ),
);

/** Payment cards; bare digits only where the path speaks of cards. */
export const card: Detector = (text, context) => {
  const grouped = GROUPED.exec(text)?.[1];
  if (grouped !== undefined && isCard(grouped.replace(/\D/g, ''))) {
    return { concept: 'payment card', confidence: 0.95, because: 'the value is a payment card number' };
  }
  if (/^\d{12,19}$/.test(text) && says(context, CARD_WORDS) && isCard(text)) {
    return {
      concept: 'payment card',
      confidence: 0.95,
      because: 'the value is a payment card number, as the path says',
    };
  }
  return undefined;
};

function isCard(digits: string): boolean {
  return CARD.test(digits) && luhn(digits);
}
