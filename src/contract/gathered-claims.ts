import type { EffectiveClaim } from '../model/index.ts';
import type { Claims, TemplateClaims } from './bind-client.ts';
import { joined } from './joined.ts';
import { kept } from './kept.ts';
import { isBound } from './placeholders.ts';

/** Claims that come together, each as one release brings it: the same object in thousands of contracts. */
export interface Part {
  readonly claims: readonly EffectiveClaim[];
  readonly byKey: ReadonlyMap<string, readonly EffectiveClaim[]>;
  /** Keys of claims in which `${client}` stands for the client's name. */
  readonly bound: readonly string[];
}

const NOTHING: Part = { claims: [], byKey: new Map(), bound: [] };

export function partOf(claims: readonly EffectiveClaim[]): Part {
  if (claims.length === 0) return NOTHING;
  const byKey = new Map<string, EffectiveClaim[]>();
  for (const claim of claims) {
    const same = byKey.get(claim.key);
    if (same === undefined) byKey.set(claim.key, [claim]);
    else same.push(claim);
  }
  return { claims, byKey, bound: claims.filter(isBound).map(({ key }) => key) };
}

/**
 * One claim per member, sorted by key. A claim is put together when it is asked for: of most contracts nobody
 * asks for more than a few claims, and which parts bring the others.
 */
class GatheredClaims implements Claims {
  readonly parts: readonly Part[];
  #known: Map<string, EffectiveClaim> | undefined;
  #all: Claims | undefined;
  #size: number | undefined;

  constructor(parts: readonly Part[]) {
    this.parts = parts;
  }

  get all(): Claims {
    this.#all ??= this.#gather();
    return this.#all;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  get(key: string): EffectiveClaim | undefined {
    if (this.#all !== undefined) return this.#all.get(key);
    const known = this.#known?.get(key);
    if (known !== undefined) return known;
    const ways: EffectiveClaim[] = [];
    for (const { byKey } of this.parts) {
      const found = byKey.get(key);
      if (found !== undefined) ways.push(...found);
    }
    return this.#one(key, ways);
  }

  /** The same object each time, so that what is known of a claim can be kept for it. */
  #one(key: string, ways: readonly EffectiveClaim[]): EffectiveClaim | undefined {
    this.#known ??= new Map();
    const claim = this.#known.get(key) ?? (ways.length > 1 ? joined(ways) : ways[0]);
    if (claim !== undefined) this.#known.set(key, claim);
    return claim;
  }

  /** All at once. Most come in one way, so lists are made for the others only. */
  #gather(): Claims {
    const firsts = new Map<string, EffectiveClaim>();
    const several = new Map<string, EffectiveClaim[]>();
    for (const { claims } of this.parts) {
      for (const claim of claims) {
        const first = firsts.get(claim.key);
        const ways = several.get(claim.key);
        if (first === undefined) firsts.set(claim.key, claim);
        else if (ways === undefined) several.set(claim.key, [first, claim]);
        else ways.push(claim);
      }
    }
    const all = new Map<string, EffectiveClaim>();
    // Sorted as texts: with a function that compares, sorting would cost more than all the rest.
    for (const key of [...firsts.keys()].sort()) {
      const ways = several.get(key);
      const claim = ways === undefined ? firsts.get(key) : this.#one(key, ways);
      if (claim !== undefined) all.set(key, claim);
    }
    return all;
  }

  get size(): number {
    this.#size ??= new Set(this.parts.flatMap(({ byKey }) => [...byKey.keys()])).size;
    return this.#size;
  }

  keys(): MapIterator<string> {
    return this.all.keys();
  }

  values(): MapIterator<EffectiveClaim> {
    return this.all.values();
  }

  entries(): MapIterator<[string, EffectiveClaim]> {
    return this.all.entries();
  }

  [Symbol.iterator](): MapIterator<[string, EffectiveClaim]> {
    return this.all.entries();
  }

  forEach(visit: (claim: EffectiveClaim, key: string, claims: Claims) => void): void {
    this.all.forEach(visit);
  }
}

/** The claims that some parts bring together. */
export function gathered(parts: readonly Part[]): TemplateClaims {
  const bound = new Set<string>();
  for (const part of parts) for (const key of part.bound) bound.add(key);
  return {
    claims: new GatheredClaims(parts.filter(({ claims }) => claims.length > 0)),
    bound: [...bound].sort(),
  };
}

const asOnePart = kept((claims: Claims): readonly Part[] => [partOf([...claims.values()])]);

/** What brings the claims of a contract, each as one release brings it; a map that is no sum is one part. */
export function partsOf(claims: Claims): readonly Part[] {
  return claims instanceof GatheredClaims ? claims.parts : asOnePart(claims);
}
