import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../src/model/index.ts';
import { classify, classifyMembers, classifyValue } from '../../src/privacy/index.ts';

const level = (claim: string, value: JsonValue): string => classifyValue([claim], value).level;
const category = (claim: string, value: JsonValue): string | undefined =>
  classifyValue([claim], value).category;

test.each<[string, JsonValue, string]>([
  ['ref', 'a@b.io', 'user.contact.email'],
  ['ref', '"john doe"@example.com', 'user.contact.email'],
  ['ref', 'erik.åkesson@exämple.se', 'user.contact.email'],
  ['ref', Buffer.from('alice.adams@example.com').toString('base64'), 'user.contact.email'],
  ['ref', '+447700900123', 'user.contact.phone_number'],
  ['notes', 'Alice Adams, +12025550143, called', 'user.contact.phone_number'],
  ['contact_ref', '0151 23456789', 'user.contact.phone_number'],
  ['ref', '(202) 555-0143', 'user.contact.phone_number'],
  ['payout_ref', 'NL91 ABNA 0417 1643 00', 'user.financial.bank_account'],
  ['pm', '6011111111111117', 'user.financial.credit_card'],
  ['ref', '4111 1111 1111 1111', 'user.financial.credit_card'],
  ['ref', '131052-308T', 'user.government_id.national_identification_number'],
  ['fiscalNumber', 'TINIT-RSSMRA85T10A562S', 'user.government_id.national_identification_number'],
  ['custom_1', '60.1699,24.9384', 'user.location.precise'],
  ['custom_1', 'POINT(24.9384 60.1699)', 'user.location.precise'],
  ['custom_1', 'geo:60.1699,24.9384', 'user.location.precise'],
  ['custom_1', '+60.1699+024.9384/', 'user.location.precise'],
  ['custom_1', { lat: 60.1, lng: 24.9 }, 'user.location.precise'],
  ['custom_1', { type: 'Point', coordinates: [24.9, 60.1] }, 'user.location.precise'],
  ['remote_addr', '203.0.113.45:51234', 'user.device.ip_address'],
  ['custom_1', '2001:db8::1', 'user.device.ip_address'],
  ['custom_1', '[2001:db8::1]:443', 'user.device.ip_address'],
  ['custom_1', '00:1b:44:11:3a:b7', 'user.device.device_id'],
  ['custom_1', 'https://www.gravatar.com/avatar/0bc83cb571cd1c50ba6f3e8a78ef1346', 'user.content.self_image'],
  ['custom_1', 'data:image/jpeg;base64,/9j/4AAQ', 'user.content.self_image'],
  ['custom_1', 'https://www.linkedin.com/in/alice-adams-12345/', 'user.contact.url'],
  ['custom_1', '0000-0002-1825-0097', 'user.unique_id'],
  ['owner', 'Alice Adams', 'user.name'],
  ['owner', 'ADAMS, Alice M.', 'user.name'],
  ['custom_1', 'Hauptstraße 5, 10115 Berlin', 'user.contact.address'],
  ['custom_1', '12 Main Street, Springfield 12345', 'user.contact.address'],
  ['notes', 'needs a wheelchair', 'user.health_and_medical'],
  ['notes', 'SSN 536-22-8726 on file', 'user.government_id.national_identification_number'],
  ['notes', 'born on 12.4.1985 in Oslo', 'user.demographic.date_of_birth'],
  ['ref', 'alice%40example.com', 'user.contact.email'],
  ['assigned_to', 'Alice Adams', 'user.name'],
  ['married', true, 'user.demographic.marital_status'],
  ['is_pregnant', false, 'user.health_and_medical'],
  ['criminal_record', 'none', 'user.criminal_history'],
  ['remark', 'undergoing radiotherapy', 'user.health_and_medical'],
  ['position', [59.3293, 18.0686], 'user.location.precise'],
  ['custom_1', '59.3293° N, 18.0686° E', 'user.location.precise'],
  ['birth', '1990-05-17', 'user.demographic.date_of_birth'],
  ['numero', '06 12 34 56 78', 'user.contact.phone_number'],
  ['ref', '020 7946 0958', 'user.contact.phone_number'],
  ['ref', 'tel:030 901820', 'user.contact.phone_number'],
  ['ref', 'CN=Jane Smith,OU=People,O=Example', 'user.name'],
  ['ref', '/C=DE/O=Example/CN=Max Mustermann', 'user.name'],
  ['ref', 'uid=jsmith,ou=people,dc=example,dc=com', 'user.name'],
  ['forwarded', 'for=198.51.100.17;proto=https;by=203.0.113.43', 'user.device.ip_address'],
  ['custom_1', 'ICD-10: F33.2', 'user.health_and_medical'],
  ['custom_1', { system: 'http://snomed.info/sct', code: '38341003' }, 'user.health_and_medical'],
  ['background', 'African American', 'user.demographic.race_ethnicity'],
  ['ssr', 'WCHR', 'user.health_and_medical'],
  ['meal', 'MOML', 'user.demographic.religious_belief'],
  ['remark', 'member of the Green Party', 'user.demographic.political_opinion'],
])('%s = %j is %s', (claim, value, expected) => {
  expect(category(claim, value)).toBe(expected);
  expect(classifyValue([claim], value).personal).toBe(true);
});

