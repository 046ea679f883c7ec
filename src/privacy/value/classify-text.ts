import { type Classification, classified, privacyRank } from '../classification.ts';
import { conceptOf } from '../concepts.ts';
import { classifyName } from '../name/classify-name.ts';
import { isFiller } from '../name/modifiers.ts';
import { splitPath } from '../name/split.ts';
import { birth } from './birth.ts';
import type { Context, Detection, Detector } from './detector.ts';
import { email } from './email.ts';
import { decodedText } from './encoded.ts';
import { card, iban } from './money.ts';
import { network } from './network.ts';
import { nationalId } from './number.ts';
import { isBlank, opaqueKind } from './opaque.ts';
import { distinguishedName, personName, postalAddress } from './person.ts';
import { phone } from './phone.ts';
import { place } from './place.ts';
import { secret } from './secret.ts';
import { sensitive } from './sensitive.ts';
import { saidOfSystem } from './systems.ts';
import { web } from './web.ts';

/** In the order in which they are believed. */
const DETECTORS: readonly Detector[] = [
  secret,
  email,
  iban,
  card,
  nationalId,
  phone,
  place,
  network,
  web,
  sensitive,
  birth,
  distinguishedName,
  postalAddress,
  personName,
];

/** Longer texts are read up to here. */
const MAX_TEXT = 4096;
/** A name that is this sure of itself is not overruled by what could be a coincidence. */
const SURE = 0.6;
/** Names that fit everything, whatever a specification or a neighbour means by them. */
const FITS_EVERYTHING =
  /^(?:ref|reference|value|field|data|attr|attribute|item|note|comment|message|text|info|content|detail|description|payload|label|custom|ext|property|parameter|extra|misc)s?$/;
/** The evidence of values that say nothing about anybody. */
export const NO_DATA = 'the value holds no data';
/** Kinds of data whose values are yes or no and still say what a person is. */
const TRAITS = /^user\.demographic\.(?:gender|marital_status)|^user\.(?:health|biometric)/;
const CONTEXTS = 4096;
/** Most claims have a few values: what was said of so many short ones is kept by claim. */
const KEPT_VALUES = 16;
const LONGEST_KEPT = 100;

const contexts = new Map<string, Context>();

/** What a path says about its value; kept, since the same paths come with every token. */
export function contextOf(path: readonly string[]): Context {
  const key = path.join('\u0000');
  const kept = contexts.get(key);
  if (kept !== undefined) return kept;
  const name = classifyName(path);
  const steps = splitPath(path);
  const words = new Set(steps.flatMap((step) => (step.namespace ? [] : step.words)));
  const leaf = steps.at(-1)?.words.filter((word) => !isFiller(word) || FITS_EVERYTHING.test(word)) ?? [];
  const says = !leaf.every((word) => FITS_EVERYTHING.test(word));
  const vetoed = says && privacyRank(name.level) <= privacyRank('secret') && name.confidence >= SURE;
  if (contexts.size >= CONTEXTS) contexts.clear();
  const context = { name, words, vetoed, judged: new Map<string, Classification>() };
  contexts.set(key, context);
  return context;
}

/** What a claim's text says about a person, by its name and by itself. */
export function classifyText(path: readonly string[], value: string): Classification {
  const context = contextOf(path);
  const kept = context.judged.get(value);
  if (kept !== undefined) return kept;
  const text = value.slice(0, MAX_TEXT).trim();
  const opaque = opaqueKind(text);
  if (opaque !== undefined) return opaqueValue(context.name, opaque);
  const judged = judgeText(context, text);
  if (value.length > LONGEST_KEPT) return judged;
  if (context.judged.size >= KEPT_VALUES) context.judged.clear();
  context.judged.set(value, judged);
  return judged;
}

function judgeText(context: Context, text: string): Classification {
  const { name } = context;
  if (isBlank(text)) return withoutValue(name, answerOf(text));
  const said = saidOfSystem(name, text);
  if (said !== undefined) return nobodys(name, said);
  const direct = detect(text, context);
  const decoded = direct === undefined ? decodedText(text) : undefined;
  const hidden = decoded === undefined ? undefined : detect(decoded, { ...context, vetoed: true });
  const found = direct ?? (hidden && { ...hidden, because: `base64: ${hidden.because}` });
  return found === undefined ? name : together(name, found);
}

function detect(text: string, context: Context): Detection | undefined {
  for (const detector of DETECTORS) {
    const found = detector(text, context);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a text of one word answers: `none` is a no, and nothing is no answer. */
function answerOf(text: string): boolean | undefined {
  if (/^(?:true|yes)$/i.test(text)) return true;
  return /^(?:false|no|none)$/i.test(text) ? false : undefined;
}

/** What a yes or no says: only traits survive it, and of a no those that are nobody's business either way. */
export function withoutValue(name: Classification, answer: boolean | undefined): Classification {
  const special = privacyRank(name.level) > privacyRank('personal');
  const told = special || (answer === true && name.personal && TRAITS.test(name.category ?? ''));
  if (answer !== undefined && told) return name;
  return nobodys(name);
}

function nobodys(name: Classification, because?: string): Classification {
  const evidence = because === undefined ? [NO_DATA] : [because, NO_DATA];
  return classified('technical', undefined, because === undefined ? 0.9 : 0.8, [
    ...name.evidence,
    ...evidence,
  ]);
}

/** Behind an opaque value is at most a person whom somebody else can look up. */
function opaqueValue(name: Classification, kind: string): Classification {
  if (name.level !== 'personal') return name;
  return classified('pseudonymous-identifier', 'user.unique_id', 0.85, [
    ...name.evidence,
    `the value is ${kind}`,
  ]);
}

/** The stronger of name and value, supported by both. */
function together(name: Classification, found: Detection): Classification {
  const { level, category } = conceptOf(found.concept);
  const evidence = [...name.evidence, found.because];
  if (privacyRank(level) > privacyRank(name.level))
    return classified(level, category, found.confidence, evidence);
  if (contradicts(name, found)) return classified(level, category, found.confidence, evidence);
  const confidence = Math.min(
    0.99,
    Math.max(name.confidence, found.confidence) + (level === name.level ? 0.02 : 0),
  );
  const agreed =
    level === name.level && category.startsWith(name.category ?? '') ? category : (name.category ?? category);
  return classified(name.level, agreed, Number(confidence.toFixed(2)), evidence);
}

/** A private address in `client_ip` is the infrastructure's, not the person's. */
function contradicts(name: Classification, found: Detection): boolean {
  return found.concept === 'infrastructure' && name.category === 'user.device.ip_address';
}
