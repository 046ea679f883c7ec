export { CONFIG_FILE, loadConfig } from './config.ts';
export { type LoadOptions, loadDefinition } from './definition.ts';
export { type FileTree, memoryTree } from './file-tree.ts';
export { type Ignored, type LoadAllOptions, type LoadedAll, loadAll } from './load-all.ts';
export { didYouMean, nearest } from './nearest.ts';
export { type ParsedTree, parseTree } from './parse-tree.ts';
export { type Loaded, readFile } from './read-file.ts';
export { loadUsage } from './usage.ts';
export { type WriteOptions, type WrittenMapper, writeMapper } from './write-mapper.ts';
