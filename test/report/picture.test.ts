import { expect, test } from 'vitest';
import type { Change, Exposure, ExposureChange } from '../../src/model/index.ts';
import { pictureOf } from '../../src/report/picture.ts';

const at = { file: 'mapper.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
const SAFE = { verdict: 'safe' } as const;

function change(kind: Change['kind'], changes: Partial<Change>): Change {
  return {
    kind,
    coordinates: {},
    at,
    clients: [],
    tokenTypes: ['access_token'],
    resources: [],
    echoes: 0,
    tolerant: SAFE,
    strict: SAFE,
    inFlight: SAFE,
    ...changes,
  };
}

function exposure(kind: ExposureChange['kind'], claim: string): ExposureChange {
  const exposure: Exposure = {
    tokenType: 'id_token',
    claim,
    to: { kind: 'client', name: 'partner', party: 'third' },
    level: 'personal',
    category: 'user.contact.email',
    releasedBy: 'scope "email"',
    releasers: [{ kind: 'scope', name: 'email' }],
    at,
  };
  return { kind, exposure, others: [{ ...exposure, to: { kind: 'client', name: 'app', party: 'first' } }] };
}

const draw = (changes: readonly Change[], exposureChanges: readonly ExposureChange[] = []) =>
  pictureOf({ changes, exposureChanges, consumerEffects: [], decisionEffects: [], requiredBump: 'none' });

test('what changes on the way from scopes into tokens, and who newly reads it', () => {
  const changes = [
    change('claim-added', { coordinates: { claim: 'email' }, tokenTypes: ['id_token'] }),
    change('presence-loosened', { coordinates: { claim: 'plan', scope: 'read' } }),
    change('scope-removed', { coordinates: { scope: 'old' }, claims: ['tier'] }),
  ];
  expect(draw(changes, [exposure('new', 'email'), exposure('gone', 'name')]).join('\n')).toBe(`flowchart LR
  n0["email"]
  n1[/"id_token"/]
  n2["plan"]
  n3(["read"])
  n4[/"access_token"/]
  n5["tier"]
  n6(["old"])
  n7(["email"])
  n8(("partner"))
  n9(("app"))
  n0 == new ==> n1
  n3 --> n2
  n2 == presence looser ==> n4
  n6 --> n5
  n5 == gone ==> n4
  n7 --> n0
  n1 == newly reads ==> n8
  n1 == newly reads ==> n9`);
});

test('names stay names', () => {
  const claim = '"]; click n0 "javascript:alert(1)" ```\n%%{init}%% <b> 名前';
  const [, node] = draw([change('claim-added', { coordinates: { claim } })]);
  expect(node).toBe(
    '  n0["#34;#93;#59; click n0 #34;javascript:alert#40;1#41;#34; #96;#96;#96;#10;#37;#37;#123;init#125;#37;#37; #60;b#62; 名前"]',
  );
});

test('no picture of nothing, nor of too much', () => {
  expect(draw([])).toEqual([]);
  expect(draw([change('issuer-changed', {})])).toEqual([]);
  const many = Array.from({ length: 41 }, (_, index) =>
    change('claim-added', { coordinates: { claim: `claim${index}` } }),
  );
  expect(draw(many)).toEqual([]);
  expect(draw(many.slice(1))).not.toEqual([]);
});
