import { DFA, NFA } from 'refa';
import { codePoints } from '../json.ts';
import { Undecided } from '../verdict.ts';
import { isSafeToBacktrack } from './backtracking.ts';
import { LAST_CODE_POINT, parseWhole, type RegularExpression } from './pattern.ts';

export type Automaton = DFA;

const OPTIONS = { maxCharacter: LAST_CODE_POINT };

/** Automata that are kept for the next question. */
const KEPT = 2_000;

/** Texts on which a non-regular but harmless pattern is still run by the JavaScript engine. */
const MAX_BACKTRACKED_LENGTH = 1_000;

/** Builds automata for regular expressions, each once, and none larger than `states`. */
export class Automata {
  readonly everything: Automaton = DFA.all(OPTIONS);
  private readonly states: number;
  private readonly built = new Map<string, Automaton | Undecided>();
  /** The same few are put together in the questions about one claim. */
  private readonly intersections = new WeakMap<Automaton, WeakMap<Automaton, Automaton>>();
  private readonly complements = new WeakMap<Automaton, Automaton>();

  constructor(states: number) {
    this.states = states;
  }

  /**
   * The automaton of the words that an expression matches.
   * @throws {Undecided} where it is not regular, or too large
   */
  of(regex: RegularExpression): Automaton {
    const key = `${regex.flags}/${regex.source}`;
    if (this.built.size > KEPT) this.built.clear();
    const known = this.built.get(key) ?? this.build(regex);
    this.built.set(key, known);
    if (known instanceof Undecided) throw known;
    return known;
  }

  ofPattern(source: string): Automaton {
    return this.of({ source, flags: 'u' });
  }

  /** Whether a text matches a JSON Schema pattern, in time linear in the text. */
  matches(source: string, text: string): boolean {
    try {
      return this.ofPattern(source).test(codePoints(text));
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      if (text.length > MAX_BACKTRACKED_LENGTH || !isSafeToBacktrack(source)) throw error;
      return new RegExp(source, 'u').test(text);
    }
  }

  intersection(one: Automaton, other: Automaton): Automaton {
    const known = this.intersections.get(one) ?? new WeakMap<Automaton, Automaton>();
    this.intersections.set(one, known);
    const both = known.get(other) ?? this.intersect(one, other);
    known.set(other, both);
    return both;
  }

  private intersect(one: Automaton, other: Automaton): Automaton {
    return this.bounded('an intersection of patterns', () => {
      const both = DFA.fromIntersection(one, other, new DFA.LimitedNodeFactory(4 * this.states));
      both.minimize();
      return both;
    });
  }

  complement(automaton: Automaton): Automaton {
    const others = this.complements.get(automaton) ?? this.invert(automaton);
    this.complements.set(automaton, others);
    return others;
  }

  private invert(automaton: Automaton): Automaton {
    return this.bounded('the complement of a pattern', () => {
      const others = automaton.copy(new DFA.LimitedNodeFactory(4 * this.states));
      others.complement(new DFA.LimitedNodeFactory(4 * this.states));
      return others;
    });
  }

  /** The automaton of exactly these words. */
  ofWords(words: Iterable<string>): Automaton {
    return this.bounded('a list of values', () => DFA.fromWords(Array.from(words, codePoints), OPTIONS));
  }

  private build(regex: RegularExpression): Automaton | Undecided {
    try {
      return this.bounded(`"${regex.source}"`, () => {
        const limit = new NFA.LimitedNodeFactory(this.states);
        const nfa = NFA.fromRegex(parseWhole(regex), OPTIONS, {}, limit);
        const dfa = DFA.fromFA(nfa, new DFA.LimitedNodeFactory(this.states));
        dfa.minimize();
        return dfa;
      });
    } catch (error) {
      if (error instanceof Undecided) return error;
      throw error;
    }
  }

  private bounded(what: string, build: () => Automaton): Automaton {
    try {
      return build();
    } catch (error) {
      if (error instanceof Undecided) throw error;
      const cause = error instanceof Error ? error.message.split(/[\n.]/)[0] : String(error);
      throw new Undecided(`${what} cannot be made an automaton (${cause})`);
    }
  }
}
