import type { PrivacyLevel } from '../../model/index.ts';
import { classifyName, isPersonal, privacyRank } from '../../privacy/index.ts';
import type { TallyJson } from './bounded-tally.ts';
import { holdersOf } from './coverage.ts';
import type { DeclaredTokens } from './declared.ts';
import { pairOf } from './group-key.ts';
import type { AuditTallyJson } from './tally.ts';
import { byText, type Total, totalOf } from './total.ts';

/** Personal data that was seen, and in whose tokens. */
export interface PersonalData {
  readonly mapper: string | null;
  readonly tokenType: string;
  readonly claim: string;
  readonly level: PrivacyLevel;
  readonly category?: string;
  /** Whether a definition speaks of the claim in tokens of this type; a place for members that it declares counts. */
  readonly declared: boolean;
  /** What tells that it is personal. */
  readonly by: 'definition' | 'name' | 'values';
  readonly clients: Total;
}

function pathOf(claim: string): readonly string[] {
  return [...claim.matchAll(/(?:\\.|[^.\\])+/g)].map(([part]) => part.replaceAll(/\\(.)/g, '$1'));
}

/** One claim in the tokens of one type and client. */
interface Seen extends Omit<PersonalData, 'clients' | 'declared'> {
  readonly client: string;
  readonly count: number;
}

const rowKey = (mapper: string | null, tokenType: string, claim: string): string =>
  JSON.stringify([mapper, tokenType, claim]);

const inCategory = (category: string | undefined): { readonly category?: string } =>
  category === undefined || category === '' ? {} : { category };

type Stated = ReadonlyMap<string, DeclaredTokens['claims'][number]['privacy']>;

/**
 * What a definition says of a claim, or else its name. What singles out one of many is personal data in tokens that
 * no contract has it in: whoever declared it for others has looked.
 */
function* byNames({ kept }: TallyJson, stated: Stated, known: ReadonlySet<string>): Generator<Seen> {
  const elsewhere = new Map(
    [...stated].map(([row, privacy]) => {
      const [mapper, , claim] = JSON.parse(row) as [string, string, string];
      return [rowKey(mapper, '', claim), privacy] as const;
    }),
  );
  for (const [pair, { count }] of kept) {
    const [[mapper, tokenType, client], claim] = pairOf(pair);
    const row = rowKey(mapper, tokenType, claim);
    const declared = stated.get(row) ?? elsewhere.get(rowKey(mapper, '', claim));
    const { level, category } = declared ?? classifyName(pathOf(claim));
    const by = declared === undefined ? 'name' : 'definition';
    const isMisplaced = by === 'definition' && !known.has(row);
    if (isPersonal(level) || (isMisplaced && privacyRank(level) >= privacyRank('quasi-identifier')))
      yield { mapper, tokenType, claim, level, ...inCategory(category), by, client, count };
  }
}

function* byValues({ kept }: TallyJson): Generator<Seen> {
  for (const [pair, { count }] of kept) {
    const [[mapper, tokenType, client], name] = pairOf(pair);
    const [claim, level, category] = JSON.parse(name) as [string, PrivacyLevel, string];
    yield { mapper, tokenType, claim, level, ...inCategory(category), by: 'values', client, count };
  }
}

/** Claims that definitions speak of, and what only holds such. */
function declaredRows(declared: readonly DeclaredTokens[]): ReadonlySet<string> {
  return new Set(
    declared.flatMap(({ mapper, tokenType, claims }) =>
      [...claims.map(({ claim }) => claim), ...holdersOf(claims)].map((claim) =>
        rowKey(mapper, tokenType, claim),
      ),
    ),
  );
}

/** The personal data of a tally, with the clients in whose tokens it is. */
export function personalOf(
  { claims, personal }: AuditTallyJson['dimensions'],
  declared: readonly DeclaredTokens[],
): readonly PersonalData[] {
  const stated: Stated = new Map(
    declared.flatMap(({ mapper, tokenType, claims: all }) =>
      all.map(({ claim, privacy }) => [rowKey(mapper, tokenType, claim), privacy] as const),
    ),
  );
  const known = declaredRows(declared);
  const found = new Map<
    string,
    { readonly row: Omit<PersonalData, 'clients'>; readonly clients: Map<string, number> }
  >();
  for (const { client, count, ...seen } of [...byNames(claims, stated, known), ...byValues(personal)]) {
    const { mapper, tokenType, claim, level, category = '', by } = seen;
    const name = JSON.stringify([mapper, tokenType, claim, by === 'values' ? [level, category] : []]);
    const row = { ...seen, declared: known.has(rowKey(mapper, tokenType, claim)) };
    const { clients } = found.get(name) ?? { clients: new Map<string, number>() };
    found.set(name, { row, clients: clients.set(client, (clients.get(client) ?? 0) + count) });
  }
  return [...found]
    .sort(([one], [other]) => byText(one, other))
    .map(([, { row, clients }]) => ({ ...row, clients: totalOf(clients) }));
}
