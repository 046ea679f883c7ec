/** Nothing at the gate, or a command that only shows. */
export const CLEAN = 0;
/** Findings at the gate; what could not be decided counts as one. */
export const FINDINGS = 1;
/** Nothing could be checked: usage, unreadable or unparsable input, a missing base. */
export const COULD_NOT_CHECK = 2;
/** A bug in tokenpact. */
export const BUG = 3;
