import { describe, expect, test } from 'vitest';
import { readLogLine } from '../../../src/token/audit/log-line.ts';

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

  test.each([
    'java.lang.NullPointerException: nothing here',
    '\tat com.example.Orders.read(Orders.java:42)',
    'java.lang.NullPointerException',
    'eye2eye-glasses.shop.example.com is up',
    'done',
    '--------------------',
    '/var/log/app-2026.log',
    '\u0001\u0002\ufffd3',
    '{broken json',
    'Bearer of bad news',
    'the host eye2eye-glasses.shop.example.com is up',
    'GET /orders?cursor=eyJpZCI6MTIzNDU2fQ HTTP/1.1 200',
  ])('%j is another line of a log', (line) => {
    expect(readLogLine(line, {})).toEqual({ tokens: [], context: {} });
    expect(readLogLine(line, { token: 't' })).toEqual({ tokens: [], context: {} });
  });

  test.each([
    ['7f6d2c1e0b5a4c3d9e8f1a2b', ['7f6d2c1e0b5a4c3d9e8f1a2b']],
    ['Bearer abc', ['abc']],
    ['eyJhbGciOiJFUzI1NiJ9', ['eyJhbGciOiJFUzI1NiJ9']],
    ['{"sub":"u1","na', ['{"sub":"u1","na']],
    ['{"sub":"u1"}', ['{"sub":"u1"}']],
  ])('%j looks like a token', (line, tokens) => {
    expect(readLogLine(line, {})).toEqual({ tokens, context: {} });
  });

  test('the text of the member that was named is a token, whatever it looks like', () => {
    expect(readLogLine('{"t":"no token at all"}', { token: 't' }).tokens).toEqual(['no token at all']);
  });

  test('a record with a token in a member is no response: it tells the member', () => {
    const record = JSON.stringify({ ts: 1, req: { headers: { authorization: `Bearer ${TOKEN}` } } });
    expect(readLogLine(record, {})).toEqual({ tokens: [], context: {}, member: 'req.headers.authorization' });
    const deep = `${'{"a":'.repeat(100_000)}"${TOKEN}"${'}'.repeat(100_000)}`;
    expect(readLogLine(deep, {}).member).toBeUndefined();
  });

  test.each([
    { sub: 'u1', cursor: 'eyJpZCI6MTIzNDU2fQ' },
    { active: true, token: TOKEN },
    { sub: 'u1', _claim_sources: { src1: { JWT: TOKEN } } },
  ])('a response may have a JWT in it, or what looks like one: %j', (response) => {
    const line = JSON.stringify(response);
    expect(readLogLine(line, {})).toEqual({ tokens: [line], context: {} });
  });

  test('a time in no known form is told', () => {
    const line = JSON.stringify({ t: TOKEN, ts: 'yesterday' });
    expect(readLogLine(line, { token: 't', time: 'ts' }).context).toEqual({ hasOtherTime: true });
    expect(readLogLine(JSON.stringify({ t: TOKEN }), { token: 't', time: 'ts' }).context).toEqual({});
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
