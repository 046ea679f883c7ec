import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFixes, fixedText, loadAll, memoryTree } from '../../src/load/index.ts';
import type { Fix } from '../../src/model/index.ts';

/** What one file becomes when its mistakes are mended, and how many were. */
async function mended(text: string, file = 'mapper.yaml'): Promise<readonly [string, number]> {
  const { problems } = await loadAll(memoryTree({ [file]: text }), [file]);
  const { lines, applied } = applyFixes(
    text,
    problems.flatMap(({ fix }) => fix ?? []),
  );
  return [fixedText(lines), applied];
}

const HEAD = 'tokenpact: mapper/v1\nname: shop\nissuer: https://id.shop.example\n';

const MENDED: readonly (readonly [what: string, before: string, after: string])[] = [
  [
    'a misspelt registered claim, with its mark and its comment',
    `tokens:\n  id_token: { format: jwt, releases: [sub, "emial?"] } # for the header\n`,
    `tokens:\n  id_token: { format: jwt, releases: [sub, "email?"] } # for the header\n`,
  ],
  ['a misspelt key', `onwer: team-identity # ours\n`, `owner: team-identity # ours\n`],
  [
    'a misspelt word of a list of them',
    `tokens:\n  access_token: { format: jtw } # signed\n`,
    `tokens:\n  access_token: { format: jwt } # signed\n`,
  ],
  [
    'a misspelt scope of a client, in a block',
    `scopes:\n  orders.read: { description: Read }\nclients:\n  web:\n    grants: [authorization_code]\n    scopes:\n      - 'orders.raed'\n`,
    `scopes:\n  orders.read: { description: Read }\nclients:\n  web:\n    grants: [authorization_code]\n    scopes:\n      - 'orders.read'\n`,
  ],
  [
    'what is listed twice, on one line',
    `tokens:\n  id_token: { format: jwt, releases: [sub, email, sub] }\n`,
    `tokens:\n  id_token: { format: jwt, releases: [sub, email] }\n`,
  ],
  [
    'what is listed twice, in a block',
    `tokens:\n  id_token:\n    releases:\n      - email\n      # once more\n      - email\n      - sub\n`,
    `tokens:\n  id_token:\n    releases:\n      - email\n      # once more\n      - sub\n`,
  ],
  [
    'what is listed twice, and told twice, before another',
    `tokens:\n  id_token: { format: jwt, releases: [email, email, sub] }\n`,
    `tokens:\n  id_token: { format: jwt, releases: [email, sub] }\n`,
  ],
  [
    'a scope that is granted anyway, first in its list',
    `scopes: { a: {}, b: {} }\nclients:\n  w: { grants: [password], defaultScopes: [a], scopes: [ a , b] }\n`,
    `scopes: { a: {}, b: {} }\nclients:\n  w: { grants: [password], defaultScopes: [a], scopes: [ b] }\n`,
  ],
  [
    'a keyword in the wrong case, which is near to another as well',
    `claims:\n  a: { schema: { type: string, maxlength: 3 } }\n`,
    `claims:\n  a: { schema: { type: string, maxLength: 3 } }\n`,
  ],
  [
    'two mistakes in one line',
    `tokens:\n  id_token: { fromat: jwt, releases: [emial, given_nmae] }\n`,
    `tokens:\n  id_token: { format: jwt, releases: [email, given_name] }\n`,
  ],
];

const LEFT: readonly (readonly [what: string, text: string])[] = [
  [
    'a name with two near ones',
    'scopes:\n  ab: {}\n  ac: {}\nclients:\n  w: { grants: [password], scopes: [aa] }\n',
  ],
  ['a key whose right name is there as well', 'owner: team-a\nonwer: team-b\n'],
  [
    'a second item with words beside it',
    'tokens:\n  id_token:\n    releases:\n      - email\n      - email # why\n',
  ],
  [
    'a name that would need quotes',
    'claims:\n  "ab, cd": {}\ntokens:\n  id_token: { releases: ["ab, ce"] }\n',
  ],
  [
    'the only item of a list',
    'scopes: { a: {} }\nclients:\n  w: { grants: [password], defaultScopes: [a], scopes: [a] }\n',
  ],
  ['two releases that say different things', 'tokens:\n  id_token: { releases: [email, email!] }\n'],
];

describe('what has one way to be mended is mended, and nothing else changes', () => {
  test.each(MENDED)('%s', async (_what, before, after) => {
    const [text, applied] = await mended(HEAD + before);
    expect(text).toBe(HEAD + after);
    expect(applied).toBeGreaterThan(0);
    expect(await mended(text)).toEqual([text, 0]);
  });

  test.each(LEFT)('left alone: %s', async (_what, sections) => {
    expect(await mended(HEAD + sections)).toEqual([HEAD + sections, 0]);
  });

  test('in a file with a byte order mark and the line ends of Windows', async () => {
    const text = `\uFEFFtokenpact: mapper/v1\r\nnmae: shop\r\nissuer: https://id.shop.example\r\n`;
    expect(await mended(text)).toEqual([text.replace('nmae', 'name'), 1]);
  });

  test('in JSON', async () => {
    const text =
      '{ "tokenpact": "mapper/v1", "name": "shop", "issuer": "https://x.example",\n  "onwer": "team-a" }\n';
    expect(await mended(text, 'mapper.json')).toEqual([text.replace('onwer', 'owner'), 1]);
  });
});

test('an edit that does not fit what stands there is left out, whatever it says', () => {
  const places = fc.record({
    file: fc.constant('f'),
    line: fc.integer({ min: 1, max: 4 }),
    column: fc.integer({ min: 1, max: 12 }),
    endLine: fc.integer({ min: 1, max: 4 }),
    endColumn: fc.integer({ min: 1, max: 12 }),
  });
  const fixes: fc.Arbitrary<Fix> = fc.oneof(
    fc.record({
      kind: fc.constant('rename' as const),
      at: places,
      from: fc.constant('zzz'),
      to: fc.constant('y'),
    }),
    fc.record({ kind: fc.constant('remove' as const), at: places }),
  );
  fc.assert(
    fc.property(fc.array(fixes), (all) => {
      const text = 'name: shop\nlist: a b\nlast';
      const { lines, applied } = applyFixes(text, all);
      expect([fixedText(lines), applied]).toEqual([text, 0]);
    }),
  );
});
