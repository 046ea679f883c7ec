import type { ChangeKind } from '../../src/model/index.ts';

const TIGHTER = 'readers get a part of what they were promised, so none of them breaks';
const NEW = 'nobody relies on what was not there; what it exposes is judged as privacy/newly-exposed';
const ANNOUNCED = 'an announcement is what we ask for; its end is judged when it comes';
const LIFTED = 'an end that is called off hurts nobody who prepared for it';
const WHOLE = 'judged in its state: change/undecided';

/** Changes that no rule is about, with the reason. A reason that is out of date fails the registry's test. */
export const UNJUDGED: Partial<Record<ChangeKind, string>> = {
  'definition-added': NEW,
  'token-type-added': NEW,
  'token-granted': NEW,
  'scope-added': NEW,
  'client-added': NEW,
  'resource-added': NEW,
  'grant-type-added': 'nobody has to use it; what its tokens hold is linted and compared as contracts',
  'audience-added':
    'who reads tokens already finds itself in them; more audiences are judged as audience/multi',
  'algorithm-removed': TIGHTER,
  'algorithms-closed': TIGHTER,
  'size-lowered': TIGHTER,
  'presence-tightened': TIGHTER,
  'contract-narrowed': TIGHTER,
  'values-closed': TIGHTER,
  'identifier-made-immutable': TIGHTER,
  'claim-undecided': WHOLE,
  'contract-undecided': WHOLE,
  'unresolved-added': WHOLE,
  'unresolved-removed': WHOLE,
  'claim-deprecated': ANNOUNCED,
  'value-deprecated': ANNOUNCED,
  'scope-deprecated': ANNOUNCED,
  'client-deprecated': ANNOUNCED,
  'resource-deprecated': ANNOUNCED,
  'token-type-deprecated': ANNOUNCED,
  'claim-undeprecated': LIFTED,
  'value-undeprecated': LIFTED,
  'scope-undeprecated': LIFTED,
  'client-undeprecated': LIFTED,
  'resource-undeprecated': LIFTED,
  'token-type-undeprecated': LIFTED,
};
