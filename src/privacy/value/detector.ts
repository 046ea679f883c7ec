import type { Classification } from '../classification.ts';
import type { ConceptName } from '../concepts.ts';

/** What the claim's path says, as far as it helps to read its value. */
export interface Context {
  readonly name: Classification;
  /** The words of the whole path. */
  readonly words: ReadonlySet<string>;
  /**
   * Whether the name says that this is not about a person. Then only what can't be anything else counts:
   * an e-mail address in `ref`, but no capitalised words.
   */
  readonly vetoed: boolean;
  /** What was said of the claim's last values. */
  readonly judged: Map<string, Classification>;
}

/** What a value was recognised as. The reason never holds the value. */
export interface Detection {
  readonly concept: ConceptName;
  readonly confidence: number;
  readonly because: string;
}

/** Recognises one kind of value; the text is trimmed and bounded. */
export type Detector = (text: string, context: Context) => Detection | undefined;

/** Whether a path has one of some words. */
export function says(context: Context, words: ReadonlySet<string>): boolean {
  for (const word of context.words) if (words.has(word)) return true;
  return false;
}
