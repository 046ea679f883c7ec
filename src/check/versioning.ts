import type { Bump } from '../model/index.ts';
import type { DeclaredBump } from './subjects.ts';

const SEMVER = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

interface Version {
  readonly numbers: readonly [number, number, number];
  readonly preRelease: string | undefined;
}

function parseVersion(text: string | undefined): Version | undefined {
  const match = text === undefined ? null : SEMVER.exec(text);
  if (match === null) return undefined;
  return { numbers: [Number(match[1]), Number(match[2]), Number(match[3])], preRelease: match[4] };
}

/**
 * Which part of a semantic version rose. `unknown` when either side has none that can be read.
 *
 * @example declaredBump('1.4.0', '1.5.2') // 'minor'
 */
export function declaredBump(before: string | undefined, after: string | undefined): DeclaredBump {
  const from = parseVersion(before);
  const to = parseVersion(after);
  if (from === undefined || to === undefined) return 'unknown';
  const parts = ['major', 'minor', 'patch'] as const;
  for (const [index, part] of parts.entries()) {
    const rise = (to.numbers[index] ?? 0) - (from.numbers[index] ?? 0);
    if (rise !== 0) return rise > 0 ? part : 'lowered';
  }
  if (from.preRelease === to.preRelease) return 'none';
  // A release follows its pre-releases (SemVer 2.0.0 section 11); two pre-releases are steps on the way.
  return to.preRelease === undefined || from.preRelease !== undefined ? 'patch' : 'lowered';
}

const RANK: Readonly<Record<Bump, number>> = { none: 0, patch: 1, minor: 2, major: 3 };

/**
 * Whether a declared bump is enough. Before 1.0.0 each part counts one step higher: `0.4.0` to `0.5.0` may
 * break, as is the custom with SemVer 2.0.0 section 4.
 */
export function suffices(declared: DeclaredBump, required: Bump, before: string | undefined): boolean {
  if (declared === 'unknown') return true;
  if (declared === 'lowered') return false;
  const early = (parseVersion(before)?.numbers[0] ?? 1) === 0 && declared !== 'none';
  return RANK[declared] + (early ? 1 : 0) >= RANK[required];
}
