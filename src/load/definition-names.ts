import type { Names } from './names.ts';

/** What the parts of one definition call each other by. */
export interface DefinitionNames {
  readonly claims: Names;
  readonly scopes: Names;
  readonly resources: Names;
  readonly clients: Names;
  /** Token types by their own names. */
  readonly tokenTypes: Names;
  /** Token types and the kinds that they are of: what a release can be made to. */
  readonly releasable: Names;
}
