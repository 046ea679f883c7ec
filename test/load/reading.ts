import { loadDefinition, memoryTree, parseTree } from '../../src/load/index.ts';
import type { MapperDefinition, Problem, SourceTree } from '../../src/model/index.ts';

/** Problems as text: where, what, how to mend it. */
export function told(problems: readonly Problem[]): string[] {
  return problems.map(({ at, kind, message, help }) => {
    const where = `${at.file}:${at.line}:${at.column}`;
    return help === '' ? `${where} ${kind}: ${message}` : `${where} ${kind}: ${message} (${help})`;
  });
}

/** A text as a parsed tree that has no problems. */
export function parsed(text: string, file = 'mapper.yaml'): SourceTree {
  const { tree, problems } = parseTree(file, new TextEncoder().encode(text));
  if (tree === undefined || problems.length > 0) throw new Error(told(problems).join('\n'));
  return tree;
}

/** What is wrong with the bytes or the text of one file. */
export function faults(content: string | Uint8Array, file = 'mapper.yaml'): string[] {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return told(parseTree(file, bytes).problems);
}

const HEAD = 'tokenpact: mapper/v1\nname: shop\nissuer: https://id.shop.example\n';

/** Loads a mapper definition of which only the sections are given; they start on line 4. */
export async function load(sections: string, others: Readonly<Record<string, string>> = {}) {
  const loaded = await loadDefinition(
    memoryTree({ 'mapper.yaml': HEAD + sections, ...others }),
    'mapper.yaml',
  );
  return { ...loaded, problems: told(loaded.problems) };
}

/** The definition of sections that must be right. */
export async function defined(sections: string): Promise<MapperDefinition> {
  const { value, problems } = await load(sections);
  if (value === undefined || problems.length > 0) throw new Error(problems.join('\n'));
  return value;
}
