import { registeredClaims } from '../../generated/registry.ts';
import type { ClaimSubject } from '../../model/index.ts';
import { type Classification, classified } from '../classification.ts';
import { conceptOf } from '../concepts.ts';
import { knownAttribute } from './attributes.ts';
import { type Reading, readWords } from './hits.ts';
import { judge, type Surroundings } from './judge.ts';
import { asks, isFiller, speaksOfData } from './modifiers.ts';
import { attributeOfOid } from './oids.ts';
import { ownerOf } from './owners.ts';
import { type Step, splitPath } from './split.ts';

/** Members that hold the value of what their parent names (RFC 7643 section 2.4, OpenID Connect section 5.1.1). */
const HOLDERS = new Set([
  'value',
  'values',
  'formatted',
  'text',
  'content',
  'raw',
  'string',
  'literal',
  'displayvalue',
]);
/** Words at the end of a name that make it a reference to its owner. */
const REFERENCES =
  /^(id|ids|uid|uuid|guid|ref|reference|no|nr|num|number|key|identifier|pk|nummer|numero|kennung|identifiant|tunnus)$/;
/** Members that hold what the names of data are called, say or are mapped to, and none of the data. */
const CATALOGUES =
  /^(?:i18n|l10n|labels?|translations?|placeholders?|tooltips?|columns?|(?:attribute|claim|field)?_?mappings?|schemas?|errors?|error_?messages?|validations?|validators?|feature_?flags?|experiments?)$/i;
/** Members that hold data of persons, whatever else they are about: `id_token_hint`, `app_metadata`, `transaction_data`. */
const CONTAINERS =
  /^(?:attributes?|body|claims?|data|details|event|extension|hint|metadata|parameters?|params|payload|properties|property|record|request|response|session|token|transaction)$/;
const CACHE_SIZE = 8192;

const cache = new Map<string, Classification>();

/**
 * What a claim's name says about a person. Pure and bounded; answers are kept, since the same names come
 * with every token.
 *
 * @param path Member names from the token's root. URIs, URNs, dotted names and JSON Pointers are understood.
 * @param about Whom the definition says that the claim is about: what a client has is not a person's.
 * @example classifyName(['email_verified']).personal // false
 * @example classifyName(['urn:oid:2.5.4.20']).category // 'user.contact.phone_number'
 */
export function classifyName(path: readonly string[], about?: ClaimSubject): Classification {
  const key = `${path.join('\u0000')}\u0001${about ?? ''}`;
  const kept = cache.get(key);
  if (kept !== undefined) return kept;
  if (cache.size >= CACHE_SIZE) cache.clear();
  const judged = judgePath(about === 'client' ? ['client', ...path] : path);
  cache.set(key, judged);
  return judged;
}

function judgePath(path: readonly string[]): Classification {
  // RFC 9701 section 5: what is in it stands at the root of a response that is not signed.
  if (path.length > 1 && path[0] === 'token_introspection') return judgePath(path.slice(1));
  const steps = splitPath(path);
  const named = steps.findLastIndex((step) => !HOLDERS.has(step.words.join('')) || step.words.length === 0);
  const leaf = steps[named];
  if (leaf === undefined) return nothing();
  const parents = steps.slice(0, named);
  const readings = parents.map((parent) => (parent.namespace ? undefined : readWords(parent.words)));
  return (
    byOid(leaf) ??
    byRegistry(leaf, parents) ??
    byAttribute(path, leaf, parents) ??
    byWords(leaf, parents, readings) ??
    nothing()
  );
}

function nothing(): Classification {
  return classified('technical', undefined, 0.4, ['no word of the name speaks of a person']);
}

function byOid(leaf: Step): Classification | undefined {
  if (leaf.words.length > 0) return undefined;
  const [name, concept] = attributeOfOid(leaf.name) ?? [];
  if (name === undefined || concept === undefined) return undefined;
  const { level, category } = conceptOf(concept);
  return classified(level, category, 0.97, [`object identifier of "${name}"`]);
}

/** Registered claims keep their meaning at the root, and in members that only group claims. */
function byRegistry(leaf: Step, parents: readonly Step[]): Classification | undefined {
  const claim = registeredClaims.get(leaf.name);
  if (claim === undefined || !parents.every(isNeutral)) return undefined;
  const { level, category } = claim.privacy;
  return classified(level, category, parents.length === 0 ? 0.98 : 0.95, [
    `registered claim "${leaf.name}" (${claim.reference})`,
  ]);
}

function byAttribute(
  path: readonly string[],
  leaf: Step,
  parents: readonly Step[],
): Classification | undefined {
  const whole = path.length === 1 ? knownAttribute(path[0] ?? '') : undefined;
  const known = whole ?? (parents.every(isNeutral) ? knownAttribute(leaf.name) : undefined);
  if (known === undefined) return undefined;
  const { level, category } = conceptOf(known.concept);
  return classified(level, category, 0.95, [`attribute of ${known.system}: ${known.concept}`]);
}

