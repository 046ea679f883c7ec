import { describe, expect, test } from 'vitest';
import { fitsIssuer } from '../../src/contract/index.ts';

describe('an issuer fits its template', () => {
  test.each([
    ['https://id.example', 'https://id.example'],
    ['https://{tenant}.id.example', 'https://acme.id.example'],
    ['https://{tenant}-{region}.id.example', 'https://acme-eu.id.example'],
    ['https://id.example/{tenant}/v2.0', 'https://id.example/acme.onmicrosoft.com/v2.0'],
    ['https://{host}:8443/realms/{realm}', 'https://id:8443/realms/shop'],
  ])('%s: %s', (template, issuer) => {
    expect(fitsIssuer(template, issuer)).toBe(true);
  });

  test.each([
    ['https://id.example', 'https://id.example/'],
    ['https://{tenant}.id.example', 'https://.id.example'],
    ['https://{tenant}.id.example', 'https://evil.example?.id.example'],
    ['https://{tenant}.id.example', 'https://evil.example#.id.example'],
    ['https://{tenant}.id.example', 'https://evil.example:1@x.id.example'],
    ['https://{tenant}.id.example', 'https://evil.example/.id.example'],
    ['https://{tenant}.id.example', 'https://evil.example.id.example'],
    ['https://{tenant}.id.example', 'https://totally.evil'],
    ['https://id.example/{tenant}/v2.0', 'https://id.example/a/b/v2.0'],
    ['https://id.example/{tenant}/v2.0', 'https://id.example/../v2.0'],
    ['https://id.example/{tenant}/v2.0', 'https://id.example/a?b/v2.0'],
    ['https://id.example/{tenant}', ''],
  ])('%s: not %s', (template, issuer) => {
    expect(fitsIssuer(template, issuer)).toBe(false);
  });
});
