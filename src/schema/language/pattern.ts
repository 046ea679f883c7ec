import { CharSet, type Concatenation, type Element, type Expression, JS, type NoParent } from 'refa';
import { Undecided } from '../verdict.ts';

/** A regular expression as `RegExp` takes it. JSON Schema patterns have the flag `u`. */
export interface RegularExpression {
  readonly source: string;
  readonly flags: string;
}

export const LAST_CODE_POINT = 0x10ffff;

/** Nodes that a parsed expression may have: counted repetitions multiply them. */
const MAX_NODES = 20_000;

/** Alternatives that moving the anchors outwards may produce. */
const MAX_ALTERNATIVES = 200;

/** True if Ajv, which compiles patterns with the flag `u`, can use it. */
export function isRegularExpression(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

type Sequence = NoParent<Concatenation>;

/**
 * Parses a regular expression into one that matches whole words and has no assertions, as automata
 * need it. `^` and `$` at the edges become the presence or absence of "anything before" and
 * "anything after". (Leaving them to refa's own treatment of assertions yields wrong, empty
 * languages.)
 *
 * @throws {Undecided} for lookaround, word boundaries, anchors in the middle, and backreferences
 */
export function parseWhole(regex: RegularExpression): NoParent<Expression> {
  const parser = JS.Parser.fromLiteral(regex);
  const options = { assertions: 'parse', backreferences: 'throw', maxNodes: MAX_NODES } as const;
  const { expression, maxCharacter } = parser.parse(options);
  const alternatives = expression.alternatives.flatMap((alternative) => splitEdges(alternative.elements));
  if (alternatives.length > MAX_ALTERNATIVES)
    throw new Undecided(`"${regex.source}" has too many alternatives`);
  const whole: NoParent<Expression> = { type: 'Expression', alternatives: alternatives.map(withoutAnchors) };
  for (const alternative of whole.alternatives) checkSequence(alternative, regex.source);
  if (maxCharacter < LAST_CODE_POINT) whole.alternatives.forEach(liftCharacters);
  return whole;
}

/** Multiplies groups at the edges out, as far as they hold anchors: `(^a|b)c` is `^ac|bc`. */
function splitEdges(elements: readonly NoParent<Element>[]): Sequence[] {
  const [first] = elements;
  if (first?.type === 'Alternation' && hasAnchor(first)) {
    return first.alternatives.flatMap((inner) => splitEdges([...inner.elements, ...elements.slice(1)]));
  }
  const last = elements.at(-1);
  if (last?.type === 'Alternation' && hasAnchor(last)) {
    return last.alternatives.flatMap((inner) => splitEdges([...elements.slice(0, -1), ...inner.elements]));
  }
  return [{ type: 'Concatenation', elements: [...elements] }];
}

function hasAnchor(element: NoParent<Element>): boolean {
  if (element.type === 'Assertion') return true;
  if (element.type !== 'Alternation') return false;
  return element.alternatives.some((alternative) => alternative.elements.some(hasAnchor));
}

function withoutAnchors({ elements }: Sequence): Sequence {
  let from = 0;
  let to = elements.length;
  while (from < to && isAnchor(elements[from], 'behind')) from += 1;
  while (to > from && isAnchor(elements[to - 1], 'ahead')) to -= 1;
  const inner = elements.slice(from, to);
  if (from === 0) inner.unshift(anything());
  if (to === elements.length) inner.push(anything());
  return { type: 'Concatenation', elements: inner };
}

/** refa writes `^` as "no character behind" and `$` as "no character ahead". */
function isAnchor(element: NoParent<Element> | undefined, kind: 'ahead' | 'behind'): boolean {
  if (element?.type !== 'Assertion' || element.kind !== kind || !element.negate) return false;
  const [only, ...others] = element.alternatives.flatMap((alternative) => alternative.elements);
  return others.length === 0 && only?.type === 'CharacterClass' && only.characters.isAll;
}

function anything(): NoParent<Element> {
  const character = { type: 'CharacterClass', characters: CharSet.all(LAST_CODE_POINT) } as const;
  return {
    type: 'Quantifier',
    min: 0,
    max: Number.POSITIVE_INFINITY,
    lazy: false,
    alternatives: [{ type: 'Concatenation', elements: [character] }],
  };
}

function checkSequence(sequence: Sequence, source: string): void {
  for (const element of sequence.elements) {
    if (element.type === 'Assertion' || element.type === 'Unknown') {
      throw new Undecided(`"${source}" uses an assertion that automata cannot express`);
    }
    if (element.type === 'CharacterClass') continue;
    for (const alternative of element.alternatives) checkSequence(alternative, source);
  }
}

/**
 * Expressions without the flag `u` are read as UTF-16 units. Where they name ASCII characters only,
 * or every character, they mean the same in code points.
 */
function liftCharacters(sequence: Sequence): void {
  for (const element of sequence.elements) {
    if (element.type === 'CharacterClass') {
      if (element.characters.maximum === LAST_CODE_POINT) continue;
      const { ranges, isAll } = element.characters;
      if (!isAll && ranges.some((range) => range.max > 0x7f)) {
        throw new Undecided('a character class outside ASCII needs the flag "u"');
      }
      element.characters = isAll
        ? CharSet.all(LAST_CODE_POINT)
        : CharSet.empty(LAST_CODE_POINT).union(ranges);
    } else if (element.type !== 'Unknown') {
      element.alternatives.forEach(liftCharacters);
    }
  }
}
