import { readFileSync } from 'node:fs';

const LEVELS = {
  personal: 'personal',
  special: 'special-category',
  criminal: 'criminal-offence',
  quasi: 'quasi-identifier',
  pseudonym: 'pseudonymous-identifier',
  secret: 'secret',
  authorization: 'authorization',
  organisational: 'organisational',
  infrastructure: 'confidential-infrastructure',
  technical: 'technical',
};
const PERSONAL = new Set(['personal', 'special-category', 'criminal-offence']);

/** Whether entries of this level are personal data. */
export function isPersonal(level) {
  return PERSONAL.has(level);
}

/** The labelled names of names.txt. */
export function labelledNames() {
  return namesIn(readFileSync(new URL('names.txt', import.meta.url), 'utf8'));
}

/** The labelled names of a text of levels and names: `{ path, level, personal, source, ambiguous }`. */
export function namesIn(text) {
  const entries = new Map();
  let source = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) source = line.slice(3);
    const [word, ...names] = line.split(' ');
    const level = LEVELS[word];
    if (level === undefined) continue;
    for (const written of names) {
      const ambiguous = written.startsWith('~');
      const name = ambiguous ? written.slice(1) : written;
      // The same name from two sources counts once, as it was labelled first.
      if (!entries.has(name))
        entries.set(name, { path: [name], level, personal: isPersonal(level), source, ambiguous });
    }
  }
  return [...entries.values()];
}
