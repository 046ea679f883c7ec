import {
  type Baseline,
  gate,
  helpForRule,
  type RuleRegistry,
  runRules,
  withOwnRules,
} from '../check/index.ts';
import { effectiveContracts } from '../contract/index.ts';
import { rules } from '../generated/rules.ts';
import { VERSION } from '../generated/version.ts';
import type { Bump, Comparison, Config, DecodedToken, MalformedToken, Usage } from '../model/index.ts';
import type { AxisGate, Difference, Report, Side } from '../report/index.ts';
import { CannotCheck } from './cannot-check.ts';
import type { Inputs } from './inputs.ts';

/** What a command wants judged. */
export interface Work {
  readonly command: string;
  readonly config: Config;
  /** Findings that do not count, since they were there before. */
  readonly baseline?: Baseline | undefined;
  /** For commands that compare. */
  readonly before?: Inputs;
  readonly comparisons?: readonly Comparison[];
  readonly after: Inputs;
  /** What was seen in tokens. */
  readonly usage?: Usage | undefined;
  readonly tokens?: readonly DecodedToken[];
  readonly malformed?: readonly MalformedToken[];
  /** True when only a part of what the configuration names was read. */
  readonly partial?: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const BUMPS: readonly Bump[] = ['none', 'patch', 'minor', 'major'];

/** What a report says of one side. */
export function sideOf({ label, definitions }: Inputs): Side {
  return {
    label,
    definitions: definitions.map(({ name, version }) => ({
      name,
      ...(version === undefined ? {} : { version }),
    })),
  };
}

function differenceOf(comparisons: readonly Comparison[]): Difference {
  const bumps = comparisons.map(({ requiredBump }) => BUMPS.indexOf(requiredBump));
  return {
    changes: comparisons.flatMap(({ changes }) => changes),
    consumerEffects: comparisons.flatMap(({ consumerEffects }) => consumerEffects),
    decisionEffects: comparisons.flatMap(({ decisionEffects }) => decisionEffects),
    exposureChanges: comparisons.flatMap(({ exposureChanges }) => exposureChanges),
    requiredBump: BUMPS[Math.max(0, ...bumps)] ?? 'none',
  };
}

/** Contracts that were looked at; judging tokens alone looks at those of the tokens. */
function contractsOf(work: Work, comparisons: readonly Comparison[] | undefined): number {
  if (comparisons !== undefined) return comparisons.reduce((sum, { contracts }) => sum + contracts, 0);
  if (work.tokens !== undefined)
    return new Set(work.tokens.map(({ contract }) => contract).filter(Boolean)).size;
  return work.after.definitions.reduce((sum, definition) => sum + effectiveContracts(definition).length, 0);
}

const isUnchecked = ({ form, signature }: DecodedToken): boolean =>
  form === 'jws' && signature.state === 'unchecked';

/** A rule that was turned on or off by a flag has to exist; those of a file are reported at their lines. */
function demandKnown({ rules: levels, mentions }: Config, registry: RuleRegistry): void {
  const written = new Set(mentions.map(({ rule }) => rule));
  const known = new Set(registry.flatMap(({ id, formerly }) => [id, ...(formerly ?? [])]));
  const unknown = [...levels.keys()].find((id) => !written.has(id) && !known.has(id));
  if (unknown !== undefined)
    throw new CannotCheck(`there is no rule "${unknown}"`, helpForRule(unknown, registry));
}

/** Runs every rule that applies and gathers what the reports tell. */
export function judge(work: Work): Report {
  const {
    config,
    baseline,
    before,
    comparisons,
    after,
    usage,
    tokens,
    malformed,
    now,
    partial = false,
  } = work;
  const registry = withOwnRules(rules, config);
  demandKnown(config, registry);
  const examined = {
    ...(tokens === undefined
      ? { problems: after.problems, mappers: after.definitions, consumers: after.consumers }
      : { tokens, malformed: malformed ?? [] }),
    ...(comparisons && { comparisons }),
    ...(usage && { usage }),
  };
  const findings = runRules(examined, config, rules, { now, partial, ...(baseline && { baseline }) });
  const { passed, byAxis } = gate(findings, config.gates);
  const gates: AxisGate[] = [...byAxis].map(([axis, { threshold, failing }]) => ({
    axis,
    gate: threshold,
    failing,
    ...(config.approvers.has(axis) && { approvers: config.approvers.get(axis) ?? [] }),
  }));
  return {
    command: work.command,
    version: VERSION,
    ...(before && { before: sideOf(before) }),
    after: sideOf(after),
    checked: {
      files: after.files.length,
      definitions: after.definitions.length,
      consumers: after.consumers.length,
      contracts: contractsOf(work, comparisons),
      tokens: (tokens?.length ?? 0) + (malformed?.length ?? 0),
      ...(tokens && { unchecked: tokens.filter(isUnchecked).length }),
      rules: registry.length,
    },
    rules: registry.map(({ id, severity, axis, summary, source }) => ({
      id,
      severity,
      axis,
      summary,
      source,
    })),
    files: after.files,
    findings,
    gates,
    passed,
    ...(comparisons && { difference: differenceOf(comparisons) }),
  };
}
