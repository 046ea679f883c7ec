import { acceptedSchema, issuedSchema } from '../contract/index.ts';
import type { EffectiveContract, JsonSchema } from '../model/index.ts';
import { canonical } from '../model/index.ts';
import { type Inclusion, includes } from '../schema/index.ts';
import { signature } from './facts/claim-signature.ts';
import { type Question, sliceOf } from './question.ts';

/** The answers to a question about the readers of two versions. */
export interface Answer {
  readonly tolerant: Inclusion;
  readonly strict: Inclusion;
  /** Tokens of before for readers that moved on. */
  readonly inFlight: Inclusion;
}

/** Compares schemas, each pair once: thousands of clients often have the same contract. */
export interface Judge {
  /** Is every value of `one` a value of `other`? */
  included(one: JsonSchema, other: JsonSchema): Inclusion;
  answer(question: Question): Answer;
}

/** Hears of every inclusion that was decided: is every value of `one` a value of `other`? */
export type InclusionListener = (one: JsonSchema, other: JsonSchema, inclusion: Inclusion) => void;

export function makeJudge(listener?: InclusionListener): Judge {
  const inclusions = new Map<string, Inclusion>();
  const answers = new Map<string, Answer>();
  const included = (one: JsonSchema, other: JsonSchema): Inclusion =>
    remembered(inclusions, `${canonical(one)} in ${canonical(other)}`, () => {
      const inclusion = includes(one, other);
      listener?.(one, other, inclusion);
      return inclusion;
    });
  return {
    included,
    answer: (question) => remembered(answers, nameOf(question), () => ask(question, included)),
  };
}

function remembered<T>(known: Map<string, T>, name: string, make: () => T): T {
  const found = known.get(name);
  if (found !== undefined) return found;
  const made = make();
  known.set(name, made);
  return made;
}

const INCLUDED: Inclusion = { verdict: 'included' };

function ask(
  { pair, grant, isNewRequest, isOfRules, keysBefore, keysAfter }: Question,
  included: Judge['included'],
): Answer {
  const before = keysBefore === 'all' ? pair.before : sliceOf(pair.before, keysBefore);
  const after = keysAfter === 'all' ? pair.after : sliceOf(pair.after, keysAfter);
  const readBefore = isOfRules ? withRulesOf(before, after) : before;
  const readAfter = isOfRules ? withRulesOf(after, before) : after;
  const issuedAfter = issuedSchema(after, grant.after);
  return {
    tolerant: included(issuedAfter, accepted(readBefore, grant.before, 'tolerant')),
    strict: included(issuedAfter, accepted(readBefore, grant.before, 'strict')),
    inFlight: isNewRequest
      ? INCLUDED
      : included(issuedSchema(before, grant.before), accepted(readAfter, grant.after, 'tolerant')),
  };
}

function withRulesOf({ schema = true }: EffectiveContract, contract: EffectiveContract): EffectiveContract {
  return { ...contract, schema };
}

function accepted(
  contract: EffectiveContract,
  grantedScopes: ReadonlySet<string>,
  reader: 'tolerant' | 'strict',
): JsonSchema {
  return acceptedSchema(contract, { grantedScopes, reader });
}

/** Questions with the same name have the same answer: the claims are alike and released alike. */
function nameOf({ pair, grant, isNewRequest, isOfRules, keysBefore, keysAfter }: Question): string {
  return JSON.stringify([
    isNewRequest === true,
    isOfRules === true,
    nameOfTokens(pair.before, keysBefore, grant.before),
    nameOfTokens(pair.after, keysAfter, grant.after),
  ]);
}

/** What tells the tokens of a contract under some scopes from others, as far as some of their members go. */
export function nameOfTokens(
  contract: EffectiveContract,
  keys: Question['keysBefore'],
  granted: ReadonlySet<string>,
): readonly string[] {
  const claims = keys === 'all' ? [...contract.claims.values()] : keys.map((key) => contract.claims.get(key));
  const scopes = new Set<string>();
  const names = claims.map((claim) => {
    for (const { scope } of claim?.releases ?? []) if (scope && granted.has(scope)) scopes.add(scope);
    return claim === undefined ? '' : signature(claim);
  });
  const whole = keys === 'all' ? canonical(contract.schema ?? true) : '';
  return [...names, whole, ...[...scopes].sort()];
}
