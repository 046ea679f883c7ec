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
import type { GrantableScope } from './grantable-scopes.ts';
import { kept } from './kept.ts';
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
  // What is spread comes last, here and below: members after it cost many times as much, and releases are many.
  const release = { claim, schema: schemaOf(setting, claim), ...cause };
  const contribution = contributionOf(claim.path, about, release);
  const isScopeList = claim.implied && claim.path.length === 1 && claim.path[0] === 'scope';
  if (!isScopeList || cause.scope !== undefined) return [contribution];
  return [contribution, ...scopeTokens(setting, cause, claim).claims];
}

/** One scope-token per scope that a grant has or may have; together they are the `scope` claim. */
export function scopeTokens(setting: Setting, cause: Cause, claim?: Claim): Part {
  const known = answersTo(`${cause.by.kind} ${cause.by.name} ${cause.presence}`, claim ?? cause.at);
  const token = ({ scope, byDefault }: GrantableScope): Part =>
    partOf([
      contributionOf(['scope'], 'token', {
        ...(claim === undefined ? {} : { claim }),
        schema: scopeToken(scope),
        ...cause,
        ...(byDefault ? {} : { scope: scope.name }),
      }),
    ]);
  return remembered(known, setting.scopes, (scopes) => {
    const named = scopes.filter(({ scope }) => scope.visible && scope.schema === undefined);
    return partOf(named.flatMap((granted) => remembered(known, granted, token).claims));
  });
}

/** A cause without the presence, which each released claim has of its own. */
export type Releasing = Pick<Cause, 'by' | 'scope'>;

type Answers = WeakMap<object, Part>;

const answersAbout = kept((_: object) => new Map<string, Answers>());

/** Answers about things that never change, so that equal questions are answered with the same objects. */
export function answersTo(question: string, about: object): Answers {
  const byQuestion = answersAbout(about);
  const answers = byQuestion.get(question) ?? new WeakMap<object, Part>();
  byQuestion.set(question, answers);
  return answers;
}

/** The answer about a thing, whatever it depends on: the question must name it. */
export function remembered<Thing extends object>(
  answers: Answers,
  thing: Thing,
  make: (thing: Thing) => Part,
): Part {
  let part = answers.get(thing);
  if (part === undefined) {
    part = make(thing);
    answers.set(thing, part);
  }
  return part;
}

/** The answer about a thing, remembered where it is the same for every issuer and client. */
export function rememberedForAll<Thing extends object>(
  answers: Answers,
  thing: Thing,
  make: (thing: Thing) => Part,
): Part {
  const known = answers.get(thing);
  if (known !== undefined) return known;
  const part = make(thing);
  if (!part.claims.some(dependsOnToken)) answers.set(thing, part);
  return part;
}

/** Whether what a claim puts into a token depends on more than who releases it: on the issuer, on the client. */
function dependsOnToken({ path }: EffectiveClaim): boolean {
  return path.length === 1 && isStandard(path[0] ?? '');
}

/** What a list of releases puts into the token. */
export function contributeAll(
  setting: Setting,
  releases: readonly Release[],
  releasing: Releasing,
  isCertain = true,
): Part {
  if (releases.length === 0) return partOf([]);
  const { by, scope = '' } = releasing;
  const question = `${setting.subject} ${isCertain} ${by.kind} ${by.name} with ${scope}`;
  const { claims } = setting.definition;
  return rememberedForAll(answersTo(question, claims), releases, () =>
    partOf(
      releases.flatMap((release) => {
        const claim = claims.get(release.claim);
        if (claim === undefined) return [];
        const presence = isCertain ? (release.presence ?? claim.presence) : 'sometimes';
        return contribute(setting, claim, { presence, at: release.at, ...releasing });
      }),
    ),
  );
}

/** The releases that reach a token type: those to its name, and those to its kind. */
export function reaching(releases: Releases, type: TokenType): readonly Release[] {
  const byName = releases.get(type.name) ?? [];
  return type.name === type.kind ? byName : [...byName, ...(releases.get(type.kind) ?? [])];
}
