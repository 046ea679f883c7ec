import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('docs/commands.md is what the program says of itself', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/commands-page.mjs', '--check'], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
