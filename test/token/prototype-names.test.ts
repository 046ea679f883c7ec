import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenJudge } from '../../src/check/index.ts';
import { rules } from '../../src/generated/rules.ts';
import { DEFAULT_CONFIG } from '../../src/model/index.ts';
import { Auditor } from '../../src/token/audit/index.ts';
import { createHolder } from '../../src/token/hold.ts';
import { decodeToken, explainToken, isMalformed, recogniseKind } from '../../src/token/index.ts';
import { AT, NOW, shopDefinition, shopKeys } from './shop.ts';

const definition = await shopDefinition();
const judge = tokenJudge(rules, DEFAULT_CONFIG, NOW);
const hold = createHolder({ definitions: [definition], given: {}, now: NOW, tolerance: 60 });

/** Names that every plain object answers to, though nobody wrote them into it. */
const name = fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype), 'prototype');
const value = fc.oneof(name, fc.array(name, { maxLength: 2 }), fc.dictionary(name, name, { maxKeys: 2 }));
const members = (...known: string[]) =>
  fc.dictionary(fc.oneof(fc.constantFrom(...known), name), value, { maxKeys: 5 });

const header = members('alg', 'typ', 'cty', 'kid', 'crit', 'jwk', 'zip');
const payload = members(
  'iss',
  'sub',
  'aud',
  'client_id',
  'azp',
  'scope',
  'scp',
  'typ',
  'cnf',
  '_sd_alg',
  '_sd',
);

const part = (object: object): string => Buffer.from(JSON.stringify(object)).toString('base64url');

test('names of Object.prototype are names like any other, in each member of a token', () => {
  fc.assert(
    fc.property(header, payload, (head, claims) => {
      const text = `${part(head)}.${part(claims)}.c2ln`;
      const token = decodeToken(text, AT);
      if (isMalformed(token)) return;
      const held = hold(token);
      expect(['undefined', 'string']).toContain(typeof held.kind);
      const told = judge([held], []).map(({ tell }) => tell().message);
      expect(told.join(' ')).not.toMatch(/\[object|native code/);
      expect(JSON.stringify(explainToken(held, true))).not.toContain('native code');
      const settings = { definitions: [definition], given: {}, keys: shopKeys(), words: [], fields: {} };
      const auditor = new Auditor({ ...settings, now: NOW, tolerance: 60, cache: 10 }, judge);
      auditor.take(text, 'log', 1);
      const tally = JSON.stringify(auditor.finish().toJson());
      expect(tally).not.toContain('native code');
    }),
    { numRuns: 300 },
  );
});

test('the typ "constructor" names no kind', () => {
  const token = decodeToken(`${part({ alg: 'none', typ: 'constructor' })}.${part({ sub: 'u1' })}.`, AT);
  expect(isMalformed(token) ? 'malformed' : recogniseKind(token)).toBeUndefined();
});
