import type { Finding } from '../model/index.ts';
import { fails, type Report } from './report.ts';

/** Accepting more than this many findings at once is not a decision. */
const MOST = 5;

/** Words that YAML takes for something else than text. */
const NO_TEXT = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A plain YAML word where it is one, else quoted as JSON, which YAML reads as well. */
const word = (text: string): string =>
  /^[A-Za-z_][\w./-]*$/.test(text) && !NO_TEXT.test(text) ? text : JSON.stringify(text);

const coordinatesOf = ({ coordinates }: Finding): string =>
  Object.entries(coordinates)
    .map(([name, value]) => `${name}: ${word(String(value))}`)
    .join(', ');

/**
 * The entry under `waivers` in tokenpact.yaml that accepts a finding on purpose. Who asks for it, why, and
 * until when is for a person to say.
 */
export function waiverFor(finding: Finding): string {
  const coordinates = coordinatesOf(finding);
  return [
    `  - rule: ${finding.rule}`,
    ...(coordinates === '' ? [] : [`    coordinates: { ${coordinates} }`]),
    '    owner: # who asks for it',
    '    reason: # why it may stand',
    '    until: # the last day, as 2027-03-31',
  ].join('\n');
}

/** The same entry as a flow mapping, which may be broken at any space. */
export function waiverLine(finding: Finding): string {
  const coordinates = coordinatesOf(finding);
  const about = coordinates === '' ? '' : ` coordinates: { ${coordinates} },`;
  return `- { rule: ${finding.rule},${about} owner: , reason: , until: }`;
}

/** What stops a change, one finding for each waiver that would accept it, and how many more there are. */
export function toAccept({ findings, gates }: Report): {
  readonly shown: readonly Finding[];
  readonly more: number;
} {
  const stopping = findings.filter((finding) => fails(finding, gates));
  const one = new Map(stopping.map((finding) => [waiverLine(finding), finding]));
  return { shown: [...one.values()].slice(0, MOST), more: Math.max(one.size - MOST, 0) };
}
