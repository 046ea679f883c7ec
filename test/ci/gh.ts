import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../cli/temporary.ts';

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly type: 'Bot' | 'User' };
  readonly author_association: 'NONE' | 'MEMBER';
}

/** A comment of the job, unless somebody else wrote it. */
export function comment(id: number, body: string, by: Partial<Comment> = {}): Comment {
  return { id, body, user: { type: 'Bot' }, author_association: 'NONE', ...by };
}

/** What GitHub knows of one pull request. */
export interface PullRequest {
  readonly comments: readonly Comment[];
  readonly labels: readonly { readonly name: string }[];
}

// Stands in for `gh api`: the same arguments, but the pull request is a file, and jq is jq.
const GH = `#!/usr/bin/env node
const { readFileSync, writeFileSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
const args = process.argv.slice(2);
if (args.shift() !== 'api') process.exit(9);
const taken = (name) => {
  const index = args.indexOf(name);
  return index < 0 ? undefined : args.splice(index, 2)[1];
};
const method = taken('--method') ?? 'GET';
const jq = taken('--jq');
const body = taken('-F');
const path = args.find((arg) => !arg.startsWith('--'));
const file = process.env.GH_STATE;
const state = JSON.parse(readFileSync(file, 'utf8'));
if (state.readOnly && method !== 'GET') {
  console.error('gh: Resource not accessible by integration (HTTP 403)');
  process.exit(1);
}
const read = () => readFileSync(body.replace(/^body=@/, ''), 'utf8');
const comment = /^repos\\/o\\/r\\/issues\\/comments\\/(\\d+)$/.exec(path);
const label = /^repos\\/o\\/r\\/issues\\/7\\/labels\\/(.+)$/.exec(path);
let answer;
if (method === 'GET' && path === 'repos/o/r/issues/7/comments') answer = state.comments;
else if (method === 'GET' && path === 'repos/o/r/issues/7/labels') answer = state.labels;
else if (method === 'POST' && path === 'repos/o/r/issues/7/comments') {
  state.comments.push({
    id: state.comments.length + 1,
    body: read(),
    user: { type: 'Bot' },
    author_association: 'NONE',
  });
} else if (method === 'PATCH' && comment) {
  state.comments.find(({ id }) => id === Number(comment[1])).body = read();
} else if (method === 'DELETE' && label) {
  state.labels = state.labels.filter(({ name }) => name !== decodeURIComponent(label[1]));
} else process.exit(8);
writeFileSync(file, JSON.stringify(state));
if (answer === undefined) process.exit(0);
const found = spawnSync('jq', ['-r', jq], { input: JSON.stringify(answer), encoding: 'utf8' });
process.stdout.write(found.stdout);
process.exit(found.status);
`;

/** A pull request that a script can read and write with \`gh\`, and the environment to do so. */
export function pullRequest(readOnly = false) {
  const folder = temporaryFolder({ gh: GH, 'state.json': '', output: '' });
  chmodSync(join(folder, 'gh'), 0o755);
  const file = join(folder, 'state.json');
  const set = (state: PullRequest): void => writeFileSync(file, JSON.stringify({ ...state, readOnly }));
  set({ comments: [], labels: [] });
  const env = {
    PATH: `${folder}:${process.env.PATH ?? ''}`,
    GH_STATE: file,
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_OUTPUT: join(folder, 'output'),
    PULL_REQUEST: '7',
    APPROVE_LABEL: 'approved: break',
    TOKENPACT_COMMENT: join(folder, 'comment.md'),
  };
  return {
    env,
    set,
    get: (): PullRequest => {
      const { comments, labels } = JSON.parse(readFileSync(file, 'utf8'));
      return { comments, labels };
    },
    output: (): string => readFileSync(join(folder, 'output'), 'utf8'),
    write: (comment: string): void => writeFileSync(join(folder, 'comment.md'), comment),
  };
}