test.each<[string, JsonValue, string]>([
  ['ref', 'image@sha256', 'technical'],
  ['ref', '@scope/package@1.2.3', 'technical'],
  ['ref', 'git@github.com:acme/app.git', 'technical'],
  ['ref', 'logo@2x.png', 'technical'],
  ['name', 'orders-worker', 'technical'],
  ['category', 'religion', 'technical'],
  ['ward', 'cardiology', 'technical'],
  ['region', 'eu-north-1', 'technical'],
  ['phone', '+00 ****', 'technical'],
  ['ref', '0612345678', 'technical'],
  ['order_number', '06 12 34 56 78', 'technical'],
  ['ref', 'CN=orders.example.com,O=Example', 'technical'],
  ['ref', 'https://user@host.example/path', 'technical'],
  ['sub', 'sa@project.iam.gserviceaccount.com', 'pseudonymous-identifier'],
  ['ref', 'noreply@example.com', 'organisational'],
  ['pm', '6011111111111118', 'technical'],
  ['ref', '4111111111111111', 'technical'],
  ['ref', '12345678901', 'technical'],
  ['extension_plan', '555-0199', 'technical'],
  ['emergency_service', '112', 'technical'],
  ['os_version', '10.15.7.1', 'technical'],
  ['oid_policy', '2.5.4.20', 'technical'],
  ['scale_range', '50.0,8.5', 'technical'],
  ['node_ip', '203.0.113.9', 'confidential-infrastructure'],
  ['client_ip', '10.0.0.5', 'confidential-infrastructure'],
  ['ref', 'https://orders.prod.svc.cluster.local/v1', 'confidential-infrastructure'],
  ['ref', 'arn:aws:iam::123456789012:role/web', 'confidential-infrastructure'],
  ['ref', 'ghp_0123456789abcdefghijABCDEFGHIJ012345', 'secret'],
  ['ref', '-----BEGIN EC PRIVATE KEY-----\nMHc', 'secret'],
  ['email', '261fa581265c8aa510b8934938229e05', 'pseudonymous-identifier'],
  ['email', '', 'technical'],
  ['email', 'n/a', 'technical'],
  ['email', 'a***@example.com', 'technical'],
  ['phone', true, 'technical'],
  ['phone', 0, 'technical'],
  ['part_number', '12345678Z', 'technical'],
  ['notes', 'delivered on 12.4.2026', 'technical'],
  ['address', null, 'technical'],
  ['address', {}, 'technical'],
  ['emails', [], 'technical'],
  ['plan_name', 'Standard Plan', 'technical'],
  ['owner', 'Orders Team', 'pseudonymous-identifier'],
  ['picture_policy', 'data:image/png;base64,iVBORw0KGgo', 'technical'],
  ['exp', 1_780_000_000, 'technical'],
  ['married', false, 'technical'],
  ['sign_up', 'disabled', 'technical'],
  ['health', 'ok', 'technical'],
  ['treatment', 'variant-b', 'technical'],
  ['locations', ['https://api.example'], 'technical'],
  ['mask', '255.255.255.0', 'confidential-infrastructure'],
  ['vector', [0.1213, 0.9833], 'technical'],
  ['position', [1, 2], 'technical'],
  ['permissions_map', { orders: ['read'] }, 'technical'],
])('%s = %j is %s', (claim, value, expected) => {
  expect(level(claim, value)).toBe(expected);
  expect(classifyValue([claim], value).personal).toBe(false);
});

