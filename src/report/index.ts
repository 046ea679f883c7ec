export { changeLine, changelog } from './changelog.ts';
export { jsonReport, REPORT_SCHEMA_VERSION } from './json.ts';
export * from './report.ts';
export * from './style.ts';
export { type Cell, table } from './table.ts';
export { comparedLine, textReport } from './text.ts';
export { differingMembers, showGrant, witnessLines } from './witness.ts';
