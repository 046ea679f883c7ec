import type { Finding } from '../model/index.ts';

/** A plain YAML word where it is one, else quoted as JSON, which YAML reads as well. */
const word = (text: string): string => (/^[A-Za-z_][\w./-]*$/.test(text) ? text : JSON.stringify(text));

/**
 * The entry under `waivers` in tokenpact.yaml that accepts a finding on purpose. Who asks for it, why, and
 * until when is for a person to say.
 */
export function waiverFor({ rule, coordinates }: Finding): string {
  const pairs = Object.entries(coordinates).map(([name, value]) => `${name}: ${word(String(value))}`);
  return [
    `  - rule: ${rule}`,
    ...(pairs.length === 0 ? [] : [`    coordinates: { ${pairs.join(', ')} }`]),
    '    owner: # who asks for it',
    '    reason: # why it may stand',
    '    until: # the last day, as 2027-03-31',
  ].join('\n');
}
