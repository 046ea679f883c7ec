#!/usr/bin/env bash
# Runs the check, with the comment as a file. Findings do not end the job here: the comment comes first, then the
# gate. What could not be checked does.
#
#   TOKENPACT           how to run tokenpact
#   TOKENPACT_PATHS     definitions, separated by spaces
#   TOKENPACT_ARGS      more arguments, separated by spaces
#   TOKENPACT_COMMENT   where the comment goes
set -euo pipefail

read -r -d '' -a words <<<"$TOKENPACT check ${TOKENPACT_PATHS:-} ${TOKENPACT_ARGS:-}" || true

code=0
"${words[@]}" -f text -f "markdown=$TOKENPACT_COMMENT" || code=$?
if [ "$code" -gt 1 ]; then
  exit "$code"
fi
