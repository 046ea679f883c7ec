import { kept, type Part, partsOf, unboundLayersOf } from '../../contract/index.ts';
import type { ChangeKind, EffectiveClaim, EffectiveContract } from '../../model/index.ts';
import { canonical, pathKey, placeOf } from '../../model/index.ts';
import type { ComparedPair, GrantPair, Grants } from '../grants.ts';
import type { Judge } from '../judge.ts';
import type { ContractPair } from '../pairing.ts';
import type { Question } from '../question.ts';
import type { Versions } from '../versions.ts';
import { editName, type Fact } from './fact.ts';

/** The facts across claims (`tokens.X.schema`), judged as if nothing else had changed. */
export function* wholeSchemaFacts(
  versions: Versions,
  { before, after }: ContractPair,
  grants: Grants,
  judge: Judge,
): Iterable<Fact> {
  const was = before.schema ?? true;
  const is = after.schema ?? true;
  if (canonical(was) === canonical(is)) return;
  const wider = judge.included(was, is).verdict;
  const narrower = judge.included(is, was).verdict;
  if (wider === 'included' && narrower === 'included') return;
  const kind = kindOf(narrower);
  const fact = wholeFact(kind, versions, { before, after }, editName(kind, after.key.tokenType, was, is));
  for (const grant of requestsOf(grants)) {
    const question = { ...wholeQuestion({ before, after }, grant), isOfRules: true };
    yield { ...fact, before: was, after: is, effect: { effect: 'asked', question } };
  }
}

function kindOf(narrower: string): ChangeKind {
  if (narrower === 'included') return 'contract-narrowed';
  return narrower === 'undecided' ? 'contract-undecided' : 'contract-widened';
}

/**
 * The net under the claims: where a schema ties claims together, or one claim is inside another, a token can
 * break its reader although each claim by itself is fine. Then the whole contract is compared.
 */
export function* netFacts(versions: Versions, pairs: readonly ComparedPair[], judge: Judge): Iterable<Fact> {
  for (const { pair, grants } of pairs) {
    if (!isTied(pair.before) && !isTied(pair.after)) continue;
    for (const grant of requestsOf(grants)) {
      const question = wholeQuestion(pair, grant);
      const { verdict } = judge.answer(question).tolerant;
      if (verdict === 'included') continue;
      const kind = verdict === 'undecided' ? 'contract-undecided' : 'contract-widened';
      const edit = editName('whole', kind, pair.after.key.tokenType);
      yield { ...wholeFact(kind, versions, pair, edit), effect: { effect: 'asked', question } };
      break;
    }
  }
}

/** One more scope can bring the claim that breaks a rule, or the one that keeps it: so each is asked for. */
function requestsOf(grants: Grants): readonly GrantPair[] {
  return [...grants.smallest(grants.common), grants.widest()];
}

function wholeQuestion(pair: ContractPair, grant: GrantPair): Question {
  return { pair, grant, keysBefore: 'all', keysAfter: 'all' };
}

function wholeFact(kind: ChangeKind, versions: Versions, { before, after }: ContractPair, edit: string) {
  return {
    kind,
    edit,
    coordinates: { tokenType: after.key.tokenType },
    at: schemaPlace(versions.after, after),
    beforeAt: schemaPlace(versions.before, before),
    seenIn: after.key,
  };
}

function schemaPlace(definition: Versions['after'], { key, at }: EffectiveContract) {
  const tokenType = definition.tokenTypes.get(key.tokenType);
  return tokenType === undefined ? at : placeOf(tokenType, 'schema');
}

/** True where judging each claim by itself is no proof for the whole token. */
function isTied({ schema, claims }: EffectiveContract): boolean {
  if (schema !== undefined && schema !== true) return true;
  const { shared, own } = unboundLayersOf(claims);
  const isInAnother = ({ path }: EffectiveClaim): boolean =>
    path.some((_, length) => length > 0 && claims.has(pathKey(path.slice(0, length))));
  return (
    partsOf(shared).some((part) => nestedIn(part).some(isInAnother)) || [...own.values()].some(isInAnother)
  );
}

/** Claims below the root of the token. */
const nestedIn = kept(({ claims }: Part) => claims.filter(({ path }) => path.length > 1));