describe('values are read to the bottom', () => {
  const jwt = (payload: JsonValue): string =>
    [{ alg: 'none' }, payload]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
      .concat('.sig');

  test.each<[string, JsonValue]>([
    ['authorization_details', [{ type: 'payment', creditor: { iban: 'DE89370400440532013000' } }]],
    ['act', { sub: 'web', act: { email: 'alice@example.com' } }],
    ['payload', JSON.stringify({ user: { email: 'alice@example.com' } })],
    ['opt', jwt({ orig: { tn: '+12025550143' } })],
    ['permissions', { 'alice@example.com': ['read'] }],
    ['limits', { '+447700900123': 3 }],
    ['payload', `not ${'{'} json: alice@example.com ${'}'}`],
    ['state_data', '{ "broken": alice@example.com }'],
  ])('%s', (claim, value) => {
    expect(classifyValue([claim], value).personal).toBe(true);
  });

  test('members come with their paths, arrays with the path of the array', () => {
    const members = classifyMembers({
      iss: 'https://id.shop.example',
      act: { emails: ['a@b.example', 'c@d.example'] },
    });
    expect(members.map(({ path, classification }) => [path.join('/'), classification.level])).toEqual([
      ['iss', 'technical'],
      ['act/emails', 'personal'],
      ['act/emails', 'personal'],
    ]);
  });

  test('a container keeps its own level', () => {
    expect(level('verified_claims', { verification: { trust_framework: 'eidas' } })).toBe('personal');
  });
});

test('name or value alone will do', () => {
  expect(classify({ path: ['given_name'] }).category).toBe('user.name.first');
  expect(classify({ value: 'alice@example.com' }).category).toBe('user.contact.email');
  expect(classify({}).level).toBe('technical');
});

test('evidence never holds the value', () => {
  const values = [
    'alice@example.com',
    '+447700900123',
    'DE89370400440532013000',
    '131052-308T',
    'Alice Adams',
    'needs insulin',
  ];
  for (const value of values) {
    const { evidence } = classifyValue(['owner'], value);
    expect(evidence.join(' ')).not.toContain(value);
  }
});

test('anything is classified, the same way twice', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 4 }), fc.jsonValue({ maxDepth: 4 }), (path, value) => {
      const json = value as JsonValue;
      const first = classifyValue(path, json);
      expect(first.confidence).toBeGreaterThanOrEqual(0);
      expect(first.confidence).toBeLessThanOrEqual(1);
      expect(classifyValue(path, json)).toEqual(first);
    }),
    { seed: 20261122 },
  );
});

test('hostile values end soon', () => {
  const hostile = [
    '@'.repeat(50_000),
    'a@'.repeat(20_000),
    'AA11 '.repeat(20_000),
    '+1 '.repeat(20_000),
    '('.repeat(50_000),
  ];
  const shapes = [
    'A'.repeat(50_000),
    '1,'.repeat(20_000),
    `${'['.repeat(4000)}${']'.repeat(4000)}`,
    'Ab '.repeat(20_000),
  ];
  const deep = Array.from({ length: 500 }).reduce<JsonValue>((inner) => ({ inner }), 'alice@example.com');
  const members = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`m${at}`, at]));
  for (const value of [...hostile, ...shapes, deep, members]) {
    expect(classifyValue(['ref'], value).personal).toBe(false);
  }
});
