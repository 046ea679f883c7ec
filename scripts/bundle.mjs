// How the command is bundled, whoever does it: for the package, for its help page, and for tests of what is packed.

/** What is started: the command, and the threads of an audit, which have none of its own parts. */
export const ENTRY_POINTS = { main: 'src/cli/main.ts', worker: 'src/cli/audit/worker.ts' };

/** Settings of esbuild, with which the command runs wherever the bundle lies beside its `node_modules`. */
export const BUNDLE = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  // CommonJS dependencies inside of an ES module ask for Node's own modules this way.
  banner: {
    js: "import { createRequire as createRequireOf } from 'node:module';const require = createRequireOf(import.meta.url);",
  },
  // Asked for by --cross-check only, and it resolves files of its own at run time.
  external: ['json-schema-diff'],
  logLevel: 'warning',
};
