import type { Grant, JsonObject, JsonValue, Witness } from '../model/index.ts';

/** Timestamps and identifiers that every token has: what a difference is about only where nothing else differs. */
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
function differingMembers(before: JsonObject, after: JsonObject): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .sort();
  const foreground = names.filter((name) => !BACKGROUND.has(name));
  return foreground.length > 0 ? foreground : names;
}

/** A witness in at most two lines: the grant, and the members that differ, or why there is one token only. */
export function witnessLines(witness: Witness | undefined): readonly string[] {
  if (witness === undefined) return [];
  const grant = `for example ${showGrant(witness.grant)}`;
  const differences = [...headerDifferences(witness), ...bodyDifferences(witness)];
  const shown = witness.differs === undefined ? differences : inWords(witness);
  return shown.length === 0 ? [grant] : [grant, shown.join('; ')];
}

function inWords({ differs, absent }: Witness): readonly string[] {
  if (differs === undefined) return [];
  return [absent === undefined ? differs : `${differs} (${absent})`];
}

function headerDifferences({ header: { before, after } = {} }: Witness): readonly string[] {
  if (before === undefined || after === undefined) return [];
  return differingMembers(before, after).map(
    (name) => `header ${name}: ${show(before[name])} → ${show(after[name])}`,
  );
}

function bodyDifferences({ before, after, tokenType, absent }: Witness): readonly string[] {
  if (before !== undefined && after !== undefined) {
    const names = differingMembers(before, after);
    return names.map((name) => `${name}: ${show(before[name])} → ${show(after[name])}`);
  }
  if (before === undefined && after === undefined) return [];
  const none = absent === undefined ? 'none' : `none (${absent})`;
  return [`${tokenType}: ${before ? 'issued' : none} → ${after ? 'issued' : none}`];
}

/**
 * A witness at length: the grant, and every member of both tokens, marked as the same (=), before (-) or after (+). What
 * each kind of reader says of the token is told with the change.
 */
export function witnessAtLength(witness: Witness | undefined): readonly string[] {
  if (witness === undefined) return [];
  const { grant, header, before, after } = witness;
  return [
    `with ${showGrant(grant)}`,
    ...inWords(witness),
    ...(header === undefined ? [] : ['its header', ...memberLines(header)]),
    ...(before || after ? [`the ${sidesOf(witness)}`, ...memberLines(witness)] : []),
  ];
}

function sidesOf({ tokenType, before, after, absent }: Witness): string {
  const sides = [before && 'before (-)', after && 'after (+)'].filter(Boolean).join(' and ');
  const other = before === undefined ? 'before' : 'after';
  return `${tokenType} ${sides}${absent === undefined ? '' : `; none ${other}: ${absent}`}`;
}

function memberLines({ before = {}, after = {} }: Pick<Witness, 'before' | 'after'>): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const line = (sign: string, name: string, value: JsonValue): string =>
    `${sign} ${name}: ${JSON.stringify(value)}`;
  return names.flatMap((name) => {
    const was = Object.hasOwn(before, name) ? before[name] : undefined;
    const is = Object.hasOwn(after, name) ? after[name] : undefined;
    if (was !== undefined && JSON.stringify(was) === JSON.stringify(is)) return [line('=', name, was)];
    return [
      ...(was === undefined ? [] : [line('-', name, was)]),
      ...(is === undefined ? [] : [line('+', name, is)]),
    ];
  });
}
