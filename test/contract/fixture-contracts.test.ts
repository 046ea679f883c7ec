import { describe, expect, test } from 'vitest';
import {
  acceptedSchema,
  compileContracts,
  effectiveContracts,
  issuedSchema,
} from '../../src/contract/index.ts';
import { type EffectiveContract, type MapperDefinition, showContractKey } from '../../src/model/index.ts';
import { includes, sample } from '../../src/schema/index.ts';
import { definitionAt } from '../fixtures/shown.ts';
import { compile } from './schemas.ts';

const DEFINITIONS = [
  ['cases', 'authorization-details.yaml'],
  ['cases', 'claims-parameter.yaml'],
  ['cases', 'curity-wrapper.yaml'],
  ['cases', 'duende-exchange.yaml'],
  ['cases', 'entra-v1-v2.yaml'],
  ['cases', 'keycloak-client-roles.yaml'],
  ['cases', 'machine-and-user.yaml'],
  ['cases', 'workload-assertions/github-actions.yaml'],
  ['cases', 'workload-assertions/kubernetes.yaml'],
  ['shop', 'v3.0.0/mapper.yaml'],
] as const;

const READERS = ['tolerant', 'strict'] as const;

/** Grants of a contract: nothing but the default scopes, each scope by itself, and all of them. */
function grantsOf({ defaultScopes, optionalScopes }: EffectiveContract): readonly ReadonlySet<string>[] {
  const lists = [[], ...optionalScopes.map((scope) => [scope]), optionalScopes];
  return lists.map((scopes) => new Set([...defaultScopes, ...scopes]));
}

function publishedFor(definition: MapperDefinition, { key }: EffectiveContract) {
  const files = compileContracts(definition);
  const escaped = (name: string) => encodeURIComponent(name).replaceAll('*', '%2A');
  const path = `${definition.name}/${key.tokenType}/${escaped(key.resource ?? key.client)}.schema.json`;
  return files.find((file) => file.path === path)?.schema ?? false;
}

describe.each(DEFINITIONS)('%s/%s', (folder, file) => {
  test('whatever is issued under a grant, readers of the contract take, and the published files too', async () => {
    const definition = await definitionAt(folder, file);
    const contracts = effectiveContracts(definition).filter(({ format }) => format !== 'opaque');
    expect(contracts.length).toBeGreaterThan(0);
    for (const contract of contracts) {
      const published = compile(publishedFor(definition, contract), false);
      for (const grantedScopes of grantsOf(contract)) {
        const issued = issuedSchema(contract, grantedScopes);
        const tokens = sample(issued, { limit: 3 });
        const name = `${showContractKey(contract.key)} with ${[...grantedScopes].join(' ')}`;
        expect(tokens.length, name).toBeGreaterThan(0);
        for (const reader of READERS) {
          const accepted = acceptedSchema(contract, { grantedScopes, reader });
          expect(includes(issued, accepted), `${name}, ${reader}`).toEqual({ verdict: 'included' });
        }
        for (const token of tokens)
          expect(published(token), JSON.stringify([name, token, published.errors])).toBe(true);
      }
    }
  }, 120_000);
});
