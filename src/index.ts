/**
 * tokenpact as a library: load definitions, compile and compare their contracts, judge them by rules, and hold
 * issued tokens against them. Nothing here touches files, the network or the clock: what is read comes through
 * a {@link FileTree}, times are arguments.
 *
 * @module
 */
export * from './check/index.ts';
export { compare, compareAll } from './compare/index.ts';
export * from './contract/index.ts';
export { rules } from './generated/rules.ts';
export * from './load/index.ts';
export * from './model/index.ts';
export * from './privacy/index.ts';
export * from './report/index.ts';
export { type Against, createHolder, type Holder, holdToContract } from './token/hold.ts';
export * from './token/index.ts';
