import { expect, test } from 'vitest';
import type { Exposure, ExposureChange, PrivacyMatrix } from '../../src/model/index.ts';
import { PLAIN, type PrivacyReport, privacyMarkdown, privacyText } from '../../src/report/index.ts';

const AT = { file: 'mapper.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
const reader = (name: string, party: 'first' | 'third' = 'first') =>
  ({ kind: 'client', name, party }) as const;

const MATRIX: PrivacyMatrix = {
  mapper: { name: 'shop' },
  rows: [
    {
      claim: 'e|mail\u001b[31m',
      level: 'personal',
      category: 'user.contact.email',
      token: { type: 'id_token', kind: 'id_token', lifetime: 43_200 },
      readers: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => reader(name, 'third')),
      releases: [{ by: { kind: 'scope', name: 'email' }, purpose: '<b>@team</b>' }],
      at: AT,
    },
  ],
  lowered: [
    { claim: 'diet', level: 'technical', named: 'special-category', at: AT },
    { claim: 'age', level: 'quasi-identifier', named: 'personal', reason: 'in bands of ten years', at: AT },
  ],
  alternatives: [
    {
      kind: 'reference-token',
      claims: ['email'],
      tokenType: 'access_token',
      clients: ['web'],
      at: AT,
      effects: [
        {
          consumer: { name: 'web', owner: 'team-web', party: 'first' },
          certainty: 'certain',
          what: 'requires "email"',
        },
        { consumer: { name: 'partner', party: 'third' }, certainty: 'may', what: 'expects "email"' },
      ],
      requiredBump: 'major',
    },
    {
      kind: 'pairwise-subject',
      claims: ['sub'],
      clients: ['web'],
      at: AT,
      effects: [],
      requiredBump: 'none',
    },
  ],
  consumers: 2,
  contracts: 3,
};

const EXPOSURE: Exposure = {
  tokenType: 'id_token',
  claim: 'email',
  to: reader('web'),
  level: 'personal',
  category: '',
  releasedBy: 'scope "email"',
  releasers: [{ kind: 'scope', name: 'email' }],
  lifetime: 90,
  at: AT,
};

const CHANGES: readonly ExposureChange[] = [
  {
    kind: 'raised',
    exposure: EXPOSURE,
    others: [{ ...EXPOSURE, to: reader('app') }],
    beforeLevel: 'technical',
  },
  { kind: 'longer', exposure: EXPOSURE, others: [{ ...EXPOSURE, claim: 'name' }], beforeLifetime: 60 },
];

const REPORT: PrivacyReport = {
  version: '0.1.0',
  after: { label: 'mapper.yaml', definitions: [{ name: 'shop' }] },
  matrices: [MATRIX],
  since: { before: { label: 'main', definitions: [] }, changes: CHANGES },
  filtered: false,
};

test('text for people, which commands no terminal', () => {
  expect(privacyText(REPORT, PLAIN)).toBe(`since main
  ~ says more than before: "email" (personal, was technical) in id_token by clients web, app, by
      scope "email"
  ~ readable for longer: "email" (personal) and 1 more claim in id_token by client web, by scope
      "email", for 90 s instead of 1 min

shop: who can read which personal data

personal
  e|mail\uFFFD[31m  user.contact.email
    by scope email: <b>@team</b>
      id_token for 12 h  clients a, b, c, d, e and 2 more (third parties)

said to tell less than their names
  "diet" is technical, not special-category: nobody says why
  "age" is quasi-identifier, not personal: in bands of ten years

ways to show less
  give web a reference or wrapper token instead of access_token, which shows email
    breaks web (team-web): requires "email"
    may break partner (third party): expects "email"
    a major version
  give web a pairwise subject, which nobody else knows
    breaks none of 2 consumers

1 claim with personal data, 1 of them read by third parties; 3 contracts looked at
`);
});

test('Markdown for a review, in which names stay text', () => {
  expect(privacyMarkdown(REPORT)).toBe(`### Since main

- says more than before: "email" (personal, was technical) in id\\_token by clients web, app, by scope "email"
- readable for longer: "email" (personal) and 1 more claim in id\\_token by client web, by scope "email", for 90 s instead of 1 min

### shop: who can read which personal data

| says | claim | kind of data | token | who can read it | released by | what for |
|---|---|---|---|---|---|---|
| personal | e\\|mail\uFFFD\\[31m | user.contact.email | id\\_token for 12 h | **clients a, b, c, d, e and 2 more (third parties)** | scope email | &lt;b&gt;&#64;team&lt;/b&gt; |

Said to tell less than their names:

- "diet" is technical, not special-category: nobody says why
- "age" is quasi-identifier, not personal: in bands of ten years

Ways to show less:

- give web a reference or wrapper token instead of access\\_token, which shows email
  - breaks web (team-web): requires "email"
  - may break partner (third party): expects "email"
  - a major version
- give web a pairwise subject, which nobody else knows
  - breaks none of 2 consumers

1 claim with personal data, 1 of them read by third parties; 3 contracts looked at
`);
});
