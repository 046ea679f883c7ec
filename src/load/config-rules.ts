import {
  AXES,
  type Axis,
  type JsonObject,
  type JsonValue,
  type Override,
  OWN_SUBJECTS,
  type OwnRule,
  type RuleLevel,
  type RuleMention,
  SEVERITIES,
} from '../model/index.ts';
import { usableSchemaAt } from './json-schema.ts';
import {
  items,
  located,
  member,
  members,
  placeOfNode,
  present,
  type SourceNode,
  textAt,
  textsAt,
  wordAt,
} from './node.ts';
import type { Report } from './problems.ts';

const LEVELS: readonly RuleLevel[] = [...SEVERITIES, 'off'];

/** What a configuration says of rules by name. */
export interface RuleSettings {
  readonly rules: ReadonlyMap<string, RuleLevel>;
  readonly options: ReadonlyMap<string, JsonObject>;
  readonly mentions: readonly RuleMention[];
}

/** Levels by name, for the entries that are a level or have one. */
function levelsOf(node: SourceNode | undefined): ReadonlyMap<string, RuleLevel> {
  const levels = members(node).flatMap(([name, entry]) => {
    const level = LEVELS.find((word) => word === entry.value) ?? wordAt(entry, 'level', LEVELS);
    return level === undefined ? [] : [[name, level] as const];
  });
  return new Map(levels);
}

const optionsOf = (entry: SourceNode) => members(entry).filter(([name]) => name !== 'level');

const mentionsIn = (node: SourceNode | undefined): readonly RuleMention[] =>
  members(node).flatMap(([rule, entry]) => [
    { rule, at: placeOfNode(entry) },
    ...optionsOf(entry).map(([name, option]) => ({
      rule,
      option: { name, value: option.value },
      at: placeOfNode(option),
    })),
  ]);

/** Levels and options of rules, with every place that names a rule. */
export function readRuleSettings(root: SourceNode): RuleSettings {
  const rules = member(root, 'rules');
  const overridden = items(member(root, 'overrides')).map((override) => member(override, 'rules'));
  const options = members(rules).flatMap(([rule, entry]) => {
    const values = optionsOf(entry).map(([name, { value }]) => [name, value] as const);
    return values.length === 0 ? [] : [[rule, Object.fromEntries(values)] as const];
  });
  return {
    rules: levelsOf(rules),
    options: new Map(options),
    mentions: [rules, ...overridden].flatMap(mentionsIn),
  };
}

/** Levels for a part of the findings. */
export function readOverride(node: SourceNode): Override {
  const selectors = {
    paths: textsAt(node, 'paths'),
    clients: textsAt(node, 'clients'),
    tokenTypes: textsAt(node, 'tokenTypes'),
  };
  return { ...present(selectors), rules: levelsOf(member(node, 'rules')) };
}

/** An organisation's own rule, with the defaults for what it leaves open. */
export function readOwnRule(node: SourceNode, report: Report): OwnRule {
  const examples = member(node, 'examples');
  const things = (key: string): readonly JsonValue[] =>
    examples === undefined ? [] : items(member(examples, key)).map(({ value }) => value);
  const axis: Axis = wordAt(node, 'axis', AXES) ?? 'design';
  return {
    id: textAt(node, 'id') ?? '',
    every: wordAt(node, 'every', OWN_SUBJECTS) ?? 'claim',
    where: usableSchemaAt(node, 'where', report) ?? true,
    must: usableSchemaAt(node, 'must', report) ?? true,
    severity: wordAt(node, 'severity', SEVERITIES) ?? 'warning',
    axis,
    message: textAt(node, 'message') ?? '',
    help: textAt(node, 'help') ?? '',
    examples: { passes: things('passes'), fails: things('fails') },
    ...located(node),
  };
}
