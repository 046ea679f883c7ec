import type {
  AffectedConsumer,
  Axis,
  ChangeKind,
  Coordinates,
  Fix,
  JsonValue,
  Place,
  Profile,
  RuleLevel,
  Severity,
  Witness,
} from '../model/index.ts';
import { maskedName, mayHoldData } from '../privacy/mask-text.ts';
import type { Settings, SubjectName, Subjects } from './subjects.ts';

export { askedOf, constantsIn, namedClaims } from '../compare/authorization/decision-names.ts';
export { asksUsers } from '../contract/grant-types.ts';
export { fitsIssuer } from '../contract/issuer.ts';
export {
  declaredTypes,
  isObject,
  jsonType,
  member,
  requiredNames,
  signatureHeaders,
} from '../model/index.ts';
export { isPersonal } from '../privacy/classification.ts';
export { maskedUndeclared } from '../privacy/mask-text.ts';
export { isPrivateKey } from '../privacy/private-key.ts';
export { excess, onClaim, releasedByUnstated } from './excess.ts';
export type { SubjectName } from './subjects.ts';
export * from './vocabulary.ts';
export * from './wording.ts';

/** Thresholds and patterns that a configuration may set. */
export type RuleOptions = Readonly<Record<string, number | string | readonly string[]>>;

/** The values that a message is made from. */
export type RuleArgs = Readonly<Record<string, JsonValue>>;

/** What a rule found: where, and the values to word it with. */
export interface Observation<Args extends RuleArgs = RuleArgs> {
  readonly at: Place;
  /** The place on the other side of a comparison. */
  readonly before?: Place;
  /** Another place that has to do with it: the decision that a change opens. */
  readonly related?: Place;
  readonly args: Args;
  /** Added to those of the inspected thing. */
  readonly coordinates?: Coordinates;
  /** Tells two observations with the same coordinates apart: an algorithm, a member name. */
  readonly detail?: string;
  readonly witness?: Witness;
  readonly consumers?: readonly AffectedConsumer[];
  readonly undecided?: boolean;
  /** Where it differs from the rule's own; a configured level wins over both. */
  readonly severity?: Severity;
  /** Only where there is one way to mend it, and no token changes by surprise. */
  readonly fix?: Fix;
}

/** Nothing, one observation or several. */
type Found<Args extends RuleArgs> = Iterable<Observation<Args>> | Observation<Args> | undefined;

/** What `check` receives: the inspected thing, the run's settings and the rule's options. */
export type Context<Subject extends SubjectName, Options = RuleOptions> = Subjects[Subject] & {
  readonly settings: Settings;
  readonly options: Options;
};

/** An observation in words. */
interface Words {
  readonly message: string;
  readonly help: string;
}

/** What few tokens have. */
export type TokenPart =
  | 'detected'
  | 'disclosures'
  | 'duplicates'
  | 'envelopes'
  | 'hashes'
  | 'uncontracted'
  | 'violations';

/** What a rule says about itself. */
export interface RuleFacts<Subject extends SubjectName = SubjectName> {
  /** `group/name`: also its folder, its page's title and its key in a configuration. */
  readonly id: string;
  readonly inspects: Subject;
  readonly severity: Severity;
  readonly axis: Axis;
  /** One sentence: what is wrong when it fires. */
  readonly summary: string;
  /** The section that it rests on, or whose advice it is. */
  readonly source: string;
  /** Ids that it had before; configurations and waivers may still use them. */
  readonly formerly?: readonly string[];
  /** Levels of the profiles where they differ from `severity`; `fapi2` follows `high-security`. */
  readonly profiles?: Readonly<Partial<Record<Profile, RuleLevel>>>;
  /** For rules about changes: the kinds it judges, or changes in a state that no kind's rule judges. */
  readonly of?: readonly ChangeKind[] | 'undecided' | 'early';
  /** Rules whose findings about the same claim say less than this one's: they are left out. */
  readonly absorbs?: readonly string[];
  /** True when what it observes of a claim at one place is one edit: told once, with what their lists name together. */
  readonly together?: boolean;
  /** What it says again where a comparison tells the effect of an edit on the same claim: then it is left out. */
  readonly echoOf?: 'consumer-effect' | 'decision-effect';
  /** True when it asks for something that a provider's export has no place for. */
  readonly ownFormatOnly?: boolean;
  /**
   * For rules about tokens: it looks at headers, and at the claims that tell the grant, and so says
   * the same of all tokens with one header under one grant. They are judged once.
   */
  readonly oncePerGrant?: boolean;
  /** For rules about tokens: what it is about. It has nothing to say of a token without any. */
  readonly about?: TokenPart;
}

