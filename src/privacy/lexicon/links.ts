/** Words that link others and can be left out: `fecha_nacimiento` is the `fecha de nacimiento`. */
const LINKS = new Set(
  `a af al and av d da das de del della dello den der des det di die do dos du e ed el en et i in la las le les los na nr o of
  och og om on the til till to u und van vom von w y z zu zum zur`.split(/\s+/),
);

/** Whether a word only links its neighbours. */
export function isLink(word: string): boolean {
  return LINKS.has(word);
}

/**
 * A phrase's words without those that link them; the first and the last word always stay.
 *
 * @example withoutLinks(['data', 'di', 'nascita']) // ['data', 'nascita']
 */
export function withoutLinks(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => at === 0 || at === words.length - 1 || !isLink(word));
}
