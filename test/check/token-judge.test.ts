import { describe, expect, test } from 'vitest';
import { runRules, tokenJudge } from '../../src/check/index.ts';
import { rules } from '../../src/generated/rules.ts';
import {
  type Config,
  DEFAULT_CONFIG,
  type DecodedToken,
  type Finding,
  type MalformedToken,
} from '../../src/model/index.ts';
import { createHolder } from '../../src/token/hold.ts';
import { decodeToken, isMalformed, withDetected } from '../../src/token/index.ts';
import { mutated, randomBy } from '../token/mutate.ts';
import { AT, NOW, shopDefinition, shopLines } from '../token/shop.ts';

const SEED = Number(process.env.SEED ?? 1);
const against = { definitions: [await shopDefinition()], given: {}, now: NOW, tolerance: 60 };
const hold = createHolder(against);

interface Line {
  readonly tokens: readonly DecodedToken[];
  readonly malformed: readonly MalformedToken[];
}

/** Lines of up to three tokens each, some of them spoilt, all at one place as in a log. */
function randomLines(count: number): readonly Line[] {
  const random = randomBy(SEED);
  const start = [...shopLines('tokens/good/all.txt'), ...shopLines('tokens/bad/all.txt')];
  const text = (): string => {
    const token = start[Math.floor(random() * start.length)] ?? '';
    return random() < 0.5 ? token : mutated(token, random, start);
  };
  return Array.from({ length: count }, () => {
    const parsed = Array.from({ length: 1 + Math.floor(random() * 3) }, () => decodeToken(text(), AT));
    return {
      tokens: parsed.flatMap((one) => (isMalformed(one) ? [] : [withDetected(hold(one))])),
      malformed: parsed.filter(isMalformed),
    };
  });
}

const inOrder = (findings: readonly Finding[]): readonly string[] =>
  findings.map((finding) => JSON.stringify(finding)).sort();

const CONFIGS: Readonly<Record<string, Config>> = {
  'no configuration': DEFAULT_CONFIG,
  fapi2: { ...DEFAULT_CONFIG, profile: 'fapi2' },
  'levels of its own': {
    ...DEFAULT_CONFIG,
    rules: new Map([
      ['jose/alg-symmetric', 'error'],
      ['token/null-or-empty', 'off'],
    ]),
    overrides: [{ rules: new Map([['token/claim-not-in-contract', 'info']]), clients: ['web'] }],
  },
};

describe(`the tokens of a log are judged as one token is, seed ${SEED}`, () => {
  test.each(Object.entries(CONFIGS))('%s', (_, config) => {
    const judge = tokenJudge(rules, config, NOW);
    const told = new Set<string>();
    for (const { tokens, malformed } of randomLines(400)) {
      const sightings = judge(tokens, malformed);
      const findings = sightings.map(({ tell }) => tell());
      expect(inOrder(findings)).toEqual(
        inOrder(runRules({ tokens, malformed }, config, rules, { now: NOW })),
      );
      for (const [at, { rule, severity, undecided, fingerprint }] of sightings.entries())
        expect(findings[at]).toMatchObject({ rule, severity, undecided, fingerprint });
      for (const { rule } of findings) told.add(rule);
    }
    expect(told.size).toBeGreaterThan(10);
  });
});

/** What a token's grant is found by: claims of `grantKey`, and what is worked out from them. */
const GRANT_CLAIMS = ['iss', 'client_id', 'azp', 'appid', 'cid', 'scope', 'scp', 'aud', 'idtyp'];
const GRANT_PARTS = ['at', 'form', 'header', 'envelopes', 'kind', 'mapper', 'contract', 'grant', 'payload'];

/** An object that refuses to tell anything but some of its members. */
function only<Whole extends object>(whole: Whole, names: readonly string[]): Whole {
  const asked = (name: string | symbol): string | symbol => {
    if (!names.includes(String(name))) throw new Error(`it looks at "${String(name)}"`);
    return name;
  };
  return new Proxy(whole, {
    get: (target, name) => Reflect.get(target, asked(name)),
    has: (target, name) => Reflect.has(target, asked(name)),
    getOwnPropertyDescriptor: (target, name) => Reflect.getOwnPropertyDescriptor(target, asked(name)),
    ownKeys: () => {
      throw new Error('it looks at all members');
    },
  });
}

test('rules that are asked once per grant look at nothing that differs within one', () => {
  const settings = { profile: 'fapi2', versioning: 'semver', now: NOW } as const;
  const once = rules.filter(({ oncePerGrant }) => oncePerGrant === true);
  expect(once.every(({ inspects }) => inspects === 'token')).toBe(true);
  const told = new Set<string>();
  for (const { tokens } of randomLines(400)) {
    for (const { payload, ...token } of tokens) {
      const seen = payload === undefined ? token : { ...token, payload: only(payload, GRANT_CLAIMS) };
      for (const rule of once) {
        const context = { token: only(seen, GRANT_PARTS), settings, options: rule.options };
        if (rule.observe(context as never).length > 0) told.add(rule.id);
      }
    }
  }
  expect(told.size).toBeGreaterThan(5);
});
