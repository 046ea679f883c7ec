import { type Classification, classified, privacyRank } from '../classification.ts';
import type { Concept } from '../concepts.ts';
import type { Hit, Reading } from './hits.ts';
import { asks, isFiller, speaksOfData, tellsOfTrait } from './modifiers.ts';
import { isCertainlyPerson, type Owner, ownerOf } from './owners.ts';

/** What surrounds a name: who owns its parents, and whether they are understood at all. */
export interface Surroundings {
  readonly owner?: Owner;
  /** The word that says so. */
  readonly ownerWord?: string;
  /** A parent that is neither an owner nor a known namespace. */
  readonly unknownParent?: string;
}

/** What stops a phrase from meaning what it says. */
interface Objection {
  readonly level: 'technical' | 'organisational' | 'confidential-infrastructure' | 'pseudonymous-identifier';
  readonly because: string;
}

const MACHINE_WORDS: ReadonlySet<Owner> = new Set<Owner>(['machine', 'client', 'thing']);
/** Words that make data of what follows them; participles such as `verified` don't. */
const HEADS_BEFORE =
  /^(hash|hashed|masked|format|formato|anzahl|encrypted|redacted|count|template|schema|tokenized|anonymized)$/;
const LINKS = /^(url|uri|link|href)$/;
/** Things that a sentence about a trait can still end with. */
const TRAIT_THINGS =
  /^(event|protocol|algorithm|template|module|feature|plugin|product|service|endpoint|api|app|page|log|metric|report|queue|dashboard|job|pipeline|system|checker|model|tool|engine|detector|classifier|dataset|sku|catalog|catalogue|tile|layer|map|icon|banner|widget|picker|dropdown|path|ontology|regex|slug)$/;
/** Words that date what is before them. */
const DATES = /^(date|datum|timestamp|datetime)$/;

/**
 * Judges the phrases of a name in their surroundings.
 *
 * @returns The strongest that holds; when none does, why not; `undefined` when there is no phrase.
 */
export function judge(reading: Reading, around: Surroundings): Classification | undefined {
  let best: Classification | undefined;
  let denied: Classification | undefined;
  for (const hit of reading.hits) {
    const objection = objectionTo(hit, reading, around);
    const found = `"${hit.text}" means ${hit.phrase.concept} (${hit.phrase.language})`;
    if (objection !== undefined) {
      denied ??= classified(objection.level, undefined, 0.85, [found, objection.because]);
      continue;
    }
    if (best !== undefined && privacyRank(best.level) >= privacyRank(hit.concept.level)) continue;
    best = classified(hit.concept.level, hit.concept.category, confidenceIn(hit, reading, around), [found]);
  }
  if (best === undefined) return denied;
  return denied !== undefined && !best.personal ? denied : best;
}

function confidenceIn(hit: Hit, reading: Reading, around: Surroundings): number {
  if (reading.segmented) return 0.85;
  if (around.unknownParent !== undefined && hit.phrase.strict) return 0.7;
  if (reading.rest.length === 0) return 0.95;
  const harmless = reading.rest.every((at) => isHarmless(reading.words[at] ?? ''));
  return harmless ? 0.9 : 0.8;
}

function isHarmless(word: string): boolean {
  return isFiller(word) || ownerOf(word) === 'person';
}

function objectionTo(hit: Hit, reading: Reading, around: Surroundings): Objection | undefined {
  if (hit.concept.kind === 'other') return undefined;
  const beside = { ...reading, rest: wordsBeside(reading) };
  return aboutData(hit, beside) ?? ownedByOther(hit, beside, around) ?? notWholeName(hit, reading, around);
}

/** The words that say nothing about a person themselves, but may about what stands beside them. */
function wordsBeside({ words, hits }: Reading): readonly number[] {
  const personal = hits.filter(({ concept }) => concept.kind !== 'other');
  return [...words.keys()].filter((at) => !personal.some(({ from, to }) => at >= from && at < to));
}

/** Words that make the name one about the data. */
function aboutData({ concept, from, to, phrase }: Hit, { words, rest }: Reading): Objection | undefined {
  const trait = concept.kind === 'trait';
  const about = (word: string): Objection => ({
    level: 'technical',
    because: `"${word}" makes it a fact about the data`,
  });
  const first = words[0] ?? '';
  if (from > 0 && asks(first) && !(trait && /^(has|is|are|was|does)$/.test(first))) return about(first);
  for (const at of rest) {
    const word = words[at] ?? '';
    if (at < from && HEADS_BEFORE.test(word)) return about(word);
    if (at < to) continue;
    if (speaksOfData(word, trait)) return about(word);
    if (LINKS.test(word) && phrase.concept !== 'photo' && phrase.concept !== 'web page') return about(word);
    if (word === 'at' && at === words.length - 1 && !trait) return about(word);
    if (DATES.test(word) && (concept.kind === 'shared' || phrase.concept === 'photo')) return about(word);
    if (trait ? TRAIT_THINGS.test(word) : isThing(word, concept)) return about(word);
  }
  if (
    concept.kind === 'shared' &&
    words[to] === 'id' &&
    phrase.concept !== 'email' &&
    phrase.concept !== 'tax id'
  ) {
    return { level: 'pseudonymous-identifier', because: '"id" makes it a reference' };
  }
  return undefined;
}

/** A thing after the phrase is what the name is about: `email_queue` is a queue. */
function isThing(word: string, concept: Concept): boolean {
  const owner = ownerOf(word);
  return owner !== undefined && MACHINE_WORDS.has(owner) && concept.category !== 'user.device.ip_address';
}

/** What persons share with other things is personal only when no other thing owns it. */
function ownedByOther(hit: Hit, { words, rest }: Reading, around: Surroundings): Objection | undefined {
  if (hit.concept.kind !== 'shared') return undefined;
  const named = rest.flatMap((at) => {
    const word = words[at] ?? '';
    const owner = ownerOf(word);
    return owner === undefined ? [] : [{ at, word, owner }];
  });
  const nearest = named.filter(({ at }) => at < hit.from).at(-1) ?? named.find(({ at }) => at >= hit.to);
  const owner = nearest?.owner ?? around.owner;
  const word = nearest?.word ?? around.ownerWord ?? '';
  if (owner === undefined || owner === 'person') return undefined;
  const because = `"${word}" owns it, not a person`;
  if (owner === 'organisation') return { level: 'organisational', because };
  if (hit.phrase.concept === 'ip address' && owner !== 'machine') return undefined;
  return { level: owner === 'machine' ? 'confidential-infrastructure' : 'technical', because };
}

/** A strict phrase wants the rest of the name to speak of a person or to say nothing. */
function notWholeName(hit: Hit, { words, rest, hits }: Reading, around: Surroundings): Objection | undefined {
  if (!hit.phrase.strict || isCertainlyPerson(words[hit.from - 1] ?? '')) return undefined;
  const trait = hit.concept.kind === 'trait';
  const stranger = rest
    .map((at) => words[at] ?? '')
    .find((word) => !isHarmless(word) && !(trait && tellsOfTrait(word)));
  const because = (word: string): Objection => ({
    level: 'technical',
    because: `"${word}" may mean something else by it`,
  });
  if (stranger !== undefined) return because(stranger);
  const beside = hits.find((one) => one !== hit && one.concept.kind === 'other');
  if (beside !== undefined) return because(beside.text);
  if (around.owner !== undefined && around.owner !== 'person') return because(around.ownerWord ?? '');
  if (around.unknownParent !== undefined && hit.phrase.concept === 'full name')
    return because(around.unknownParent);
  return undefined;
}
