import type { Problem } from '../model/index.ts';
import { nearest } from './nearest.ts';
import { member, placeOfNode } from './node.ts';
import { invalid } from './problems.ts';
import type { SchemaPart } from './schema-parts.ts';
import { clipped } from './shape-words.ts';

/** The JSON Pointer that a reference means; undefined when it leads out of the schema. */
function targetOf(reference: string): string | undefined {
  if (!reference.startsWith('#')) return undefined;
  try {
    return decodeURIComponent(reference.slice(1));
  } catch {
    return reference;
  }
}

type Parts = ReadonlyMap<string, SchemaPart>;

/** References that lead nowhere. What the others lead to, without going into the value, is noted by JSON Pointer. */
function* followed(parts: Parts, edges: Map<string, readonly string[]>): Generator<Problem> {
  const definitions = [...parts.keys()].filter((pointer) => pointer.startsWith('/$defs/'));
  for (const [pointer, { node, ofTheSame }] of parts) {
    const reference = member(node, '$ref');
    const written = reference?.value;
    const target = typeof written === 'string' ? targetOf(written) : undefined;
    edges.set(pointer, target !== undefined && parts.has(target) ? [...ofTheSame, target] : ofTheSame);
    if (reference === undefined || typeof written !== 'string') continue;
    if (target === undefined) {
      const help = 'copy what it means into $defs and refer to it as "#/$defs/name"';
      yield invalid(
        placeOfNode(reference),
        `expected a "$ref" within the schema, found "${clipped(written)}": nothing is fetched`,
        help,
      );
    } else if (!parts.has(target)) {
      const near = nearest(
        written,
        definitions.map((one) => `#${one}`),
      );
      const help = near === undefined ? 'define it in $defs' : `did you mean "${near}"?`;
      yield invalid(placeOfNode(reference), `"${clipped(written)}" leads to no schema within this one`, help);
    }
  }
}

/** Pointers at which a path comes back to where it was. */
function* loops(edges: ReadonlyMap<string, readonly string[]>): Generator<string> {
  const states = new Map<string, 'open' | 'done'>();
  // A stack of our own: a chain of references may be longer than that of calls can be.
  const stack = [...edges.keys()].reverse();
  for (let pointer = stack.at(-1); pointer !== undefined; pointer = stack.at(-1)) {
    if (states.has(pointer)) {
      states.set(pointer, 'done');
      stack.pop();
      continue;
    }
    states.set(pointer, 'open');
    const targets = edges.get(pointer) ?? [];
    if (targets.some((target) => states.get(target) === 'open')) yield pointer;
    stack.push(...targets.filter((target) => !states.has(target)));
  }
}

function* loopProblems(parts: Parts, edges: ReadonlyMap<string, readonly string[]>): Generator<Problem> {
  for (const pointer of loops(edges)) {
    const node = parts.get(pointer)?.node;
    if (node === undefined) continue;
    const message = 'this schema comes back to itself without going into the value: no check of it would end';
    const at = placeOfNode(member(node, '$ref') ?? node);
    yield invalid(at, message, 'let it go through "properties" or "items", or take it out');
  }
}

/** What is wrong with the references of a schema: they lead out of it, to nothing, or back without an end. */
export function* referenceProblems(parts: Parts): Generator<Problem> {
  const edges = new Map<string, readonly string[]>();
  yield* followed(parts, edges);
  yield* loopProblems(parts, edges);
}
