import { counted, defineRule, isNewReader, quoted } from '../../../check/define-rule.ts';
import type {
  Comparison,
  Coordinates,
  ExposedTo,
  Exposure,
  PrivacyLevel,
  Severity,
} from '../../../model/index.ts';
import { readersOf } from '../../../model/index.ts';

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
function isMovedToUserinfo(exposure: Exposure, { after, exposureChanges }: Comparison): boolean {
  if (after.tokenTypes.get(exposure.tokenType)?.kind !== 'userinfo') return false;
  return exposureChanges.some(
    (other) =>
      other.kind === 'gone' &&
      other.exposure.claim === exposure.claim &&
      readersOf(other).some(({ name }) => name === exposure.to.name),
  );
}

/** An identifier is nothing new to us, and a new client of somebody else gets a sub of its own. */
function isExpected({ level, to, releasedBy }: Exposure): boolean {
  return level === 'pseudonymous-identifier' && (to.party === 'first' || releasedBy.startsWith('profile '));
}

/** What people agreed to: the first line of the description of the scope that releases it. */
function purposeOf({ releasedBy, releasers }: Exposure, { scopes }: Comparison['after']): string | undefined {
  const scope = releasers.find(({ kind, name }) => kind === 'scope' && releasedBy === `scope "${name}"`);
  return scope && scopes.get(scope.name)?.description?.trim().split('\n', 1)[0];
}

function coordinatesOf({ kind, name }: ExposedTo): Coordinates {
  if (kind === 'client') return { client: name };
  return kind === 'resource' ? { resource: name } : {};
}

export default defineRule({
  id: 'privacy/newly-exposed',
  inspects: 'exposure-change',
  severity: 'error',
  axis: 'privacy',
  summary: 'Somebody can read personal data that they could not read before.',
  source: 'GDPR articles 5 and 6; OpenID Connect Core 1.0 section 17.1',
  together: true,
  absorbs: ['change/claim-added', 'privacy/id-token', 'privacy/access-token'],
  *check({ comparison, exposureChange }) {
    const { kind, exposure: first, others, beforeLevel } = exposureChange;
    const severity = SEVERITY[first.level];
    if ((kind !== 'new' && kind !== 'raised') || severity === undefined) return;
    for (const exposure of [first, ...others]) {
      const { to, tokenType, claim, level, releasedBy } = exposure;
      // What a new client or resource reads is told once, as privacy/new-reader.
      if (isNewReader(to, comparison) || isMovedToUserinfo(exposure, comparison) || isExpected(exposure))
        continue;
      const { kind: by, name, party } = to;
      const args = {
        claim,
        level,
        tokenTypes: [tokenType],
        readers: [{ kind: by, name, party }],
        releasedBy: [{ by: releasedBy, purpose: purposeOf(exposure, comparison.after) ?? null }],
        before: beforeLevel ?? null,
      };
      yield { at: first.at, severity, args, coordinates: { tokenType, ...coordinatesOf(to) } };
    }
  },
  message: ({ claim, level, tokenTypes, readers, releasedBy, before }) => {
    const who = readers.map(({ kind, name, party }) => {
      // Where nobody says who unwraps it, the token type stands for every gateway.
      if (kind === 'gateway' && tokenTypes.includes(name)) return 'every gateway';
      if (party === 'first') return `"${name}"`;
      // Before several names, it would seem to be said of all of them.
      return readers.length === 1 ? `the third party "${name}"` : `"${name}" (third party)`;
    });
    const what = `"${claim}" (${level}${before === null ? '' : `; it was ${before}`})`;
    const how = releasedBy.map(({ by, purpose }) => (purpose === null ? by : `${by} ("${purpose}")`));
    return `${counted(who)} can read ${what} in ${quoted(tokenTypes)} now, by ${how.join(' and ')}`;
  },
  help: 'Have it approved by who answers for personal data and waive it with the reason, or take it back.',
});
