/**
 * The next version that may hold a kind of change. Before 1.0.0 a minor version may break (SemVer 2.0.0 section
 * 4).
 *
 * @example nextVersion('1.4.2', 'minor') // '1.5.0'
 * @returns undefined for a version that is none
 */
function nextVersion(version: string | undefined, bump: 'minor' | 'major'): string | undefined {
  const match = version === undefined ? null : /^(\d+)\.(\d+)\.(\d+)/.exec(version);
  if (match === null) return undefined;
  const [major, minor, patch] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (major === 0) return bump === 'major' ? `0.${minor + 1}.0` : `0.${minor}.${patch + 1}`;
  return bump === 'major' ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
}

/** The versions of a plan: the one that prepares, and the one that ends what was. */
export interface PlanVersions {
  readonly preparing?: string;
  readonly finishing?: string;
}

/** What people called the version after is the one that ends what was, where it rose far enough. */
export function versionsFor(
  before: string | undefined,
  after: string | undefined,
  hasEnd: boolean,
): PlanVersions {
  const minor = nextVersion(before, 'minor');
  const major = nextVersion(before, 'major');
  const isMajor = after !== undefined && major !== undefined && compareVersions(after, major) >= 0;
  const finishing = isMajor ? after : (major ?? after);
  const preparing = hasEnd ? minor : (after ?? minor);
  return { ...(preparing !== undefined && { preparing }), ...(finishing !== undefined && { finishing }) };
}

function compareVersions(one: string, other: string): number {
  const numbers = (version: string): readonly number[] =>
    (version.match(/\d+/g) ?? []).slice(0, 3).map(Number);
  const [left, right] = [numbers(one), numbers(other)];
  for (const index of [0, 1, 2]) {
    const step = (left[index] ?? 0) - (right[index] ?? 0);
    if (step !== 0) return step;
  }
  return 0;
}
