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

/**
 * A witness at length: the grant, and every member of both tokens, marked as the same (=), before (-) or after (+). What
 * each kind of reader says of the token is told with the change.
 */
export function witnessAtLength(witness: Witness | undefined): readonly string[] {
  if (witness === undefined) return ['no token shows it'];
  const { before = {}, after = {} } = witness;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const line = (sign: string, name: string, value: JsonValue): string =>
    `${sign} ${name}: ${JSON.stringify(value)}`;
  const members = names.flatMap((name) => {
    const was = Object.hasOwn(before, name) ? before[name] : undefined;
    const is = Object.hasOwn(after, name) ? after[name] : undefined;
    if (was !== undefined && JSON.stringify(was) === JSON.stringify(is)) return [line('=', name, was)];
    return [
      ...(was === undefined ? [] : [line('-', name, was)]),
      ...(is === undefined ? [] : [line('+', name, is)]),
    ];
  });
  const sides = [witness.before && 'before (-)', witness.after && 'after (+)'].filter(Boolean).join(' and ');
  return [`with ${showGrant(witness.grant)}`, ...(sides === '' ? [] : [`the token ${sides}`, ...members])];
}
