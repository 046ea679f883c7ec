import { printable } from '../../report/index.ts';
import type { AuditTallyJson, LogFields } from '../../token/audit/index.ts';
import { CannotCheck } from '../cannot-check.ts';

const lineCount = (lines: number): string => (lines === 1 ? '1 line' : `${lines} lines`);

/** Which flag to look at where nothing was found. */
function hintFor(fields: LogFields | undefined): string {
  if (fields === undefined) return 'give the parts of a log with tokens';
  if (fields.pattern !== undefined) return 'no line fits --pattern: try it on one line of the log';
  if (fields.token !== undefined)
    return `no line is JSON with a member "${fields.token}": look at --token-field`;
  return 'say where the token is: --token-field for lines of JSON, --pattern for others';
}

/**
 * An audit that looked at nothing must not pass.
 *
 * @param fields where it looked; undefined where results of others are added up
 */
export function demandTokens({ counts }: AuditTallyJson, fields?: LogFields): void {
  const { lines, tokens, malformed } = counts;
  if (tokens + malformed > 0) return;
  if (lines === 0) throw new CannotCheck('there is nothing to audit: the logs have no lines');
  throw new CannotCheck(`no token in ${lineCount(lines)}`, hintFor(fields));
}

/** Tokens in records that nobody said where to look in were not looked at: their line tells nothing else. */
export function demandMembers({ dimensions }: AuditTallyJson): void {
  const [first, ...more] = [...dimensions.members.kept].sort(([, one], [, other]) => other.count - one.count);
  if (first === undefined) return;
  const [member, { count }] = first;
  const others = more.length === 0 ? '' : ' (and more in other members)';
  throw new CannotCheck(
    `${lineCount(count)} of JSON ${count === 1 ? 'has' : 'have'} a token in "${printable(member)}", and nobody looked at it${others}`,
    `add --token-field ${printable(member)}`,
  );
}
