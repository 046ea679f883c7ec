import type { PrivacyLevel } from '../model/index.ts';

/** What a claim, by its name, its value or both, says about a person. */
export interface Classification {
  /** Whether reviewers should treat it as personal data: level `personal` and above. */
  readonly personal: boolean;
  readonly level: PrivacyLevel;
  /** A Fideslang key such as `user.contact.email`; absent where the level says everything. */
  readonly category?: string;
  /** From 0 (nothing known) to 1 (a specification says so). */
  readonly confidence: number;
  /** Why, in the order in which it was found. Never holds a value. */
  readonly evidence: readonly string[];
}

/** Every level, from what anyone may see to what GDPR articles 9 and 10 protect. */
export const PRIVACY_LEVELS = [
  'public',
  'technical',
  'organisational',
  'authorization',
  'confidential-infrastructure',
  'secret',
  'pseudonymous-identifier',
  'quasi-identifier',
  'personal',
  'special-category',
  'criminal-offence',
] as const satisfies readonly PrivacyLevel[];

const rank: ReadonlyMap<PrivacyLevel, number> = new Map(PRIVACY_LEVELS.map((level, at) => [level, at]));

/**
 * How much a level reveals about a person; a higher number reveals more. A definition that declares a lower
 * one than the classifier's lowers it.
 *
 * @example privacyRank('personal') > privacyRank('technical') // true
 */
export function privacyRank(level: PrivacyLevel): number {
  return rank.get(level) ?? 0;
}

/** Whether data of this level is personal data that reviewers act on. */
export function isPersonal(level: PrivacyLevel): boolean {
  return privacyRank(level) >= privacyRank('personal');
}

/** A classification; `personal` follows from the level. */
export function classified(
  level: PrivacyLevel,
  category: string | undefined,
  confidence: number,
  evidence: readonly string[],
): Classification {
  const judged = { personal: isPersonal(level), level, confidence, evidence };
  return category === undefined ? judged : { ...judged, category };
}
