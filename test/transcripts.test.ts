import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runLine } from './cli/run.ts';

// Each page shows a command as its user sees it. `UPDATE_TRANSCRIPTS=1 npm test` writes what runs now; read the
// difference before committing it.
const FOLDERS = ['test/transcripts', 'docs/guides'];
const BLOCK = /^(`{3,})console\n\$ (.+)\n[\s\S]*?^\1$/gm;

async function replay(page: string): Promise<string> {
  let replayed = '';
  let from = 0;
  for (const block of page.matchAll(BLOCK)) {
    const [whole, , line = ''] = block;
    const { code, output } = await runLine(line);
    // Pages of rules hold fences of their own.
    const fence = output.includes('```') ? '````' : '```';
    replayed += `${page.slice(from, block.index)}${fence}console\n$ ${line}\n${output}[exit ${code}]\n${fence}`;
    from = block.index + whole.length;
  }
  return replayed + page.slice(from);
}

describe('transcripts', () => {
  const pages = [
    'README.md',
    ...FOLDERS.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.md'))
        .map((name) => join(folder, name)),
    ),
  ];

  test.each(pages)('%s', async (file) => {
    const page = readFileSync(file, 'utf8');
    const replayed = await replay(page);
    if (process.env.UPDATE_TRANSCRIPTS) writeFileSync(file, replayed);
    else expect(replayed).toBe(page);
  });
});

test('the pull-request comment in the docs is the one that is written', async () => {
  const file = 'docs/pull-request-comment.md';
  const { output } = await runLine(
    'tokenpact check fixtures/shop/pull-request --against fixtures/shop/v3.0.0 -f markdown',
  );
  if (process.env.UPDATE_TRANSCRIPTS) writeFileSync(file, output);
  else expect(readFileSync(file, 'utf8')).toBe(output);
});