/** One rule, ready to run. */
export interface Rule<Subject extends SubjectName = SubjectName> extends RuleFacts<Subject> {
  readonly options: RuleOptions;
  /** How to mend what it finds, where that does not depend on the finding. */
  readonly advice?: string;
  observe(context: Context<Subject>): readonly Observation[];
  /** Words for what it observed, from the values that it gave. */
  tell(args: RuleArgs): Words;
}

/** Every rule, sorted by id. */
export type RuleRegistry = readonly Rule[];

interface RuleDefinition<Subject extends SubjectName, Args extends RuleArgs, Options extends RuleOptions>
  extends RuleFacts<Subject> {
  readonly options?: Options;
  /** Yields what it finds. Rules of which millions of tokens are asked return it: a generator costs more than a look. */
  check(context: Context<Subject, Options>): Found<Args>;
  message(args: NoInfer<Args>): string;
  readonly help: string | ((args: NoInfer<Args>) => string);
}

/** What most rules say of most things: one list for all of them. */
const SILENCE: readonly Observation[] = [];

/** What somebody else wrote: names in it may be data about a person. */
const FROM_TOKENS: ReadonlySet<SubjectName> = new Set<SubjectName>(['token', 'malformed-token']);

/** An observation without e-mail addresses, telephone numbers and tokens, in whatever a token had them. */
function withoutData<Args extends RuleArgs>(observation: Observation<Args>): Observation<Args> {
  const { args, coordinates, detail } = observation;
  const isPlain =
    !mayBeData(coordinates?.claim) && !mayBeData(detail) && !Object.values(args).some(mayBeData);
  if (isPlain) return observation;
  const shown = Object.entries(args).map(([name, value]) => [name, maskedNames(value)]);
  return {
    ...observation,
    args: Object.fromEntries(shown),
    ...(coordinates?.claim !== undefined && {
      coordinates: { ...coordinates, claim: maskedName(coordinates.claim) },
    }),
    ...(detail !== undefined && { detail: maskedName(detail) }),
  };
}

function mayBeData(value: JsonValue | undefined): boolean {
  return typeof value === 'string' ? mayHoldData(value) : Array.isArray(value) && value.some(mayBeData);
}

function maskedNames(value: JsonValue): JsonValue {
  if (typeof value === 'string') return maskedName(value);
  return Array.isArray(value) ? value.map((item: JsonValue) => maskedNames(item)) : value;
}

/**
 * Defines one rule. The arguments of `message` are inferred from what `check` yields, so a message can't
 * name a value that nobody gives it.
 *
 * @example
 * export default defineRule({
 *   id: 'scope/description-missing',
 *   inspects: 'scope',
 *   …
 *   *check({ scope }) {
 *     if (scope.description === undefined) yield { at: scope.at, args: { scope: scope.name } };
 *   },
 *   message: ({ scope }) => `people are asked to consent to "${scope}" without being told what it does`,
 *   help: 'Describe in one short sentence what the scope allows.',
 * });
 */
export function defineRule<
  const Subject extends SubjectName,
  Args extends RuleArgs,
  Options extends RuleOptions = Record<never, never>,
>(definition: RuleDefinition<Subject, Args, Options>): Rule<Subject> {
  const { check, message, help, options, ...facts } = definition;
  const shown = FROM_TOKENS.has(definition.inspects)
    ? withoutData
    : (observation: Observation<Args>) => observation;
  return {
    ...facts,
    options: options ?? {},
    ...(typeof help === 'string' && { advice: help }),
    observe(context) {
      // The engine merges configured options over the defaults, so they have the shape that `check` asked for.
      const found = check(context as Context<Subject, Options>);
      if (found === undefined) return SILENCE;
      if (Array.isArray(found) && found.length === 0) return SILENCE;
      return Symbol.iterator in found ? Array.from(found, shown) : [shown(found)];
    },
    tell(values) {
      const args = values as Args;
      return { message: message(args), help: typeof help === 'string' ? help : help(args) };
    },
  };
}
