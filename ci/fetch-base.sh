#!/usr/bin/env bash
# Brings the one commit that a pull request is compared with into a shallow clone: the first parent of the merge
# commit that GitHub checks out. The commit names it, though the clone does not have it. Whatever else is missing,
# tokenpact says how to fetch it.
set -euo pipefail

parents=$(git cat-file commit HEAD | sed -n '/^$/q;s/^parent //p')
base=${parents%%$'\n'*}
# One parent: this is no merge commit, and what a branch starts from is not its parent.
if [ "$base" = "$parents" ] || git cat-file -e "$base^{commit}" 2>/dev/null; then
  exit 0
fi
git fetch --quiet --no-tags --depth=1 origin "$base"
