// Writes docs/commands.md from the program itself. With --check, writes nothing and fails when the page is stale.
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { BUNDLE } from './bundle.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const PAGE = join(root, 'docs/commands.md');

const HEAD = `# Commands

<!-- Written by scripts/commands-page.mjs from the program itself. Do not edit. -->

What \`tokenpact <command> --help\` prints. Paths are files, folders or patterns; \`-\` is standard input where a command says so.
`;

/** The program, bundled from its sources: Node can not read TypeScript. */
async function program() {
  const folder = mkdtempSync(join(tmpdir(), 'tokenpact-commands-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const outfile = join(folder, 'program.mjs');
  const contents =
    "export { main } from './src/cli/main.ts'; export { buildProgram } from './src/cli/program.ts';";
  try {
    await build({ ...BUNDLE, stdin: { contents, resolveDir: root }, outfile });
    return await import(pathToFileURL(outfile));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A process of which only the output matters. */
function capture() {
  let text = '';
  const output = {
    write: (more) => {
      text += more;
    },
    isTerminal: false,
    columns: 100,
  };
  return { io: { env: {}, stdout: output, stderr: output }, text: () => text };
}

/** Every command below one, as the words that are typed. */
function paths(command, before = []) {
  return command.commands.flatMap((one) => {
    const path = [...before, one.name()];
    return one.name() === 'help' ? [] : [path, ...paths(one, path)];
  });
}

async function page() {
  const { main, buildProgram } = await program();
  const section = async (path) => {
    const { io, text } = capture();
    await main([...path, '--help'], io);
    return `## tokenpact${path.map((word) => ` ${word}`).join('')}\n\n\`\`\`text\n${text().trimEnd()}\n\`\`\`\n`;
  };
  const sections = [];
  for (const path of [[], ...paths(buildProgram({ io: capture().io, action: (run) => run }))]) {
    sections.push(await section(path));
  }
  return [HEAD, ...sections].join('\n');
}

const text = await page();
if (!process.argv.includes('--check')) {
  writeFileSync(PAGE, text);
} else if (!existsSync(PAGE) || readFileSync(PAGE, 'utf8') !== text) {
  console.error('docs/commands.md is stale: node scripts/commands-page.mjs');
  process.exitCode = 1;
}
