import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of its own for one test, with these files; gone when the test is. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tokenpact-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** Runs git in a folder, with nothing of the user's own configuration. */
export function git(folder: string, ...args: string[]): string {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  };
  return execFileSync('git', args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** Commits everything that is there and tells the commit. */
export function commit(folder: string, message: string): string {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', message);
  return git(folder, 'rev-parse', 'HEAD');
}

/** A small sound definition; `releases` is what the scope "read" puts into access tokens. */
export function mapper(releases: string, version = '1.0.0', name = 'tiny'): string {
  return `tokenpact: mapper/v1
name: ${name}
version: ${version}
issuer: https://id.${name}.example
owner: team-identity
tokens:
  access_token:
    format: jwt
    profile: rfc9068
    algorithms: [ES256]
    lifetime: 5m
    audience: { from: scope, many: reject, shape: string }
claims:
  plan:
    description: What was bought
    about: client
    presence: always
    schema: { enum: [small, large] }
    source: billing.plan
    mutable: true
    use: information
    privacy: { level: organisational }
    owner: team-billing
scopes:
  api.read: { description: Read, resources: [api], releases: { access_token: [${releases}] }, owner: team-api }
resources:
  api: { description: The API, audience: "https://api.${name}.example", party: first, owner: team-api }
clients:
  app: { description: The app, party: first, grants: [client_credentials], scopes: [api.read], owner: team-api }
`;
}
