import { describe, expect, it } from 'vitest';
import { compare, planOf } from '../../src/compare/index.ts';
import type { Consumer, Plan, PlanStep } from '../../src/model/index.ts';
import { PLAIN, planJson, planReport, showTask, showWait } from '../../src/report/index.ts';
import { consumer, definition, type Edit, edited, ISSUER } from './definitions.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');

const API = `
tokenpact: consumer/v1
name: loans-api
owner: team-loans
party: first
reads: access_token
as: { resource: loans }
expects: { required: [branch] }
decisions:
  - name: not blocked
    allows: { not: { required: [card_status], properties: { card_status: { const: blocked } } } }
`;

async function plan(
  edits: readonly Edit[],
  consumers: readonly Consumer[] = [],
  base = ISSUER,
): Promise<Plan> {
  return planOf(
    compare(await definition(base), await definition(edited(base, ...edits)), consumers),
    consumers,
    NOW,
  );
}

/** Its steps in short, and its tasks in words. */
async function planned(...args: Parameters<typeof plan>): Promise<[readonly string[], readonly string[]]> {
  const made = await plan(...args);
  return [lines(made), made.steps.flatMap(({ tasks }) => tasks.map(showTask))];
}

function line({ actor, tasks, from, waits }: PlanStep): string {
  const who =
    actor.kind === 'issuer'
      ? `issuer ${actor.version ?? '-'}`
      : actor.kind === 'consumer'
        ? actor.name
        : `${actor.kind} ${actor.names.join(' ')}`;
  return `${who} ${tasks.map(({ action }) => action).join(' ')} from ${from ?? '-'} [${waits.map(showWait).join('; ')}]`;
}

const lines = ({ steps }: Plan): readonly string[] => steps.map(line);

