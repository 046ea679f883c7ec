import { member, placeOfNode, type SourceNode, textAt } from './node.ts';
import { invalid, type Report } from './problems.ts';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whether a text has the form of a day, `YYYY-MM-DD`. */
export function looksLikeDay(text: string): boolean {
  return DAY.test(text);
}

/** What is wrong with a day that no calendar has, such as 2026-02-31, which JavaScript reads as 3 March. */
export function missingDay(day: string): { readonly message: string; readonly help: string } | undefined {
  if (!looksLikeDay(day)) return undefined;
  const end = new Date(`${day.slice(0, 7)}-01`);
  end.setUTCMonth(end.getUTCMonth() + 1, 0);
  const last = end.toISOString().slice(0, 10);
  if (day <= last) return undefined;
  return { message: `there is no day ${day}`, help: `that month ends on ${last}` };
}

/** The day of a member, as it is written; the published format has seen to its form. */
export function dayAt(node: SourceNode, key: string, report: Report): string | undefined {
  const day = textAt(node, key);
  const missing = day === undefined ? undefined : missingDay(day);
  if (missing !== undefined) {
    report(invalid(placeOfNode(member(node, key) ?? node), missing.message, missing.help));
  }
  return day;
}
