/** Whether a path is a pattern. */
export function isPattern(path: string): boolean {
  return /[*?]/.test(path);
}

/** Matches one name, in time proportional to the product of both lengths whatever the pattern is. */
function matchesName(pattern: string, name: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let starAt = 0;
  while (at < name.length) {
    const expected = pattern[inPattern];
    if (expected === '*') {
      star = inPattern;
      starAt = at;
      inPattern += 1;
    } else if (expected === '?' || (expected !== undefined && expected === name[at])) {
      at += 1;
      inPattern += 1;
    } else if (star >= 0) {
      inPattern = star + 1;
      starAt += 1;
      at = starAt;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(inPattern));
}

/**
 * Whether a path matches a pattern: `*` and `?` stand for characters of one name, `**` for any folders.
 *
 * @example matchesPattern('scopes/*.yaml', 'scopes/email.yaml') // true
 * @example matchesPattern('**' + '/*.consumer.yaml', 'a/b/web.consumer.yaml') // true
 */
export function matchesPattern(pattern: string, path: string): boolean {
  const patterns = pattern.split('/');
  let reached = new Set([0]);
  // All prefixes of the pattern that match so far, so that several `**` cost no more than one.
  const skipFolders = (from: Set<number>): Set<number> => {
    for (const index of from) if (patterns[index] === '**') from.add(index + 1);
    return from;
  };
  for (const name of path.split('/')) {
    const next = new Set<number>();
    for (const index of skipFolders(reached)) {
      const expected = patterns[index];
      if (expected === '**') next.add(index);
      else if (expected !== undefined && matchesName(expected, name)) next.add(index + 1);
    }
    reached = next;
  }
  return skipFolders(reached).has(patterns.length);
}