describe('the order of a plan', () => {
  it('gives both names of a renamed claim until readers have moved', async () => {
    expect(
      lines(await plan([['branch: { about', 'branch: { path: [place], about']], [await consumer(API)])),
    ).toEqual([
      'issuer 1.1.0 release-both from 2026-11-22 []',
      'loans-api move from 2026-11-24 [access_token lives 5 min]',
      'resource fines move from 2026-11-24 [access_token lives 5 min]',
      'issuer 2.0.0 end from 2026-11-24 [access_token lives 5 min; on the day that is announced; when those above are done]',
    ]);
  });

  it('announces a removal', async () => {
    expect(lines(await plan([['releases: [branch]', 'releases: []']], [await consumer(API)]))).toEqual([
      'issuer 1.1.0 announce from 2026-11-22 []',
      'loans-api stop from 2026-11-22 []',
      'resource fines stop from 2026-11-22 []',
      'issuer 2.0.0 end from 2026-11-22 [on the day that is announced; when those above are done]',
    ]);
  });

  it('waits for the day of a removal that was announced', async () => {
    const announced = edited(ISSUER, [
      'source: account.desk }',
      'source: account.desk, deprecated: { since: 1.0.0, sunset: 2027-03-01 } }',
    ]);
    expect(lines(await plan([['access_token: [desk]', 'access_token: []']], [], announced))).toEqual([
      'resource loans stop from 2026-11-22 []',
      'issuer 2.0.0 end from 2027-03-01 [when those above are done; announced for 2027-03-01]',
    ]);
  });

  it('takes a value away on the day that was announced for it', async () => {
    const announced = edited(ISSUER, [
      'values: closed, source: card.status',
      'values: { blocked: { replacedBy: active, sunset: 2027-03-01 } }, source: card.status',
    ]);
    expect(lines(await plan([['enum: [active, blocked]', 'enum: [active]']], [], announced))[0]).toBe(
      'issuer 2.0.0 switch from 2027-03-01 [announced for 2027-03-01]',
    );
  });

  it('lets readers rely on a new required claim when no token is without it', async () => {
    expect(
      lines(
        await plan([
          ['access_token: [desk]', 'access_token: [desk, "shelf!"]'],
          ['version: 1.0.0', 'version: 1.1.0'],
        ]),
      ),
    ).toEqual([
      'issuer 1.1.0 release from 2026-11-22 []',
      'resource loans rely from 2026-11-24 [access_token lives 5 min]',
    ]);
  });

  it('lets readers go first where a value is new', async () => {
    expect(lines(await plan([['enum: [active, blocked]', 'enum: [active, blocked, lost]']]))).toEqual([
      'resource loans accept from 2026-11-22 []',
      'issuer 2.0.0 switch from 2026-11-22 [when those above are done]',
      'resource loans drop from 2026-11-24 [access_token lives 5 min]',
    ]);
  });

  it('asks whoever decides by a value that goes away', async () => {
    const steps = lines(await plan([['enum: [active, blocked]', 'enum: [active]']], [await consumer(API)]));
    expect(steps).toEqual([
      'loans-api decide from 2026-11-22 []',
      'issuer 2.0.0 switch from 2026-11-22 [when those above are done]',
    ]);
  });

  it('moves a claim by giving it in both tokens', async () => {
    const edits: Edit[] = [['id_token: [shelf], userinfo: [sub]', 'userinfo: [sub, shelf]']];
    const endless = edited(ISSUER, ['openid, lifetime: 5m', 'openid']);
    expect(lines(await plan(edits, [], endless))).toEqual([
      'issuer 1.1.0 release-both from 2026-11-22 []',
      'client app kiosk move from - [nobody says how long id_token lives]',
      'issuer 2.0.0 end from - [on the day that is announced; when those above are done; nobody says how long id_token lives]',
    ]);
  });

  it('asks clients to stop asking for a scope', async () => {
    const edits: Edit[] = [['[email, loans.read, loans.write]', '[email, loans.read]']];
    expect(lines(await plan(edits))[1]).toBe('client app stop from 2026-11-22 []');
  });

  it('publishes keys before readers take another algorithm, and drops the old one when its tokens are gone', async () => {
    const [made, words] = await planned(
      [['algorithms: [RS256]', 'algorithms: [PS256]']],
      [await consumer(API)],
    );
    expect(made).toEqual([
      'issuer 1.1.0 publish from 2026-11-22 []',
      'loans-api accept from 2026-11-22 []',
      'resource fines accept from 2026-11-22 []',
      'issuer 2.0.0 switch from 2026-11-22 [when those above are done]',
      'loans-api drop from 2026-11-24 [access_token lives 5 min]',
      'resource fines drop from 2026-11-24 [access_token lives 5 min]',
    ]);
    expect(words).toContain('publish the keys for "PS256" before any token is signed with them');
  });

  it('ends an algorithm before readers drop it', async () => {
    const two = edited(ISSUER, ['algorithms: [RS256]', 'algorithms: [ES256, RS256]']);
    const [made, words] = await planned([['algorithms: [ES256, RS256]', 'algorithms: [ES256]']], [], two);
    expect(made).toEqual([
      'issuer 2.0.0 end from 2026-11-22 []',
      'resource fines loans drop from 2026-11-24 [access_token lives 5 min]',
    ]);
    expect(words[0]).toBe('take away algorithm "RS256" of token type "access_token"');
  });

  it('lets a resource that declared what it needs take both audiences', async () => {
    const [made] = await planned(
      [['audience: "https://loans.', 'audience: "https://loans.api.']],
      [await consumer(API)],
    );
    expect(made).toEqual([
      'loans-api accept from 2026-11-22 []',
      'issuer 2.0.0 switch from 2026-11-22 [when those above are done]',
      'loans-api drop from 2026-11-24 [access_token lives 5 min]',
    ]);
  });

  it('lets resources and clients be ready before tokens are bound to keys', async () => {
    const [made, words] = await planned(
      [
        [
          'loans.lending.example", party: first',
          'loans.lending.example", party: first, senderConstrained: dpop',
        ],
      ],
      [await consumer(API)],
    );
    expect(made).toEqual([
      'loans-api accept from 2026-11-22 []',
      'client app kiosk prove from 2026-11-22 []',
      'issuer 2.0.0 switch from 2026-11-22 [when those above are done]',
      'loans-api drop from 2026-11-24 [access_token lives 5 min]',
    ]);
    expect(words).toContain('ask for tokens for resource "loans" with proof of a key (dpop)');
  });

  it('names everybody who reads tokens of another issuer', async () => {
    const [made] = await planned([['https://id.lending', 'https://login.lending']], [await consumer(API)]);
    expect(made.slice(0, 3)).toEqual([
      'loans-api accept from 2026-11-22 []',
      'resource fines accept from 2026-11-22 []',
      'client app kiosk loans-service accept from 2026-11-22 []',
    ]);
  });

  it('lets readers of the tokens of one client take another format', async () => {
    const references = edited(ISSUER, [
      '  id_token: {',
      '  reference_token: { format: opaque, of: access_token, lifetime: 5m, for: { clients: [app] } }\n  id_token: {',
    ]);
    const [made] = await planned(
      [['clients: [app]', 'clients: [app, kiosk]']],
      [await consumer(API)],
      references,
    );
    expect(made).toEqual([
      'loans-api accept from 2026-11-22 []',
      'issuer 2.0.0 switch from 2026-11-22 [when those above are done]',
      'loans-api drop from 2026-11-24 [access_token lives 5 min; reference_token lives 5 min]',
    ]);
  });

  it('asks clients to ask for the scope that a claim has now; the others do without, and who reads their tokens', async () => {
    const split: readonly Edit[] = [
      [
        'access_token: [card_status, member_groups] } }',
        'access_token: [card_status] } }\n  loans.groups: { description: Groups, resources: [loans], releases: { access_token: [member_groups] } }',
      ],
      ['scopes: [email, loans.read, loans.write]', 'scopes: [email, loans.read, loans.groups, loans.write]'],
    ];
    const [made, words] = await planned(split);
    expect(made).toEqual([
      'issuer 1.1.0 release release-both from 2026-11-22 []',
      'resource loans stop from 2026-11-22 []',
      'client app move from 2026-11-22 []',
      'client kiosk stop from 2026-11-22 []',
      'issuer 2.0.0 end from 2026-11-24 [access_token lives 5 min; on the day that is announced; when those above are done]',
      'client app rely from 2026-11-22 []',
    ]);
    expect(words.slice(2, 6)).toEqual([
      'do without claim "member_groups" by "loans.read" in tokens of kiosk',
      'ask for "loans.groups", too, where claim "member_groups" is needed',
      'do without claim "member_groups" by "loans.read"',
      'take away claim "member_groups" by "loans.read"',
    ]);
    const needing = API.replace('[branch]', '[branch, member_groups]');
    expect((await planned(split, [await consumer(needing)]))[0].slice(1, 4)).toEqual([
      'loans-api stop from 2026-11-22 []',
      'client app move from 2026-11-22 []',
      'client kiosk stop from 2026-11-22 []',
    ]);
    expect((await planned(split, [await consumer(API)]))[0].slice(1, 3)).toEqual([
      'client app move from 2026-11-22 []',
      'client kiosk stop from 2026-11-22 []',
    ]);
  });

  it('gives what means something else a new name', async () => {
    const [made, words] = await planned(
      [['source: account.branch', 'source: crm.branch']],
      [await consumer(API)],
    );
    expect(made.slice(0, 2)).toEqual([
      'issuer 1.1.0 release-both from 2026-11-22 []',
      'loans-api move from 2026-11-24 [access_token lives 5 min]',
    ]);
    expect(words[0]).toBe(
      'give the values from "crm.branch" under a new name beside claim "branch", and announce the end of claim "branch"',
    );
    const [pairwise, said] = await planned([
      ['kiosk: { party: first,', 'kiosk: { party: first, subject: pairwise,'],
    ]);
    expect(pairwise[0]).toBe('issuer 1.1.0 release-both from 2026-11-22 []');
    expect(said[0]).toBe(
      'give the pairwise "sub" under a new name beside the public "sub", and announce the end of the public "sub"',
    );
  });

  it('says from when readers that declared what they need may rely on a new claim', async () => {
    const [made] = await planned(
      [['access_token: [desk]', 'access_token: [desk, shelf]']],
      [await consumer(API)],
    );
    expect(made[1]).toBe('loans-api rely from 2026-11-24 [access_token lives 5 min]');
  });

  it('has nothing to do for the same version', async () => {
    const same = await plan([]);
    expect(same.steps).toEqual([]);
    expect(planReport([same], PLAIN)).toContain('nobody has to do anything');
  });
});

