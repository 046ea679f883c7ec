export { Auditor, type AuditSettings, type TokenJudge } from './auditor.ts';
export { type DeclaredTokens, declaredTokens } from './declared.ts';
export type { CountedFinding, Sighting } from './finding-tally.ts';
export type { Distribution } from './histogram.ts';
export type { LogFields } from './log-line.ts';
export { type AuditSummary, summarise } from './summary.ts';
export { AuditTally, type AuditTallyJson } from './tally.ts';
export type { Total } from './total.ts';
export { usageOf } from './usage.ts';
