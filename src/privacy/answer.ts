import { privacyCategories } from '../generated/registry.ts';
import type { JsonValue, PrivacyLevel } from '../model/index.ts';
import { type Classification, privacyRank } from './classification.ts';
import { classify } from './classify.ts';
import { mask } from './mask-text.ts';
import type { ClaimQuestion } from './question.ts';
import { nameAsData } from './value/classify-value.ts';

/** What other vocabularies call a category; empty where they have no word for it. */
interface Mappings {
  /** The key since Fideslang 3.2.0, which renamed some. */
  readonly fideslang: string | null;
  /** Terms of the W3C Data Privacy Vocabulary, with their prefix, `dpv:` or `pd:`. */
  readonly dpv: readonly string[];
  /** Entity types of Presidio. */
  readonly presidio: readonly string[];
  /** Built-in infoTypes of Google Sensitive Data Protection. */
  readonly google: readonly string[];
}

/** The answer to a question, as it may be printed. */
export interface ClaimAnswer extends Partial<Mappings> {
  /** As it was asked; masked where the name itself is data, such as an e-mail address. */
  readonly claim?: string;
  readonly value?: JsonValue;
  readonly personal: boolean;
  readonly level: PrivacyLevel;
  /** A Fideslang key; null where the level says everything. */
  readonly category: string | null;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/** What an answer holds beside the classification. */
export interface ClaimAnswerOptions {
  /** Whether the value, and a name that is data, are repeated. */
  readonly showValues: boolean;
  /** Whether to add what other vocabularies call the category. */
  readonly mappings: boolean;
}

/**
 * Answers a question. Without `showValues` nothing of the value is in it.
 *
 * @example answerTo({ claim: 'email', path: ['email'] }, { showValues: false, mappings: false }).personal // true
 */
export function answerTo(question: ClaimQuestion, options: ClaimAnswerOptions): ClaimAnswer {
  const { claim, value } = question;
  const data = claim === undefined ? undefined : nameAsData(claim);
  const judged = strongest(classify(question), data);
  const { personal, level, category = null, confidence } = judged;
  const shown = data === undefined || options.showValues ? claim : mask(claim ?? '');
  return {
    ...(shown === undefined ? {} : { claim: shown }),
    ...(value === undefined || !options.showValues ? {} : { value }),
    personal,
    level,
    category,
    confidence,
    // Evidence quotes the words of names.
    evidence: data === undefined || options.showValues ? judged.evidence : data.evidence,
    ...(options.mappings ? mappingsOf(category) : {}),
  };
}

function strongest(judged: Classification, data: Classification | undefined): Classification {
  return data !== undefined && privacyRank(data.level) > privacyRank(judged.level) ? data : judged;
}

function mappingsOf(category: string | null): Mappings {
  const known = privacyCategories.get(category ?? '');
  const { dpv = [], presidio = [], google = [] } = known ?? {};
  return { fideslang: known?.replacedBy ?? category, dpv, presidio, google };
}
