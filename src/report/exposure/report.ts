import type { ExposureChange, PrivacyMatrix } from '../../model/index.ts';
import type { Side } from '../report.ts';

/** Who can read which personal data, and what changed in it, before it becomes text. */
export interface PrivacyReport {
  /** tokenpact's own version. */
  readonly version: string;
  readonly after: Side;
  /** One per definition, in the order in which they were read. */
  readonly matrices: readonly PrivacyMatrix[];
  /** Present where an earlier version was asked for. */
  readonly since?: { readonly before: Side; readonly changes: readonly ExposureChange[] };
  /** Whether rows were left out because they were not asked for. */
  readonly filtered: boolean;
}
