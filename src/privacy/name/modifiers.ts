const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/**
 * Words that turn a name into one about the data: whether it was checked, how it is written, how many there
 * are. `email_verified` holds no e-mail address.
 */
const ABOUT_DATA = set(`
  verified unverified validated valid invalid confirmed unconfirmed hash hashed sha md digest checksum count counter
  counts format formatter policy policies template templates regex pattern length required requirement optional mandatory enabled disabled
  visible hidden visibility optin optout opt consent consented preference preferences subscribed subscription unsubscribe
  unsubscribed schema version versions updated changed modified created expires expiry expiration expired timestamp domain
  domains server service gateway queue table column index label placeholder mask endpoint encryption algorithm alg limit quota supported
  available availability exists present missing flag notification notifications reminder error errors mode method settings setting config
  configuration check checks validation validator verification confirmation change reset ttl order sort size width height
  separator delimiter bounced bounce mfa channel attempts attempt retry retries pool callback redirect permission scope
  scopes claim claims source sources provider providers mapping mapper rule rules kind strategy allowlist allowed denied blocklist blacklist
  whitelist cache seed salt nonce redacted masked tokenized anonymized pseudonymized encrypted issuing issuer
  assurance loa ial aal aggregator sync synced deliverable shareable searchable sortable filter query
  type types status state level score category categories group groups role roles class default defaulted 
  quality completeness freshness uniqueness duplicate duplicates frequency rate interval threshold max min maximum minimum total sum avg
  average feature features support campaign campaigns newsletter marketing alerts autocomplete 
  editable readonly writable readable updatable lookup search options option timeout build enum choices sent received opened clicked
  verifiziert bestatigt geprueft gepruft anzahl verifie valide verificado verificada confirmado validado verificato confermato
  geverifieerd bevestigd verifierad bekraftad verificeret bekreftet vahvistettu zweryfikowany potwierdzony formato formaat
  erforderlich obligatoire requerido obbligatorio verplicht richtlinie politique versie wersja versione
`);

/** Of those, the ones that a trait survives: a status or a level of it still says what a person is. */
const SURVIVED_BY_TRAITS = set(`
  status state level score check result results number type types category categories verification group groups class history rate
  created changed updated primary source present expiry expiration valid
  flag kind preference preferences support count assurance mode role change last hash hashed encrypted average claim claims scope
`);

/** Words before a name that ask a question about it: has, is, max, num. */
const QUESTIONS = set(`
  has is can needs requires require supports support allow allows show shows hide use uses enable enables disable max min num nof total
  should must was are does accepts skip force missing count hasno default
`);

/** Words that add nothing. */
const FILLERS = set(`
  the a an of and or for in on my your his her their our primary secondary main alternate alternative other work home business
  personal private mobile preferred current previous old new first last second full legal display official verified
  metadata value values formatted string text raw data info information details detail list array item items record entry
  x ext custom claim claims attr attribute attributes att profile userinfo idp sso oidc oauth saml scim ldap ad
  v id no nr num number nbr code field en de fr es it pt nl sv da no fi pl us uk eu gb ca br se dk fin nor
  et und en du des la le les el los las il lo da do das dos van der den det och og ja i z w na del della di y e o et al
  recovery backup login signin signup registration registered billing shipping delivery mailing residential permanent
  temporary emergency contact daytime mitid bankid signicat criipto idura itsme freja spid cie digid idin eidas firebase cognito auth0 okta
  entra keycloak google apple github gitlab microsoft azure amazon supabase hasura gravatar daytime evening trusted public unique long short actual given line lines one two three
  plain resolved normalized normalised canonical original effective confirmed known
`);

/** Whether a word makes a name one about the data; traits are harder to turn. */
export function speaksOfData(word: string, trait: boolean): boolean {
  return ABOUT_DATA.has(word) && !(trait && SURVIVED_BY_TRAITS.has(word));
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
