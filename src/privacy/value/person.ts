import { ownerOf } from '../name/owners.ts';
import { type Context, type Detector, says } from './detector.ts';

/** Words of names that no person has. */
const NOT_A_PERSON = new Set(
  `inc ltd llc llp plc gmbh ag kg ug se sa sas sarl srl spa bv nv ab as aps oy oyj corp co company group holding bank university
  college school institute hospital clinic church city county state council department ministry office team service services plan
  standard premium basic free trial pro enterprise business default admin administrator user users guest system root test demo
  unknown none null true false yes no the and or of for project product store shop market street road avenue station app api bot
  robot server client role roles group read write owner editor viewer manager director engineer developer support sales marketing
  north south east west new old red blue green black white gold silver platinum bronze version release build first last name
  street north america europe asia africa time zone central pacific atlantic eastern western monday tuesday wednesday thursday
  friday saturday sunday january february march april may june july august september october november december verein stiftung
  solutions technologies systems software labs studio consulting partners international global foundation association`.split(
    /\s+/,
  ),
);

/** Names under which a person is expected, though the name alone does not say so. */
const PERSON_WORDS = new Set(
  `assigned requested signed approved submitted owner author creator assignee approver reviewer contact recipient sender requester reporter holder by manager signer signatory
  beneficiary payee payer customer user employee person name sub subject actor passenger guest attendee participant client tenantowner
  lead supervisor agent representative delegate contactperson initiator submitter editor publisher host speaker kontakt ansprechpartner
  responsible handler supporter caller patient student teacher doctor driver`.split(/\s+/),
);

const PART = "\\p{Lu}[\\p{L}'’-]*\\.?";
const PARTICLE = '(?:van|von|de|da|do|dos|del|della|di|der|den|la|le|al|bin|ibn|af|av|zu|y|e|ter|ten)';
const FORENAME_FIRST = new RegExp(`^(?:${PART})(?: (?:${PART}|${PARTICLE})){0,4} ${PART}$`, 'u');
const SURNAME_FIRST = new RegExp(`^${PART}(?:[ -]${PART}){0,2}, ${PART}(?: ${PART}){0,2}$`, 'u');

/** A person's name, where the path leads one to expect a person. */
export const personName: Detector = (text, context) => {
  if (text.length > 80 || !expectsPerson(context) || !isName(text)) return undefined;
  return {
    concept: 'full name',
    confidence: 0.8,
    because: 'the value looks like the name of a person, as the path says',
  };
};

function isName(text: string): boolean {
  if (!FORENAME_FIRST.test(text) && !SURNAME_FIRST.test(text)) return false;
  return !text
    .toLowerCase()
    .split(/[\s,.'’-]+/)
    .some((word) => NOT_A_PERSON.has(word));
}

const COMMON_NAME = /(?:^|[,/;+])\s*CN\s*=\s*([^,/;+=]{3,80})(?=$|[,/;+])/i;
const ACCOUNT =
  /(?:^|[,/;+])\s*(?:UID|CN)\s*=[^,/;+=]{2,64},.*\bOU\s*=\s*(?:people|persons|users|employees|staff)\b/i;

/** A person's entry in a directory (RFC 4514; the older form has slashes): `CN=Jane Smith,O=Example`. */
export const distinguishedName: Detector = (text) => {
  if (text.length > 500 || !text.includes('=')) return undefined;
  const [, commonName = ''] = COMMON_NAME.exec(text) ?? [];
  if (!isName(commonName.trim()) && !ACCOUNT.test(text)) return undefined;
  return { concept: 'full name', confidence: 0.85, because: 'the value is the directory entry of a person' };
};

function expectsPerson(context: Context): boolean {
  if (context.name.personal) return true;
  if (context.vetoed) return false;
  return says(context, PERSON_WORDS) || [...context.words].some((word) => ownerOf(word) === 'person');
}

const STREET_WORD =
  '(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|way|court|square|terrace|close|place|crescent|rue|allée|chemin|calle|avenida|plaza|paseo|via|viale|piazza|corso|rua|travessa|praça|straat|laan|weg|plein|gracht|gatan|vägen|gata|vej|gade|allé|vei|veien|gate|katu|tie|kuja|polku|ulica|ul|aleja|al|plac|straße|strasse|str|gasse|platz|allee|damm|ring|ufer)';
const NUMBER_FIRST = new RegExp(`^\\d{1,5}[a-z]?,? (?:[\\p{L}'’.-]+ ){0,5}?${STREET_WORD}\\b`, 'iu');
const STREET_FIRST = new RegExp(
  `^(?:${STREET_WORD}\\.? [\\p{L}'’. -]{2,50}|[\\p{L}'’. -]{1,50}?${STREET_WORD}\\.?),? (?:nº?\\.? ?)?\\d{1,5}\\b`,
  'iu',
);
const POSTAL =
  /\b(?:\d{4,6}|\d{3} ?\d{2}|\d{5}-\d{3}|\d{2}-\d{3}|\d{4} ?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)\b/;

/** A postal address: a street with a number, and a postal code or a path that leads one to expect it. */
export const postalAddress: Detector = (text, context) => {
  if (text.length < 8 || text.length > 200 || context.vetoed) return undefined;
  const [line = ''] = text.split(/[\n;]/, 1);
  const street = NUMBER_FIRST.test(line) || STREET_FIRST.test(line);
  if (!street || !(POSTAL.test(text.slice(5)) || /[,\n]/.test(text) || expectsPerson(context)))
    return undefined;
  return { concept: 'address', confidence: 0.85, because: 'the value is a postal address' };
};
