#!/usr/bin/env bash
# Ends the job as the check ended, unless somebody who may set labels approved a deliberate break. An approval is
# for what was pushed when it was given: the next push takes the label off.
#
#   PULL_REQUEST       number of the pull request, if it is one
#   EVENT_ACTION       what happened to it: opened, synchronize, labeled, …
#   EVENT_LABEL        the label that was set, if that is what happened
#   FROM_FORK          true when it comes from a fork
#   APPROVE_LABEL      the label; empty: nothing is approved by one
#   TOKENPACT_PASSED   true or false
set -euo pipefail

if [ "$TOKENPACT_PASSED" = true ]; then
  exit 0
fi
if [ -z "${PULL_REQUEST:-}" ] || [ -z "${APPROVE_LABEL:-}" ]; then
  exit 1
fi

labels="repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/labels"
set_labels=$(gh api --paginate "$labels" --jq '.[].name') || set_labels=''
if ! grep -qxF -- "$APPROVE_LABEL" <<<"$set_labels"; then
  echo "::notice title=tokenpact::to approve this on purpose, set the label \"$APPROVE_LABEL\", or commit a waiver"
  exit 1
fi
if [ "${EVENT_ACTION:-}" = synchronize ]; then
  said="\"$APPROVE_LABEL\" was for what was pushed before: set it again to approve this"
  gh api --silent --method DELETE "$labels/$(node -p 'encodeURIComponent(process.argv[1])' -- "$APPROVE_LABEL")" ||
    said="\"$APPROVE_LABEL\" was for what was pushed before, and this job may not take it off: take it off and set it again"
  echo "::notice title=tokenpact::$said"
  exit 1
fi
# From a fork, a job may not take the label off: only the moment in which it is set tells what it was set for.
if [ "${FROM_FORK:-}" = true ] && [ "${EVENT_LABEL:-}" != "$APPROVE_LABEL" ]; then
  echo "::notice title=tokenpact::to approve this on purpose, take the label \"$APPROVE_LABEL\" off and set it again"
  exit 1
fi
echo "::notice title=tokenpact::approved by the label \"$APPROVE_LABEL\""
echo 'approved=true' >>"$GITHUB_OUTPUT"
