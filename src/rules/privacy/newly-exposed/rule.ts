import { defineRule, isNewReader, quoted } from '../../../check/define-rule.ts';
import type { Comparison, Exposure, ExposureChange, PrivacyLevel, Severity } from '../../../model/index.ts';

/** What it takes to let somebody read a kind of data: nothing below these levels is about a person. */
const SEVERITY: Partial<Record<PrivacyLevel, Severity>> = {
  secret: 'error',
  'criminal-offence': 'error',
  'special-category': 'error',
  personal: 'error',
  'quasi-identifier': 'warning',
  'pseudonymous-identifier': 'warning',
};

/** Whether a reader only finds the same claim where it is asked for, instead of in another token. */
function isMovedToUserinfo({ exposure }: ExposureChange, { after, exposureChanges }: Comparison): boolean {
  if (after.tokenTypes.get(exposure.tokenType)?.kind !== 'userinfo') return false;
  return exposureChanges.some(
    (other) =>
      other.kind === 'gone' &&
      other.exposure.claim === exposure.claim &&
      [other.exposure.to, ...other.alsoTo].some(({ name }) => name === exposure.to.name),
  );
}

/** What people agreed to: the first line of the description of the scope that releases it. */
function purposeOf({ releasedBy, releasers }: Exposure, { scopes }: Comparison['after']): string | undefined {
  const scope = releasers.find(({ kind, name }) => kind === 'scope' && releasedBy === `scope "${name}"`);
  return scope && scopes.get(scope.name)?.description?.trim().split('\n', 1)[0];
}

export default defineRule({
  id: 'privacy/newly-exposed',
  inspects: 'exposure-change',
  severity: 'error',
  axis: 'privacy',
  summary: 'Somebody can read personal data that they could not read before.',
  source: 'GDPR articles 5 and 6; OpenID Connect Core 1.0 section 17.1',
  absorbs: ['change/claim-added', 'privacy/id-token', 'privacy/access-token'],
  *check({ comparison, exposureChange }) {
    const { kind, exposure, alsoTo, alsoIn = [], beforeLevel } = exposureChange;
    const severity = SEVERITY[exposure.level];
    if ((kind !== 'new' && kind !== 'raised') || severity === undefined) return;
    if (isMovedToUserinfo(exposureChange, comparison)) return;
    // What a new client or resource reads is told once, as privacy/new-reader.
    const readers = [exposure.to, ...alsoTo].filter((reader) => !isNewReader(reader, comparison));
    if (readers.length === 0) return;
    const first = readers.find(({ party }) => party === 'third') ?? readers[0] ?? exposure.to;
    const args = {
      claim: exposure.claim,
      level: exposure.level,
      tokenType: exposure.tokenType,
      alsoIn,
      // Where nobody says who unwraps it, the token type stands for every gateway.
      reader: first.kind === 'gateway' && first.name === exposure.tokenType ? '' : first.name,
      party: first.party,
      others: readers.length - 1,
      releasedBy: exposure.releasedBy,
      purpose: purposeOf(exposure, comparison.after) ?? null,
      before: beforeLevel ?? null,
    };
    // An identifier is nothing new to us, and a new client of somebody else gets a sub of its own.
    const expected = first.party === 'first' || exposure.releasedBy.startsWith('profile ');
    if (exposure.level === 'pseudonymous-identifier' && expected) return;
    yield { at: exposure.at, severity, args };
  },
  message: ({ claim, level, tokenType, alsoIn, reader, party, others, releasedBy, purpose, before }) => {
    const name = reader === '' ? 'every gateway' : `"${reader}"`;
    const who = `${party === 'third' ? 'the third party ' : ''}${name}${others > 0 ? ` and ${others} more` : ''}`;
    const what = `"${claim}" (${level}${before === null ? '' : `; it was ${before}`})`;
    const by = `by ${releasedBy}${purpose === null ? '' : ` ("${purpose}")`}`;
    return `${who} can read ${what} in ${quoted([tokenType, ...alsoIn])} now, ${by}`;
  },
  help: 'Have it approved by who answers for personal data and waive it with the reason, or take it back.',
});
