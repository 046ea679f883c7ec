import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runRules } from '../../src/check/index.ts';
import { compare } from '../../src/compare/index.ts';
import { rules } from '../../src/generated/rules.ts';
import {
  CHANGES,
  type Change,
  type ChangeKind,
  type Comparison,
  DEFAULT_CONFIG,
  type Finding,
  type MapperDefinition,
} from '../../src/model/index.ts';
import { definition } from './definitions.ts';

/** A break that a vendor or a project documented, as definitions of our own: fixtures/documented. */
interface Case {
  readonly id: string;
  readonly verdict: 'breaking' | 'additive' | 'neutral';
  /** Token type, what happened, and to which claim or header parameter. */
  readonly named: readonly string[];
  /** What of it a definition has no word for, and why. */
  readonly unsaid?: string;
}

const CASES: readonly Case[] = [
  {
    id: 'kc-25-basic-not-assigned',
    verdict: 'breaking',
    named: [
      'access_token removed auth_time',
      'access_token removed nonce',
      'access_token removed session_state',
      'access_token removed sub',
      'id_token removed auth_time',
      'id_token removed session_state',
      'introspection removed sub',
    ],
  },
  { id: 'kc-23-introspection-flag-noise', verdict: 'neutral', named: [] },
  { id: 'kc-23-role-mapper-single', verdict: 'breaking', named: ['access_token changed role'] },
  {
    id: 'kc-updated_at-type',
    verdict: 'breaking',
    named: ['access_token changed updated_at', 'id_token changed updated_at', 'userinfo changed updated_at'],
  },
  {
    id: 'ocis-roles-rename',
    verdict: 'breaking',
    named: [
      'access_token added roles',
      'access_token removed realm_access.roles',
      'id_token added roles',
      'userinfo added roles',
    ],
  },
  { id: 'ff-audience-removed', verdict: 'neutral', named: [] },
  {
    id: 'gl-16-17-additive',
    verdict: 'additive',
    named: [
      'ci_job_token added ci_config_ref_uri',
      'ci_job_token added ci_config_sha',
      'ci_job_token added environment_action',
      'ci_job_token added groups_direct',
      'ci_job_token added project_visibility',
      'ci_job_token added user_access_level',
    ],
  },
  { id: 'gh-immutable-sub', verdict: 'breaking', named: ['job_token changed sub'] },
  {
    id: 'entra-v1-v2',
    verdict: 'breaking',
    named: [
      'access_token added azp',
      'access_token added azpacr',
      'access_token added preferred_username',
      'access_token changed aud',
      'access_token changed iss',
      'access_token changed ver',
      'access_token removed acr',
      'access_token removed amr',
      'access_token removed appid',
      'access_token removed appidacr',
      'access_token removed family_name',
      'access_token removed given_name',
      'access_token removed in_corp',
      'access_token removed ipaddr',
      'access_token removed onprem_sid',
      'access_token removed pwd_exp',
      'access_token removed pwd_url',
      'access_token removed unique_name',
      'access_token removed upn',
    ],
    unsaid: 'the header loses "x5t": it names a key, and keys come and go without a new version',
  },
  {
    id: 'k8s-bound',
    verdict: 'breaking',
    named: [
      'service_account_token added aud',
      'service_account_token added exp',
      'service_account_token added iat',
      'service_account_token added kubernetes\\.io.namespace',
      'service_account_token added kubernetes\\.io.pod',
      'service_account_token added kubernetes\\.io.serviceaccount',
      'service_account_token added kubernetes\\.io.warnafter',
      'service_account_token added nbf',
      'service_account_token changed iss',
      'service_account_token removed kubernetes.io/serviceaccount/namespace',
      'service_account_token removed kubernetes.io/serviceaccount/secret.name',
      'service_account_token removed kubernetes.io/serviceaccount/service-account.name',
      'service_account_token removed kubernetes.io/serviceaccount/service-account.uid',
    ],
  },
  { id: 'okta-auth_time', verdict: 'additive', named: ['access_token added auth_time'] },
  {
    id: 'auth0-rfc9068',
    verdict: 'breaking',
    named: [
      'access_token added client_id',
      'access_token added jti',
      'access_token changed typ',
      'access_token removed azp',
      'access_token removed gty',
    ],
  },
  {
    id: 'authentik-email_verified',
    verdict: 'breaking',
    named: ['id_token changed email_verified', 'userinfo changed email_verified'],
  },
  { id: 'is4-scope-string', verdict: 'breaking', named: ['access_token changed scope'] },
  { id: 'oidc-provider-6-aud', verdict: 'breaking', named: ['access_token changed aud'] },
  { id: 'hydra-aud-array', verdict: 'breaking', named: ['introspection changed aud'] },
  { id: 'sas-1.2-jti', verdict: 'additive', named: ['access_token added jti', 'id_token added jti'] },
  {
    id: 'google-types',
    verdict: 'breaking',
    named: ['id_token changed email_verified', 'id_token changed iss'],
  },
];

