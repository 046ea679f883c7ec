import type { JsonObject, JsonSchema } from '../../model/index.ts';
import { isObject, requiredNames } from '../../model/index.ts';

/** One thing that a consumer expects of a token. */
export interface ExpectedPart {
  /** The top-level claim that it is about; absent: the token as a whole. */
  readonly claim?: string;
  readonly schema: JsonSchema;
  /** In words, after the consumer's name: `requires "tenant_id"`. */
  readonly fails: string;
}

/**
 * Takes an expectation apart, so that what fails can be named: one part per required claim, one per claim
 * with a schema, and the rest as a whole. A token meets the expectation exactly when it meets every part.
 */
export function partsOf(expects: JsonSchema): readonly ExpectedPart[] {
  if (expects === true) return [];
  if (expects === false) return [{ schema: false, fails: 'takes no token at all' }];
  const { required: _, properties, additionalProperties, $defs, ...rest } = expects;
  const definitions: JsonObject = $defs === undefined ? {} : { $defs };
  const parts: ExpectedPart[] = [];
  for (const name of requiredNames(expects)) {
    parts.push({ claim: name, schema: { required: [name] }, fails: `requires "${name}"` });
  }
  const members = isObject(properties) ? properties : {};
  for (const [name, schema] of Object.entries(members)) {
    const part = { properties: { [name]: schema }, ...definitions };
    parts.push({ claim: name, schema: part, fails: `expects another "${name}"` });
  }
  if (additionalProperties !== undefined) {
    const part = { properties: members, additionalProperties, ...definitions };
    parts.push({ schema: part, fails: 'takes no claims that it does not know' });
  }
  if (Object.keys(rest).some((keyword) => !ANNOTATIONS.has(keyword))) {
    parts.push({ schema: { ...rest, ...definitions }, fails: 'expects another token as a whole' });
  }
  return parts;
}

/** The part of a consumer that breaks on names which it does not know. */
export function knownNames(expects: JsonSchema): ReadonlySet<string> {
  if (typeof expects === 'boolean') return new Set();
  const members = isObject(expects.properties) ? Object.keys(expects.properties) : [];
  return new Set([...members, ...requiredNames(expects)]);
}

const ANNOTATIONS = new Set(['$schema', '$id', '$comment', 'title', 'description', 'examples']);
