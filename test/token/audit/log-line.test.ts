import { describe, expect, test } from 'vitest';
import { logTime, readLogLine } from '../../../src/token/audit/log-line.ts';

const TOKEN = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2ln';

describe('readLogLine', () => {
  test('a bare token, and one with words around it', () => {
    expect(readLogLine(TOKEN, {})).toEqual({ tokens: [TOKEN], context: {} });
    expect(readLogLine(`GET /orders HTTP/1.1 Authorization: Bearer ${TOKEN}`, {}).tokens).toEqual([TOKEN]);
  });

  test.each(['', '   ', '# a comment', 'GET /health HTTP/1.1 200'])('%j has no token', (line) => {
    expect(readLogLine(line, {}).tokens).toEqual([]);
  });

  test('fields of JSON, by their own name before a path', () => {
    const fields = { token: 'req.token', time: 'ts', client: 'c', user: 'u', scope: 'asked' };
    const line = {
      'req.token': `Bearer ${TOKEN}`,
      ts: 1795348680,
      c: 'web',
      u: 'ada',
      asked: 'openid email',
    };
    const context = { time: 1795348680000, client: 'web', user: 'ada', scopes: ['openid', 'email'] };
    expect(readLogLine(JSON.stringify(line), fields)).toEqual({ tokens: [TOKEN], context });
    expect(readLogLine(JSON.stringify({ req: { token: TOKEN } }), fields)).toEqual({
      tokens: [TOKEN],
      context: {},
    });
  });

  test('a line of JSON without the field has no token; one that is cut off is told', () => {
    expect(readLogLine('{"a":1}', { token: 't' }).tokens).toEqual([]);
    expect(readLogLine('{"t":"ey', { token: 't' }).tokens).toEqual(['{"t":"ey']);
    expect(readLogLine('{"__proto__":{"t":"x"}}', { token: 't' }).tokens).toEqual([]);
  });

  test('a pattern with named groups', () => {
    const pattern = /^(?<client>\S+) \[(?<time>[^\]]+)\] "(?<token>[^"]+)" (?<scope>\S+)$/u;
    const line = `web [22/Nov/2026:12:58:00 +0100] "Bearer ${TOKEN}" openid+email`;
    const context = { time: Date.parse('2026-11-22T11:58:00Z'), client: 'web', scopes: ['openid', 'email'] };
    expect(readLogLine(line, { pattern })).toEqual({ tokens: [TOKEN], context });
    expect(readLogLine('another line', { pattern }).tokens).toEqual([]);
  });
});

test('a line that is too long for a pattern is told, not passed over', () => {
  const pattern = /"Bearer (?<token>[^"]+)"/u;
  expect(readLogLine(`${'x'.repeat(20_000)} "Bearer secret"`, { pattern }).tokens).toHaveLength(1);
});

test.each([
  [1795348680, 1795348680000],
  [1795348680000, 1795348680000],
  ['1795348680.5', 1795348680500],
  ['2026-11-22T11:58:00Z', 1795348680000],
  ['22/Nov/2026:11:58:00 +0000', 1795348680000],
  ['yesterday', undefined],
  [null, undefined],
])('the time %j', (value, expected) => {
  expect(logTime(value)).toBe(expected);
});
