import { expect, test } from 'vitest';
import { changeLine } from '../../src/report/index.ts';
import { compareEdited, type Edit } from '../compare/definitions.ts';

const KIOSK = 'defaultScopes: [openid], scopes: [loans.read] }';

const EDITS: readonly (readonly [line: string, edit: Edit])[] = [
  ['+ scope "email" of client kiosk', [KIOSK, KIOSK.replace('[loans.read]', '[email, loans.read]')]],
  ['- scope "loans.read" of client kiosk', [KIOSK, KIOSK.replace('[loans.read]', '[]')]],
  ['~ token type "access_token": lifetime 5 min → 10 min', ['lifetime: 5m\n', 'lifetime: 10m\n']],
];

test.each(EDITS)('%s', async (line, edit) => {
  const { changes } = await compareEdited(edit);
  expect(changes.map(changeLine)).toEqual([line]);
});
