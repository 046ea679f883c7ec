/** A small generator of pseudo-random numbers (mulberry32), so that a seed gives the same samples everywhere. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const FIRST = [
  'Alice',
  'Björn',
  'Chloé',
  'Dmitri',
  'Elena',
  'Frédéric',
  'Giulia',
  'Håkon',
  'Inés',
  'Jan',
  'Katarzyna',
  'Liisa',
  'Márcia',
  'Noor',
  'Óscar',
  'Priya',
];
const LAST = [
  'Adams',
  'Bergström',
  'Čapek',
  'Dubois',
  'Esposito',
  'Fernández',
  'García',
  'Hansen',
  "O'Brien",
  'Jansen',
  'Kowalska',
  'Lahtinen',
  'Müller',
  'Nielsen',
  'Oliveira',
  'van Dijk',
];
const HOSTS = [
  'example.com',
  'example.org',
  'mail.example.net',
  'firma.example.de',
  'ejemplo.example.es',
  'post.example.no',
];
const NEUTRAL = ['ref', 'custom_1', 'ext_attr_3', 'value', 'field7', 'x'];

const luhnDigit = (digits) => {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const doubled = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
};
const mod97 = (text) => [...text].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);

/**
 * Labelled values: `{ path, value, level, personal, kind }`. Numbers are made with the check digits that their
 * issuers publish; telephone numbers are of ranges kept for fiction (Ofcom, NANPA, ARCEP, PTS, ACMA); card
 * numbers are the test numbers of payment services. None is asserted to belong to a person.
 */
