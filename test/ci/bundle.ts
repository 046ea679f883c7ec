import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { BUNDLE } from '../../scripts/bundle.mjs';

/** A tokenpact made of these sources that a shell can run, and what removes it. */
export async function bundled(): Promise<{ readonly command: string; readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'tokenpact-bundle-'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  await build({
    ...BUNDLE,
    stdin: { contents: "import { run } from './src/cli/main.ts'; run();", resolveDir: process.cwd() },
    outfile: join(folder, 'tokenpact.mjs'),
  });
  return {
    command: `${process.execPath} ${join(folder, 'tokenpact.mjs')}`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
