import type { PrivacyLevel } from '../model/index.ts';

/**
 * How a kind of data behaves in a name:
 *
 * - `shared`: persons have it and other things too (an address, a website). Who owns it decides.
 * - `direct`: it belongs to one person whoever is named beside it (a passport number).
 * - `trait`: it says what a person is. `has_…`, `…_status` and `…_result` still say it (a diagnosis).
 * - `other`: it is not about a person.
 */
type ConceptKind = 'shared' | 'direct' | 'trait' | 'other';

/** A kind of data that a word can stand for. */
export interface Concept {
  readonly level: PrivacyLevel;
  /** A Fideslang key, explained in contracts/registry/privacy-categories.json. */
  readonly category: string;
  readonly kind: ConceptKind;
}

const shared = (category: string, level: PrivacyLevel = 'personal'): Concept => ({
  level,
  category,
  kind: 'shared',
});
const direct = (category: string, level: PrivacyLevel = 'personal'): Concept => ({
  level,
  category,
  kind: 'direct',
});
const trait = (category: string, level: PrivacyLevel = 'personal'): Concept => ({
  level,
  category,
  kind: 'trait',
});
const special = (category: string): Concept => trait(category, 'special-category');
const other = (level: PrivacyLevel, category = 'system.operations'): Concept => ({
  level,
  category,
  kind: 'other',
});

/** Every kind of data that the lexicon knows. */
export const concepts = {
  'full name': shared('user.name'),
  'first name': direct('user.name.first'),
  'last name': direct('user.name.last'),
  'other name': direct('user.name'),
  'another person': direct('user.name'),
  username: shared('user.account.username'),
  email: shared('user.contact.email'),
  phone: shared('user.contact.phone_number'),
  fax: shared('user.contact.fax_number'),
  'web page': shared('user.contact.url'),
  messenger: shared('user.contact.url'),
  photo: direct('user.content.self_image'),
  signature: direct('user.content.private'),
  'free text': shared('user.content.private'),
  address: shared('user.contact.address'),
  street: shared('user.contact.address.street'),
  city: shared('user.contact.address.city'),
  'postal code': shared('user.contact.address.postal_code'),
  region: shared('user.contact.address.state'),
  country: shared('user.contact.address.country', 'quasi-identifier'),
  'birth date': direct('user.demographic.date_of_birth'),
  'birth year': direct('user.demographic.age_range'),
  age: direct('user.demographic.age_range'),
  'age band': direct('user.demographic.age_range', 'quasi-identifier'),
  'birth place': direct('user.demographic'),
  gender: trait('user.demographic.gender'),
  nationality: trait('user.demographic'),
  'marital status': trait('user.demographic.marital_status'),
  family: trait('user.demographic'),
  language: shared('user.demographic.language', 'quasi-identifier'),
  'time zone': shared('user.location.imprecise', 'quasi-identifier'),
  'national id': direct('user.government_id.national_identification_number'),
  passport: direct('user.government_id.passport_number'),
  'driving licence': direct('user.government_id.drivers_license_number'),
  'residence permit': direct('user.government_id.immigration'),
  vehicle: direct('user.government_id.vehicle_registration'),
  'tax id': shared('user.government_id'),
  'person id': direct('user.unique_id'),
  'bank account': direct('user.financial.bank_account'),
  'payment card': direct('user.financial.credit_card'),
  finances: trait('user.financial'),
  employment: trait('user.job_title'),
  education: trait('user.demographic.profile'),
  interests: trait('user.demographic.profile'),
  'ip address': shared('user.device.ip_address'),
  'hardware address': direct('user.device.device_id'),
  'device id': direct('user.device.device_id', 'pseudonymous-identifier'),
  'user agent': direct('user.device', 'quasi-identifier'),
  location: shared('user.location.precise'),
  health: special('user.health_and_medical'),
  'health insurance': special('user.health_and_medical.insurance_beneficiary_id'),
  biometrics: special('user.biometric'),
  genetics: special('user.health_and_medical.genetic'),
  religion: special('user.demographic.religious_belief'),
  politics: special('user.demographic.political_opinion'),
  'union membership': special('user.demographic'),
  ethnicity: special('user.demographic.race_ethnicity'),
  'sex life': special('user.demographic.sexual_orientation'),
  crime: trait('user.criminal_history', 'criminal-offence'),
  pseudonym: direct('user.unique_id', 'pseudonymous-identifier'),
  secret: other('secret', 'user.authorization.credentials'),
  authorization: other('authorization', 'user.authorization'),
  organisation: other('organisational'),
  infrastructure: other('confidential-infrastructure'),
  technical: other('technical'),
} as const satisfies Readonly<Record<string, Concept>>;

/** The name of a kind of data, in words that evidence can quote. */
export type ConceptName = keyof typeof concepts;

/** A kind of data by its name. */
export function conceptOf(name: ConceptName): Concept {
  return concepts[name];
}
