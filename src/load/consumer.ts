import { consumerFormat } from '../generated/formats.ts';
import { validateConsumer } from '../generated/validators.js';
import type { Consumer, Decision, Problem, ReaderRole, SourceTree } from '../model/index.ts';
import { declaredFormat, notAFormat } from './format.ts';
import { usableSchemaAt } from './json-schema.ts';
import {
  items,
  located,
  member,
  placeOfNode,
  present,
  rootOf,
  type SourceNode,
  textAt,
  textsAt,
  wordAt,
} from './node.ts';
import type { Report } from './problems.ts';
import { shapeProblems } from './shape.ts';

function readRole(root: SourceNode): ReaderRole | undefined {
  const as = member(root, 'as');
  const roles = (['resource', 'client', 'gateway'] as const).flatMap((role) => {
    const named = as && member(as, role);
    if (named === undefined || typeof named.value !== 'string') return [];
    return [{ as: role, name: named.value, at: placeOfNode(named) }];
  });
  return roles[0];
}

function readDecision(node: SourceNode, report: Report): Decision {
  return {
    name: textAt(node, 'name') ?? '',
    scopes: [...(textsAt(node, 'scopes') ?? [])].sort(),
    allows: usableSchemaAt(node, 'allows', report) ?? true,
    ...located(node),
  };
}

/** A `*.consumer.yaml`: who reads a token, what it needs and what it allows. */
export function readConsumer(tree: SourceTree): { consumer?: Consumer; problems: readonly Problem[] } {
  if (declaredFormat(tree.value) !== 'consumer/v1')
    return { problems: [notAFormat(tree, 'a consumer', 'consumer/v1')] };
  const problems = [...shapeProblems(tree, validateConsumer, consumerFormat)];
  const report: Report = (problem) => problems.push(problem);
  const root = rootOf(tree);
  const role = readRole(root);
  const expects = usableSchemaAt(root, 'expects', report) ?? true;
  const decisions = items(member(root, 'decisions')).map((node) => readDecision(node, report));
  if (problems.length > 0 || role === undefined) return { problems };
  const consumer: Consumer = {
    name: textAt(root, 'name') ?? '',
    party: wordAt(root, 'party', ['first', 'third']) ?? 'first',
    reads: textAt(root, 'reads') ?? '',
    role,
    strict: wordAt(root, 'strict', ['none', 'names']) ?? 'none',
    expects,
    decisions,
    ...located(root),
    ...present({ owner: textAt(root, 'owner'), waivers: tree.waivers }),
  };
  return { consumer, problems };
}
