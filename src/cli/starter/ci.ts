/** The CI systems that a job is written for. */
export const CI_SYSTEMS = ['github', 'gitlab'] as const;
export type CiName = (typeof CI_SYSTEMS)[number];

/** Where the job of each system goes. */
export const CI_FILE: Readonly<Record<CiName, string>> = {
  github: '.github/workflows/tokenpact.yml',
  gitlab: '.gitlab/tokenpact.yml',
};

const github = (
  version: string,
): string => `# What a pull request does to everyone who reads tokens: lines are annotated, the summary has the report.
name: tokenpact
on: pull_request
permissions:
  contents: read
jobs:
  tokenpact:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 2 # the merge commit, and what the target branch has
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npx --yes tokenpact@${version} check
`;

const gitlab = (
  version: string,
): string => `# What a merge request does to everyone who reads tokens. Add to .gitlab-ci.yml:
#   include: { local: .gitlab/tokenpact.yml }
tokenpact:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - git fetch --depth=1 origin "\${CI_MERGE_REQUEST_TARGET_BRANCH_SHA:-$CI_MERGE_REQUEST_DIFF_BASE_SHA}"
    - npx --yes tokenpact@${version} check -f text -f gitlab=gl-code-quality.json -f junit=tokenpact.xml
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality.json
      junit: tokenpact.xml
`;

/** The job that checks each change. */
export function ciJob(system: CiName, version: string): string {
  return { github, gitlab }[system](version);
}
