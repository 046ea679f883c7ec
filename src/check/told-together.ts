import { canonical, type Finding, groupedBy } from '../model/index.ts';
import type { Rule, RuleArgs, RuleRegistry } from './define-rule.ts';
import { union } from './judge.ts';

/**
 * One edit is one finding. What it does to several readers is judged for each of them before: whoever accepted it
 * for one, by a waiver or a baseline, accepted it for nobody else. What is left is told together.
 */
export function toldTogether(findings: readonly Finding[], registry: RuleRegistry): readonly Finding[] {
  const rules = new Map(registry.flatMap((rule) => (rule.together ? [[rule.id, rule]] : [])));
  const told = findings.filter(({ rule }) => !rules.has(rule));
  for (const [id, rule] of rules) {
    const edits = groupedBy(
      findings.filter((one) => one.rule === id),
      editOf,
    );
    told.push(...[...edits.values()].map((group) => joined(group, rule)));
  }
  return told;
}

function editOf({ at, coordinates: { mapper, claim }, suppressed }: Finding): string {
  return JSON.stringify([at.file, at.line, at.column, mapper, claim, suppressed]);
}

/** The worst of them, in words for all. */
function joined(group: readonly Finding[], rule: Rule): Finding {
  const worst = group.reduce(union);
  const args = united(group.map((finding) => finding.args));
  const echoes = group
    .filter(({ fingerprint }) => fingerprint !== worst.fingerprint)
    .map(({ coordinates, fingerprint }) => ({ coordinates, fingerprint }));
  return { ...worst, args, ...rule.tell(args), ...(echoes.length > 0 && { echoes }) };
}

/** The values of the first; lists name what any of them names, each once. */
function united(all: readonly RuleArgs[]): RuleArgs {
  const values = Object.entries(all[0] ?? {}).map(([name, value]) => {
    if (!Array.isArray(value)) return [name, value];
    const items = all.flatMap((args) => args[name] ?? []);
    return [name, [...new Map(items.map((item) => [canonical(item), item])).values()]];
  });
  return Object.fromEntries(values);
}
