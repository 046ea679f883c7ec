import { describe, expect, test } from 'vitest';
import { classifyName } from '../../src/privacy/index.ts';
import { fold, foldings } from '../../src/privacy/name/fold.ts';
import { segment } from '../../src/privacy/name/segment.ts';
import { splitPath, splitWords } from '../../src/privacy/name/split.ts';

const level = (...path: string[]): string => classifyName(path).level;
const category = (...path: string[]): string | undefined => classifyName(path).category;

describe('paths are taken apart', () => {
  const words = (...path: string[]): readonly (readonly string[])[] =>
    splitPath(path).map((step) => step.words);

  test.each([
    [
      ['address', 'street_address'],
      [['address'], ['street', 'address']],
    ],
    [['emails[0].value'], [['emails'], ['value']]],
    [['$.emails[*].value'], [['emails'], ['value']]],
    [['/address/locality'], [['address'], ['locality']]],
    [['family_name#ja-Kana-JP'], [['family', 'name']]],
    [['cognito:groups'], [['cognito'], ['groups']]],
    [['https://shop.example/claims/homeCity'], [['claims'], ['home', 'city']]],
    [['kubernetes.io.node.name'], [['kubernetes'], ['io'], ['node'], ['name']]],
    [[''], []],
    [['https://shop.example/'], []],
  ])('%j', (path, expected) => {
    expect(words(...path)).toEqual(expected);
  });

  test('object identifiers stay whole', () => {
    expect(splitPath(['urn:oid:2.5.4.20']).map((step) => step.name)).toEqual(['2.5.4.20']);
  });

  test.each([
    ['IPAddress2', ['ip', 'address', '2']],
    ['EMAIL_ADDRESS', ['email', 'address']],
    ['vatID', ['vat', 'id']],
    ['Fødselsdato', ['fodselsdato']],
  ])('%s', (name, expected) => {
    expect(splitWords(name)).toEqual(expected);
  });

  test('letters are folded, and spelled out where ASCII names do so', () => {
    expect(fold('Straße Łódź')).toBe('strasse lodz');
    expect(foldings('Straße')).toEqual(['strasse']);
    expect(foldings('Größe')).toEqual(['grosse', 'groesse']);
  });

  test('joined words come apart when every part is known', () => {
    expect(segment('kundenemail')).toEqual(['kunden', 'email']);
    expect(['platform', 'statement', 'latvia', 'spider'].flatMap(segment)).toEqual([
      'platform',
      'statement',
      'latvia',
      'spider',
    ]);
  });
});

describe('whose it is decides', () => {
  test.each([
    ['customer_name', 'personal'],
    ['tenant_name', 'organisational'],
    ['product_name', 'technical'],
    ['pod_name', 'confidential-infrastructure'],
    ['company_address', 'organisational'],
    ['home_address', 'personal'],
    ['nome_da_mae', 'personal'],
    ['nome_da_empresa', 'organisational'],
    ['address_id', 'pseudonymous-identifier'],
    ['customer_key', 'pseudonymous-identifier'],
    ['server_ip', 'confidential-infrastructure'],
    ['client_ip', 'personal'],
  ])('%s is %s', (name, expected) => {
    expect(level(name)).toBe(expected);
  });

  test('also when a parent says it', () => {
    expect(level('tenant', 'name')).toBe('organisational');
    expect(level('employee', 'name')).toBe('personal');
    expect(level('artefact', 'name')).toBe('technical');
    expect(level('address', 'country')).toBe('personal');
    expect(level('country')).toBe('quasi-identifier');
    expect(level('passport', 'remarks')).toBe('personal');
    expect(level('emails', 'type')).toBe('technical');
  });
});

describe('whose it is decides, in longer names and paths', () => {
  test.each([
    [['order_customer_name'], 'personal'],
    [['enum_member_name'], 'technical'],
    [['id_token_hint', 'email'], 'personal'],
    [['token_introspection', 'username'], 'personal'],
    [['token_introspection', 'name'], 'personal'],
    [['token_introspection', 'sub'], 'pseudonymous-identifier'],
    [['token_introspection', 'scope'], 'authorization'],
    [['app_metadata', 'billing_address'], 'personal'],
    [['session', 'name'], 'technical'],
    [['birth', 'date'], 'personal'],
    [['blood', 'type'], 'special-category'],
    [['labels', 'birthdate'], 'technical'],
    [['attribute_mapping', 'email'], 'technical'],
  ])('%j is %s', (path, expected) => {
    expect(level(...path)).toBe(expected);
  });
});

