import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { definition, type Edit, edited, ISSUER } from './definitions.ts';

const INTROSPECTED = edited(ISSUER, [
  '  userinfo:',
  '  introspection: { format: json, profile: rfc7662, of: access_token }\n  userinfo:',
]);

async function told(edit: Edit): Promise<readonly string[]> {
  const { changes } = compare(await definition(INTROSPECTED), await definition(edited(INTROSPECTED, edit)));
  return changes.map(({ kind, tokenTypes }) => `${kind} ${tokenTypes.join(' ')}`);
}

test('what introspection does not repeat of a profile any more is told of the token that lost it', async () => {
  expect(await told(['    profile: rfc9068\n', ''])).toEqual([
    'token-profile-changed access_token introspection',
  ]);
});

test('and so is what it does not repeat of a token that nobody can read any more', async () => {
  expect(await told(['    format: jwt\n    profile: rfc9068\n', '    format: opaque\n'])).toContain(
    'token-format-changed access_token introspection',
  );
});
