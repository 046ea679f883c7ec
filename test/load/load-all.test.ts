import { describe, expect, it } from 'vitest';
import { loadAll, memoryTree } from '../../src/load/index.ts';
import { told } from './reading.ts';

const mapper = (name: string, rest = ''): string =>
  `tokenpact: mapper/v1\nname: ${name}\nissuer: https://${name}.example\n${rest}`;
const consumer = 'tokenpact: consumer/v1\nname: api\nreads: userinfo\nas: { gateway: edge }\n';
const realm = JSON.stringify({ realm: 'shop', clients: [], clientScopes: [], protocolMappers: [] });

const FILES = {
  'a/mapper.yaml': mapper('a', 'include: [parts/*.yaml]\n'),
  'a/parts/scopes.yaml': 'tokenpact: mapper/v1\nscopes: { s: {} }\n',
  'a/web.consumer.yaml': consumer.replace('userinfo', 'access_token').replace('name: api', 'name: web'),
  'a/tokenpact.yaml': 'mappers: [mapper.yaml]\n',
  'a/notes.md': 'tokenpact: mapper/v1',
  'a/package.json': '{"name": "x"}',
  'a/chart.yaml': 'a: {{ .Values.a }}\n',
  'a/node_modules/x/mapper.yaml': mapper('x'),
  'a/.git/mapper.yaml': mapper('y'),
  'b/realm.json': realm,
  'c/readme.json': '{}',
  'd/broken.yaml': 'tokenpact: mapper/v1\nname: [\n',
  'e/api.yaml': consumer,
};
const tree = memoryTree(FILES);

describe('a folder', () => {
  it('gives its definitions and consumers, and says what it passed over', async () => {
    const { definitions, consumers, ignored, files, problems } = await loadAll(tree, ['a']);
    expect(definitions.map(({ name }) => name)).toEqual(['a']);
    expect(consumers.map(({ name }) => name)).toEqual(['web']);
    expect(told(problems)).toEqual([
      'a/web.consumer.yaml:3:1 undefined-reference: token type "access_token" is not defined (define it, or take the reference out)',
    ]);
    expect(files).toEqual(['a/mapper.yaml', 'a/parts/scopes.yaml', 'a/web.consumer.yaml']);
    expect(ignored).toEqual([
      { file: 'a/chart.yaml', reason: '"a/chart.yaml" has a name that is not text' },
      { file: 'a/package.json', reason: 'it is not a definition' },
      { file: 'a/parts/scopes.yaml', reason: 'it is a part of another definition' },
      { file: 'a/tokenpact.yaml', reason: 'it is a configuration' },
    ]);
  });

  it.each(['c', './c/', 'none', 'c/*.yaml'])('without a definition is told so: %s', async (path) => {
    const { problems } = await loadAll(tree, [path]);
    const name = path.replace(/^\.\/|\/$/g, '');
    expect(told(problems)).toEqual([
      `${name}:1:1 absent: "${name}" holds no definition (looked in memory: give a file or folder that has one)`,
    ]);
  });

  it('may hold exports of providers', async () => {
    const { definitions } = await loadAll(tree, ['b']);
    expect(definitions.map(({ origin }) => origin.format)).toEqual(['keycloak']);
  });

  it('with a broken file that says it is ours is told so', async () => {
    expect(told((await loadAll(tree, ['d'])).problems)).toEqual([
      'd/broken.yaml:3:1 syntax: "d/broken.yaml" is not YAML: flow sequence in block collection must be sufficiently indented and end with a ] (begin what belongs together in the same column, and close each bracket)',
    ]);
  });
});

describe('a file that a person named', () => {
  it('must be one of ours', async () => {
    expect(told((await loadAll(tree, ['a/package.json', 'a/chart.yaml'])).problems)).toEqual([
      'a/chart.yaml:1:5 syntax: "a/chart.yaml" has a name that is not text (this looks like a template: fill it in first and give the result)',
      'a/package.json:1:1 unreadable: "a/package.json" is not a mapper definition or an export of a known provider (start it with "tokenpact: mapper/v1")',
    ]);
  });

  it('is read once, with what includes it', async () => {
    const { definitions, problems } = await loadAll(tree, [
      'a/parts/scopes.yaml',
      'a/mapper.yaml',
      'a/mapper.yaml',
    ]);
    expect([definitions.length, problems]).toEqual([1, []]);
  });

  it('may be outside of what the tree lists', async () => {
    const outside = { ...tree, read: async (path: string) => tree.read(path.replace('../', '')) };
    const { definitions } = await loadAll(outside, ['../a/mapper.yaml']);
    expect(definitions.map(({ at }) => at.file)).toEqual(['../a/mapper.yaml']);
  });
});

describe('consumers of a configuration', () => {
  it('are read besides the definitions', async () => {
    const { consumers, problems } = await loadAll(tree, ['b'], { consumers: ['e/*.yaml'] });
    expect(consumers.map(({ name }) => name)).toEqual(['api']);
    expect(problems).toEqual([]);
  });

  it('may be missing, as a finding', async () => {
    const { problems } = await loadAll(tree, ['b'], { consumers: ['nowhere/*.consumer.yaml'] });
    expect(told(problems)).toEqual([
      'nowhere/*.consumer.yaml:1:1 undefined-reference: "nowhere/*.consumer.yaml" holds no consumer (looked in memory: give a file or folder that has one)',
    ]);
  });
});
