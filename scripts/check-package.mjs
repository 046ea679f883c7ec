// Packs tokenpact, installs the tarball into an empty folder and uses it there as a stranger would.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'tokenpact-package-'));

function run(command, args, cwd = folder) {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function tokenpact(...args) {
  const { status, stdout, stderr } = spawnSync(join(folder, 'node_modules/.bin/tokenpact'), args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

const MAPPER = `tokenpact: mapper/v1
name: tiny
version: 1.0.0
issuer: https://id.tiny.example
tokens:
  access_token: { format: jwt, profile: rfc9068, lifetime: 5m, audience: { from: scope, many: reject, shape: string } }
scopes:
  read: { description: Read, resources: [api], releases: { access_token: [auth_time] } }
resources:
  api: { audience: https://api.tiny.example, party: first }
clients:
  app: { party: first, grants: [authorization_code], scopes: [read] }
`;

const LIBRARY = `
import { compare, effectiveContracts, loadDefinition, memoryTree } from 'tokenpact';
import { includes } from 'tokenpact/schema';
const mapper = ${JSON.stringify(MAPPER)};
const { value } = await loadDefinition(memoryTree({ 'mapper.yaml': mapper }), 'mapper.yaml');
const contracts = effectiveContracts(value);
const { changes } = compare(value, value, []);
console.log(JSON.stringify({
  contracts: contracts.map(({ key }) => key.tokenType),
  changes: changes.length,
  verdict: includes({ type: 'integer' }, { type: 'number' }).verdict,
}));
`;

try {
  const [{ filename, files }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  );
  const names = files.map(({ path }) => path);
  for (const wanted of [
    'bin/tokenpact.js',
    'dist/cli/main.js',
    'dist/cli/worker.js',
    'dist/index.js',
    'dist/index.d.ts',
    'contracts/mapper.schema.json',
    'README.md',
    'LICENSE',
  ]) {
    assert(names.includes(wanted), `the package lacks ${wanted}`);
  }
  assert(
    !names.some((name) => /^(src|test|fixtures|bench)\//.test(name)),
    'the package holds more than users need',
  );

  const tarball = join(folder, filename);
  run(join(root, 'node_modules/.bin/publint'), ['run', tarball, '--strict'], root);
  run(join(root, 'node_modules/.bin/attw'), [tarball, '--profile', 'esm-only', '--no-color'], root);

  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', tarball]);
  writeFileSync(join(folder, 'mapper.yaml'), MAPPER);
  writeFileSync(join(folder, 'broken.yaml'), MAPPER.replace('lifetime', 'lifetiem'));
  writeFileSync(join(folder, 'after.yaml'), MAPPER.replace('[auth_time]', '[]').replace('1.0.0', '1.0.1'));
  writeFileSync(join(folder, 'library.mjs'), LIBRARY);

  assert.match(tokenpact('--version').stdout, /^\d+\.\d+\.\d+\n$/);
  assert.match(tokenpact('--help').stdout, /Examples:/);
  assert.equal(tokenpact('lint', 'mapper.yaml').status, 0);
  assert.equal(tokenpact('lint', 'broken.yaml').status, 1);
  assert.equal(tokenpact('lint', 'missing.yaml').status, 2);
  assert.equal(tokenpact('check', 'mapper.yaml', '--against', 'mapper.yaml').status, 0);
  const changed = tokenpact('check', 'after.yaml', '--against', 'mapper.yaml');
  assert.equal(changed.status, 1);
  assert.match(changed.stdout, /auth_time/);
  assert.match(tokenpact('explain', 'change/claim-removed').stdout, /claim-removed/);
  assert.deepEqual(JSON.parse(run('node', ['library.mjs'])), {
    contracts: ['access_token'],
    changes: 0,
    verdict: 'included',
  });
  console.log(`${filename}: ${files.length} files, installed and used: ok`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
