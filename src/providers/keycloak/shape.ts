import type { JsonValue, Problem } from '../../model/index.ts';
import { isObject } from '../../model/index.ts';
import { type ExportNode, items, member, placeOfNode } from './export-node.ts';

/** Lists of objects in a realm; what they hold decides what tokens contain. */
const OBJECTS = ['clients', 'applications', 'oauthClients', 'clientScopes', 'clientTemplates'];
/** Lists of names of client scopes. */
const NAMES = ['defaultDefaultClientScopes', 'defaultOptionalClientScopes'];

function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return isObject(value) ? 'an object' : `the ${typeof value} ${JSON.stringify(value).slice(0, 60)}`;
}

function problem(node: ExportNode, name: string, expected: string): Problem {
  return {
    kind: 'invalid',
    at: placeOfNode(node),
    message: `expected ${expected} in "${name}", found ${kindOf(node.value)}`,
    help: 'export the realm again, or mend what was edited by hand',
  };
}

function listProblems(owner: ExportNode, name: string, expected: 'objects' | 'names'): readonly Problem[] {
  const list = member(owner, name);
  if (list === undefined) return [];
  if (!Array.isArray(list.value)) return [problem(list, name, `a list of ${expected}`)];
  const fits = (value: JsonValue): boolean =>
    expected === 'objects' ? isObject(value) : typeof value === 'string';
  return list.value.flatMap((value: JsonValue, index) =>
    fits(value)
      ? []
      : [
          problem(
            { ...list, path: [...list.path, index], value },
            name,
            expected === 'objects' ? 'an object' : 'a name',
          ),
        ],
  );
}

function mapperProblems(owner: ExportNode): readonly Problem[] {
  const configs = items(owner, 'protocolMappers').flatMap((mapper) => member(mapper, 'config') ?? []);
  return [
    ...listProblems(owner, 'protocolMappers', 'objects'),
    ...configs
      .filter(({ value }) => !isObject(value))
      .map((config) => problem(config, 'config', 'an object')),
  ];
}

/** What in a realm is not of the shape that Keycloak writes: it could not be read, so it must be told. */
export function shapeProblems(realm: ExportNode): readonly Problem[] {
  const owners = OBJECTS.flatMap((name) => items(realm, name));
  return [
    ...OBJECTS.flatMap((name) => listProblems(realm, name, 'objects')),
    ...NAMES.flatMap((name) => listProblems(realm, name, 'names')),
    ...owners.flatMap((owner) => [
      ...mapperProblems(owner),
      ...listProblems(owner, 'defaultClientScopes', 'names'),
      ...listProblems(owner, 'optionalClientScopes', 'names'),
    ]),
  ];
}
