import type { Command } from 'commander';
import type { Rule } from '../../check/index.ts';
import { apart } from '../../model/index.ts';
import { count } from '../../report/style.ts';
import { CannotCheck } from '../cannot-check.ts';
import { CLEAN } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { type CommonOptions, withCommonOptions, withExamples } from '../options.ts';
import { savedFindings } from '../saved-report.ts';
import type { Session } from '../session.ts';
import { styleFor } from '../style.ts';

interface ExplainOptions extends CommonOptions {
  readonly report?: string;
}

const FINGERPRINT = /^[0-9a-f]{16}$/;

async function ruleCalled(name: string): Promise<Rule> {
  const { rules } = await import('../../generated/rules.ts');
  const rule = rules.find(({ id, formerly }) => id === name || formerly?.includes(name));
  if (rule !== undefined) return rule;
  const { helpForRule } = await import('../../check/index.ts');
  throw new CannotCheck(`there is no rule "${name}"`, helpForRule(name, rules));
}

/** How `tokenpact.yaml` sets the level and the options of a rule; these are the defaults. */
function setting({ id, severity, options }: Rule): string {
  const values = Object.entries(options).map(([name, value]) => `, ${name}: ${JSON.stringify(value)}`);
  return values.length === 0 ? `  ${id}: ${severity}` : `  ${id}: { level: ${severity}${values.join('')} }`;
}

/** What a page does not say, since it is much the same for each rule. */
function usage(rule: Rule): string {
  return `## Set it

In \`tokenpact.yaml\`; below \`overrides\`, for some files, clients or token types only:

\`\`\`yaml
rules:
${setting(rule)}
\`\`\`

## Waive it

In \`tokenpact.yaml\`, with the coordinates that \`-f json\` prints for a finding:

\`\`\`yaml
waivers:
  - { rule: ${rule.id}, coordinates: {}, owner: , reason: , until: 2027-03-31 }
\`\`\`
${inTokens(rule) ? '' : inPlace(rule)}`;
}

const inTokens = ({ inspects }: Rule): boolean => inspects === 'token' || inspects === 'malformed-token';

const inPlace = ({ id }: Rule): string => `
In YAML, above what it covers:

\`\`\`yaml
# tokenpact-waive ${id} until=2027-03-31 owner=team-a reason="why it may stand"
\`\`\`
`;

async function explainRule(io: Io, name: string): Promise<number> {
  const rule = await ruleCalled(name);
  const { pages } = await import('../../generated/pages.ts');
  io.stdout.write(`${pages[rule.id] ?? ''}\n${usage(rule)}`);
  return CLEAN;
}

async function explainOne(io: Io, print: string, file: string, options: ExplainOptions): Promise<number> {
  const findings = await savedFindings(io, file);
  const finding = findings.find((one) => apart(one).some(({ fingerprint }) => fingerprint === print));
  if (finding === undefined) {
    const { nearest } = await import('../../load/index.ts');
    const meant = nearest(
      print,
      findings.flatMap(apart).map(({ fingerprint }) => fingerprint),
    );
    throw new CannotCheck(
      `"${file}" has no finding with the fingerprint "${print}"`,
      meant === undefined ? `it has ${count(findings.length, 'finding')}` : `did you mean "${meant}"?`,
    );
  }
  const { explainFinding } = await import('../explain-finding.ts');
  io.stdout.write(explainFinding(finding, styleFor(io, io.stdout, options.color)));
  return CLEAN;
}

async function explain(io: Io, name: string, options: ExplainOptions): Promise<number> {
  if (options.report !== undefined) return explainOne(io, name, options.report, options);
  if (!FINGERPRINT.test(name)) return explainRule(io, name);
  throw new CannotCheck(
    `"${name}" is the fingerprint of a finding: a report has to tell which`,
    `save one with -f json=report.json, then: tokenpact explain ${name} --report report.json`,
  );
}

export function defineExplain(program: Command, session: Session): void {
  const command = program
    .command('explain')
    .summary('one rule at length, or one finding of a saved report')
    .description(
      'Prints why a rule exists, what breaks it and what is fine. Of a finding, it prints who is hit, a token that shows it, and the waiver that accepts it on purpose.',
    )
    .argument('<rule|fingerprint>', 'the id of a rule, as findings print it, or the fingerprint of a finding')
    .option('--report <file>', 'the report that has the finding, saved with -f json=<file>');
  withCommonOptions(command).action(
    session.action((name: string, options: ExplainOptions) => explain(session.io, name, options)),
  );
  withExamples(command, [
    ['tokenpact explain claim/mutable-identifier', 'offline, with examples'],
    ['tokenpact explain 1f0c5a2b9d3e4f60 --report report.json', 'one finding of a report'],
  ]);
}
