import type { BuildOptions } from 'esbuild';

export const ENTRY_POINTS: Readonly<Record<string, string>>;

export const BUNDLE: BuildOptions;
