import type { Finding, Place } from '../../src/model/index.ts';
import type { AxisGate, Report } from '../../src/report/index.ts';

const at = (file: string, line = 3, column = 5): Place => ({
  file,
  line,
  column,
  endLine: line,
  endColumn: column + 4,
});

/** A finding with everything that formats may show; each test changes what it is about. */
export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: 'change/claim-removed',
    severity: 'error',
    axis: 'compatibility',
    message: '"tenant_id" is gone',
    help: 'keep it',
    at: at('identity/mapper.yaml'),
    before: at('before/mapper.yaml', 7),
    coordinates: { mapper: 'shop', claim: 'tenant_id', change: 'claim-removed' },
    args: { claim: 'tenant_id' },
    witness: {
      grant: { client: 'web', scopes: ['openid'], subject: 'user' },
      tokenType: 'access_token',
      before: { sub: 'a', tenant_id: 't1', exp: 1 },
      after: { sub: 'a', exp: 2 },
    },
    consumers: [{ name: 'orders-api', owner: 'team-orders', party: 'first' }],
    undecided: false,
    fingerprint: '1f0c5a7be1d2c3b4',
    ...changes,
  };
}

const GATES: readonly AxisGate[] = (
  ['compatibility', 'authorization', 'privacy', 'security', 'standard', 'design'] as const
).map((axis) => ({ axis, gate: 'error', failing: 0 }));

const RULES: Report['rules'] = [
  {
    id: 'change/claim-removed',
    severity: 'error',
    axis: 'compatibility',
    summary: 'A claim is gone.',
    source: 'RFC 7519',
  },
  {
    id: 'privacy/newly-exposed',
    severity: 'error',
    axis: 'privacy',
    summary: 'More is read.',
    source: 'GDPR',
  },
];

/** A report with these findings; the gates count what stops it. */
export function report(findings: readonly Finding[], changes: Partial<Report> = {}): Report {
  const gates = GATES.map((gate) => ({
    ...gate,
    failing: findings.filter(
      ({ axis, severity, undecided, suppressed }) =>
        axis === gate.axis && suppressed === undefined && (undecided || severity === 'error'),
    ).length,
  }));
  return {
    command: 'check',
    version: '1.2.3',
    before: { label: 'main (0123456789ab)', definitions: [{ name: 'shop', version: '1.0.0' }] },
    after: { label: 'identity', definitions: [{ name: 'shop', version: '1.0.1' }] },
    checked: { files: 1, definitions: 1, consumers: 1, contracts: 4, tokens: 0, rules: 2 },
    rules: RULES,
    files: ['identity/mapper.yaml'],
    findings,
    gates,
    passed: gates.every(({ failing }) => failing === 0),
    difference: {
      changes: [],
      consumerEffects: [],
      decisionEffects: [],
      exposureChanges: [],
      requiredBump: 'major',
    },
    ...changes,
  };
}

/** A finding with only what every finding has. */
function bare(changes: Partial<Finding>): Finding {
  const { before: _before, witness: _witness, ...rest } = finding({ consumers: [], help: '', ...changes });
  return rest;
}

export const WAIVED = bare({
  suppressed: { by: 'waiver', reason: 'agreed with team-orders', until: '2027-01-31' },
});

/** Text that tries to be something else in every format. */
export const HOSTILE = bare({
  message: '"<img src=x onerror=alert(1)>" | `x` ]]> @team-orders #12 ::error::\r\nnext\u0007 % & "quoted"',
  at: at('dir with space/ümlaut#1.yaml'),
  fingerprint: 'ffffffffffffffff',
});

/** The states that every format must tell apart. */
export const STATES = {
  clean: report([]),
  findings: report([
    finding(),
    bare({ severity: 'warning', message: '"plan" may be absent', fingerprint: '2' }),
    bare({ severity: 'info', message: '"tier" is new', fingerprint: '3' }),
  ]),
  undecided: report([
    bare({
      rule: 'privacy/newly-exposed',
      axis: 'privacy',
      severity: 'warning',
      undecided: true,
      message: 'nobody can say who reads "note"',
      coordinates: { mapper: 'shop', claim: 'note' },
      fingerprint: '4',
    }),
  ]),
  waived: report([WAIVED]),
} as const satisfies Readonly<Record<string, Report>>;

/** All of it at once: what a reviewer reads in golden/. */
export const EVERYTHING = report([
  ...STATES.findings.findings,
  ...STATES.undecided.findings,
  WAIVED,
  HOSTILE,
]);
