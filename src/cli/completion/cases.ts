import type { CommandWords, OptionWords } from './words.ts';

/** The parts that bash and zsh scripts share: branches of a `case` over the commands so far and the next word. */

/** Where each word leads: from the commands so far to one more of them. */
export function steps(all: readonly CommandWords[]): string {
  return all
    .filter(({ path }) => path.length > 0)
    .map(({ path }) => {
      const before = path.slice(0, -1).join(' ');
      return `      '${before}:${path.at(-1)}') command='${path.join(' ')}' ;;`;
    })
    .join('\n');
}

/** What may follow each option that takes a value. */
export function valueCases(
  all: readonly CommandWords[],
  offer: (values: OptionWords['values']) => string,
): string {
  const lines = all.flatMap(({ path, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(({ flags, values }) => {
        const pattern = flags.map((flag) => `'${path.join(' ')}:${flag}'`).join('|');
        return `    ${pattern}) ${offer(values)} ;;`;
      }),
  );
  return lines.join('\n');
}
