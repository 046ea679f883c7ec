import { expect, test } from 'vitest';
import type { Place } from '../../src/model/index.ts';
import { compareEdited, type Edit, edited, ISSUER } from './definitions.ts';

const textAt = (text: string, at: Place | undefined): string | undefined =>
  at && text.split('\n')[at.line - 1]?.slice(at.column - 1, at.endColumn - 1);

// The line that a person edited, not the entry of a claim that says what it said.
test.each<readonly [what: string, edit: Edit, before: string, after: string]>([
  ['a mark where it is released', ['releases: [branch]', 'releases: ["branch?"]'], 'branch', '"branch?"'],
  [
    'its own entry',
    ['branch: { about: user, presence: always', 'branch: { about: user, presence: sometimes'],
    'presence',
    'presence',
  ],
])('a presence that was loosened by %s is told there', async (_what, edit, before, after) => {
  const { changes } = await compareEdited(edit);
  const [loosened] = changes.filter(({ kind }) => kind === 'presence-loosened');
  expect(textAt(ISSUER, loosened?.beforeAt)).toBe(before);
  expect(textAt(edited(ISSUER, edit), loosened?.at)).toBe(after);
});
