// Builds what the package ships: plain compiled modules with types for the library, one file for the CLI.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { BUNDLE, ENTRY_POINTS } from './bundle.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const inRoot = { cwd: root, stdio: 'inherit' };

execFileSync(process.execPath, [join(root, 'scripts/generate.mjs')], inRoot);

rmSync(join(root, 'dist'), { recursive: true, force: true });
const typescript = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
execFileSync(process.execPath, [typescript, '-p', 'tsconfig.build.json'], inRoot);

// tsc compiles TypeScript only: the generated validators are JavaScript with hand-written types.
mkdirSync(join(root, 'dist/generated'), { recursive: true });
for (const name of readdirSync(join(root, 'src/generated'))) {
  if (/\.(js|d\.ts)$/.test(name)) {
    copyFileSync(join(root, 'src/generated', name), join(root, 'dist/generated', name));
  }
}

// The CLI as modules that are loaded when a command needs them: `--help` does not parse the schema engine.
await build({
  ...BUNDLE,
  absWorkingDir: root,
  entryPoints: ENTRY_POINTS,
  outdir: 'dist/cli',
  splitting: true,
  minify: true,
  legalComments: 'none',
});
