import type { JsonValue } from '../json.ts';
import type { Literal, Node } from '../node.ts';

/** What a value of one type must fulfil, small enough for the solver of that type. */
export type Atom =
  | { readonly kind: 'values'; readonly values: readonly JsonValue[]; readonly among: boolean }
  | { readonly kind: 'lower' | 'upper'; readonly limit: number; readonly exclusive: boolean }
  | { readonly kind: 'multiple'; readonly divisor: number; readonly holds: boolean }
  | { readonly kind: 'minLength' | 'maxLength'; readonly limit: number }
  | { readonly kind: 'pattern'; readonly source: string; readonly holds: boolean }
  | { readonly kind: 'format'; readonly name: string; readonly holds: boolean }
  | { readonly kind: 'minItems' | 'maxItems'; readonly limit: number }
  | { readonly kind: 'items'; readonly prefix: readonly Literal[]; readonly rest: Literal | undefined }
  | { readonly kind: 'item'; readonly index: number; readonly literal: Literal }
  | { readonly kind: 'some'; readonly literal: Literal; readonly count: number; readonly from: number }
  | { readonly kind: 'atMost'; readonly literal: Literal; readonly count: number }
  | { readonly kind: 'unique'; readonly holds: boolean }
  | { readonly kind: 'minProperties' | 'maxProperties'; readonly limit: number }
  | { readonly kind: 'required' | 'absent'; readonly name: string }
  | { readonly kind: 'member'; readonly name: string; readonly literal: Literal }
  | { readonly kind: 'members'; readonly members: MemberSchemas }
  | { readonly kind: 'names'; readonly literal: Literal }
  | {
      readonly kind: 'someMember';
      readonly where: MemberClass;
      readonly value?: Literal;
      readonly name?: Literal;
    }
  | { readonly kind: 'unknown'; readonly reason: string; readonly path: string };

/** Schemas by member name: by its own name, by patterns it matches, or for the rest. */
export interface MemberSchemas {
  readonly named: ReadonlyMap<string, Node>;
  readonly patterns: readonly (readonly [source: string, schema: Node])[];
  readonly rest: Node | undefined;
}

/** The names that match some patterns and are outside of others and of a list. */
export interface MemberClass {
  readonly matching: readonly string[];
  readonly outside: readonly string[];
  readonly except: { has(name: string): boolean };
}

/** One way to fulfil a clause. */
export interface Alternative {
  readonly atoms: readonly Atom[];
  readonly literals: readonly Literal[];
}

/** Alternatives of which at least one must be fulfilled. */
export type Clause = readonly Alternative[];

/** What a literal means for values of one type: all of the atoms, literals and clauses. */
export interface Expansion {
  readonly atoms: readonly Atom[];
  readonly literals: readonly Literal[];
  readonly clauses: readonly Clause[];
}

/** The alternative of these atoms. */
export const atom = (...atoms: readonly Atom[]): Alternative => ({ atoms, literals: [] });

/** The alternative of these literals. */
export const all = (...literals: readonly Literal[]): Alternative => ({ atoms: [], literals });
