import { describe, expect, it } from 'vitest';
import { loadDefinition, memoryTree } from '../../src/load/index.ts';
import { told } from './reading.ts';

const HEAD = 'tokenpact: mapper/v1\nname: shop\nissuer: https://id.shop.example\n';
const WAIVE = '# tokenpact-waive claim/x until=2027-01-31 owner=team-x reason="moving to ids"';

const load = (text: string, more: Record<string, string> = {}) =>
  loadDefinition(memoryTree({ 'mapper.yaml': `${HEAD}${text}`, ...more }), 'mapper.yaml');

/** The lines that each waiver covers, counted from the end of the head. */
async function covered(text: string): Promise<readonly (readonly [number, number] | undefined)[]> {
  const { value, problems } = await load(text);
  expect(problems).toEqual([]);
  return (value?.waivers ?? []).map(({ covers }) => covers && [covers.from - 3, covers.to - 3]);
}

describe('a waiver in a comment', () => {
  it('says what one in the configuration says', async () => {
    const { value } = await load(
      'claims:\n  # tokenpact-waive claim/x until=2027-01-31 owner=team-x approvedBy=privacy reason="moving to ids" client=web\n  tenant: { about: user }\n',
    );
    expect(value?.waivers).toEqual([
      {
        rule: 'claim/x',
        coordinates: { client: 'web' },
        until: '2027-01-31',
        owner: 'team-x',
        approvedBy: 'privacy',
        reason: 'moving to ids',
        at: { file: 'mapper.yaml', line: 5, column: 3, endLine: 5, endColumn: 111 },
        covers: { from: 6, to: 6 },
      },
    ]);
  });

  it('covers the thing on the next line, with all that is nested in it', async () => {
    expect(await covered(`claims:\n  ${WAIVE}\n  a:\n    about: user\n\n    schema: {}\n  b: {}\n`)).toEqual([
      [3, 6],
    ]);
    expect(await covered(`${WAIVE}\n\n# why\nclaims:\n  a: {}\nscopes: {}\n`)).toEqual([[4, 5]]);
    expect(await covered(`claims:\n  a: {} ${WAIVE}\n  b: {}\n`)).toEqual([[2, 2]]);
    expect(await covered(`claims: {}\n${WAIVE}\n`)).toEqual([[4, 4]]);
  });

  it('covers the items of a list that stand at its indentation', async () => {
    const clients = (list: string) =>
      `scopes: { a: {}, b: {} }\nclients:\n  web:\n    grants: [implicit]\n    party: first\n${list}`;
    expect(await covered(clients(`    ${WAIVE}\n    scopes:\n    - a\n    - b\n    owner: x\n`))).toEqual([
      [7, 9],
    ]);
    expect(await covered(clients(`    scopes:\n    ${WAIVE}\n    - a\n    - b\n`))).toEqual([[8, 8]]);
  });

  it('is not one inside of a text', async () => {
    expect(
      await covered(
        `claims:\n  a:\n    description: |\n      ${WAIVE}\n    source: "${WAIVE.replaceAll('"', "'")}"\n`,
      ),
    ).toEqual([]);
  });

  it('is read from the parts of a definition too', async () => {
    const { value } = await load('include: [claims.yaml]\n', {
      'claims.yaml': `claims:\n  ${WAIVE}\n  a: {}\n`,
    });
    expect(value?.waivers?.map(({ at, covers }) => [at.file, at.line, covers])).toEqual([
      ['claims.yaml', 2, { from: 3, to: 3 }],
    ]);
  });

  it('has to be whole', async () => {
    const comments = [
      '# tokenpact-waive',
      '# tokenpact-waive claim/x owner=a reason=b',
      '# tokenpact-waive claim/x until=2027-01-31 reason=b',
      '# tokenpact-waive until=2027-01-31 owner=a reason=b',
      '# tokenpact-waive claim/x until=soon owner=a reason=b',
      '# tokenpact-waive claim/x until=2027-01-31 owner=a reason=b clint=web',
      '# tokenpact-waive claim/x until=2027-01-31 owner=a reason=b and more',
      '# tokenpact-waiver claim/x until=2027-01-31 owner=a reason=b',
      '# tokenpact-waive claim/x until=2026-02-31 owner=a reason=b',
    ];
    const { value, problems } = await load(`${comments.join('\n')}\nclaims: {}\n`);
    expect(value).toBeUndefined();
    const example =
      '# tokenpact-waive change/claim-removed until=2027-06-30 owner=team-a reason="moving to ids"';
    expect(told(problems).map((problem) => problem.replace(example, '…'))).toEqual([
      'mapper.yaml:4:1 invalid: this waiver has no rule (write it as …)',
      'mapper.yaml:5:1 invalid: this waiver has no until (write it as …)',
      'mapper.yaml:6:1 invalid: this waiver has no owner (write it as …)',
      'mapper.yaml:7:1 invalid: this waiver has no rule (write it as …)',
      'mapper.yaml:8:1 invalid: "soon" is not a date (for example until=2027-06-30)',
      'mapper.yaml:9:1 invalid: unknown key "clint" in a waiver (did you mean "client"?)',
      'mapper.yaml:10:1 invalid: this waiver is not a rule and pairs of names and values (write it as …)',
      'mapper.yaml:11:1 invalid: unknown comment "tokenpact-waiver" (did you mean "tokenpact-waive"?)',
      'mapper.yaml:12:1 invalid: there is no day 2026-02-31 (that month ends on 2026-02-28)',
    ]);
  });

  it('is one of a thousand at most', async () => {
    const { problems } = await load(`${`${WAIVE}\n`.repeat(1_001)}claims: {}\n`);
    expect(told(problems)).toEqual([
      'mapper.yaml:1004:1 invalid: more than 1000 waivers in one file (write them in tokenpact.yaml, or mend what they cover)',
    ]);
  });
});
