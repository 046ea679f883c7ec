import { apart, type Finding } from '../model/index.ts';
import { isWaivable, type Style, waiverFor, witnessAtLength, wrap } from '../report/index.ts';

function witnessOf({ witness }: Finding, style: Style): readonly string[] {
  const lines = witnessAtLength(witness).map((line) => `  ${line}`);
  return lines.length === 0 ? [] : [style.bold('tokens that show it (made up)'), ...lines];
}

function readers({ consumers }: Finding, style: Style): readonly string[] {
  if (consumers.length === 0) return [];
  return [
    style.bold('who reads it'),
    ...consumers.map(({ name, owner, party }) => {
      const about = [owner, `${party} party`].filter((word) => word !== undefined);
      return `  ${name} (${about.join(', ')})`;
    }),
  ];
}

function acceptance(finding: Finding, style: Style): readonly string[] {
  const { suppressed } = finding;
  if (suppressed !== undefined) {
    const until = suppressed.until === undefined ? '' : `, until ${suppressed.until}`;
    return [`it does not count: ${suppressed.by}${until}: ${suppressed.reason}`];
  }
  if (!isWaivable(finding)) return [];
  return [
    style.bold('to accept it on purpose, commit to tokenpact.yaml'),
    'waivers:',
    ...apart(finding).flatMap((one) => waiverFor(one).split('\n')),
  ];
}

/** One finding at length: where, who is hit, what shows it, how to mend it, and how to accept it. */
export function explainFinding(finding: Finding, style: Style): string {
  const { rule, axis, severity, undecided, message, help, at, before } = finding;
  const place = `${at.file}:${at.line}:${at.column}`;
  const blocks: readonly (readonly string[])[] = [
    [
      `${style.bold(wrap(message, '', style))}`,
      style.dim(`${undecided ? 'undecided' : severity}, ${axis}, ${rule}`),
      style.dim(
        before === undefined ? place : `${place}, before at ${before.file}:${before.line}:${before.column}`,
      ),
    ],
    readers(finding, style),
    witnessOf(finding, style),
    help === '' ? [] : [style.bold('to mend it'), `  ${wrap(help, '  ', style)}`],
    acceptance(finding, style),
    [style.dim(`why the rule exists: tokenpact explain ${rule}`)],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
