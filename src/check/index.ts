export { type Baseline, type BaselineEntry, baselineOf, parseBaseline, pruneBaseline } from './baseline.ts';
export { defineRule, type Rule, type RuleRegistry } from './define-rule.ts';
export type { Examined } from './examined.ts';
export { fingerprint } from './fingerprint.ts';
export { type AxisResult, type GateResult, gate } from './gate.ts';
export { type ActiveRule, activeRules } from './judge.ts';
export { levelOf } from './level.ts';
export { type RunOptions, runRules } from './run.ts';
export { applyWaivers } from './waivers.ts';
