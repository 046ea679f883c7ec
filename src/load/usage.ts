import { usageFormat } from '../generated/formats.ts';
import { validateUsage } from '../generated/validators.js';
import type { Usage } from '../model/index.ts';
import { type FileTree, normalPath } from './file-tree.ts';
import { inSourceOrder } from './problems.ts';
import { type Loaded, readFile } from './read-file.ts';
import { shapeProblems } from './shape.ts';

/** Loads observed use, as an audit wrote it. */
export async function loadUsage(tree: FileTree, path: string): Promise<Loaded<Usage>> {
  const file = normalPath(path);
  const parsed = await readFile(tree, file);
  if (parsed.tree === undefined) return { problems: parsed.problems, files: [file] };
  const shape = shapeProblems(parsed.tree, validateUsage, usageFormat);
  const problems = inSourceOrder([...parsed.problems, ...shape]);
  if (problems.length > 0) return { problems, files: [file] };
  // The format was checked above, member by member.
  return { value: parsed.tree.value as unknown as Usage, problems, files: [file] };
}
