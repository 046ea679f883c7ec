// Builds what the package ships: plain compiled modules with types for the library, one file for the CLI.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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
  absWorkingDir: root,
  entryPoints: ['src/cli/main.ts'],
  outdir: 'dist/cli',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  minify: true,
  legalComments: 'none',
  // CommonJS dependencies inside of an ES module ask for Node's own modules this way.
  banner: {
    js: "import { createRequire as createRequireOf } from 'node:module';const require = createRequireOf(import.meta.url);",
  },
  // Asked for by --cross-check only, and it resolves files of its own at run time.
  external: ['json-schema-diff'],
  logLevel: 'warning',
});
