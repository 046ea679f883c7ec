import { didYouMean, nearest, onlyNear } from '../load/nearest.ts';
import type { Config, Fix, JsonValue, OwnRule, Place, Problem, RuleMention } from '../model/index.ts';
import type { Rule, RuleRegistry } from './define-rule.ts';
import { compilerOf, faultOf, withOwnRules } from './own-rules.ts';

/**
 * What a configuration says of rules and options that do not exist, and own rules that can't run: a typo would
 * otherwise turn nothing off without a word.
 */
export function configProblems(config: Config, registry: RuleRegistry): readonly Problem[] {
  const all = withOwnRules(registry, config);
  const mentioned = config.mentions.flatMap((mention) => mentionProblem(mention, all) ?? []);
  const own = config.ownRules.flatMap((rule, index) => ownProblem(rule, index, config, registry) ?? []);
  return [...mentioned, ...own];
}

const isCalled = (id: string) => (rule: Rule) => rule.id === id || rule.formerly?.includes(id) === true;

/** How to mend the id of a rule that nobody has. */
export function helpForRule(id: string, registry: RuleRegistry): string {
  const ids = registry.map((rule) => rule.id);
  const meant = nearest(id, ids) ?? ids.find((one) => one.endsWith(`/${id}`));
  return meant === undefined ? 'all of them: tokenpact rules' : `did you mean "${meant}"?`;
}

/** The one name that a typo stands for, as a fix. */
function renaming(from: string, names: readonly string[], at: Place): { readonly fix?: Fix } {
  const to = onlyNear(from, names);
  return to === undefined ? {} : { fix: { kind: 'rename', at, from, to } };
}

/** The one rule that a misspelt id stands for, as a fix. */
export const renamedRule = (id: string, registry: RuleRegistry, at: Place) =>
  renaming(
    id,
    registry.map((rule) => rule.id),
    at,
  );

function mentionProblem({ rule: id, option, at }: RuleMention, registry: RuleRegistry): Problem | undefined {
  const rule = registry.find(isCalled(id));
  if (rule === undefined) {
    // Its options are reported with it.
    if (option !== undefined) return undefined;
    const fix = renamedRule(id, registry, at);
    return {
      kind: 'invalid',
      at,
      message: `there is no rule "${id}"`,
      help: helpForRule(id, registry),
      ...fix,
    };
  }
  return option && optionProblem(rule, option, at);
}

const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'list of texts' : typeof value === 'string' ? 'text' : typeof value;

function optionProblem(
  rule: Rule,
  { name, value }: { readonly name: string; readonly value: JsonValue },
  at: Problem['at'],
): Problem | undefined {
  if (!Object.hasOwn(rule.options, name)) {
    const names = Object.keys(rule.options);
    const message = `"${rule.id}" has no option "${name}"`;
    const help = names.length === 0 ? 'it has none' : didYouMean(name, names);
    return { kind: 'invalid', at, message, help, ...renaming(name, names, at) };
  }
  const expected = rule.options[name];
  if (kindOf(value) === kindOf(expected)) return undefined;
  const message = `"${name}" of "${rule.id}" is a ${kindOf(expected)}, not ${JSON.stringify(value)}`;
  return { kind: 'invalid', at, message, help: `its default is ${JSON.stringify(expected)}` };
}

function ownProblem(
  own: OwnRule,
  index: number,
  config: Config,
  registry: RuleRegistry,
): Problem | undefined {
  const { id, at } = own;
  const earlier = config.ownRules.slice(0, index);
  if (registry.some(isCalled(id)) || earlier.some((rule) => rule.id === id)) {
    const message = `the rule "${id}" is there already`;
    return {
      kind: 'invalid',
      at,
      message,
      help: 'give yours another group, such as the name of your organisation',
    };
  }
  const fault = faultOf(own, compilerOf(config));
  if (fault === undefined) return undefined;
  return { kind: 'invalid', at, message: `"${id}" can not run: ${fault}`, help: 'mend "where" or "must"' };
}
