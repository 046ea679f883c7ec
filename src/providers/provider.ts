import type { JsonValue, MapperDefinition, Problem, SourceTree } from '../model/index.ts';

/** What the caller knows and the export may not say. */
export interface ProviderOptions {
  /** The provider's version, such as `26.0.7`, where the export does not say it. */
  readonly version?: string;
}

/** What could be read, and what a person can mend. */
export interface ProviderResult {
  /** Absent when the export has no sound part. */
  readonly definition?: MapperDefinition;
  /** In source order. */
  readonly problems: readonly Problem[];
}

/** An identity provider whose export is read as a mapper definition. */
export interface Provider {
  /** As it stands in `Origin.format`. */
  readonly name: string;
  /** Whether a parsed file is this provider's export. Must be cheap: it sees every file of a folder. */
  matches(value: JsonValue): boolean;
  load(tree: SourceTree, options: ProviderOptions): ProviderResult;
}
