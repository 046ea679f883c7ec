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
