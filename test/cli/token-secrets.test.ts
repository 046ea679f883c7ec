import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/cli/write-report.ts';
import { shopToken } from '../token/shop.ts';
import { run } from './run.ts';
import { temporaryFolder } from './temporary.ts';

const SHOP = ['--mapper', 'fixtures/shop/v3.0.0', '--jwks', 'fixtures/shop/tokens/jwks.json'];
const TOKEN = shopToken();
const SIGNATURE = TOKEN.slice(TOKEN.lastIndexOf('.') + 1);
const [, PAYLOAD = ''] = TOKEN.split('.');
const OPAQUE = 'q8Zp3Lx/Vt7Hq2Ls5Wd8Zf1Xg4Mb6Np+Ja0Rk9Yc';

describe('a token in the wrong argument is not printed', () => {
  test.each([
    ['audit', TOKEN],
    ['audit', 'merge', TOKEN],
    ['validate', TOKEN, '--jwks', TOKEN],
    ['validate', TOKEN, '--mapper', TOKEN],
    ['validate', TOKEN, '--key', TOKEN],
    ['validate', `x/${TOKEN}`],
    ['decode', `${TOKEN}.json`],
    ['decode', TOKEN, '--at', TOKEN],
    ['decode', TOKEN, '--token-type', TOKEN, ...SHOP],
    ['explain', TOKEN],
    ['lint', TOKEN],
    [TOKEN],
  ])('%s …', async (...args) => {
    const { output } = await run(args);
    expect(output).not.toContain(SIGNATURE);
    expect(output).not.toContain(PAYLOAD);
  });

  test('nor an opaque one, which is a token although it has a slash', async () => {
    expect((await run(['decode', OPAQUE])).stdout).toContain('introspection endpoint');
    const { stderr } = await run(['validate', TOKEN, '--jwks', OPAQUE]);
    expect(stderr).toContain('there is no file');
    expect(stderr).not.toContain(OPAQUE.slice(8));
  });

  test('paths stay readable', async () => {
    const path = 'releases/2026-11/OrdersServiceContract.v3/mapper-of-the-orders-service.yaml';
    expect((await run(['lint', path])).stderr).toContain(path);
  });
});

describe('what a token holds', () => {
  const key = { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA', d: 'PRIVATEPART' };

  test('of private keys is never shown, and told', async () => {
    const token = shopToken({ cnf: { jwk: key } }, { jwk: { kty: 'oct', k: 'SECRETPART' } });
    for (const options of [[], ['--show-values'], ['--json', '--show-values']]) {
      const { output } = await run(['decode', token, ...options]);
      expect(output).not.toMatch(/PRIVATEPART|SECRETPART/);
      expect(output.match(/jose\/private-key/g)).toHaveLength(2);
    }
  });

  test('of other tokens, cookies and hints is masked', async () => {
    const held = {
      id_token_hint: 'HINTVALUE-0123456789',
      cookie: 'session=abcdef0123456789',
      scope: `openid ${TOKEN}`,
    };
    const token = shopToken({ ...held, azp: TOKEN });
    const log = join(temporaryFolder({ 'a.log': `${token}\n` }), 'a.log');
    for (const args of [
      ['decode', token, ...SHOP],
      ['validate', token, ...SHOP],
      ['audit', log, ...SHOP],
    ]) {
      const { output } = await run(args);
      expect(output).not.toContain(SIGNATURE);
      expect(output).not.toMatch(/HINTVALUE|abcdef0123456789/);
    }
  });

  test('and nobody declared is masked in every format', async () => {
    const token = shopToken(
      {
        iss: 'https://id.shop.example/Quill',
        aud: ['https://orders.shop.example', 'Zora Quill', 'https://x.example/Quill'],
        azp: 'Zora Quill',
        scope: 'openid orders.read patient/Quill',
      },
      { typ: 'Zora Quill', crit: ['Zora Quill'] },
    );
    const cwd = temporaryFolder();
    const formats = FORMATS.flatMap((format) => ['-f', `${format}=${join(cwd, format)}`]);
    const { code } = await run(['validate', token, ...SHOP, ...formats]);
    expect(code).toBe(1);
    for (const format of FORMATS) {
      const text = readFileSync(join(cwd, format), 'utf8');
      expect([format, text]).not.toEqual([format, expect.stringContaining('Quill')]);
      expect(text).toContain('https://x.example/…');
    }
  });

  test('a scope that nobody declared is masked where decode names the grant', async () => {
    const token = shopToken({ scope: 'openid orders.read patient/078-05-1120.read' });
    expect((await run(['decode', token, ...SHOP])).stdout).toContain(
      'at orders with openid orders.read p…\n',
    );
  });
});
