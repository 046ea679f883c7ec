/** Letters that Unicode does not take apart, and how they are written without them. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
]);

/** How German and the Nordic languages write their letters where only ASCII is allowed. */
const SPELLED: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ø', 'oe'],
  ['å', 'aa'],
]);

/**
 * Lower case, without accents, in ASCII where possible.
 *
 * @example fold('Fødselsdato') // 'fodselsdato'
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\x20-\x7e]*$/.test(lower)) return lower;
  const plain = lower.replace(/[ßøæœłđðþı]/g, (letter) => PLAIN.get(letter) ?? letter);
  return plain.normalize('NFD').replace(/[\u0300-\u036f]+/g, '');
}

/**
 * A text folded, in each spelling that is found in ASCII names.
 *
 * @example foldings('Straße') // ['strasse']
 * @example foldings('Größe')  // ['grosse', 'groesse']
 */
export function foldings(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const spelled = lower.replace(/[äöüøå]/g, (letter) => SPELLED.get(letter) ?? letter);
  return spelled === lower ? [fold(lower)] : [fold(lower), fold(spelled)];
}
