/** How often something was seen in tokens, and from when to when (instants in UTC). */
export interface Use {
  readonly count: number;
  readonly first?: string;
  readonly last?: string;
}

/** Use of a claim, with that of its listed values, by their JSON text. */
export interface ObservedClaim extends Use {
  readonly values?: Readonly<Record<string, Use>>;
}

/** What the tokens of one kind hold. Names come from tokens: read them with `Object.hasOwn`. */
export interface UsageGroup extends Use {
  readonly mapper: string | null;
  readonly tokenType: string;
  readonly client: string;
  readonly subject: string | null;
  readonly resource: string | null;
  readonly scopes: Readonly<Record<string, Use>>;
  /** By `pathKey`. */
  readonly claims: Readonly<Record<string, ObservedClaim>>;
}

/**
 * Observed use, as an audit writes it (contracts/usage.schema.json): names and counts, and values only where
 * a definition lists them.
 */
export interface Usage {
  readonly tokens: number;
  /** Tokens among them that count as no use: their signature did not verify, so anybody could have written them. */
  readonly unverified?: number;
  /** Tokens among them whose signature nobody checked, since no keys were given: they count as use. */
  readonly unchecked?: number;
  /** Uses that were counted but can't be told apart. Unless it is 0, what is not in `groups` may have been seen. */
  readonly untold: number;
  readonly groups: readonly UsageGroup[];
}
