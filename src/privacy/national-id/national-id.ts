/** A personal identification number of a country. */
export interface NationalId {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** What the country calls it. */
  readonly name: string;
  /** Where its structure is described. */
  readonly source: string;
  /** Its shape, once spaces, dots, hyphens and slashes are gone and letters are upper case. */
  readonly shape: RegExp;
  /** Whether the check digits and the dates in it hold; absent where there are none. */
  readonly holds?: (compact: string) => boolean;
  /**
   * The written form that nothing else has, so that it counts whatever the claim is called. Absent where bare
   * digits could be anything: then the claim's name has to say so.
   */
  readonly unmistakable?: RegExp;
}