/** Changes of what no entry declares, by the claim or header parameter that shows them. */
const SHOWN_BY: Partial<Record<ChangeKind, string>> = {
  'issuer-changed': 'iss',
  'audience-shape-changed': 'aud',
  'resource-audience-changed': 'aud',
  'token-typ-changed': 'typ',
};

function load(id: string, side: string): Promise<MapperDefinition> {
  return definition(
    readFileSync(new URL(`../../fixtures/documented/${id}/${side}.yaml`, import.meta.url), 'utf8'),
  );
}

function names({ changes, before }: Comparison): readonly string[] {
  const all = changes.flatMap((change) =>
    change.tokenTypes.flatMap((tokenType) => happened(change, before).map((what) => `${tokenType} ${what}`)),
  );
  return [...new Set(all)].sort();
}

function happened(
  { kind, coordinates, after, claims }: Change,
  definitionBefore: MapperDefinition,
): readonly string[] {
  const claim = coordinates.claim ?? SHOWN_BY[kind];
  if (kind === 'claim-renamed') return [`removed ${claim}`, `added ${after}`];
  if (kind === 'token-profile-changed') {
    // What a profile brings is told with it; what it takes was released, or another profile brought it.
    return (claims ?? []).map((name) => `${definitionBefore.claims.has(name) ? 'removed' : 'added'} ${name}`);
  }
  if (claim === undefined) return [];
  const { aspect, direction } = CHANGES[kind];
  return [`${aspect === 'existence' ? direction : 'changed'} ${claim}`];
}

/** What the rules say, but for the version: vendors number their releases as they like. */
function findings(comparison: Comparison): readonly Finding[] {
  const found = runRules({ comparisons: [comparison] }, DEFAULT_CONFIG, rules, { now: 0 });
  return found.filter(({ rule }) => rule !== 'mapper/version-bump-too-small');
}

function verdictOf(comparison: Comparison): Case['verdict'] {
  const errors = findings(comparison).filter(
    ({ axis, severity, undecided }) => axis === 'compatibility' && (severity === 'error' || undecided),
  );
  if (errors.length > 0 && comparison.requiredBump === 'major') return 'breaking';
  if (errors.length === 0 && comparison.requiredBump === 'minor') return 'additive';
  if (errors.length === 0 && comparison.changes.length === 0) return 'neutral';
  throw new Error(`${errors.length} errors, and a ${comparison.requiredBump} version`);
}

describe.each(CASES.map((one) => [one.id, one] as const))('%s', (id, { verdict, named }) => {
  it(`is ${verdict}, and names what changed`, async () => {
    const comparison = compare(await load(id, 'before'), await load(id, 'after'));
    expect(names(comparison)).toEqual(named);
    expect(verdictOf(comparison)).toBe(verdict);
  });
});

it('concerns only the client that does not list the new scope', async () => {
  const { changes } = compare(
    await load('kc-25-basic-not-assigned', 'before'),
    await load('kc-25-basic-not-assigned', 'after'),
  );
  const removed = changes.filter(({ kind }) => kind === 'claim-removed');
  expect(removed.map(({ clients }) => clients)).toEqual(removed.map(() => ['imported']));
});

it('tells whoever used a name that became registered', async () => {
  const mapper = await load('okta-auth_time', 'reserved');
  const found = runRules({ mappers: [mapper] }, DEFAULT_CONFIG, rules, { now: 0 });
  expect(found.map(({ rule }) => rule)).toContain('claim/registered-misuse');
});
