import { canonicalText, type JsonType, type JsonValue } from './json.ts';

/**
 * One assertion of a schema, in words that no longer depend on the dialect.
 * All but `types`, `values` and the applicators concern one type of value and accept every other.
 */
export type Constraint =
  | { readonly kind: 'types'; readonly types: readonly JsonType[]; readonly integersOnly: boolean }
  | { readonly kind: 'values'; readonly values: readonly JsonValue[] }
  | { readonly kind: 'minimum'; readonly limit: number; readonly exclusive: boolean }
  | { readonly kind: 'maximum'; readonly limit: number; readonly exclusive: boolean }
  | { readonly kind: 'multipleOf'; readonly divisor: number }
  | { readonly kind: 'minLength'; readonly limit: number }
  | { readonly kind: 'maxLength'; readonly limit: number }
  | { readonly kind: 'pattern'; readonly source: string }
  | { readonly kind: 'format'; readonly name: string }
  | { readonly kind: 'items'; readonly prefix: readonly Node[]; readonly rest: Node | undefined }
  | { readonly kind: 'minItems'; readonly limit: number }
  | { readonly kind: 'maxItems'; readonly limit: number }
  | { readonly kind: 'uniqueItems' }
  | { readonly kind: 'contains'; readonly schema: Node; readonly min: number; readonly max: number }
  | {
      readonly kind: 'members';
      readonly named: ReadonlyMap<string, Node>;
      readonly patterns: readonly (readonly [source: string, schema: Node])[];
      readonly rest: Node | undefined;
    }
  | { readonly kind: 'required'; readonly name: string }
  | { readonly kind: 'minProperties'; readonly limit: number }
  | { readonly kind: 'maxProperties'; readonly limit: number }
  | { readonly kind: 'propertyNames'; readonly schema: Node }
  | { readonly kind: 'dependent'; readonly name: string; readonly schema: Node }
  | { readonly kind: 'allOf'; readonly schemas: readonly Node[] }
  | { readonly kind: 'anyOf'; readonly schemas: readonly Node[] }
  | { readonly kind: 'oneOf'; readonly schemas: readonly Node[] }
  | { readonly kind: 'not'; readonly schema: Node }
  | { readonly kind: 'if'; readonly condition: Node; readonly whenTrue: Node; readonly whenFalse: Node }
  /** A reference back to a schema that is still being read: recursion. Others are read in place. */
  | { readonly kind: 'recursion'; readonly identity: string; readonly target: () => Node }
  /** `beside` holds the other constraints of the same schema object: they say what is evaluated. */
  | { readonly kind: 'unevaluatedProperties'; readonly schema: Node; readonly beside: Node }
  | { readonly kind: 'unevaluatedItems'; readonly schema: Node; readonly beside: Node }
  /** An assertion whose meaning is not known here. It may reject anything. */
  | {
      readonly kind: 'unknown';
      readonly identity: string;
      readonly reason: string;
      readonly path: string;
    };

/**
 * A schema as the conjunction of its constraints. Nodes are interned: schemas of equal content are
 * the same node, and schemas that differ in order or annotations only have the same `meaning`.
 */
export interface Node {
  readonly id: number;
  readonly meaning: number;
  readonly constraints: readonly Constraint[];
  /** Values that the schema itself offers (`examples`, `default`), tried first as witnesses. */
  readonly hints: readonly JsonValue[];
  readonly asserted: Literal;
  readonly denied: Literal;
}

/** A node that a value has to satisfy, or has to violate. One object per node and sign. */
export interface Literal {
  readonly node: Node;
  readonly holds: boolean;
  readonly id: number;
  readonly meaning: number;
}

/** The literal of the opposite sign. */
export function complement(literal: Literal): Literal {
  return literal.holds ? literal.node.denied : literal.node.asserted;
}

/** How a constraint becomes a text: its subschemas as numbers, and whether its order counts. */
interface Notation {
  readonly numberOf: (node: Node) => number;
  readonly list: (texts: readonly string[]) => string;
  readonly value: (value: JsonValue) => string;
}

/** By content: the order of names and values decides which witness is found first. */
const BY_CONTENT: Notation = {
  numberOf: (node) => node.id,
  list: (texts) => texts.join(),
  value: (value) => JSON.stringify(value),
};

