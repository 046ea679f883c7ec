import { type JsonObject, type JsonValue, showPath } from '../../model/index.ts';
import { enumeratedClaims } from '../audit/enumerated.ts';
import { type Making, payloadOf, releasedClaims, valuesOf, withValue } from './values.ts';

/** One payload that a contract allows. */
export interface Case {
  readonly name: string;
  /** What is special about it. */
  readonly says: string;
  readonly scopes: ReadonlySet<string>;
  readonly payload: JsonObject;
}

/** Lists of values are as long as people make them; consumers' tests are not. */
const MOST_VALUES = 50;

const slug = (text: string): string => text.replaceAll(/[^A-Za-z0-9_]+/g, '-').replaceAll(/^-+|-+$/g, '');

type Grant = Omit<Making, 'scopes' | 'name'>;

/** One sample per value that a definition lists. */
function* perValue(making: Making, maximal: JsonObject): Generator<Case> {
  for (const { path, values, key } of enumeratedClaims(making.contract)) {
    const claim = making.contract.claims.get(key);
    if (claim === undefined || values.size < 2) continue;
    const isList = Array.isArray(valuesOf(making, claim, 1)[0]);
    for (const text of [...values].slice(0, MOST_VALUES)) {
      const value = JSON.parse(text) as JsonValue;
      const payload = withValue(maximal, path, isList ? [value] : value);
      const says = `${showPath(path)} is ${text}`;
      yield { name: `value-${slug(key)}-${slug(text)}`, says, scopes: making.scopes, payload };
    }
  }
}

/**
 * The payloads worth having of one contract: the smallest, the largest, one per claim that may be missing, one
 * per listed value, one per scope.
 */
export function* casesOf(grant: Grant): Generator<Case> {
  const { contract } = grant;
  const least = new Set(contract.defaultScopes);
  const most = new Set([...contract.defaultScopes, ...contract.optionalScopes]);
  const small: Making = { ...grant, scopes: least, name: 'minimal' };
  const large: Making = { ...grant, scopes: most, name: 'maximal' };
  const minimal = payloadOf(small, releasedClaims(small).always);
  yield { name: 'minimal', says: 'only what each token has', scopes: least, payload: minimal };
  const { always, sometimes } = releasedClaims(large);
  const maximal = payloadOf(large, [...always, ...sometimes]);
  yield { name: 'maximal', says: 'every claim under every scope', scopes: most, payload: maximal };
  for (const claim of sometimes) {
    const making = { ...large, name: `with ${claim.key}` };
    const says = `of the claims that may be missing, only ${showPath(claim.path)}`;
    yield {
      name: `with-${slug(claim.key)}`,
      says,
      scopes: most,
      payload: payloadOf(making, [...always, claim]),
    };
  }
  yield* perValue(large, maximal);
  for (const scope of contract.optionalScopes) {
    const making = { ...grant, scopes: new Set([...least, scope]), name: `granted ${scope}` };
    const released = releasedClaims(making);
    const payload = payloadOf(making, [...released.always, ...released.sometimes]);
    yield { name: `scope-${slug(scope)}`, says: `granted ${scope}`, scopes: making.scopes, payload };
  }
}
