import { describe, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { processIo } from '../../src/cli/process-io.ts';
import { run } from './run.ts';
import { mapper, temporaryFolder, writeFiles } from './temporary.ts';

const FILE = 'identity/mapper.yaml';

/**
 * A user who waits for each run to end and writes the definition anew, each time with one more text. In the
 * end a report is written, which is nobody's edit, and the user interrupts.
 */
function user(
  cwd: string,
  texts: readonly string[],
): Pick<Io, 'watch' | 'onInterrupt'> & { readonly watched: string[][] } {
  const left = [...texts];
  const watched: string[][] = [];
  let interrupt = (): void => {};
  return {
    watched,
    onInterrupt: (callback) => {
      interrupt = callback;
      return () => {};
    },
    watch: (folders, changed) => {
      watched.push([...folders]);
      const text = left.shift();
      setImmediate(() => {
        if (text !== undefined) writeFiles(cwd, { [FILE]: text });
        changed(text === undefined ? 'identity/report.json' : FILE);
        changed(text === undefined ? 'identity/report.json' : FILE);
        if (text === undefined) setTimeout(() => interrupt(), 200);
      });
      return () => {};
    },
  };
}

describe('lint --watch', () => {
  test('lints again when a file changed, goes on when one can not be read, ends with Ctrl-C', async () => {
    const cwd = temporaryFolder({ [FILE]: mapper('plan'), 'tokenpact.yaml': 'mappers: [identity]\n' });
    const io = user(cwd, ['tokenpact: [', mapper('plan, unheard_of')]);
    const { code, stdout, stderr } = await run(['lint', '--watch'], { cwd, io });
    expect(stdout.match(/^(✔|✘) \w+/gm)).toEqual(['✔ passed', '✘ failed']);
    expect(stderr).toContain('"identity/mapper.yaml" is not YAML');
    expect(io.watched).toEqual([
      ['.', 'identity'],
      ['.', 'identity'],
      ['.', 'identity'],
    ]);
    expect(code).toBe(1);
  });

  test('ends when there is nothing to watch', async () => {
    const cwd = temporaryFolder();
    const { code, stderr } = await run(['lint', '--watch'], { cwd, io: user(cwd, []) });
    expect(stderr).toContain('holds no definition');
    expect(code).toBe(2);
  });
});

test('the real watch calls back when a file below a folder changes', async () => {
  const cwd = temporaryFolder({ 'a.yaml': '1' });
  let end = (): void => {};
  const changed = await new Promise<string>((settle) => {
    end = processIo(cwd).watch(['.'], settle);
    writeFiles(cwd, { 'a.yaml': '2' });
  });
  end();
  expect(changed).toBe('a.yaml');
});

describe('progress', () => {
  const clients = Array.from(
    { length: 400 },
    (_, index) =>
      `  app${index}: { description: App, grants: [client_credentials], scopes: [api.read], owner: team-api }`,
  );
  const large = `${mapper('plan')}${clients.join('\n')}\n`;

  test('long work is told on a terminal, and the line is taken away', async () => {
    const cwd = temporaryFolder({ 'a.yaml': large, 'b.yaml': large });
    const { stderr } = await run(['check', 'b.yaml', '--against', 'a.yaml'], { cwd, terminal: 80 });
    expect(stderr).toBe(
      '\r\u001B[Kcomparing 2 definitions, 802 clients …\r\u001B[Kjudging 1 definition, 401 clients …\r\u001B[K',
    );
  });

  test('nowhere else, and not for what is quick', async () => {
    const cwd = temporaryFolder({ 'a.yaml': large, 'small.yaml': mapper('plan') });
    expect((await run(['lint', 'a.yaml'], { cwd })).stderr).toBe('');
    expect((await run(['lint', 'small.yaml'], { cwd, terminal: 80 })).stderr).toBe('');
  });
});
