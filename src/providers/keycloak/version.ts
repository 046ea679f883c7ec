/** A version of Keycloak as far as tokens depend on it: `26.0.7` is `[26, 0]`. */
export type KeycloakVersion = readonly [major: number, minor: number];

/** Assumed when neither the export nor the caller says one: a hand-written realm is imported into a current server. */
export const CURRENT: KeycloakVersion = [26, 4];

/**
 * Reads what `keycloakVersion` holds: `26.0.7`, `3.4.0.Final`, `999.0.0-SNAPSHOT`.
 *
 * @returns undefined when it starts with no number
 */
export function parseVersion(text: string | undefined): KeycloakVersion | undefined {
  const match = /^(\d{1,6})(?:\.(\d{1,6}))?/.exec(text ?? '');
  return match ? [Number(match[1]), Number(match[2] ?? 0)] : undefined;
}

export function since(version: KeycloakVersion, major: number, minor = 0): boolean {
  return version[0] > major || (version[0] === major && version[1] >= minor);
}