/** A parent that groups claims and says nothing of them. */
function isNeutral(step: Step): boolean {
  return step.namespace || step.words.every((word) => isFiller(word) || ownerOf(word) === 'person');
}

function byWords(
  leaf: Step,
  parents: readonly Step[],
  readings: readonly (Reading | undefined)[],
): Classification | undefined {
  const catalogue = parents.find((step) => !step.namespace && CATALOGUES.test(step.name));
  if (catalogue !== undefined)
    return classified('technical', undefined, 0.8, [`"${catalogue.name}" holds what is said about data`]);
  const reading = readWords(leaf.words);
  const around = surroundings(parents, readings);
  const judged = judge(reading, around) ?? acrossSteps(leaf, parents);
  const inherited = inherit(reading, parents, readings, around);
  if (judged === undefined) return inherited ?? reference(reading, around) ?? owned(reading, around);
  return isPartOfPersonal(judged, inherited)
    ? classified('personal', judged.category, 0.9, judged.evidence)
    : judged;
}

/** What a member says together with its parent: `birth.date`, `blood.type`. */
function acrossSteps(leaf: Step, parents: readonly Step[]): Classification | undefined {
  const parent = parents.at(-1);
  if (parent === undefined || parent.namespace) return undefined;
  const reading = readWords([...parent.words, ...leaf.words]);
  const border = parent.words.length;
  const hits = reading.segmented ? [] : reading.hits.filter(({ from, to }) => from < border && to > border);
  return hits.length === 0 ? undefined : judge({ ...reading, hits }, {});
}

/** A country alone says little; in a person's address or place of birth it is a part of it. */
function isPartOfPersonal(judged: Classification, inherited: Classification | undefined): boolean {
  return judged.level === 'quasi-identifier' && inherited?.level === 'personal';
}

function surroundings(parents: readonly Step[], readings: readonly (Reading | undefined)[]): Surroundings {
  for (let at = parents.length - 1; at >= 0; at -= 1) {
    const step = parents[at];
    if (step === undefined) continue;
    const words = readings[at]?.words ?? step.words;
    const ownerWord = words.findLast(
      (word) => ownerOf(word) !== undefined && !(step.namespace && isFiller(word)),
    );
    const owner = ownerWord === undefined ? undefined : ownerOf(ownerWord);
    const holds = owner !== 'person' && owner !== 'organisation' && CONTAINERS.test(step.words.at(-1) ?? '');
    if (holds && !step.namespace) return { unknownParent: step.name };
    if (owner !== undefined && ownerWord !== undefined) return { owner, ownerWord };
    const speaks = readings[at]?.hits.some(({ concept }) => concept.kind !== 'other') === true;
    const understood = step.namespace || isNeutral(step) || speaks;
    if (!understood) return { unknownParent: step.name };
  }
  return {};
}

/** A member of something personal is personal, unless it is a fact about the data: `passport.issuer`, `emails.type`. */
function inherit(
  reading: Reading,
  parents: readonly Step[],
  readings: readonly (Reading | undefined)[],
  around: Surroundings,
): Classification | undefined {
  const parent = readings.at(-1);
  const step = parents.at(-1);
  if (parent === undefined || step === undefined || step.namespace) return undefined;
  const outer = surroundings(parents.slice(0, -1), readings.slice(0, -1));
  const judged = judge(parent, outer);
  if (judged === undefined || !judged.personal || around.owner === 'organisation') return undefined;
  const { words } = reading;
  if (
    words.some((word) => speaksOfData(word, false)) ||
    asks(words[0] ?? '') ||
    /^(id|ref|at|uri|url|primary)$/.test(words.at(-1) ?? '')
  ) {
    return undefined;
  }
  return classified(judged.level, judged.category, 0.75, [...judged.evidence, `"${step.name}" holds it`]);
}

/** `customer_key`, `staff_no`: who it is, for those who can look it up. */
function reference({ words }: Reading, around: Surroundings): Classification | undefined {
  if (!REFERENCES.test(words.at(-1) ?? '')) return undefined;
  const person =
    words.find((word) => ownerOf(word) === 'person') ??
    (around.owner === 'person' ? around.ownerWord : undefined);
  if (person === undefined) return undefined;
  const { level, category } = conceptOf('pseudonym');
  return classified(level, category, 0.8, [`a reference to "${person}"`]);
}

/** A name that only says whose it is. */
function owned({ words }: Reading, around: Surroundings): Classification | undefined {
  const word = words.findLast((one) => ownerOf(one) !== undefined) ?? around.ownerWord;
  const owner = word === undefined ? undefined : ownerOf(word);
  if (owner === undefined || owner === 'person') return undefined;
  const level =
    owner === 'organisation'
      ? 'organisational'
      : owner === 'machine'
        ? 'confidential-infrastructure'
        : 'technical';
  return classified(level, undefined, 0.6, [`"${word}" owns it, not a person`]);
}
