import { conceptOf } from '../concepts.ts';
import { type FoundNationalId, findNationalId } from '../national-id/index.ts';
import { type Context, type Detector, says } from './detector.ts';

/** Words of a text that are looked at. */
const MAX_WORDS = 200;

const PATH_WORDS = new Set(
  `ssn nin nino pesel cpr cpf rg dni nie nif bsn hetu fnr personnummer personnr pnr national identity identification id_card social insurance
  citizen tax aadhaar pan sin tfn curp rut rfc cnp egn oib emso jmbg amka tckn hkid nric nhs uid_number fodselsnummer isikukood kennitala
  steuer fiscale fiscal codice cedula identidad idcard govid personal`.split(/\s+/),
);

/** Identification numbers of persons, with their check digits. */
export const nationalId: Detector = (text, context) => {
  if (!/\d{3}/.test(text)) return undefined;
  const found = findNationalId(text) ?? numberIn(text);
  if (found === undefined) return undefined;
  const { country, name } = found.id;
  const because = `the value is shaped as ${name} (${country})${found.id.holds === undefined ? '' : ', check digits hold'}`;
  if (isExpected(context)) return { concept: 'national id', confidence: 0.97, because };
  return found.unmistakable && !context.vetoed
    ? { concept: 'national id', confidence: 0.85, because }
    : undefined;
};

/** A number among words: only one that is written as nothing else is. */
function numberIn(text: string): FoundNationalId | undefined {
  if (!text.includes(' ')) return undefined;
  for (const word of text.split(/[\s,;:()]+/, MAX_WORDS)) {
    const found = /\d{3}/.test(word) ? findNationalId(word.replace(/\.$/, '')) : undefined;
    if (found?.unmistakable === true) return found;
  }
  return undefined;
}

function isExpected(context: Context): boolean {
  const government = context.name.category?.startsWith(conceptOf('tax id').category) === true;
  return government || (!context.vetoed && context.name.level === 'technical' && says(context, PATH_WORDS));
}
