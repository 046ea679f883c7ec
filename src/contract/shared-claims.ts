import type { EffectiveClaim } from '../model/index.ts';

export type Claims = ReadonlyMap<string, EffectiveClaim>;

/** Claims by key of which most are those of another map, so that thousands of contracts can share it. */
class SharedClaims implements Claims {
  readonly shared: Claims;
  /** In the place of shared ones of the same keys. */
  readonly own: Claims;

  constructor(shared: Claims, own: Claims) {
    this.shared = shared;
    this.own = own;
  }

  get size(): number {
    return this.shared.size;
  }

  has(key: string): boolean {
    return this.shared.has(key);
  }

  get(key: string): EffectiveClaim | undefined {
    return this.own.get(key) ?? this.shared.get(key);
  }

  keys(): MapIterator<string> {
    return this.shared.keys();
  }

  // Lists, since a generator would take several times as long.
  values(): MapIterator<EffectiveClaim> {
    const claims: EffectiveClaim[] = [];
    for (const [key, claim] of this.shared) claims.push(this.own.get(key) ?? claim);
    return claims.values();
  }

  entries(): MapIterator<[string, EffectiveClaim]> {
    const entries: [string, EffectiveClaim][] = [];
    for (const [key, claim] of this.shared) entries.push([key, this.own.get(key) ?? claim]);
    return entries.values();
  }

  [Symbol.iterator](): MapIterator<[string, EffectiveClaim]> {
    return this.entries();
  }

  forEach(visit: (claim: EffectiveClaim, key: string, claims: Claims) => void): void {
    for (const [key, claim] of this) visit(claim, key, this);
  }
}

/** Claims as what many contracts share, always the same map, and what is one contract's own in its place. */
export function layersOf(claims: Claims): { readonly shared: Claims; readonly own: Claims } {
  return claims instanceof SharedClaims ? claims : { shared: claims, own: new Map() };
}

/** Claims with others in the place of some of them, by the same keys. */
export function withClaims(claims: Claims, own: Claims): Claims {
  if (own.size === 0) return claims;
  return claims instanceof SharedClaims
    ? new SharedClaims(claims.shared, new Map([...claims.own, ...own]))
    : new SharedClaims(claims, own);
}