describe('the day from which readers may rely on something', () => {
  const NEW_CLAIM: Edit = ['access_token: [desk]', 'access_token: [desk, "shelf!"]'];

  it('is not known where a refresh mints the claims of the sign-in', async () => {
    const frozen = edited(
      ISSUER,
      ['tokens:\n', 'claimsFrom: authorization\ntokens:\n'],
      [
        'app: { party: first, grants: [authorization_code]',
        'app: { party: first, grants: [authorization_code, refresh_token]',
      ],
    );
    expect(lines(await plan([NEW_CLAIM], [], frozen))[1]).toBe(
      'resource loans rely from - [access_token lives 5 min; claims are frozen: who has a refresh token must sign in anew (app)]',
    );
  });

  it('counts whole days of longer lifetimes', async () => {
    const long = edited(ISSUER, ['lifetime: 5m\n', 'lifetime: 10d\n']);
    expect(lines(await plan([NEW_CLAIM], [], long))[1]).toBe(
      'resource loans rely from 2026-12-03 [access_token lives 10 d]',
    );
  });

  it('counts cached answers of introspection', async () => {
    const introspected = edited(ISSUER, [
      '  userinfo:',
      '  introspection: { format: json, profile: rfc7662, of: access_token }\n  userinfo:',
    ]);
    const edits: Edit[] = [
      ['loans.write: {', 'loans.write: {'],
      ['access_token: [desk]', 'access_token: [desk], introspection: ["shelf!"]'],
    ];
    expect(lines(await plan(edits, [], introspected))[1]).toBe(
      'resource loans rely from 2026-11-24 [introspection may be cached for 5 min]',
    );
  });
});

