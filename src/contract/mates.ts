import type { Resource } from '../model/index.ts';
import type { Setting } from './setting.ts';

/** When something that another resource brings is in the token. */
export interface Condition {
  readonly scope?: string;
  readonly isUncertain?: boolean;
}

/** When the same token is for another resource as well. */
export function conditionsOf({ policy, scopes }: Setting, mate: Resource): readonly Condition[] {
  if (policy.from === 'fixed') return [policy.many === 'array' ? {} : { isUncertain: true }];
  if (policy.from === 'parameter') return [{ isUncertain: true }];
  return scopes
    .filter(({ scope }) => scope.resources.includes(mate.name))
    .map(({ scope, byDefault }) => (byDefault ? {} : { scope: scope.name }));
}
