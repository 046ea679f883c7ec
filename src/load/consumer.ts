import { consumerFormat } from '../generated/formats.ts';
import { validateConsumer } from '../generated/validators.js';
import type { Consumer, Decision, Problem, ReaderRole, SourceTree } from '../model/index.ts';
import { declaredFormat, notAFormat } from './format.ts';
import {
  items,
  located,
  member,
  present,
  rootOf,
  type SourceNode,
  schemaAt,
  textAt,
  textsAt,
  wordAt,
} from './node.ts';
import { shapeProblems } from './shape.ts';

function readRole(root: SourceNode): ReaderRole | undefined {
  const as = member(root, 'as');
  const roles = (['resource', 'client', 'gateway'] as const).flatMap((role) => {
    const name = as && textAt(as, role);
    return name === undefined ? [] : [{ as: role, name }];
  });
  return roles[0];
}

function readDecision(node: SourceNode): Decision {
  return {
    name: textAt(node, 'name') ?? '',
    scopes: [...(textsAt(node, 'scopes') ?? [])].sort(),
    allows: schemaAt(node, 'allows') ?? true,
    ...located(node),
  };
}

/** A `*.consumer.yaml`: who reads a token, what it needs and what it allows. */
export function readConsumer(tree: SourceTree): { consumer?: Consumer; problems: readonly Problem[] } {
  if (declaredFormat(tree.value) !== 'consumer/v1')
    return { problems: [notAFormat(tree, 'a consumer', 'consumer/v1')] };
  const problems = shapeProblems(tree, validateConsumer, consumerFormat);
  const root = rootOf(tree);
  const role = readRole(root);
  if (problems.length > 0 || role === undefined) return { problems };
  const consumer: Consumer = {
    name: textAt(root, 'name') ?? '',
    party: wordAt(root, 'party', ['first', 'third']) ?? 'first',
    reads: textAt(root, 'reads') ?? '',
    role,
    strict: wordAt(root, 'strict', ['none', 'names']) ?? 'none',
    expects: schemaAt(root, 'expects') ?? true,
    decisions: items(member(root, 'decisions')).map(readDecision),
    ...located(root),
    ...present({ owner: textAt(root, 'owner') }),
  };
  return { consumer, problems };
}
