export { changeLine, changelog } from './changelog.ts';
export type { LineOf } from './excerpt.ts';
export * from './exposure/index.ts';
export { githubOutputs, githubReport } from './github.ts';
export { gitlabReport } from './gitlab.ts';
export { impactJson, impactReport, showObserved, showSubject } from './impact.ts';
export { jsonReport, REPORT_SCHEMA_VERSION } from './json.ts';
export { junitReport } from './junit.ts';
export { markdownMarker, markdownReport, markdownText } from './markdown.ts';
export { planJson, planReport, showTask, showWait } from './plan.ts';
export {
  type AxisGate,
  active,
  type Checked,
  countBySeverity,
  type Difference,
  fails,
  type Report,
  type ReportedRule,
  ranked,
  type Side,
} from './report.ts';
export { sarifReport } from './sarif.ts';
export { count, listed, PLAIN, printable, type Style, wrap } from './style.ts';
export { type Cell, table } from './table.ts';
export { comparedLine, type Sources, type TextOptions, textReport } from './text.ts';
export { isWaivable, waiverFor } from './waiver.ts';
export { showGrant, witnessAtLength, witnessLines } from './witness.ts';
