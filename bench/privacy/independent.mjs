import { readFileSync } from 'node:fs';
import { isPersonal, namesIn } from './names.mjs';

/** The labelled names of a set from other sources than the lexicon: `a` and `d` are developed with, `b` and `c` held out. */
export function independentNames(set) {
  return namesIn(textOf(`names-${set}`));
}

/** The labelled values of such a set: `{ path, value, level, personal, kind, ambiguous }`. */
export function independentValues(set) {
  const entries = [];
  let kind = '';
  for (const line of textOf(`values-${set}`).split('\n')) {
    if (line.startsWith('## ')) kind = line.slice(3);
    const [, differs, level, claim, json] = /^(~?)([a-z-]+) (\S+) (.+)$/.exec(line) ?? [];
    if (json === undefined) continue;
    const entry = { path: [claim], value: JSON.parse(json), level, personal: isPersonal(level), kind };
    entries.push({ ...entry, ambiguous: differs === '~' });
  }
  return entries;
}

function textOf(name) {
  return readFileSync(new URL(`independent/${name}.txt`, import.meta.url), 'utf8');
}
