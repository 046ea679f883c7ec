import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { type Detector, says } from './detector.ts';

/** E.164: a plus, then at most 15 digits; people write them with spaces, dots, hyphens and brackets. */
const INTERNATIONAL =
  /^(?:tel:|sip:|callto:)?\(?\+\(?[1-9][\d\s().\u00a0-]{6,24}(?:\s?(?:ext\.?|x|;ext=)\s?\d{1,6})?$/i;
const IN_TEXT = /(?:^|[\s,;:(])(\+[1-9][\d\s().-]{7,18}\d)(?=$|[\s,;.)])/g;
const NATIONAL = /^(?:\(\d{2,5}\)|\d)[\d\s()./-]{5,18}\d$/;
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
 * A telephone number: in international form wherever it stands, in national form only where the path speaks
 * of telephones. Numbers that are possible count, since test numbers are never assigned.
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
  if (context.vetoed || !NATIONAL.test(text)) return undefined;
  const expected = says(context, PATH_WORDS);
  if (BRACKETS.test(text) || (expected && isNational(text))) {
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
