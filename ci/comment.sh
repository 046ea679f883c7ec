#!/usr/bin/env bash
# Keeps one comment on a pull request: it is found by the hidden marker in its first line and written over. A pull
# request about which there is nothing to say gets none.
#
#   PULL_REQUEST         number of the pull request
#   TOKENPACT_COMMENT    the comment
#   TOKENPACT_ERRORS     how many errors were found
#   TOKENPACT_WARNINGS   how many warnings were found
set -euo pipefail

comments="repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments"
MARKER=$(head -n 1 "$TOKENPACT_COMMENT")
export MARKER

# A pull request from a fork runs with a token that may only read: the summary of the job still has all of it.
refused() {
  echo "::notice title=tokenpact::the token of this job may not write comments: the report is in the summary"
  exit 0
}

# A stranger's comment with the marker stays theirs: who owns a comment can change what it says.
ours=$(gh api --paginate "$comments" --jq '.[] | select(.body | startswith(env.MARKER))
  | select(.user.type == "Bot" or (.author_association | IN("OWNER", "MEMBER", "COLLABORATOR"))) | .id') || refused
ours=${ours%%$'\n'*}
if [ -n "$ours" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$ours" -F "body=@$TOKENPACT_COMMENT" || refused
elif [ "$TOKENPACT_ERRORS" != 0 ] || [ "$TOKENPACT_WARNINGS" != 0 ]; then
  gh api --silent --method POST "$comments" -F "body=@$TOKENPACT_COMMENT" || refused
fi
