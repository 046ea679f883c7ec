import { defineRule, isWritten, readerOf } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'claim/name-not-collision-resistant',
  inspects: 'mapper',
  severity: 'warning',
  axis: 'standard',
  summary: 'A third party reads a claim whose name somebody else may use for something else.',
  source: 'RFC 7519 sections 4.2 and 4.3; RFC 9068 section 2.2.2',
  profiles: { relaxed: 'off' },
  *check({ mapper, contracts }) {
    const told = new Set<string>();
    for (const contract of contracts) {
      const reader = readerOf(contract, mapper);
      if (reader?.party !== 'third') continue;
      const { tokenType } = contract.key;
      for (const { path, releases } of contract.claims.values()) {
        const [name = ''] = path;
        const claim = releases.find((release) => release.claim?.path.length === 1)?.claim;
        if (claim === undefined || !isWritten(claim, mapper) || claim.registered || /[.:/]/.test(name))
          continue;
        if (told.has(`${tokenType} ${claim.id}`)) continue;
        told.add(`${tokenType} ${claim.id}`);
        const coordinates = { tokenType, claim: claim.id };
        yield { at: claim.at, args: { claim: name, reader: reader.name }, coordinates };
      }
    }
  },
  message: ({ claim, reader }) =>
    `"${reader}" may read "${claim}" as something else: the name is neither registered nor under a name of ours`,
  help: 'Use a URL that you own as the name, such as `https://shop.example/level`, or a registered name.',
});
