import { hasFormat } from '../evaluate.ts';
import { codePoints } from '../json.ts';
import type { Automata } from '../language/automata.ts';
import { FORMATS } from '../language/formats.ts';
import { LanguageBounds } from '../language/language-bounds.ts';
import { hasWord, readableWords } from '../language/words.ts';
import type { Atom } from '../tableau/atom.ts';
import { found, NONE, type Outcome, Undecided, unknown } from '../verdict.ts';

/** Words of an automaton that are tried, beyond the excluded ones. */
const WORDS = 60;

/** Strings longer than this are not written out. */
const MAX_LENGTH = 100_000;

const PLAIN = ['text', 'value', 'other', 'a', ''];

/** Texts that most formats do not take, for where one must not hold. */
const UNFORMATTED = ['(not this)', '(', 'a(b', '%'];

interface StringFacts {
  readonly min: number;
  readonly max: number;
  readonly patterns: ReadonlySet<string>;
  readonly notPatterns: ReadonlySet<string>;
  readonly formats: ReadonlySet<string>;
  readonly notFormats: ReadonlySet<string>;
  readonly excluded: ReadonlySet<string>;
}

/**
 * Finds a string that fulfils all atoms, or proves that there is none: lengths are compared, and
 * patterns and formats become automata whose intersection is empty or has a shortest word.
 */
export function solveString(atoms: readonly Atom[], automata: Automata): Outcome {
  const facts = gather(atoms);
  if (facts.min > facts.max) return NONE;
  if (intersects(facts.patterns, facts.notPatterns) || intersects(facts.formats, facts.notFormats))
    return NONE;
  for (const candidate of candidates(facts)) if (accepts(facts, candidate, automata)) return found(candidate);
  const { patterns, notPatterns, formats, notFormats } = facts;
  if (patterns.size + notPatterns.size + formats.size + notFormats.size === 0)
    return solvePlain(facts, automata);
  return solveByAutomata(facts, automata);
}

function gather(atoms: readonly Atom[]): StringFacts {
  let [min, max] = [0, Number.POSITIVE_INFINITY];
  const [patterns, notPatterns] = [new Set<string>(), new Set<string>()];
  const [formats, notFormats] = [new Set<string>(), new Set<string>()];
  const excluded = new Set<string>();
  for (const atom of atoms) {
    if (atom.kind === 'minLength') min = Math.max(min, atom.limit);
    else if (atom.kind === 'maxLength') max = Math.min(max, atom.limit);
    else if (atom.kind === 'pattern') (atom.holds ? patterns : notPatterns).add(atom.source);
    else if (atom.kind === 'format') (atom.holds ? formats : notFormats).add(atom.name);
    else if (atom.kind === 'values') {
      for (const value of atom.values) if (typeof value === 'string') excluded.add(value);
    }
  }
  return { min, max, patterns, notPatterns, formats, notFormats, excluded };
}

function intersects(ones: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...ones].some((one) => others.has(one));
}

/** True only if it is certain. */
function accepts(facts: StringFacts, text: string, automata: Automata): boolean {
  const { length } = codePoints(text);
  if (length < facts.min || length > facts.max || facts.excluded.has(text)) return false;
  const matches = (source: string) => tryMatch(automata, source, text);
  return (
    [...facts.patterns].every((source) => matches(source) === true) &&
    [...facts.notPatterns].every((source) => matches(source) === false) &&
    [...facts.formats].every((name) => hasFormat(name, text) === true) &&
    [...facts.notFormats].every((name) => hasFormat(name, text) === false)
  );
}

function tryMatch(automata: Automata, source: string, text: string): boolean | undefined {
  try {
    return automata.matches(source, text);
  } catch (error) {
    if (error instanceof Undecided) return undefined;
    throw error;
  }
}

/** Realistic strings first: examples of the formats, words, and words made long enough. */
function candidates(facts: StringFacts): string[] {
  const examples = [...facts.formats].flatMap((name) => {
    const format = FORMATS.get(name);
    return format?.kind === 'string' ? format.examples : [];
  });
  const lengths = new Set([facts.min, facts.min + 1, Math.min(facts.max, facts.min + 8)]);
  const long = [...lengths]
    .filter((length) => length > 0 && length <= MAX_LENGTH)
    .map((length) => wordOf(length, 'text'));
  const unformatted = facts.notFormats.size > 0 ? UNFORMATTED : [];
  return [...examples, ...PLAIN, ...long, ...unformatted];
}

function wordOf(length: number, word: string): string {
  return word.repeat(Math.ceil(length / word.length)).slice(0, length);
}

/** With no pattern or format, only the excluded strings are in the way, and they are finitely many. */
function solvePlain(facts: StringFacts, automata: Automata): Outcome {
  if (facts.max === 0) return facts.excluded.has('') ? NONE : found('');
  const length = Math.max(1, facts.min);
  if (length > MAX_LENGTH) return unknown(`a string of ${length} characters is not written out`);
  for (let count = 0; count <= facts.excluded.size; count += 1) {
    const candidate = String.fromCodePoint(0xa1 + count).padStart(length, 'text');
    if (accepts(facts, candidate, automata)) return found(candidate);
  }
  return unknown('too many excluded values');
}

function solveByAutomata(facts: StringFacts, automata: Automata): Outcome {
  const bounds = new LanguageBounds(automata);
  for (const source of facts.patterns) bounds.addPattern(source, true);
  for (const source of facts.notPatterns) bounds.addPattern(source, false);
  for (const name of facts.formats) bounds.addFormat(name, true);
  for (const name of facts.notFormats) bounds.addFormat(name, false);
  if (!hasWord(bounds.atMost, facts)) return NONE;
  const word = search(bounds, facts, automata);
  if (word !== undefined) return found(word);
  // Only now: an automaton that knows each of many long words is large.
  bounds.exclude(facts.excluded);
  if (!hasWord(bounds.atMost, facts)) return NONE;
  const other = search(bounds, facts, automata);
  return other === undefined ? unknown(bounds.doubt ?? 'no string was found') : found(other);
}

function search(bounds: LanguageBounds, facts: StringFacts, automata: Automata): string | undefined {
  for (const automaton of bounds.toSearch()) {
    for (const word of readableWords(automaton, WORDS, facts))
      if (accepts(facts, word, automata)) return word;
  }
  return undefined;
}
