import {
  type Alternative,
  type ExposureChange,
  type Party,
  type PrivacyLevel,
  type PrivacyMatrix,
  type PrivacyRow,
  readersOf,
} from '../../model/index.ts';
import { PRIVACY_LEVELS, privacyRank } from '../../privacy/classification.ts';
import type { PrivacyReport } from '../../report/index.ts';
import { findBefore, readBefore } from '../before.ts';
import { CannotCheck } from '../cannot-check.ts';
import { compareSides } from '../compare-sides.ts';
import { CLEAN } from '../exit-codes.ts';
import { demandComparable, demandSound, type Inputs, readInputs, requestFor } from '../inputs.ts';
import type { Io } from '../io.ts';
import type { CommonOptions } from '../options.ts';
import { styleFor } from '../style.ts';

const FORMATS = ['text', 'json', 'markdown'] as const;

/** What the command line asks for. */
export interface ShowOptions extends CommonOptions {
  readonly format: string;
  readonly against?: string;
  readonly level?: string;
  readonly party?: string;
  readonly alternatives: boolean;
}

/** Nothing below leads to a person; secrets and addresses of machines are shown to those who ask for them. */
const LOWEST: PrivacyLevel = 'pseudonymous-identifier';

/** What was asked for: at least so sensitive, read by somebody of one party. */
interface Filter {
  readonly level: PrivacyLevel;
  readonly party?: Party;
  readonly alternatives: boolean;
}

function filterOf({ level, party, alternatives }: ShowOptions): Filter {
  const known = PRIVACY_LEVELS.find((one) => one === level);
  if (level !== undefined && known === undefined) {
    throw new CannotCheck(`there is no level "${level}"`, `levels: ${PRIVACY_LEVELS.join(', ')}`);
  }
  if (party !== undefined && party !== 'first' && party !== 'third') {
    throw new CannotCheck(`there is no party "${party}"`, 'parties: first (us), third (somebody else)');
  }
  return { level: known ?? LOWEST, ...(party && { party }), alternatives };
}

const isWanted = ({ level }: { readonly level: PrivacyLevel }, filter: Filter): boolean =>
  privacyRank(level) >= privacyRank(filter.level);

/** Readers of a row share their party. */
function isRowWanted(row: PrivacyRow, filter: Filter): boolean {
  const isRead = filter.party === undefined || row.readers.some(({ party }) => party === filter.party);
  return isRead && isWanted(row, filter);
}

/** A level that fell is of interest to who wants to see what it was. */
function isChangeWanted(change: ExposureChange, filter: Filter): boolean {
  const { exposure, beforeLevel } = change;
  const levels = [exposure.level, beforeLevel ?? exposure.level];
  const isSensitive = levels.some((level) => isWanted({ level }, filter));
  const isRead = filter.party === undefined || readersOf(change).some(({ party }) => party === filter.party);
  return isRead && isSensitive;
}

function filtered(matrix: PrivacyMatrix, filter: Filter): PrivacyMatrix {
  const rows = matrix.rows.filter((row) => isRowWanted(row, filter));
  const claims = new Set(rows.map(({ claim }) => claim));
  const isAbout = (alternative: Alternative): boolean =>
    filter.alternatives && alternative.claims.some((claim) => claims.has(claim));
  const lowered = matrix.lowered.filter(({ named }) => isWanted({ level: named }, filter));
  return { ...matrix, rows, lowered, alternatives: matrix.alternatives.filter(isAbout) };
}

async function changesSince(
  io: Io,
  against: string,
  request: Awaited<ReturnType<typeof requestFor>>,
  after: Inputs,
  filter: Filter,
): Promise<NonNullable<PrivacyReport['since']>> {
  const before = await readBefore(io, await findBefore(io, against), request, after.files);
  demandComparable(before);
  const comparisons = await compareSides(before, after);
  const changes = comparisons.flatMap(({ exposureChanges }) => exposureChanges);
  const { sideOf } = await import('../judge.ts');
  return { before: sideOf(before), changes: changes.filter((change) => isChangeWanted(change, filter)) };
}

/** Shows who can read which personal data, and what an earlier version showed them. */
export async function showPrivacy(io: Io, paths: readonly string[], options: ShowOptions): Promise<number> {
  const format = FORMATS.find((name) => name === options.format);
  if (format === undefined) {
    throw new CannotCheck(`there is no format "${options.format}"`, `formats: ${FORMATS.join(', ')}`);
  }
  const filter = filterOf(options);
  const request = await requestFor(io, paths, options.config);
  const inputs = await readInputs(io, request);
  demandSound({ ...inputs, problems: [...request.problems, ...inputs.problems] });
  const { against } = options;
  const since = against === undefined ? undefined : await changesSince(io, against, request, inputs, filter);
  const { privacyMatrix } = await import('../../compare/index.ts');
  const { sideOf } = await import('../judge.ts');
  const { VERSION } = await import('../../generated/version.ts');
  const report: PrivacyReport = {
    version: VERSION,
    after: sideOf(inputs),
    matrices: inputs.definitions.map((definition) =>
      filtered(privacyMatrix(definition, inputs.consumers, filter), filter),
    ),
    ...(since && { since }),
    filtered: filter.level !== LOWEST || filter.party !== undefined,
  };
  const { privacyJson, privacyMarkdown, privacyText } = await import('../../report/index.ts');
  const write = {
    text: () => privacyText(report, styleFor(io, io.stdout, options.color)),
    json: () => privacyJson(report),
    markdown: () => privacyMarkdown(report),
  };
  io.stdout.write(write[format]());
  return CLEAN;
}
