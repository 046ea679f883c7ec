import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ciJob } from '../../src/cli/starter/ci.ts';
import { VERSION } from '../../src/generated/version.ts';
import { checkout, mergeRef, origin } from '../cli/clones.ts';
import { git, temporaryFolder } from '../cli/temporary.ts';
import { parsed } from '../load/reading.ts';
import { bundled } from './bundle.ts';

const [head = '', job = ''] = readFileSync('ci/gitlab.yml', 'utf8').split('\n---\n');
const json = (text: string) => JSON.parse(JSON.stringify(parsed(text).value));
const { tokenpact: template } = json(job);

describe('ci/gitlab.yml', () => {
  let tokenpact = { command: '', remove: () => {} };
  beforeAll(async () => {
    tokenpact = await bundled();
  });
  afterAll(() => tokenpact.remove());

  function runJob(cwd: string, env: Readonly<Record<string, string>>) {
    return spawnSync('bash', ['-eo', 'pipefail', '-c', template.script.join('\n')], {
      cwd,
      env: { PATH: process.env.PATH, TOKENPACT: tokenpact.command, TOKENPACT_PATHS: 'identity', ...env },
      encoding: 'utf8',
    });
  }

  test('checks a shallow clone and writes both reports', () => {
    const from = origin();
    const cwd = checkout(from, 'refs/heads/change', 1);
    const { status, stdout } = runJob(cwd, { CI_MERGE_REQUEST_DIFF_BASE_SHA: from.base });
    expect(stdout).toContain('change/claim-removed');
    expect(status).toBe(1);
    const [issue] = JSON.parse(readFileSync(join(cwd, 'gl-code-quality.json'), 'utf8'));
    expect(issue.location.path).toBe('identity/mapper.yaml');
    expect(readFileSync(join(cwd, 'tokenpact.xml'), 'utf8')).toContain('<failure ');
  });

  test('checks the merged result against the tip of the target', () => {
    const from = origin();
    mergeRef(from);
    const cwd = checkout(from, 'refs/pull/7/merge', 1);
    const { status, stdout } = runJob(cwd, {
      CI_MERGE_REQUEST_DIFF_BASE_SHA: from.base,
      CI_MERGE_REQUEST_TARGET_BRANCH_SHA: git(from.folder, 'rev-parse', 'main'),
    });
    expect(stdout).toContain('the tip of the target branch');
    expect(stdout).not.toContain('definition-added');
    expect(status).toBe(1);
  });

  test('the job that init writes does the same', () => {
    const from = origin();
    const cwd = checkout(from, 'refs/heads/change', 1);
    const { tokenpact: job } = json(ciJob('gitlab', VERSION));
    const npx = temporaryFolder({ npx: `#!/bin/sh\nshift 2\nexec ${tokenpact.command} "$@"\n` });
    chmodSync(join(npx, 'npx'), 0o755);
    const { status, stdout } = spawnSync('bash', ['-eo', 'pipefail', '-c', job.script.join('\n')], {
      cwd,
      env: { PATH: `${npx}:${process.env.PATH}`, CI_MERGE_REQUEST_DIFF_BASE_SHA: from.base },
      encoding: 'utf8',
    });
    expect(stdout).toContain('change/claim-removed');
    expect(status).toBe(1);
    const { codequality, junit } = job.artifacts.reports;
    expect(JSON.parse(readFileSync(join(cwd, codequality), 'utf8'))).not.toEqual([]);
    expect(readFileSync(join(cwd, junit), 'utf8')).toContain('<failure ');
  });

  test('collects what the script writes, and runs this version', () => {
    const { reports } = template.artifacts;
    const script = template.script.join('\n');
    expect(script).toContain(`-f gitlab=${reports.codequality} -f junit=${reports.junit}`);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(json(head).spec.inputs.version.default).toBe(version);
  });
});
