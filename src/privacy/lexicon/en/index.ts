import type { Lexicon } from '../lexicon.ts';
import { belief } from './belief.ts';
import { health } from './health.ts';
import { life } from './life.ts';
import { papers } from './papers.ts';
import { person } from './person.ts';
import { systems } from './systems.ts';

/**
 * English, the largest language, in parts. From OpenID Connect Core 1.0 section 5.1, RFC 7643, RFC 4519, RFC 2798,
 * schema.org Person, GDPR articles 4, 9 and 10, and the Data Privacy Vocabulary's personal data extension.
 */
export const en: Lexicon = { ...person, ...papers, ...life, ...health, ...belief, ...systems };
