const TEMPLATE = /\$\{|\$\(|\{\{|\{%|<%|##/;

/** What to do about a file that is the template of a definition; empty when nothing looks like one there. */
export function templateHelp(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', Math.max(offset - 1, 0)) + 1;
  const end = text.indexOf('\n', offset);
  // Long lines are data; a template's marks are near to what could not be read.
  const near = text.slice(Math.max(start, offset - 200), Math.min(end < 0 ? text.length : end, offset + 200));
  return TEMPLATE.test(near) ? 'this looks like a template: fill it in first and give the result' : '';
}
