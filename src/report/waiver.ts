import { apart, type Finding } from '../model/index.ts';
import { type AxisGate, fails, type Report } from './report.ts';
import { printable, UNPRINTABLE } from './style.ts';

/** Accepting more than this many findings at once is not a decision. */
const MOST = 5;

/** Words that YAML takes for something else than text. */
const NO_TEXT = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** Characters that nobody sees, or that a report must not hold, by their numbers. */
const numbered = (text: string): string =>
  text.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A plain YAML word where it is one, else quoted as JSON, which YAML reads as well. */
const word = (text: string): string =>
  /^[A-Za-z_][\w./-]*$/.test(text) && !NO_TEXT.test(text) ? text : numbered(JSON.stringify(text));

const coordinatesOf = ({ coordinates }: Finding): string =>
  Object.entries(coordinates)
    .map(([name, value]) => `${name}: ${word(String(value))}`)
    .join(', ');

/** Who may approve a waiver of a finding; nobody has to where its axis has nobody. */
const approversOf = ({ axis }: Finding, gates: readonly AxisGate[]): readonly string[] =>
  gates.find((gate) => gate.axis === axis)?.approvers ?? [];

/**
 * The entry under `waivers` in tokenpact.yaml that accepts a finding on purpose. Who asks for it, why, and
 * until when is for a person to say.
 */
export function waiverFor(finding: Finding, gates: readonly AxisGate[] = []): string {
  const approvers = approversOf(finding, gates);
  return [
    `  - rule: ${finding.rule}`,
    `    coordinates: { ${coordinatesOf(finding)} }`,
    '    owner: # who asks for it',
    ...(approvers.length === 0 ? [] : [`    approvedBy: # ${approvers.map(printable).join(' or ')}`]),
    '    reason: # why it may stand',
    '    until: # the last day, as 2027-03-31',
  ].join('\n');
}

/** The same entry as a flow mapping, which may be broken at any space. */
export function waiverLine(finding: Finding, gates: readonly AxisGate[]): string {
  const approval = approversOf(finding, gates).length === 0 ? '' : ' approvedBy: ,';
  return `- { rule: ${finding.rule}, coordinates: { ${coordinatesOf(finding)} }, owner: ,${approval} reason: , until: }`;
}

/** Without coordinates, a waiver would cover whatever its rule finds, ever: none is proposed. */
export const isWaivable = ({ coordinates }: Finding): boolean => Object.keys(coordinates).length > 0;

/** What stops a change, one finding for each waiver that would accept it, and how many more there are. */
export function toAccept({ findings, gates }: Report): {
  readonly shown: readonly Finding[];
  readonly more: number;
} {
  const stopping = findings.filter((finding) => fails(finding, gates) && isWaivable(finding)).flatMap(apart);
  const one = new Map(stopping.map((finding) => [waiverLine(finding, gates), finding]));
  return { shown: [...one.values()].slice(0, MOST), more: Math.max(one.size - MOST, 0) };
}
