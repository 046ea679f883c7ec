import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { processIo } from '../../src/cli/process-io.ts';
import { run } from './run.ts';
import { mapper, temporaryFolder } from './temporary.ts';

test('a file is written whole, in folders that are made for it, and nothing else is left', async () => {
  const folder = temporaryFolder();
  await processIo(folder).write('a/b/report.json', '{}');
  expect(readFileSync(join(folder, 'a/b/report.json'), 'utf8')).toBe('{}');
  expect(readdirSync(join(folder, 'a/b'))).toEqual(['report.json']);
});

test('a link stays a link: what it leads to is written', async () => {
  const folder = temporaryFolder({ 'real.json': 'before' });
  symlinkSync('real.json', join(folder, 'link.json'));
  await processIo(folder).write('link.json', 'after');
  expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe('after');
});

test('a device is written to, never replaced', async () => {
  await processIo(temporaryFolder()).write('/dev/null', 'anything');
  expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
});

test('a report that can not be written ends in 2 and names the file that was asked for', async () => {
  const cwd = temporaryFolder({ 'mapper.yaml': mapper('plan') });
  mkdirSync(join(cwd, 'out'));
  const { code, stderr } = await run(['lint', 'mapper.yaml', '-f', 'json=out'], { cwd });
  expect(stderr).toMatch(/^tokenpact: ".*\/out": it is a folder, a file was expected\n$/);
  expect(code).toBe(2);
});

test('a folder that can not be made ends in 2', async () => {
  const cwd = temporaryFolder({ 'mapper.yaml': mapper('plan'), file: '' });
  const { code, stderr } = await run(['compile', 'mapper.yaml', '--out', 'file/below'], { cwd });
  expect(stderr).toMatch(/^tokenpact: /);
  expect(code).toBe(2);
});

test('what can be opened and not read is named', async () => {
  const folder = temporaryFolder();
  const io = processIo();
  await expect(io.read(folder)).rejects.toMatchObject({ code: 'EISDIR', path: folder });
  const first = io.chunks(folder)[Symbol.asyncIterator]().next();
  await expect(first).rejects.toMatchObject({ code: 'EISDIR', path: folder });
});
