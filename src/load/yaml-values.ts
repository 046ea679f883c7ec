import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { JsonValue } from '../model/index.ts';
import { LIMITS } from './limits.ts';
import type { Position } from './position.ts';
import { type Converted, isMergeable, mergeInto, type Weight } from './yaml-merge.ts';

/** Something in a YAML document that has no meaning as JSON, at an offset. */
export interface YamlFault {
  readonly kind: 'fatal' | 'duplicate' | 'value';
  readonly position: Position;
  readonly text: string;
}

const ONE_VALUE: Weight = { values: 1, aliases: 0, aliased: 0 };

/** Stops a conversion; it never leaves this file. */
class Fatal extends Error {
  readonly position: Position;
  constructor(position: Position, reason: string) {
    super(reason);
    this.position = position;
  }
}

const rangeOf = (node: unknown): Position => {
  const [start = 0, end = 0] = (node as Node | null)?.range ?? [];
  return { start, end };
};

/**
 * Turns YAML nodes into JSON values without prototypes. What an anchor stands for is converted once and
 * shared, so an alias costs nothing; what it would cost to walk is counted all the same.
 */
class Conversion {
  readonly faults: YamlFault[] = [];
  private readonly anchors = new Map<string, Converted>();

  convert(node: unknown, depth: number): Converted {
    const position = rangeOf(node);
    if (depth > LIMITS.depth) throw new Fatal(position, `is nested deeper than ${LIMITS.depth} levels`);
    if (isAlias(node)) return this.expand(node.source, position);
    const converted = tagged((node as Node | null)?.tag, this.untagged(node, position, depth));
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.anchors.set(anchor, converted);
    return converted;
  }

  private untagged(node: unknown, position: Position, depth: number): Converted {
    if (isMap(node)) return this.map(node, position, depth);
    if (isSeq(node)) return this.list(node.items, position, depth);
    return { value: this.scalar(node, position), position, weight: ONE_VALUE };
  }

  private expand(anchor: string, at: Position): Converted {
    const target = this.anchors.get(anchor);
    if (target === undefined) throw new Fatal(at, `uses "*${anchor}" before "&${anchor}" is complete`);
    const { values, aliases } = target.weight;
    return {
      value: target.value,
      position: below(at, target.position),
      weight: { values, aliases: aliases + 1, aliased: values },
    };
  }

  private scalar(node: unknown, position: Position): JsonValue {
    const value: unknown = isScalar(node) ? node.value : null;
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.faults.push({ kind: 'value', position, text: String(value) });
    return null;
  }

  private list(nodes: readonly unknown[], position: Position, depth: number): Converted {
    const items = nodes.map((node) => this.convert(node, depth + 1));
    const children = new Map(items.map((item, index) => [index, item.position]));
    const value = items.map((item) => item.value);
    return { value, position: { ...position, children }, weight: total(position, items) };
  }

  private map(node: YAMLMap<unknown, unknown>, position: Position, depth: number): Converted {
    const value: Record<string, JsonValue> = Object.create(null);
    const children = new Map<string, Position>();
    const members: Converted[] = [];
    const merges: Converted[] = [];
    for (const { key, value: memberNode } of node.items) {
      const name = nameOf(key);
      const member = this.convert(memberNode, depth + 1);
      members.push(member);
      if (name === '<<' && isMergeable(member.value)) {
        merges.push(member);
        continue;
      }
      const at = below(rangeOf(key), member.position);
      if (children.has(name)) this.faults.push({ kind: 'duplicate', position: at, text: name });
      value[name] = member.value;
      children.set(name, at);
    }
    for (const merge of merges) mergeInto(value, children, merge);
    return { value, position: { ...position, children }, weight: total(position, members) };
  }
}

/** A position with the children of another: a name's, with what stands after it. */
function below(at: Position, { children }: Position): Position {
  return children === undefined ? at : { ...at, children };
}

/** A name as text: YAML allows any value there, JSON does not. */
function nameOf(key: unknown): string {
  if (!isScalar(key)) throw new Fatal(rangeOf(key), 'has a name that is not text');
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

/** Tags of an application (`!Find` of authentik) change the meaning, so they are kept, as a member. */
function tagged(tag: string | undefined, { value, position, weight }: Converted): Converted {
  if (tag === undefined || !tag.startsWith('!') || tag === '!') return { value, position, weight };
  const member: Record<string, JsonValue> = Object.create(null);
  member[tag] = value;
  const { start, end } = position;
  return { value: member, position: { start, end, children: new Map([[tag, position]]) }, weight };
}

function total(position: Position, parts: readonly Converted[]): Weight {
  const sum = (count: keyof Weight): number => parts.reduce((so, { weight }) => so + weight[count], 0);
  const weight = { values: sum('values') + 1, aliases: sum('aliases'), aliased: sum('aliased') };
  if (weight.aliases > LIMITS.aliases || weight.aliased > LIMITS.aliasedValues) {
    throw new Fatal(position, 'has aliases that make it too large');
  }
  return weight;
}

/** What a YAML document says as JSON, where everything is, and what JSON has no word for. */
export interface YamlValues {
  readonly value: JsonValue;
  readonly root: Position;
  readonly faults: readonly YamlFault[];
}

/**
 * Turns a parsed YAML document into JSON values without prototypes.
 *
 * Aliases and the merge key `<<` are resolved; application tags become a member of the tag's name.
 */
export function yamlValues(document: Document.Parsed): YamlValues {
  const conversion = new Conversion();
  const { faults } = conversion;
  try {
    const { value, position } = conversion.convert(document.contents, 0);
    return { value, root: position, faults };
  } catch (error) {
    if (!(error instanceof Fatal)) throw error;
    const { position, message } = error;
    return { value: null, root: position, faults: [...faults, { kind: 'fatal', position, text: message }] };
  }
}
