import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../cli/run.ts';
import { commit, git, mapper, temporaryFolder, writeFiles } from '../cli/temporary.ts';
import { parsed } from '../load/reading.ts';

interface Hook {
  readonly entry: string;
  readonly files: string;
  readonly pass_filenames?: boolean;
}

const [lint, check]: readonly Hook[] = JSON.parse(
  JSON.stringify(parsed(readFileSync('.pre-commit-hooks.yaml', 'utf8')).value),
);

/** What pre-commit runs for the files of a commit; nothing where none of them is of interest. */
function ran(hook: Hook | undefined, staged: readonly string[], cwd: string) {
  const files = staged.filter((file) => new RegExp(hook?.files ?? '').test(file));
  const [, ...args] = hook?.entry.split(' ') ?? [];
  const given = hook?.pass_filenames === false ? [] : files;
  return files.length === 0 ? undefined : run([...args, ...given], { cwd });
}

test('definitions and consumers are linted when they are committed, and nothing else is', async () => {
  const consumer =
    'tokenpact: consumer/v1\nname: api\nowner: team-api\nreads: access_token\nas: { resource: api }\n';
  const cwd = temporaryFolder({
    'identity/shop.mapper.yml': mapper('plan, plann'),
    'orders.consumer.yaml': consumer,
    'compose.yaml': 'services: {}\n',
  });
  const found = await ran(lint, ['compose.yaml', 'identity/shop.mapper.yml', 'orders.consumer.yaml'], cwd);
  expect(found?.stdout).toContain('claim "plann" is not defined');
  expect(found?.code).toBe(1);
  expect(ran(lint, ['compose.yaml', 'mapper.yaml.md'], cwd)).toBeUndefined();
});

test('a commit that touches configuration is checked against where the branch started', async () => {
  const cwd = temporaryFolder({ 'mapper.yaml': mapper('plan') });
  git(cwd, 'init', '-q', '-b', 'main');
  commit(cwd, 'before');
  writeFiles(cwd, { 'mapper.yaml': mapper('', '2.0.0') });
  const found = await ran(check, ['mapper.yaml'], cwd);
  expect(found?.stdout).toContain('change/claim-removed');
  expect(found?.code).toBe(1);
  expect(ran(check, ['src/main.ts'], cwd)).toBeUndefined();
});
