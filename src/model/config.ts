import type { Axis, Coordinates, Severity } from './finding.ts';
import type { JsonObject, JsonSchema, JsonValue } from './json.ts';
import type { Located, Place } from './place.ts';

/** How strict the rules are. */
export const PROFILES = ['relaxed', 'standard', 'high-security', 'fapi2'] as const;
export type Profile = (typeof PROFILES)[number];

/** A rule's level in a configuration. */
export type RuleLevel = Severity | 'off';

/** Products whose own ways nobody who runs them can change. */
export const DIALECTS = ['keycloak', 'entra', 'okta', 'auth0', 'duende'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** Levels that hold for a part of the findings: those that fit everything that is given here. */
export interface Override {
  /** Patterns of files. */
  readonly paths?: readonly string[];
  readonly clients?: readonly string[];
  readonly tokenTypes?: readonly string[];
  readonly rules: ReadonlyMap<string, RuleLevel>;
}

/** What an organisation's own rule can look at. */
export const OWN_SUBJECTS = ['claim', 'scope', 'client', 'resource', 'token-type', 'release'] as const;
export type OwnSubject = (typeof OWN_SUBJECTS)[number];

/** An organisation's own rule: a JSON Schema that each thing of a kind has to fulfil. */
export interface OwnRule extends Located {
  readonly id: string;
  readonly severity: Severity;
  readonly axis: Axis;
  readonly message: string;
  readonly help: string;
  readonly every: OwnSubject;
  /** Which of them; `true`: all. */
  readonly where: JsonSchema;
  readonly must: JsonSchema;
  /** Things that the rule has to accept, and to refuse: its tests. */
  readonly examples: { readonly passes: readonly JsonValue[]; readonly fails: readonly JsonValue[] };
}

/** A rule that a configuration speaks of, where it does. */
export interface RuleMention {
  readonly rule: string;
  /** The option of it that is set there. */
  readonly option?: { readonly name: string; readonly value: JsonValue };
  readonly at: Place;
}

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
  /** For one that is written beside what it covers: the lines of its file, from the first to the last. */
  readonly covers?: { readonly from: number; readonly to: number };
}

/** Makes a check of a JSON Schema: what a value violates, nothing when it is valid. Throws `TypeError`. */
export type SchemaCompiler = (schema: JsonSchema) => (value: JsonValue) => readonly object[];

/** `tokenpact.yaml`, or what holds without one. */
export interface Config {
  /** Paths and patterns of definitions, from the configuration's folder. */
  readonly mappers: readonly string[];
  readonly consumers: readonly string[];
  /** Where each of these stands in the file. */
  readonly pathPlaces: ReadonlyMap<string, Place>;
  readonly profile: Profile;
  /** For all definitions; without it, an export has that of its product. */
  readonly dialect?: Dialect;
  /** Versions of providers by name, for exports that do not say theirs. */
  readonly providerVersions: ReadonlyMap<string, string>;
  readonly rules: ReadonlyMap<string, RuleLevel>;
  /** Thresholds and patterns of rules, by rule id, where they differ from the rule's own. */
  readonly options?: ReadonlyMap<string, JsonObject>;
  /** The last one that fits wins. */
  readonly overrides: readonly Override[];
  readonly ownRules: readonly OwnRule[];
  /** Needed where there are own rules: `validator` of tokenpact/schema. Without any, no engine is loaded. */
  readonly compile?: SchemaCompiler;
  /** Every rule that is named in the file, so that a name nobody has can be shown. */
  readonly mentions: readonly RuleMention[];
  /** The lowest severity that fails, per axis. */
  readonly gates: ReadonlyMap<Axis, Severity | 'never'>;
  readonly versioning: { readonly policy: 'semver' | 'none' };
  /** Who may approve a waiver, per axis; where an axis has somebody, a waiver needs one of them. */
  readonly approvers: ReadonlyMap<Axis, readonly string[]>;
  readonly waivers: readonly Waiver[];
}

/** What holds when nobody says otherwise: errors fail on every axis, versions follow SemVer. */
export const DEFAULT_CONFIG: Config = {
  mappers: [],
  consumers: [],
  pathPlaces: new Map(),
  profile: 'standard',
  providerVersions: new Map(),
  rules: new Map(),
  overrides: [],
  ownRules: [],
  mentions: [],
  gates: new Map(),
  versioning: { policy: 'semver' },
  approvers: new Map(),
  waivers: [],
};
