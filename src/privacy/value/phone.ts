import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { type Detector, says } from './detector.ts';

/** E.164: a plus, then at most 15 digits; people write them with spaces, dots, hyphens and brackets. */
const INTERNATIONAL =
  /^(?:tel:|sip:|callto:)?\(?\+\(?[1-9][\d\s().\u00a0-]{6,24}(?:\s?(?:ext\.?|x|;ext=)\s?\d{1,6})?$/i;
const IN_TEXT = /(?:^|[\s,;:(])(\+[1-9][\d\s().-]{7,18}\d)(?=$|[\s,;.)])/g;
const NATIONAL = /^(?:\(\d{2,5}\)|\d)[\d\s()./-]{5,18}\d$/;
/** A number that is only reached from some places (RFC 3966 section 5.1.5): the scheme says what it is. */
const LOCAL_URI = /^tel:[\d(][\d\s().-]{4,18}\d$/i;
/** A trunk prefix and at least three groups; bare digits never count by themselves. */
const GROUPED = /^0\d{1,4}(?: \d{2,4}){2,4}$/;
/** North American numbers with brackets are written as nothing else is. */
const BRACKETS = /^\(\d{3}\) ?\d{3}[-. ]\d{4}$/;

const PATH_WORDS = new Set(
  `phone phones telephone tel mobile cell msisdn fax contact sms call caller whatsapp telefon handy mobil telefono telefone
  telefoon puhelin gsm celular movil portable rufnummer tlf recovery mfa`.split(/\s+/),
);

/** Countries whose national form is tried where the path speaks of telephones. */
const COUNTRIES: readonly CountryCode[] = [
  ...(['DE', 'GB', 'FR', 'ES', 'IT', 'US', 'NL', 'BE', 'SE', 'FI', 'NO', 'DK', 'PL', 'PT'] as const),
  ...(['IE', 'AT', 'CH', 'BR', 'IN', 'AU', 'MX', 'CA'] as const),
];

/**
 * A telephone number: in international form wherever it stands; in national form where the path speaks of
 * telephones, or where it is grouped exactly as its country groups it. Numbers that are possible count, since
 * test numbers are never assigned.
 */
export const phone: Detector = (text, context) => {
  if (text.includes('+')) {
    if (INTERNATIONAL.test(text) && isPossible(text.replace(/^[a-z]+:/i, ''))) {
      return {
        concept: 'phone',
        confidence: 0.97,
        because: 'the value is an international telephone number',
      };
    }
    for (const [, candidate] of text.matchAll(IN_TEXT)) {
      if (candidate !== undefined && isPossible(candidate)) {
        return {
          concept: 'phone',
          confidence: 0.9,
          because: 'the value holds an international telephone number',
        };
      }
    }
    return undefined;
  }
  if (context.vetoed || !(NATIONAL.test(text) || LOCAL_URI.test(text))) return undefined;
  const written = BRACKETS.test(text) || LOCAL_URI.test(text) || isGroupedAsNational(text);
  if (written || (says(context, PATH_WORDS) && isNational(text))) {
    return { concept: 'phone', confidence: 0.85, because: 'the value is a national telephone number' };
  }
  return undefined;
};

function isPossible(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return digits >= 8 && digits <= 15 && parsePhoneNumberFromString(text)?.isPossible() === true;
}

function isNational(text: string): boolean {
  return COUNTRIES.some((country) => parsePhoneNumberFromString(text, country)?.isValid() === true);
}

function isGroupedAsNational(text: string): boolean {
  if (!GROUPED.test(text)) return false;
  return COUNTRIES.some((country) => {
    const number = parsePhoneNumberFromString(text, country);
    return number?.isValid() === true && number.formatNational() === text;
  });
}