export function labelledValues(seed) {
  const next = random(seed);
  const int = (below) => Math.floor(next() * below);
  const of = (list) => list[int(list.length)];
  const digits = (count) => Array.from({ length: count }, () => int(10)).join('');
  const hex = (count) => Array.from({ length: count }, () => of([...'0123456789abcdef'])).join('');
  const two = (number) => String(number).padStart(2, '0');
  const day = () => ({ y: 1940 + int(65), m: two(1 + int(12)), d: two(1 + int(28)) });
  const letters = (count) => Array.from({ length: count }, () => of([...'ABCDEFGHJKLMNPRSTUVWXYZ'])).join('');
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
  const ascii = (text) =>
    text
      .normalize('NFD')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase();
  const address = () => `${ascii(of(FIRST))}.${ascii(of(LAST))}@${of(HOSTS)}`;
  const fullName = () => `${of(FIRST)} ${of(LAST)}`;
  const ibanOf = (country, body) => {
    const numeric = (text) => text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
    return `${country}${two(98 - mod97(numeric(`${body}${country}00`)))}${body}`;
  };
  const hetu = () => {
    const { y, m, d } = day();
    const body = `${d}${m}${two(y % 100)}`;
    const serial = String(2 + int(897)).padStart(3, '0');
    return `${body}-${serial}${'0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(body + serial) % 31]}`;
  };
  const personnummer = () => {
    const { y, m, d } = day();
    const body = `${two(y % 100)}${m}${d}${digits(3)}`;
    return `${body.slice(0, 6)}-${body.slice(6)}${luhnDigit(body)}`;
  };
  const dni = () => {
    const number = digits(8);
    return `${number}${'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23]}`;
  };
  const pesel = () => {
    const { y, m, d } = day();
    const body = `${two(y % 100)}${y < 2000 ? m : two(Number(m) + 20)}${d}${digits(4)}`;
    const sum = [...body].reduce((total, digit, at) => total + Number(digit) * [1, 3, 7, 9][at % 4], 0);
    return `${body}${(10 - (sum % 10)) % 10}`;
  };
  const nir = () => {
    const { y, m } = day();
    const body = `${1 + int(2)}${two(y % 100)}${m}${two(1 + int(95))}${digits(6)}`;
    return `${body}${two(97 - mod97(body))}`;
  };
  const bsn = () => {
    for (;;) {
      const body = `${1 + int(9)}${digits(7)}`;
      const check = [...body].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0) % 11;
      if (check < 10) return `${body}${check}`;
    }
  };

  const kinds = [
    // What it is, whether it is personal, under which names, how it is made
    ['email', 'personal', [...NEUTRAL, 'sub', 'contact', 'email', 'note'], address],
    ['email in base64', 'personal', NEUTRAL, () => Buffer.from(address()).toString('base64')],
    [
      'email in text',
      'personal',
      ['comment', 'ref', 'message'],
      () => `Please write to ${address()} before noon.`,
    ],
    [
      'email of a function',
      'organisational',
      ['ref', 'support', 'reply_to'],
      () => `${of(['noreply', 'support', 'info', 'no-reply'])}@${of(HOSTS)}`,
    ],
    [
      'phone, international',
      'personal',
      [...NEUTRAL, 'phone_number', 'contact'],
      () =>
        of([
          `+4477009${digits(5)}`,
          `+1 202 555 01${digits(2)}`,
          `+336391${digits(5)}`,
          `+46 70 174 06 ${digits(2)}`,
          `+61491570${digits(3)}`,
        ]),
    ],
    [
      'phone, national',
      'personal',
      ['phone', 'telefon', 'mobile_number', 'tel'],
      () => of([`(202) 555-01${digits(2)}`, `07700 9${digits(5)}`, `0151 2345${digits(4)}`]),
    ],
    [
      'iban',
      'personal',
      [...NEUTRAL, 'payout_account'],
      () =>
        of([
          ibanOf('DE', digits(18)),
          ibanOf('NL', `ABNA${digits(10)}`),
          ibanOf('FI', digits(14)),
          ibanOf('FR', digits(23)),
          ibanOf('NO', digits(11)),
        ]),
    ],
    [
      'card',
      'personal',
      ['card_number', 'pan', 'credit_card'],
      () =>
        of([
          '4111111111111111',
          '5555555555554444',
          '378282246310005',
          '6011111111111117',
          '3530111333300000',
        ]),
    ],
    [
      'card, grouped',
      'personal',
      NEUTRAL,
      () => of(['4111 1111 1111 1111', '5555-5555-5555-4444', '4242 4242 4242 4242']),
    ],
    [
      'national id, written as such',
      'personal',
      [...NEUTRAL, 'nin'],
      () =>
        of([
          hetu(),
          personnummer(),
          `756.${digits(4)}`.length > 0 ? dni() : '',
          'RSSMRA85T10A562S',
          'HEGG560427MVZRRL04',
          '529.982.247-25',
          '85.07.30-033.28',
        ]),
    ],
    [
      'national id, digits',
      'personal',
      ['national_id', 'pesel', 'bsn', 'nir', 'ssn', 'personal_id'],
      () => of([pesel(), nir(), bsn()]),
    ],
    [
      'ip, public',
      'personal',
      ['ip', 'client_ip', 'remote_addr', 'custom_1'],
      () =>
        of([
          `203.0.113.${int(255)}`,
          `81.${int(255)}.${100 + int(100)}.${int(255)}`,
          `2001:db8::${hex(4)}:${hex(3)}1`,
        ]),
    ],
    [
      'coordinates',
      'personal',
      ['geo', 'location', 'custom_2'],
      () =>
        of([
          `${(int(60) + next()).toFixed(5)},${(int(90) + next()).toFixed(5)}`,
          { lat: int(80) + 0.5, lng: int(120) + 0.25 },
          { type: 'Point', coordinates: [24.9384, 60.1699] },
        ]),
    ],
    [
      'birth date',
      'personal',
      ['birthdate', 'dob', 'geburtsdatum', 'fecha_nacimiento'],
      () => {
        const { y, m, d } = day();
        return of([`${y}-${m}-${d}`, `${d}.${m}.${y}`]);
      },
    ],
    [
      'name',
      'personal',
      ['name', 'full_name', 'owner', 'contact', 'assignee', 'customer', 'created_by'],
      () => of([fullName(), `${of(LAST).toUpperCase()}, ${of(FIRST)}`]),
    ],
    [
      'address',
      'personal',
      ['address', 'custom_3', 'delivery', 'home_address'],
      () =>
        of([
          '12 Main Street, Springfield 12345',
          'Hauptstraße 5, 10115 Berlin',
          'Mannerheimintie 1 A 5, 00100 Helsinki',
          '10 Downing Street, London SW1A 2AA',
          '4 rue de Rivoli, 75001 Paris',
          'Calle Mayor 7, 28013 Madrid',
          'Kungsgatan 10, 111 43 Stockholm',
        ]),
    ],
    [
      'nested',
      'personal',
      ['authorization_details', 'act', 'payload', 'verified_claims'],
      () =>
        of([
          [{ type: 'payment', creditor: { iban: ibanOf('DE', digits(18)) } }],
          { sub: uuid(), email: address() },
          { claims: { given_name: of(FIRST) } },
          JSON.stringify({ user: { email: address() } }),
        ]),
    ],
    [
      'health',
      'special-category',
      ['diagnosis', 'notes', 'dietary_needs', 'condition', 'allergies'],
      () => of(['diabetes type 2', 'wheelchair user', 'pregnant', 'asthma', 'halal', 'coeliac']),
    ],
    [
      'belief and orientation',
      'special-category',
      ['religion', 'denomination', 'notes', 'profile_note'],
      () => of(['catholic', 'muslim', 'jewish', 'buddhist', 'homosexual', 'evangelisch']),
    ],
    [
      'social page',
      'personal',
      [...NEUTRAL, 'website'],
      () =>
        of([
          `https://www.linkedin.com/in/${ascii(of(LAST))}-${digits(4)}/`,
          `https://twitter.com/${ascii(of(LAST))}${digits(2)}`,
          `https://github.com/${ascii(of(LAST))}${digits(2)}`,
        ]),
    ],
    [
      'picture',
      'personal',
      ['picture', 'avatar', 'ref'],
      () =>
        of([
          `https://www.gravatar.com/avatar/${hex(32)}`,
          `https://lh3.googleusercontent.com/a/${hex(20)}`,
          'data:image/jpeg;base64,/9j/4AAQSkZJRgABAQ',
        ]),
    ],
    [
      'hardware address',
      'personal',
      ['mac', 'custom_4'],
      () => Array.from({ length: 6 }, () => hex(2)).join(':'),
    ],
    // Nobody's
    ['uuid', 'technical', [...NEUTRAL, 'sub', 'jti', 'oid', 'user_id', 'email'], uuid],
    [
      'hash',
      'technical',
      [...NEUTRAL, 'etag', 'email_hash', 'sha'],
      () => of([hex(32), hex(40), hex(64), `sha256:${hex(64)}`]),
    ],
    ['digits', 'technical', [...NEUTRAL, 'order_id', 'count', 'quantity', 'sub'], () => digits(8 + int(10))],
    [
      'epoch',
      'technical',
      ['iat', 'exp', 'auth_time', 'updated_at', 'verified_at', 'ref'],
      () => 1700000000 + int(200000000),
    ],
    [
      'version',
      'technical',
      ['ver', 'os_version', 'app_version', 'build'],
      () => `${int(20)}.${int(20)}.${int(20)}`,
    ],
    [
      'order number',
      'technical',
      ['order_number', 'invoice', 'ticket', 'sku', 'ref'],
      () =>
        of([`ORD-${digits(8)}`, `INV-2026-${digits(5)}`, `${letters(2)}${digits(8)}`, `SKU-${digits(6)}`]),
    ],
    ['isbn, ean', 'technical', ['isbn', 'ean', 'gtin', 'product_code'], () => `978${digits(10)}`],
    [
      'role',
      'authorization',
      ['role', 'roles', 'scope', 'groups', 'permissions'],
      () =>
        of([
          'admin',
          'order:read',
          'openid profile email',
          ['editor', 'viewer'],
          'Sales Manager',
          'name_admin',
        ]),
    ],
    [
      'organisation',
      'organisational',
      ['org_name', 'company', 'tenant_name', 'department'],
      () => of(['Johnson & Johnson', 'Acme Corporation', 'Müller GmbH', 'Stora Enso Oyj', 'Human Resources']),
    ],
    [
      'label',
      'technical',
      ['plan_name', 'product', 'status', 'event_name', 'title_template', 'theme'],
      () => of(['Standard Plan', 'Premium Gold', 'Active', 'Order Created', 'Dark Blue', 'Monthly Report']),
    ],
    [
      'ip, private',
      'confidential-infrastructure',
      ['node_ip', 'upstream', 'host', 'client_ip', 'ref'],
      () =>
        of([
          `10.${int(255)}.${int(255)}.${int(255)}`,
          `192.168.${int(255)}.${int(255)}:8443`,
          `fd00::${hex(4)}`,
        ]),
    ],
    [
      'internal host',
      'confidential-infrastructure',
      ['upstream', 'ref', 'callback'],
      () =>
        of([
          `https://orders.prod.svc.cluster.local/v1`,
          `db-${int(9)}.corp.internal`,
          'http://vault.intranet:8200',
        ]),
    ],
    [
      'uri',
      'technical',
      ['aud', 'iss', 'jku', 'redirect_uri', 'ref'],
      () =>
        of([
          'https://api.example.com/orders',
          'urn:example:order:42',
          'spiffe://example.org/ns/prod/sa/web',
          'repo:octo-org/app:ref:refs/heads/main',
          'https://github.com/orgs/acme/teams',
        ]),
    ],
    [
      'secret',
      'secret',
      NEUTRAL,
      () =>
        of([
          `ghp_${hex(36)}`,
          `AKIA${letters(16)}`,
          '-----BEGIN RSA PRIVATE KEY-----\nMIIE',
          `sk_live_${hex(24)}`,
        ]),
    ],
    [
      'at sign',
      'technical',
      NEUTRAL,
      () =>
        of([
          'image@sha256',
          '@scope/package@1.2.3',
          'git@github.com:acme/app.git',
          'https://user@host.example/path',
          'app@v2',
          'logo@2x.png',
          'sa-1@project.iam.gserviceaccount.com',
        ]),
    ],
    [
      'yes or no',
      'technical',
      ['email_verified', 'phone', 'has_email', 'active'],
      () => of([true, false, null, '', 'true']),
    ],
    [
      'date',
      'technical',
      ['created_at', 'expires', 'valid_until', 'ref'],
      () => of(['2026-11-22T10:00:00Z', '2026-11-22', '20261122T100000Z', 'PT5M', '08:00-17:00']),
    ],
    ['vat number', 'organisational', ['vat_number', 'vat'], () => `DE${digits(9)}`],
    [
      'range',
      'technical',
      ['scale', 'range', 'size', 'ratio'],
      () => of(['50.0,8.5', '1,2', '10-20', '3.14159']),
    ],
  ];
  const personal = new Set(['personal', 'special-category', 'criminal-offence']);
  return kinds.flatMap(([kind, level, names, make]) =>
    Array.from({ length: 30 }, () => ({
      path: [of(names)],
      value: make(),
      level,
      personal: personal.has(level),
      kind,
    })),
  );
}
