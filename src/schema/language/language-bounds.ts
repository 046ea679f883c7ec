import { Undecided } from '../verdict.ts';
import type { Automata, Automaton } from './automata.ts';
import { FORMATS, type Language } from './formats.ts';

const READABLE_ONLY = '^[a-zA-Z0-9_./:@+-]*$';

/** The wanted strings between two regular languages. Whatever is not regular widens the gap. */
export class LanguageBounds {
  /** No wanted string is outside. If it has no word, there is none. */
  atMost: Automaton;
  /** Every string inside is wanted, or undefined where that cannot be said. */
  private atLeast: Automaton | undefined;
  /** Why the two bounds differ. */
  doubt: string | undefined;
  private readonly automata: Automata;

  constructor(automata: Automata) {
    this.automata = automata;
    this.atMost = automata.everything;
    this.atLeast = this.atMost;
  }

  addPattern(source: string, holds: boolean): void {
    this.add(() => this.signed(this.automata.ofPattern(source), holds));
  }

  addFormat(name: string, holds: boolean): void {
    const format = FORMATS.get(name);
    if (format?.kind !== 'string') return;
    const { atLeast, atMost } = format;
    const outer = () => this.signed(this.ofLanguage(holds ? atMost : atLeast), holds);
    if (atLeast === atMost) {
      this.add(outer);
      return;
    }
    this.add(outer, () => this.signed(this.ofLanguage(holds ? atLeast : atMost), holds));
    this.doubt ??= `the format "${name}" is not regular`;
  }

  exclude(words: ReadonlySet<string>): void {
    if (words.size > 0) this.add(() => this.automata.complement(this.automata.ofWords(words)));
  }

  /** Automata to look for words in, the most readable first. */
  toSearch(): Automaton[] {
    const readable = this.automata.ofPattern(READABLE_ONLY);
    const bounds = this.atLeast && this.atLeast !== this.atMost ? [this.atLeast, this.atMost] : [this.atMost];
    return bounds.flatMap((bound) => [this.automata.intersection(bound, readable), bound]);
  }

  private add(outer: () => Automaton, inner: () => Automaton | undefined = outer): void {
    const exact = inner === outer && this.atLeast === this.atMost;
    try {
      this.atMost = this.automata.intersection(this.atMost, outer());
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      this.doubt ??= error.message;
      this.atLeast = undefined;
      return;
    }
    this.atLeast = exact ? this.atMost : this.narrowed(inner);
  }

  private narrowed(inner: () => Automaton | undefined): Automaton | undefined {
    try {
      const automaton = inner();
      return this.atLeast && automaton ? this.automata.intersection(this.atLeast, automaton) : undefined;
    } catch (error) {
      if (error instanceof Undecided) return undefined;
      throw error;
    }
  }

  private signed(automaton: Automaton, holds: boolean): Automaton {
    return holds ? automaton : this.automata.complement(automaton);
  }

  private ofLanguage({ all, none }: Language): Automaton {
    let automaton = this.automata.everything;
    for (const regex of all) automaton = this.automata.intersection(automaton, this.automata.of(regex));
    for (const regex of none) {
      automaton = this.automata.intersection(automaton, this.automata.complement(this.automata.of(regex)));
    }
    return automaton;
  }
}
