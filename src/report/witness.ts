import type { Grant, JsonObject, JsonValue, Witness } from '../model/index.ts';

/** Timestamps and identifiers that every token has: never what a difference is about. */
const BACKGROUND = new Set(['exp', 'iat', 'nbf', 'jti']);

function show(value: JsonValue | undefined): string {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A grant in one line: `client web, scopes openid email, resource orders`. */
export function showGrant(grant: Grant): string {
  const scopes = grant.scopes.length === 0 ? 'no scopes' : `scopes ${grant.scopes.join(' ')}`;
  const resource = grant.resource === undefined ? '' : `, resource ${grant.resource}`;
  const subject = grant.subject === 'machine' ? ' as itself' : '';
  return `client ${grant.client}${subject}, ${scopes}${resource}`;
}

/** Members in which two tokens differ, sorted by name. */
export function differingMembers(before: JsonObject, after: JsonObject): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((name) => !BACKGROUND.has(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .sort();
}

/** A witness in at most two lines: the grant, and the members that differ. */
export function witnessLines(witness: Witness | undefined): readonly string[] {
  if (witness === undefined) return [];
  const { before, after } = witness;
  const grant = `for example ${showGrant(witness.grant)}`;
  if (before === undefined || after === undefined) {
    const token = before ?? after;
    return token === undefined ? [grant] : [grant, `token: ${show(token)}`];
  }
  const names = differingMembers(before, after);
  const differences = names.map((name) => `${name}: ${show(before[name])} → ${show(after[name])}`);
  return differences.length === 0 ? [grant] : [grant, differences.join('; ')];
}
