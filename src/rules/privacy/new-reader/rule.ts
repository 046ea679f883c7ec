import { defineRule, isNewReader, quoted } from '../../../check/define-rule.ts';
import type { ExposedTo, Exposure } from '../../../model/index.ts';

/**
 * What identifies or describes nobody by itself comes with every token. A third party's API is told something by
 * it all the same: the person's `sub` is the one that the client has, whoever the client belongs to.
 */
function comesWithTokens({ level }: Exposure, { kind, party }: ExposedTo): boolean {
  if (kind === 'resource' && party === 'third') return level === 'quasi-identifier';
  return level.endsWith('identifier');
}

export default defineRule({
  id: 'privacy/new-reader',
  inspects: 'comparison',
  severity: 'error',
  axis: 'privacy',
  summary: 'A new client or resource can read personal data.',
  source: 'GDPR articles 5 and 6; OpenID Connect Core 1.0 section 17.1',
  *check({ comparison }) {
    const claims = new Map<string, { readonly reader: ExposedTo; readonly names: Set<string> }>();
    for (const { kind, exposure: first, others } of comparison.exposureChanges) {
      if (kind !== 'new') continue;
      for (const exposure of [first, ...others]) {
        const { to: reader } = exposure;
        if (!isNewReader(reader, comparison) || comesWithTokens(exposure, reader)) continue;
        const key = `${reader.kind} ${reader.name}`;
        const entry = claims.get(key) ?? { reader, names: new Set() };
        entry.names.add(exposure.claim);
        claims.set(key, entry);
      }
    }
    for (const { reader, names } of claims.values()) {
      const { kind, name, party } = reader;
      const { after } = comparison;
      const at = (kind === 'client' ? after.clients : after.resources).get(name)?.at ?? after.at;
      const severity = party === 'third' ? ('error' as const) : ('warning' as const);
      const args = { kind, name, party, claims: [...names].sort() };
      yield { at, args, severity, coordinates: kind === 'client' ? { client: name } : { resource: name } };
    }
  },
  message: ({ kind, name, party, claims }) =>
    `${party === 'third' ? 'the third party' : `the new ${kind}`} "${name}" can read ${quoted(claims)}`,
  help: 'Have it approved by who answers for personal data and waive it with the reason, or grant fewer scopes.',
});
