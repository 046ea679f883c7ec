import { defineRule } from '../../../check/define-rule.ts';
import type { PrivacyLevel, Severity } from '../../../model/index.ts';

/** What it takes to let somebody read a kind of data: nothing below these levels is about a person. */
const SEVERITY: Partial<Record<PrivacyLevel, Severity>> = {
  secret: 'error',
  'criminal-offence': 'error',
  'special-category': 'error',
  personal: 'error',
  'quasi-identifier': 'warning',
  'pseudonymous-identifier': 'info',
};

export default defineRule({
  id: 'privacy/newly-exposed',
  inspects: 'exposure-change',
  severity: 'error',
  axis: 'privacy',
  summary: 'Somebody can read personal data that they could not read before.',
  source: 'GDPR articles 5 and 6; OpenID Connect Core 1.0 section 17.1',
  *check({ exposureChange }) {
    const { kind, exposure, alsoTo } = exposureChange;
    const severity = SEVERITY[exposure.level];
    if (kind === 'gone' || severity === undefined) return;
    const readers = [exposure.to, ...alsoTo];
    const first = readers.find(({ party }) => party === 'third') ?? exposure.to;
    const args = {
      claim: exposure.claim,
      level: exposure.level,
      tokenType: exposure.tokenType,
      reader: first.name,
      party: first.party,
      others: readers.length - 1,
      releasedBy: exposure.releasedBy,
    };
    // An identifier is nothing new to us; to somebody else it is one more way to join what they know.
    const raised = first.party === 'third' && severity === 'info' ? 'warning' : severity;
    yield { at: exposure.at, severity: raised, args };
  },
  message: ({ claim, level, tokenType, reader, party, others, releasedBy }) => {
    const who = `${party === 'third' ? 'the third party ' : ''}"${reader}"${others > 0 ? ` and ${others} more` : ''}`;
    return `${who} can read "${claim}" (${level}) in "${tokenType}" now, by ${releasedBy}`;
  },
  help: 'Have it approved by who answers for personal data and waive it with the reason, or take it back.',
});
