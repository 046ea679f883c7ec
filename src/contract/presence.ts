import type { ClaimRelease, EffectiveClaim, Presence } from '../model/index.ts';
import { isGranted } from './scope-tokens.ts';

/**
 * Whether a release takes part under a grant. Without granted scopes the question is asked of any grant, so
 * every release may take part.
 */
export function isActive(release: { readonly scope?: string }, grantedScopes?: ReadonlySet<string>): boolean {
  return (
    release.scope === undefined || grantedScopes === undefined || isGranted(release.scope, grantedScopes)
  );
}

/**
 * A claim's presence under a grant. It is monotone: one more scope never makes a claim rarer.
 *
 * @param grantedScopes names of scopes, or instances of scope templates; default scopes need not be listed
 * @example presenceUnder(email, new Set(['email'])) // 'sometimes'
 */
export function presenceUnder(claim: EffectiveClaim, grantedScopes: ReadonlySet<string>): Presence {
  return strongest(claim.releases.filter((release) => isActive(release, grantedScopes)));
}

/** Whether a claim is in every token of its contract, whatever is granted. */
export function isUnconditional(release: ClaimRelease): boolean {
  return release.scope === undefined && release.presence === 'always';
}

/** The presence that several releases give together. */
export function strongest(releases: readonly ClaimRelease[]): Presence {
  if (releases.length === 0) return 'never';
  return releases.some((release) => release.presence === 'always') ? 'always' : 'sometimes';
}