/** By meaning: order is irrelevant. */
const BY_MEANING: Notation = {
  numberOf: (node) => node.meaning,
  list: (texts) => [...new Set(texts)].sort().join(),
  value: canonicalText,
};

/** The text that identifies a constraint. */
function textOf(constraint: Constraint, { numberOf, list, value }: Notation): string {
  const numbers = (nodes: readonly Node[]) => nodes.map(numberOf).join();
  switch (constraint.kind) {
    case 'types':
      return `types ${list(constraint.types)} ${constraint.integersOnly}`;
    case 'values':
      return `values ${list(constraint.values.map(value))}`;
    case 'items':
      return `items ${numbers(constraint.prefix)};${constraint.rest ? numberOf(constraint.rest) : ''}`;
    case 'contains':
      return `contains ${numberOf(constraint.schema)} ${constraint.min} ${constraint.max}`;
    case 'members': {
      const named = Array.from(
        constraint.named,
        ([name, node]) => `${JSON.stringify(name)}:${numberOf(node)}`,
      );
      const patterns = constraint.patterns.map(
        ([source, node]) => `${JSON.stringify(source)}:${numberOf(node)}`,
      );
      return `members ${list(named)};${list(patterns)};${constraint.rest ? numberOf(constraint.rest) : ''}`;
    }
    case 'propertyNames':
    case 'not':
      return `${constraint.kind} ${numberOf(constraint.schema)}`;
    case 'dependent':
      return `dependent ${JSON.stringify(constraint.name)} ${numberOf(constraint.schema)}`;
    case 'allOf':
    case 'anyOf':
      return `${constraint.kind} ${list(constraint.schemas.map((schema) => String(numberOf(schema))))}`;
    case 'oneOf':
      return `oneOf ${constraint.schemas.map(numberOf).join()}`;
    case 'if':
      return `if ${numbers([constraint.condition, constraint.whenTrue, constraint.whenFalse])}`;
    case 'recursion':
      return `recursion ${constraint.identity}`;
    case 'unevaluatedProperties':
    case 'unevaluatedItems':
      return `${constraint.kind} ${numbers([constraint.schema, constraint.beside])}`;
    case 'unknown':
      return `unknown ${constraint.identity}`;
    default:
      return JSON.stringify(constraint);
  }
}

/** Makes nodes, one per content. */
export class NodeStore {
  private readonly nodes = new Map<string, Node>();
  private readonly meanings = new Map<string, number>();

  /** The node of these constraints. */
  node(constraints: readonly Constraint[], hints: readonly JsonValue[] = []): Node {
    const texts = constraints.map((constraint) => {
      const path = constraint.kind === 'unknown' ? constraint.path : '';
      return textOf(constraint, BY_CONTENT) + path;
    });
    const content = `${texts.join('\n')}\n${hints.map((hint) => JSON.stringify(hint)).join()}`;
    const known = this.nodes.get(content);
    if (known) return known;
    const node = createNode(this.nodes.size + 1, this.meaningOf(constraints), constraints, hints);
    this.nodes.set(content, node);
    return node;
  }

  /** The node that accepts exactly this value. */
  constant(value: JsonValue): Node {
    return this.node([{ kind: 'values', values: [value] }]);
  }

  /** The number of nodes made so far. */
  get size(): number {
    return this.nodes.size;
  }

  get anything(): Node {
    return this.node([]);
  }

  get nothing(): Node {
    return this.node([{ kind: 'types', types: [], integersOnly: false }]);
  }

  private meaningOf(constraints: readonly Constraint[]): number {
    const texts = constraints.map((constraint) => textOf(constraint, BY_MEANING));
    const text = [...new Set(texts)].sort().join('\n');
    const known = this.meanings.get(text);
    if (known !== undefined) return known;
    const meaning = this.meanings.size + 1;
    this.meanings.set(text, meaning);
    return meaning;
  }
}

function createNode(
  id: number,
  meaning: number,
  constraints: readonly Constraint[],
  hints: readonly JsonValue[],
): Node {
  const node = { id, meaning, constraints, hints } as { -readonly [K in keyof Node]: Node[K] };
  node.asserted = { node, holds: true, id, meaning };
  node.denied = { node, holds: false, id: -id, meaning: -meaning };
  return node;
}
