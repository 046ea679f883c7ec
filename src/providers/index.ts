import type { SourceTree } from '../model/index.ts';
import { keycloak } from './keycloak/index.ts';
import type { Provider } from './provider.ts';

export type { Provider, ProviderResult } from './provider.ts';
export { keycloak };

/** Every provider whose exports are read; the first that matches wins. */
const PROVIDERS: readonly Provider[] = [keycloak];

/**
 * The provider that wrote a file, told by its content.
 *
 * @example recognise(tree)?.load(tree, {}).definition
 */
export function recognise(tree: SourceTree): Provider | undefined {
  return PROVIDERS.find((provider) => provider.matches(tree.value));
}