describe('what is said about data is not the data', () => {
  test.each([
    'portrait_capture_date',
    'disease_code_system',
    'email_verified',
    'phone_count',
    'has_email',
    'max_age',
    'email_changed_at',
    'address_format',
    'hashed_email',
    'username_template',
    'gender_verified',
    'picture_format',
    'phone_url',
    'mail_server',
    'race_condition',
    'email_queue',
    'passport_required',
  ])('%s', (name) => {
    expect(level(name)).toBe('technical');
  });

  test('traits survive questions and results', () => {
    expect(level('has_disability')).toBe('special-category');
    expect(level('hiv_test_result')).toBe('special-category');
    expect(level('health_check')).toBe('technical');
    expect(level('religion_schema')).toBe('technical');
  });
});

describe('words that no list holds', () => {
  test.each([
    ['allergioireet', 'special-category'],
    ['Allergiepass', 'special-category'],
    ['vaccinationsintyg_datum', 'special-category'],
    ['gewerkschaftsbeitrag', 'special-category'],
    ['fecha_nacimiento', 'personal'],
    ['data_luogo_di_nascita', 'personal'],
    ['therapy_notes', 'special-category'],
  ])('%s begins as a word that they hold: %s', (name, expected) => {
    expect(level(name)).toBe(expected);
  });

  test.each([
    'disabled',
    'state_code',
    'invalidated_at',
    'stateless',
    'cb_to_u',
    'data_lineage',
    'diagnostics',
  ])('%s only looks like one', (name) => {
    expect(level(name)).toBe('technical');
  });
});

describe('names mean what their systems mean', () => {
  test.each([
    ['urn:oid:2.5.4.20', 'user.contact.phone_number'],
    ['urn:oid:1.2.246.21', 'user.government_id.national_identification_number'],
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.displayName', 'user.name'],
    ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/mobilephone', 'user.contact.phone_number'],
    ['dk:gov:saml:attribute:CprNumberIdentifier', 'user.government_id.national_identification_number'],
    ['fwd', 'user.device.ip_address'],
    ['norEduPersonNIN', 'user.government_id.national_identification_number'],
    ['sub', 'user.unique_id.pseudonymous'],
  ])('%s is %s', (name, expected) => {
    expect(category(name)).toBe(expected);
  });

  test('an unknown object identifier says nothing', () => {
    expect(classifyName(['1.3.6.1.4.1.99999.1'])).toEqual({
      personal: false,
      level: 'technical',
      confidence: 0.4,
      evidence: ['no word of the name speaks of a person'],
    });
  });
});

describe.each([
  ['English', 'date_of_birth', 'union_member'],
  ['German', 'Geburtsdatum', 'gewerkschaftszugehoerigkeit'],
  ['French', 'date_de_naissance', 'appartenance_syndicale'],
  ['Spanish', 'fechaNacimiento', 'afiliacion_sindical'],
  ['Italian', 'data_nascita', 'iscrizione_sindacale'],
  ['Portuguese', 'data_nascimento', 'filiacao_sindical'],
  ['Dutch', 'geboortedatum', 'vakbondslid'],
  ['Swedish', 'födelsedatum', 'fackförening'],
  ['Danish', 'foedselsdato', 'fagforeningsmedlem'],
  ['Norwegian', 'fødselsdato', 'fagforeningsmedlemskap'],
  ['Finnish', 'syntymäaika', 'ammattiliiton_jäsen'],
  ['Polish', 'data_urodzenia', 'związek_zawodowy'],
])('%s', (_, birth, union) => {
  test(`${birth} and ${union}`, () => {
    expect(category(birth)).toBe('user.demographic.date_of_birth');
    expect(level(union)).toBe('special-category');
  });
});

test('evidence says which word, in which language, means what', () => {
  expect(classifyName(['geburtsdatum'])).toEqual({
    personal: true,
    level: 'personal',
    category: 'user.demographic.date_of_birth',
    confidence: 0.95,
    evidence: ['"geburtsdatum" means birth date (German)'],
  });
});

test('names from users are data', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '']) {
    expect(classifyName([name]).level).toBe('technical');
  }
});

test("a hostile name ends soon and is nobody's", () => {
  expect(level('a'.repeat(100_000))).toBe('technical');
  expect(level(...Array.from({ length: 5000 }, () => 'a.b[0]'))).toBe('technical');
  expect(level('_'.repeat(5000))).toBe('technical');
});

test("what a definition says is about a client is no person's", () => {
  expect(classifyName(['name']).level).toBe('personal');
  expect(classifyName(['name'], 'client').level).toBe('technical');
  expect(classifyName(['name'], 'user').level).toBe('personal');
});
