import type { ClientScope } from './client-scope.ts';
import type { OwnerEffects } from './owner-effects.ts';
import type { RealmClient } from './realm-client.ts';
import type { AssignedScopes } from './scope-assignment.ts';

/** A client with everything that is known about it. */
export interface PlacedClient {
  readonly client: RealmClient;
  readonly scopes: AssignedScopes;
  readonly effects: OwnerEffects;
  /** Clients where its users may have roles: an audience-resolve mapper makes them audiences. */
  readonly roleClients: readonly string[];
}

/** A client scope with everything that is known about it. */
export interface PlacedScope {
  readonly scope: ClientScope;
  readonly effects: OwnerEffects;
}
