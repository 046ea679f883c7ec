import type {
  Claim,
  ClaimRelease,
  ClaimSubject,
  EffectiveClaim,
  JsonSchema,
  Place,
  Release,
  Releaser,
  Releases,
  TokenType,
} from '../model/index.ts';
import { pathKey } from '../model/index.ts';
import { type Part, partOf } from './gathered-claims.ts';
import { scopeToken } from './scope-tokens.ts';
import type { Setting } from './setting.ts';
import { isStandard, standardClaim } from './standard-claims.ts';

/** A claim as one release brings it; `${client}` in the path still stands for the client. */
export function contributionOf(
  path: readonly string[],
  about: ClaimSubject,
  release: ClaimRelease,
): EffectiveClaim {
  return { path, key: pathKey(path), about, releases: [release] };
}

/** Why a claim is released, and when. */
export interface Cause {
  readonly by: Releaser;
  readonly at: Place;
  readonly presence: 'always' | 'sometimes';
  /** Only when this scope is granted. */
  readonly scope?: string;
}

/**
 * Whom a claim is about in tokens of this subject.
 *
 * @returns undefined when it does not belong there: a claim about a user in a machine's token. `sub` is about
 * whomever the token is about, unless an entry declares otherwise.
 */
function aboutWhom({ subject }: Setting, claim: Claim): ClaimSubject | undefined {
  if (subject === 'user' || claim.about !== 'user') return claim.about;
  return claim.implied && claim.path.length === 1 && claim.path[0] === 'sub' ? 'client' : undefined;
}

function schemaOf(setting: Setting, claim: Claim): JsonSchema {
  if (claim.unresolved !== undefined) return true;
  const [name, ...inner] = claim.path;
  if (!claim.implied || name === undefined || inner.length > 0) return claim.schema;
  return standardClaim(name, setting.facts)?.schema ?? claim.schema;
}

/** Pairwise identifiers differ per client (OpenID Connect Core section 8.1): nothing that a schema can say. */
export function withSubjectType({ client, subject }: Setting, claim: Claim): Claim {
  const isPairwise = client.subject === 'pairwise' && subject === 'user';
  const isSub = claim.path.length === 1 && claim.path[0] === 'sub';
  return isPairwise && isSub ? { ...claim, source: 'pairwise' } : claim;
}

/** What one claim, released for one cause, puts into the token. */
export function contribute(setting: Setting, declared: Claim, cause: Cause): readonly EffectiveClaim[] {
  const about = aboutWhom(setting, declared);
  if (about === undefined) return [];
  const claim = withSubjectType(setting, declared);
  const release = { claim, schema: schemaOf(setting, claim), ...cause };
  const contribution = contributionOf(claim.path, about, release);
  const isScopeList = claim.implied && claim.path.length === 1 && claim.path[0] === 'scope';
  if (!isScopeList || cause.scope !== undefined) return [contribution];
  return [contribution, ...scopeTokens(setting, cause, claim).flatMap(({ claims }) => claims)];
}

/** One scope-token per scope that a grant has or may have; together they are the `scope` claim. */
export function scopeTokens(setting: Setting, cause: Cause, claim?: Claim): readonly Part[] {
  const question = `${cause.by.kind} ${cause.by.name} ${cause.presence}`;
  return setting.scopes
    .filter(({ scope }) => scope.visible && scope.schema === undefined)
    .map((granted) => {
      const { scope, byDefault } = granted;
      const known = keptFor(claim ?? cause.at, granted);
      const make = (): Part =>
        partOf([
          contributionOf(['scope'], 'token', {
            ...(claim === undefined ? {} : { claim }),
            schema: scopeToken(scope),
            ...cause,
            ...(byDefault ? {} : { scope: scope.name }),
          }),
        ]);
      const answer = known.get(question) ?? make();
      known.set(question, answer);
      return answer;
    });
}

/** A cause without the presence, which each released claim has of its own. */
export type Releasing = Pick<Cause, 'by' | 'scope'>;

type Answers = Map<string, Part>;

const allAnswers = new WeakMap<object, WeakMap<object, Answers>>();

/** Answers about two things that never change, so that equal questions are answered with the same objects. */
export function keptFor(one: object, other: object): Answers {
  const byOther = allAnswers.get(one) ?? new WeakMap<object, Answers>();
  allAnswers.set(one, byOther);
  const answers = byOther.get(other) ?? new Map<string, Part>();
  byOther.set(other, answers);
  return answers;
}

/** The answer to a question, kept where it does not depend on the issuer or the client. */
export function kept(answers: Answers, question: string, make: () => Part): Part {
  const known = answers.get(question);
  if (known !== undefined) return known;
  const part = make();
  if (!part.claims.some(dependsOnToken)) answers.set(question, part);
  return part;
}

/** Whether what a claim puts into a token depends on more than who releases it: on the issuer, on the client. */
function dependsOnToken({ path }: EffectiveClaim): boolean {
  return path.length === 1 && isStandard(path[0] ?? '');
}

const NOTHING = partOf([]);

/** What a list of releases puts into the token. */
export function contributeAll(
  setting: Setting,
  releases: readonly Release[],
  releasing: Releasing,
  isCertain = true,
): Part {
  if (releases.length === 0) return NOTHING;
  const { by, scope = '' } = releasing;
  const question = `${setting.subject} ${isCertain} ${by.kind} ${by.name} with ${scope}`;
  const { claims } = setting.definition;
  return kept(keptFor(claims, releases), question, () =>
    partOf(
      releases.flatMap((release) => {
        const claim = claims.get(release.claim);
        if (claim === undefined) return [];
        const presence = isCertain ? (release.presence ?? claim.presence) : 'sometimes';
        return contribute(setting, claim, { ...releasing, presence, at: release.at });
      }),
    ),
  );
}

/** The releases that reach a token type: those to its name, and those to its kind. */
export function reaching(releases: Releases, type: TokenType): readonly Release[] {
  const byName = releases.get(type.name) ?? [];
  return type.name === type.kind ? byName : [...byName, ...(releases.get(type.kind) ?? [])];
}
