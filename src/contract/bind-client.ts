import type { EffectiveClaim } from '../model/index.ts';
import { bindClaim, namesClient } from './placeholders.ts';

export type Claims = ReadonlyMap<string, EffectiveClaim>;

/** The claims of a contract before it belongs to a client. */
export interface TemplateClaims {
  readonly claims: Claims;
  /** Keys of those in which `${client}` stands for the client's name. */
  readonly bound: readonly string[];
}

/** Claims as what many contracts share, always the same map, and what is in the place of some of them. */
export interface Layers {
  readonly shared: Claims;
  /** By keys that the shared ones have, too. */
  readonly own: Claims;
}

const NOTHING: Claims = new Map();

/** The claims of one contract, bound to its client when somebody reads them. */
class ContractClaims implements Claims {
  readonly #template: () => TemplateClaims;
  readonly #client: string;
  readonly #any: ContractClaims | undefined;
  #layers: Layers | undefined;
  #unboundLayers: Layers | undefined;

  constructor(template: () => TemplateClaims, client: string, any: ContractClaims | undefined) {
    this.#template = template;
    this.#client = client;
    this.#any = any;
  }

  get layers(): Layers {
    this.#layers ??= this.#bind();
    return this.#layers;
  }

  #bind(): Layers {
    const { shared, own } = boundLayers(this.#template(), this.#client);
    if (this.#any === undefined) return { shared, own };
    const { layers } = this.#any;
    return { shared: layers.shared, own: new Map([...layers.own, ...shared, ...own]) };
  }

  /** The same before the values belong to the client: equal for two versions, these are equal for all clients. */
  get unboundLayers(): Layers {
    this.#unboundLayers ??= this.#unbind();
    return this.#unboundLayers;
  }

  #unbind(): Layers {
    const { claims, bound } = this.#template();
    if (bound.some(namesClient)) return this.layers;
    return this.#any === undefined
      ? { shared: claims, own: NOTHING }
      : { shared: this.#any.unboundLayers.shared, own: claims };
  }

  get size(): number {
    return this.unboundLayers.shared.size;
  }

  has(key: string): boolean {
    return this.unboundLayers.shared.has(key);
  }

  get(key: string): EffectiveClaim | undefined {
    const { shared, own } = this.isBound(key) ? this.layers : this.unboundLayers;
    return own.get(key) ?? shared.get(key);
  }

  /** The others are the same for any client, and need no binding. */
  isBound(key: string): boolean {
    return this.#template().bound.includes(key) || this.#any?.isBound(key) === true;
  }

  keys(): MapIterator<string> {
    return this.layers.shared.keys();
  }

  // Lists, since a generator would take several times as long.
  values(): MapIterator<EffectiveClaim> {
    const { shared, own } = this.layers;
    if (own.size === 0) return shared.values();
    const claims: EffectiveClaim[] = [];
    for (const [key, claim] of shared) claims.push(own.get(key) ?? claim);
    return claims.values();
  }

  entries(): MapIterator<[string, EffectiveClaim]> {
    const { shared, own } = this.layers;
    if (own.size === 0) return shared.entries();
    const entries: [string, EffectiveClaim][] = [];
    for (const [key, claim] of shared) entries.push([key, own.get(key) ?? claim]);
    return entries.values();
  }

  [Symbol.iterator](): MapIterator<[string, EffectiveClaim]> {
    return this.entries();
  }

  forEach(visit: (claim: EffectiveClaim, key: string, claims: Claims) => void): void {
    for (const [key, claim] of this) visit(claim, key, this);
  }
}

/**
 * The claims with a client's name where `${client}` stands. Those that do not depend on the client stay the same
 * objects, in a map that is shared where it can be.
 *
 * @param any the claims of any resource, where the template has those only that are others
 */
export function bindClient(template: () => TemplateClaims, client: string, any?: Claims): Claims {
  return new ContractClaims(template, client, any instanceof ContractClaims ? any : undefined);
}

function boundLayers({ claims, bound }: TemplateClaims, client: string): Layers {
  const named = bound.flatMap((key) => claims.get(key) ?? []).map((claim) => bindClaim(claim, client));
  if (!bound.some(namesClient)) {
    return { shared: claims, own: new Map(named.map((claim) => [claim.key, claim])) };
  }
  const free = [...claims.values()].filter(({ key }) => !bound.includes(key));
  return { shared: sortClaims([...free, ...named]), own: NOTHING };
}

/** Claims by path key, sorted; two that fill the same member become one. */
function sortClaims(claims: readonly EffectiveClaim[]): Claims {
  const byKey = new Map<string, EffectiveClaim>();
  for (const claim of [...claims].sort((one, other) => compareText(one.key, other.key))) {
    const same = byKey.get(claim.key);
    byKey.set(
      claim.key,
      same === undefined ? claim : { ...same, releases: [...same.releases, ...claim.releases] },
    );
  }
  return byKey;
}

/** What a contract's claims share with those of others, and what is its own. */
export function layersOf(claims: Claims): Layers {
  return claims instanceof ContractClaims ? claims.layers : { shared: claims, own: NOTHING };
}

/**
 * The same for any client, but where a claim is named by the client: names of claims, who releases them and when are
 * those of the contract; values may still have `${client}` in the place of its name.
 */
export function unboundLayersOf(claims: Claims): Layers {
  return claims instanceof ContractClaims ? claims.unboundLayers : { shared: claims, own: NOTHING };
}

/** By code units, so that every machine sorts alike. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
