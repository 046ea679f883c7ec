import { defineRule, rootName } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

/** Registered claims that people write by hand. */
const REGISTERED = `
  given_name family_name middle_name nickname preferred_username profile picture website email email_verified
  gender birthdate zoneinfo locale updated_at phone_number phone_number_verified address
  auth_time client_id scope groups roles entitlements
`
  .trim()
  .split(/\s+/);

/** Shorter names become words when a letter is missing: `local`. */
const LONG = 7;

/**
 * A name with two letters swapped; a long one also with one left out or written twice, but for those at its ends,
 * which make a plural of it. Another letter makes another word: `rules`, `client_ip`.
 */
function* typosOf(name: string): Generator<string> {
  for (let i = 0; i < name.length; i += 1) {
    const [before, letter, rest] = [name.slice(0, i), name.charAt(i), name.slice(i + 1)];
    yield before + rest.slice(0, 1) + letter + rest.slice(1);
    if (name.length < LONG || before === '' || rest === '' || letter === '_') continue;
    yield before + rest;
    yield before + letter + letter + rest;
  }
}

const MEANT: ReadonlyMap<string, string> = new Map(
  REGISTERED.flatMap((name) => [...typosOf(name)].map((typo) => [typo, name] as const)).filter(
    ([typo]) => !REGISTERED.includes(typo),
  ),
);

export default defineRule({
  id: 'claim/misspelt',
  inspects: 'claim',
  severity: 'warning',
  axis: 'standard',
  summary: 'A claim is one slip of the finger away from a registered one.',
  source: 'OpenID Connect Core 1.0 section 5.1; RFC 7519 section 4 (what is not understood is ignored)',
  *check({ mapper, claim }) {
    const name = rootName(claim);
    const registered = name === undefined ? undefined : MEANT.get(name);
    if (name === undefined || registered === undefined || claim.deprecated) return;
    // An entry under its own name, where nothing has the right one; references to it are mended in the next round.
    const isEntry =
      mapper.origin.format === 'tokenpact' && claim.id === name && placeOf(claim, 'path') === claim.at;
    const fix = { kind: 'rename', at: claim.at, from: name, to: registered } as const;
    yield {
      at: claim.at,
      args: { name, registered },
      ...(isEntry && !mapper.claims.has(registered) && { fix }),
    };
  },
  message: ({ name, registered }) => `readers look for "${registered}" and ignore "${name}"`,
  help: ({ registered }) =>
    `Write "${registered}", unless tokens have the misspelt name: then release both for a while.`,
});