describe('a plan as text and as JSON', () => {
  it('says what each does', async () => {
    const renamed = await plan(
      [['branch: { about', 'branch: { path: [place], about']],
      [await consumer(API)],
    );
    expect(renamed.steps.flatMap(({ tasks }) => tasks.map(showTask))).toEqual([
      'give claim "place" beside claim "branch", and announce the end of claim "branch"',
      'now: take claim "place", and claim "branch" where it is missing; from the day above: claim "place" alone',
      'now: take claim "place", and claim "branch" where it is missing; from the day above: claim "place" alone',
      'take away claim "branch"',
    ]);
    expect(planReport([renamed], PLAIN)).toContain('2. consumer loans-api (team-loans) from 2026-11-24');
  });

  it('names each change once, and points at it', async () => {
    const renamed = await plan([['branch: { about', 'branch: { path: [place], about']]);
    const { plans } = JSON.parse(planJson([renamed]));
    expect(plans[0].changes.map(({ kind }: { kind: string }) => kind)).toEqual(['claim-renamed']);
    expect(plans[0].steps[0]).toEqual({
      actor: { kind: 'issuer', version: '1.1.0' },
      tasks: [
        {
          action: 'release-both',
          change: 0,
          words: 'give claim "place" beside claim "branch", and announce the end of claim "branch"',
        },
      ],
      from: '2026-11-22',
      waits: [],
    });
  });
});
