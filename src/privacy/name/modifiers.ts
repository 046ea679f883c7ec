const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/**
 * Words that turn a name into one about the data: whether it was checked, how it is written, how many there
 * are. `email_verified` holds no e-mail address.
 */
const ABOUT_DATA = set(`
  aal accuracy aggregator alerts alg algorithm allowed allowlist anonymized anzahl assurance attempt attempts
  autocomplete availability available average avg bekraftad bekreftet bestatigt bevestigd blacklist
  blocklist bounce bounced build cache callback campaign campaigns categories category change changed
  channel check checks checksum choices claim claims class clicked column completeness confermato config
  configuration confirmado confirmation confirmed consent consented count counter counts created default
  defaulted delimiter deliverable denied digest disabled domain domains duplicate duplicates editable
  enabled encrypted encryption endpoint enum erforderlich error errors exists expiration expired expires
  expiry feature features filter flag formaat format formato formatter formula frequency freshness gateway geprueft
  gepruft geverifieerd group groups hash hashed height hidden ial index interval invalid issuer issuing
  kind label length level limit loa lookup mandatory mapper mapping marketing mask masked max maximum md
  method mfa min minimum missing mode modified newsletter nonce notification notifications obbligatorio
  obligatoire opened opt optin option optional options optout order pattern permission placeholder policies
  policy politique pool potwierdzony precision preference preferences present provider providers pseudonymized
  quality query queue quota rate readable readonly received redacted redirect regex reminder requerido
  required requirement reset retries retry richtlinie role roles rule rules salt schema scope scopes score
  search searchable seed sent separator server service setting settings sha shareable size sort sortable
  source sources state status strategy subscribed subscription sum support supported sync synced table
  template templates threshold timeout timestamp tokenized total ttl type types unconfirmed uniqueness
  unsubscribe unsubscribed unverified updatable updated vahvistettu valid validado validated validation
  validator valide verificada verificado verification verificato verificeret verifie verified verifierad
  verifiziert verplicht versie version versione versions visibility visible wersja whitelist width writable
  zweryfikowany
`);

/** Of those, the ones that a trait survives: a status or a level of it still says what a person is. */
const SURVIVED_BY_TRAITS = set(`
  assurance average categories category change changed check claim claims class count created encrypted
  expiration expiry flag group groups hash hashed history kind last level mode number preference
  preferences present primary rate result results role scope score source state status support type types
  updated valid verification
`);

/** Words that tell of a trait, whatever else the trait's word could mean: a race that is declared is nobody's sport. */
const TELL_OF_TRAITS = set(`
  category declaration declared description disclosed disclosure history indicator notes reported response self
`);

/** Words before a name that ask a question about it: has, is, max, num. */
const QUESTIONS = set(`
  accepts allow allows are can count default disable does enable enables force has hasno hide is max min
  missing must needs nof num require requires should show shows skip support supports total use uses was
`);

/** Words that add nothing. */
const FILLERS = set(`
  a act actual ad al alternate alternative amazon an and apple array att attr attribute attributes auth0 azure
  backup bankid billing br business ca canonical cie claim claims code cognito confirmed contact criipto
  current custom da das data daytime de del delivery della den der des det detail details di digid display
  dk do dos du e effective eidas el emergency en entra entry es et eu evening ext fi field fin firebase
  first for formatted fr freja full gb github gitlab given google gravatar hasura her his home i id idin
  idp idura il in info information it item items itsme ja keycloak known la las last latest ldap le legal les line
  lines list lo login long los mailing main metadata microsoft mitid mobile my na nbr new nl no nor
  normalised normalized nr num number o oauth och of official og oidc okta old on one or original other our pending
  permanent personal pl plain preferred previous primary private profile pt public raw record recovery
  registered registration requested residential resolved saml scim se second secondary shipping short signicat signin
  signup spid sso string submitted supabase sv temporary text the their three trusted two uk und unique unverified us userinfo v
  value values van verified w work x y your z
`);

/** Whether a word makes a name one about the data; traits are harder to turn. */
export function speaksOfData(word: string, trait: boolean): boolean {
  return ABOUT_DATA.has(word) && !(trait && SURVIVED_BY_TRAITS.has(word));
}

/** Whether a word tells that what stands beside it is said of a person. */
export function tellsOfTrait(word: string): boolean {
  return TELL_OF_TRAITS.has(word);
}

/** Whether a word at the start of a name asks about what follows. */
export function asks(word: string): boolean {
  return QUESTIONS.has(word);
}

/** Whether a word adds nothing. */
export function isFiller(word: string): boolean {
  return FILLERS.has(word) || /^\d+$/.test(word) || word.length === 1;
}

/** Every word of this file, for taking joined names apart. */
export function modifierWords(): readonly string[] {
  return [...ABOUT_DATA, ...QUESTIONS, ...FILLERS];
}
