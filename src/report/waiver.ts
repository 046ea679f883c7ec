import type { Finding } from '../model/index.ts';

/** A plain YAML word where it is one, else quoted as JSON, which YAML reads as well. */
const word = (text: string): string => (/^[A-Za-z_][\w./-]*$/.test(text) ? text : JSON.stringify(text));

const coordinatesOf = ({ coordinates }: Finding): string =>
  Object.entries(coordinates)
    .map(([name, value]) => `${name}: ${word(String(value))}`)
    .join(', ');

/** The same entry in one line, for a terminal. */
export function waiverLine(finding: Finding): string {
  const coordinates = coordinatesOf(finding);
  const about = coordinates === '' ? '' : ` coordinates: { ${coordinates} },`;
  return `- { rule: ${finding.rule},${about} owner: , reason: , until: }`;
}

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
