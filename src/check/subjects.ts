import type { Unmet } from '../compare/consumers/unmet.ts';
import type {
  AffectedConsumer,
  Change,
  Claim,
  Client,
  Comparison,
  Consumer,
  ConsumerEffect,
  DecisionEffect,
  DecodedToken,
  EffectiveContract,
  Exchange,
  ExposedTo,
  Exposure,
  ExposureChange,
  Fix,
  MalformedToken,
  MapperDefinition,
  Party,
  Problem,
  Profile,
  RegisteredClaim,
  Resource,
  Scope,
  Severity,
  TokenType,
  Waiver,
} from '../model/index.ts';

/** What a rule may know about the run that it is part of. */
export interface Settings {
  readonly profile: Profile;
  readonly versioning: 'semver' | 'none';
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** How two versions' numbers relate: the part that rose, or why they can't be compared. */
export type DeclaredBump = 'none' | 'patch' | 'minor' | 'major' | 'lowered' | 'unknown';

/**
 * Everything that a rule can inspect. The engine walks; a rule sees one of these, with the mapper that it
 * belongs to.
 */
export interface Subjects {
  readonly problem: { readonly problem: Problem };
  readonly mapper: {
    readonly mapper: MapperDefinition;
    readonly contracts: readonly EffectiveContract[];
    readonly exposures: readonly Exposure[];
    readonly consumers: readonly Consumer[];
  };
  readonly 'token-type': { readonly mapper: MapperDefinition; readonly tokenType: TokenType };
  readonly claim: {
    readonly mapper: MapperDefinition;
    readonly claim: Claim;
    /** What the specifications say about a claim of its name at the root of a token. */
    readonly registered?: Pick<RegisteredClaim, 'schema' | 'about' | 'reference'>;
    /** Names of the token types that may hold it, sorted; empty when nothing releases it. */
    readonly tokenTypes: readonly string[];
  };
  readonly scope: { readonly mapper: MapperDefinition; readonly scope: Scope };
  readonly client: { readonly mapper: MapperDefinition; readonly client: Client };
  readonly resource: { readonly mapper: MapperDefinition; readonly resource: Resource };
  readonly exchange: { readonly mapper: MapperDefinition; readonly exchange: Exchange };
  readonly contract: { readonly mapper: MapperDefinition; readonly contract: EffectiveContract };
  /** One line that releases one claim is one exposure, whoever reads it in however many token types. */
  readonly exposure: {
    readonly mapper: MapperDefinition;
    readonly exposure: Exposure;
    readonly readers: readonly ExposedTo[];
    /** Those into which that line releases it; the first is the exposure's own. */
    readonly tokenTypes: readonly string[];
  };
  readonly consumer: {
    readonly consumer: Consumer;
    /** The definitions that have its resource or client; all of them for a gateway. */
    readonly owners: readonly MapperDefinition[];
    /** The only one of them; absent when there are none or several. */
    readonly mapper?: MapperDefinition;
    /** The tokens that it may read. */
    readonly contracts: readonly EffectiveContract[];
    /** What it expects of them and is proved not to get. */
    readonly unmet: readonly Unmet[];
  };
  readonly change: {
    readonly mapper: MapperDefinition;
    readonly comparison: Comparison;
    readonly change: Change;
    /** `third` when somebody else reads the tokens that show it, or asks for them. */
    readonly party: Party;
    /** Consumers whose own expectation the change breaks. */
    readonly hit: readonly AffectedConsumer[];
    /**
     * How bad it is for readers. Somebody is hit: an error. It was announced and the day has come: info.
     * A token proves that readers break, or the promise is withdrawn though none proves it: an error. Where each
     * reader is of the first party, said what it needs and needs none of it: a warning if a token proves it,
     * else info. Any other change is a warning.
     */
    readonly breakage: Severity;
  };
  readonly 'consumer-effect': { readonly comparison: Comparison; readonly effect: ConsumerEffect };
  readonly 'decision-effect': { readonly comparison: Comparison; readonly effect: DecisionEffect };
  readonly 'exposure-change': {
    readonly comparison: Comparison;
    readonly exposureChange: ExposureChange;
  };
  readonly comparison: {
    readonly comparison: Comparison;
    readonly declaredBump: DeclaredBump;
    /** Whether it is enough for the changes; true when it is unknown. */
    readonly sufficient: boolean;
  };
  readonly token: { readonly token: DecodedToken };
  readonly 'malformed-token': { readonly malformed: MalformedToken };
  readonly waiver: {
    readonly waiver: Waiver;
    readonly state: 'active' | 'expired' | 'unused' | 'unapproved' | 'unknown-rule';
    /** Who may approve it; empty where nobody has to. */
    readonly approvers: readonly string[];
    /** How to mend the name of a rule that does not exist, or coordinates that no finding has. */
    readonly help?: string;
    readonly fix?: Fix;
    /** Whole days that it still holds; negative once it is over. */
    readonly daysLeft: number;
  };
}

export type SubjectName = keyof Subjects;
