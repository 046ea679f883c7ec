import type { Detector } from './detector.ts';

const BORN =
  /(?:^|[^\p{L}])(?:born|d\.?o\.?b\.?|date of birth|birth ?date|geboren|geb\.|née?|nacid[oa]|nat[oa] il|nascid[oa]|född|født|syntynyt|urodzon[ya]|geboortedatum)(?:[^\p{L}\d]|on|am|le|el|il|em|den|op){0,6}(?:\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}|\d{1,2}\.? \p{L}{3,12}\.?,? \d{4}|\p{L}{3,12} \d{1,2},? \d{4})/iu;

/** A date of birth in a text that says so; a date alone is nobody's. */
export const birth: Detector = (text) => {
  if (text.length > 1000 || !/\d{4}/.test(text) || !BORN.test(text)) return undefined;
  return { concept: 'birth date', confidence: 0.85, because: 'the value tells when somebody was born' };
};
