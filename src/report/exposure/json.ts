import type { PrivacyReport } from './report.ts';

/** The version of this JSON's shape: contracts/privacy.schema.json. It rises when a reader may break. */
export const PRIVACY_SCHEMA_VERSION = 1;

/** Who can read which personal data, for programs, as contracts/privacy.schema.json describes it. */
export function privacyJson({ version, after, matrices, since, filtered }: PrivacyReport): string {
  const document = {
    schemaVersion: PRIVACY_SCHEMA_VERSION,
    tool: { name: 'tokenpact', version },
    after,
    filtered,
    ...(since === undefined ? {} : { before: since.before, changes: since.changes }),
    matrices,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
