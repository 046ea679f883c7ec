/** Texts that say nothing by themselves, and what they are. */
const OPAQUE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a UUID', /^(?:urn:uuid:)?\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i],
  [
    'a hash',
    /^(?:sha\d{1,3}|md5|S?SHA|W\/)?[-:="']{0,2}(?=[0-9a-f]*[a-f])(?:[0-9a-f]{24}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{48}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})["']?$/i,
  ],
  ['a hash', /^sha(?:1|224|256|384|512)[-:][A-Za-z0-9+/_=-]{20,}$/],
  ['a ULID', /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/],
  ['an address of a ledger', /^0x[0-9a-f]{40}$/i],
];

/**
 * What an opaque text is. Names don't make it more than a pseudonym: an `email` that is a hash shows no
 * e-mail address.
 *
 * @example opaqueKind('0ab9cd3a-1bbe-409c-b4b3-179ee1e29208') // 'a UUID'
 */
export function opaqueKind(text: string): string | undefined {
  if (text.length < 24 || text.length > 200) return undefined;
  return OPAQUE.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Texts that stand for no value, and texts that are masked already. */
export function isBlank(text: string): boolean {
  return (
    /^(?:|-+|n\/?a|none|null|nil|undefined|unknown|true|false|yes|no|\[?redacted\]?|\?+|[*x•…]+)$/i.test(
      text,
    ) ||
    /^.{0,2}[*•…]{2,}/u.test(text) ||
    /^[^\p{L}*•…]{0,8}[*•…]{2,}[^\p{L}\d]*$/u.test(text)
  );
}
