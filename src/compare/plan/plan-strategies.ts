import {
  type Change,
  type ChangeKind,
  type Comparison,
  isWithdrawn,
  type PlanAction,
} from '../../model/index.ts';

/**
 * Who goes first.
 *
 * - `both`: the issuer gives both, readers move, what was ends
 * - `announce`: the issuer says when it ends, readers stop, it ends
 * - `readers-first`: readers take both, the issuer switches, readers drop what was
 * - `keys-added`: the issuer publishes keys, readers take both, the issuer signs with them
 * - `keys-first`: the same, and then readers drop what was
 * - `retire`: the issuer ends it, readers drop it
 * - `issuer-first`: the issuer gives it, readers may rely on it
 * - `nothing`: nobody has to do anything
 */
type Strategy =
  | 'both'
  | 'announce'
  | 'readers-first'
  | 'keys-added'
  | 'keys-first'
  | 'retire'
  | 'issuer-first'
  | 'nothing';

const STRATEGIES: Readonly<Record<ChangeKind, Strategy>> = {
  'token-type-added': 'issuer-first',
  'token-type-removed': 'announce',
  'token-format-changed': 'readers-first',
  'token-profile-changed': 'readers-first',
  'token-typ-changed': 'readers-first',
  'algorithm-added': 'keys-added',
  'algorithm-changed': 'keys-first',
  'algorithm-removed': 'retire',
  'algorithms-opened': 'readers-first',
  'algorithms-closed': 'issuer-first',
  'lifetime-lengthened': 'nothing',
  'lifetime-shortened': 'nothing',
  'size-raised': 'readers-first',
  'size-lowered': 'nothing',
  'definition-added': 'issuer-first',
  'definition-removed': 'announce',
  'claims-from-changed': 'nothing',
  'issuer-changed': 'readers-first',
  'audience-added': 'issuer-first',
  'audience-changed': 'readers-first',
  'audience-removed': 'announce',
  'audience-shape-changed': 'readers-first',
  'claim-added': 'issuer-first',
  'claim-removed': 'announce',
  'claim-renamed': 'both',
  'claim-rescoped': 'both',
  'claim-moved': 'both',
  'presence-loosened': 'readers-first',
  'presence-tightened': 'issuer-first',
  'claim-widened': 'readers-first',
  'claim-narrowed': 'issuer-first',
  'claim-changed': 'readers-first',
  'claim-undecided': 'readers-first',
  'values-opened': 'readers-first',
  'values-closed': 'nothing',
  // What means something else needs another name: no reader can tell the two apart.
  'source-changed': 'both',
  'identifier-made-mutable': 'readers-first',
  'identifier-made-immutable': 'nothing',
  'claim-deprecated': 'nothing',
  'claim-undeprecated': 'nothing',
  'claim-deprecation-changed': 'nothing',
  'value-deprecated': 'nothing',
  'value-undeprecated': 'nothing',
  'value-deprecation-changed': 'nothing',
  'unresolved-added': 'readers-first',
  'unresolved-removed': 'readers-first',
  'contract-undecided': 'readers-first',
  'contract-widened': 'readers-first',
  'contract-narrowed': 'issuer-first',
  'token-type-deprecated': 'nothing',
  'token-type-undeprecated': 'nothing',
  'token-type-deprecation-changed': 'nothing',
  'scope-added': 'issuer-first',
  'scope-removed': 'announce',
  'scope-renamed': 'both',
  'scope-parameters-changed': 'readers-first',
  'resource-opened': 'issuer-first',
  'resource-closed': 'announce',
  'scope-granted': 'issuer-first',
  'scope-revoked': 'announce',
  'scope-made-default': 'nothing',
  'scope-made-optional': 'readers-first',
  'scope-deprecated': 'nothing',
  'scope-undeprecated': 'nothing',
  'scope-deprecation-changed': 'nothing',
  'client-added': 'issuer-first',
  'client-removed': 'announce',
  'client-party-changed': 'nothing',
  'subject-type-changed': 'both',
  'grant-type-added': 'issuer-first',
  'grant-type-removed': 'announce',
  'token-granted': 'issuer-first',
  'token-withdrawn': 'announce',
  'token-variant-changed': 'readers-first',
  'client-deprecated': 'nothing',
  'client-undeprecated': 'nothing',
  'client-deprecation-changed': 'nothing',
  'resource-added': 'issuer-first',
  'resource-removed': 'announce',
  'resource-party-changed': 'nothing',
  'resource-audience-changed': 'readers-first',
  'sender-constraint-added': 'readers-first',
  'sender-constraint-dropped': 'readers-first',
  'sender-constraint-changed': 'readers-first',
  'resource-deprecated': 'nothing',
  'resource-undeprecated': 'nothing',
  'resource-deprecation-changed': 'nothing',
  'exchange-added': 'issuer-first',
  'exchange-removed': 'announce',
  'exchange-mode-changed': 'readers-first',
  'exchange-widened': 'issuer-first',
  'exchange-narrowed': 'announce',
};

/** What each does, in the order in which it is done. */
export interface Actions {
  readonly prepare?: PlanAction;
  readonly readers?: PlanAction;
  readonly finish?: PlanAction;
  /** What nobody waits for. */
  readonly after?: PlanAction;
}

const ACTIONS: Readonly<Record<Strategy, Actions>> = {
  both: { prepare: 'release-both', readers: 'move', finish: 'end' },
  announce: { prepare: 'announce', readers: 'stop', finish: 'end' },
  'readers-first': { readers: 'accept', finish: 'switch', after: 'drop' },
  'keys-added': { prepare: 'publish', readers: 'accept', finish: 'switch' },
  'keys-first': { prepare: 'publish', readers: 'accept', finish: 'switch', after: 'drop' },
  retire: { finish: 'end', after: 'drop' },
  'issuer-first': { prepare: 'release', after: 'rely' },
  nothing: {},
};

/**
 * What a change asks of the issuer and of readers. What would be harmless to most goes the careful way where a
 * consumer's expectation breaks or a decision would fall otherwise.
 */
export function actionsFor(change: Change, comparison: Comparison): Actions {
  const strategy = STRATEGIES[change.kind];
  const isDecided = comparison.decisionEffects.some(({ because }) => because.includes(change));
  if (isDecided && strategy !== 'both' && strategy !== 'announce') {
    return { readers: 'decide', finish: 'switch' };
  }
  const isHit = comparison.consumerEffects.some(({ because }) => because.includes(change));
  if (isHit && (strategy === 'issuer-first' || strategy === 'nothing')) return ACTIONS['readers-first'];
  // Whoever reads what is declared open expects more of it already.
  const isPromised = change.tolerant.verdict !== 'safe' || isWithdrawn(change);
  if (strategy === 'readers-first' && !isHit && !isPromised) return { prepare: 'release' };
  // What was announced with a day needs no announcement.
  if (strategy === 'issuer-first' && change.sunset !== undefined) return { finish: 'switch', after: 'rely' };
  if (strategy === 'announce' && change.sunset !== undefined) return { readers: 'stop', finish: 'end' };
  return ACTIONS[strategy];
}
