/**
 * Nothing could be checked, and it is not a bug: wrong usage, a missing file, a missing base. The message
 * says what is wrong, the help how to mend it; the exit code is 2.
 */
export class CannotCheck extends Error {
  override readonly name = 'CannotCheck';
  readonly help: string;

  constructor(message: string, help = '') {
    super(message);
    this.help = help;
  }
}

/** What a person reads of it. */
export function cannotCheckText({ message, help }: CannotCheck): string {
  return `tokenpact: ${message}\n${help === '' ? '' : `  ${help}\n`}`;
}
