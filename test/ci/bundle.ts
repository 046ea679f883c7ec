import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** A tokenpact made of these sources that a shell can run, and what removes it. */
export async function bundled(): Promise<{ readonly command: string; readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'tokenpact-bundle-'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  await build({
    stdin: { contents: "import { run } from './src/cli/main.ts'; run();", resolveDir: process.cwd() },
    outfile: join(folder, 'tokenpact.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    external: ['json-schema-diff'],
    logLevel: 'error',
  });
  return {
    command: `${process.execPath} ${join(folder, 'tokenpact.mjs')}`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
