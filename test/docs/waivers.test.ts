import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../cli/run.ts';
import { temporaryFolder } from '../cli/temporary.ts';

const CHECK = ['check', 'fixtures/shop/pull-request', '--against', 'fixtures/shop/v3.0.0', '-f', 'json'];

interface Found {
  readonly rule: string;
  readonly suppressed?: { readonly by: string };
}

test.each([
  ['docs/ci.md', 'change/presence-loosened'],
  ['docs/guides/privacy-reviewer.md', 'privacy/newly-exposed'],
])('the waiver in %s accepts one finding of the shop: %s', async (page, rule) => {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(
    ([, text]) => text,
  );
  const config = blocks.find((text) => text?.includes('\nwaivers:') || text?.startsWith('waivers:')) ?? '';
  const folder = temporaryFolder({ 'tokenpact.yaml': config });
  const { stdout } = await run([...CHECK, '--config', join(folder, 'tokenpact.yaml')]);
  const findings: readonly Found[] = JSON.parse(stdout).findings;
  expect(findings.filter(({ suppressed }) => suppressed?.by === 'waiver').map((found) => found.rule)).toEqual(
    [rule],
  );
});
