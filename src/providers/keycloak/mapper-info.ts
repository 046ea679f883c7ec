import type { ClaimSubject, ClaimUse } from '../../model/index.ts';
import type { Values } from './claim-values.ts';
import type { FlagRule, Sink } from './sinks.ts';

/** What a mapper does to tokens. */
type Effect =
  /** Fills one claim. */
  | 'claim'
  /** Adds one audience. */
  | 'audience'
  /** Adds every client for which the user has a role to the audience. */
  | 'audience-resolve'
  /** Answers the `claims` request parameter. */
  | 'requested-claims'
  /** Changes the roles that other mappers write. */
  | 'roles'
  /** Runs code that the export holds or names. */
  | 'script';

/** One kind of protocol mapper, as Keycloak's classes define it. */
export interface MapperInfo {
  readonly effect: Effect;
  /** The tokens that its class can write; flags for others have no effect. */
  readonly writes: ReadonlySet<Sink>;
  readonly flags: FlagRule;
  readonly about: ClaimSubject;
  readonly presence: 'always' | 'sometimes';
  readonly values: Values;
  /** The claim's name: not configurable where `named` is false, a default where it is true. */
  readonly claimName?: string;
  readonly named: boolean;
  /** The configuration that decides the value; other keys are leftovers of forms. */
  readonly decidedBy?: readonly string[];
  readonly use?: ClaimUse;
  readonly mutable?: boolean;
}
