import { pathKey } from '../../model/index.ts';
import { maskedName } from '../../privacy/index.ts';

/** Longer names are cut: a key id or a value can be anything. */
export const LONGEST_NAME = 120;

/** What is read of a name before it is cut: half an address would not be recognised as one. */
const READ_OF_NAME = 1024;

/** A name out of a token or log as it is counted: without data in it, and not too long. */
export const cut = (name: string): string => maskedName(name.slice(0, READ_OF_NAME)).slice(0, LONGEST_NAME);

/** The name of a claim at the root, as the key of its path. */
export const claimKey = (name: string): string => (/[.\\]/.test(name) ? pathKey([cut(name)]) : cut(name));
