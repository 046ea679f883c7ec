export { PRIVACY_SCHEMA_VERSION, privacyJson } from './json.ts';
export { privacyMarkdown } from './markdown.ts';
export type { PrivacyReport } from './report.ts';
export { privacyText } from './text.ts';
