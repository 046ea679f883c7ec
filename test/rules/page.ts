/** One fenced block: the words after its fence, and its text. */
interface Block {
  readonly kind: string;
  readonly text: string;
}

/** Files that are checked together, and what the rule says about them. */
export interface Example {
  /** Number of the example on its page, from 1. */
  readonly number: number;
  readonly breaks: boolean;
  readonly blocks: readonly Block[];
  /** One line per finding; absent for a good example. */
  readonly output?: string;
}

/** A rule page, taken apart: see docs/rules.md. */
export interface Page {
  readonly title: string;
  readonly summary: string;
  readonly facts: string;
  readonly why: string;
  readonly mend: string;
  readonly examples: readonly Example[];
}

function section(text: string, name: string): string {
  const start = text.indexOf(`\n## ${name}\n`);
  if (start < 0) return '';
  const body = text.slice(start + name.length + 5);
  const end = body.search(/\n## /);
  return (end < 0 ? body : body.slice(0, end)).trim();
}

/** Blocks that follow each other make one example; prose, an output or a second block of a kind ends it. */
function examplesIn(text: string, breaks: boolean, first: number): readonly Example[] {
  const examples: { blocks: Block[]; output?: string; done: boolean }[] = [];
  let last = 0;
  for (const match of text.matchAll(/^```([^\n]*)\n(.*?)^```$/gms)) {
    const [fence, kind = '', body = ''] = match;
    const prose = text.slice(last, match.index).trim() !== '';
    last = match.index + fence.length;
    const current = examples.at(-1);
    const open = current !== undefined && !current.done && !prose;
    if (kind === 'text' && open) Object.assign(current, { output: body.trimEnd(), done: true });
    else if (open && !current.blocks.some((block) => block.kind === kind))
      current.blocks.push({ kind, text: body });
    else examples.push({ blocks: [{ kind, text: body }], done: false });
  }
  return examples.map(({ blocks, output }, index) => ({
    number: first + index,
    breaks,
    blocks,
    ...(output !== undefined && { output }),
  }));
}

export function parsePage(text: string): Page {
  const head = text.slice(0, text.indexOf('\n## ')).split('\n\n');
  const [title = '', summary = '', facts = '', ...why] = head;
  const bad = examplesIn(section(text, 'Breaks it'), true, 1);
  const good = examplesIn(section(text, 'Fine'), false, bad.length + 1);
  return {
    title: title.replace(/^# /, ''),
    summary,
    facts,
    why: why.join('\n\n').trim(),
    mend: section(text, 'Mend it'),
    examples: [...bad, ...good],
  };
}
