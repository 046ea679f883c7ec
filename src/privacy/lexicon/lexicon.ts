import type { ConceptName } from '../concepts.ts';

/**
 * The words of one language for each kind of data, separated by commas. Spaces, hyphens and case don't
 * matter: "date of birth" also finds `dateOfBirth` and `dateofbirth`. A phrase that starts with `=` counts
 * only where the rest of the name speaks of a person or says nothing: "=age" finds `user_age`, not `max_age`.
 */
export type Lexicon = Readonly<Partial<Record<ConceptName, string>>>;

/** What a phrase of the lexicon stands for. */
export interface Phrase {
  readonly concept: ConceptName;
  readonly language: string;
  /** Whether it counts only where the rest of the name speaks of a person or says nothing. */
  readonly strict: boolean;
}
