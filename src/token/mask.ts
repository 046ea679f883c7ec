/** A value that must not be shown: how long it is may be told, what it is may not. */
export function maskText(text: string): string {
  return `••• (${text.length} characters)`;
}
