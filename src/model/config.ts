import type { Axis, Coordinates, Severity } from './finding.ts';
import type { JsonObject } from './json.ts';
import type { Located } from './place.ts';

/** How strict the rules are. */
export const PROFILES = ['relaxed', 'standard', 'high-security', 'fapi2'] as const;
export type Profile = (typeof PROFILES)[number];

/** A rule's level in a configuration. */
export type RuleLevel = Severity | 'off';

/** An exception with a reason and an end. */
export interface Waiver extends Located {
  readonly rule: string;
  /** Matches a finding when every coordinate given here is equal to the finding's. */
  readonly coordinates: Coordinates;
  readonly owner: string;
  readonly reason: string;
  /** Last day (YYYY-MM-DD) on which it holds. */
  readonly until: string;
  readonly approvedBy?: string;
}

/** `tokenpact.yaml`, or what holds without one. */
export interface Config {
  /** Paths and patterns of definitions, from the configuration's folder. */
  readonly mappers: readonly string[];
  readonly consumers: readonly string[];
  readonly profile: Profile;
  readonly rules: ReadonlyMap<string, RuleLevel>;
  /** Thresholds and patterns of rules, by rule id, where they differ from the rule's own. */
  readonly options?: ReadonlyMap<string, JsonObject>;
  /** The lowest severity that fails, per axis. */
  readonly gates: ReadonlyMap<Axis, Severity | 'never'>;
  readonly versioning: { readonly policy: 'semver' | 'none' };
  readonly waivers: readonly Waiver[];
}

/** What holds when nobody says otherwise: errors fail on every axis, versions follow SemVer. */
export const DEFAULT_CONFIG: Config = {
  mappers: [],
  consumers: [],
  profile: 'standard',
  rules: new Map(),
  gates: new Map(),
  versioning: { policy: 'semver' },
  waivers: [],
};
