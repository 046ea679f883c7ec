/** Whom or what a thing belongs to. */
export type Owner = 'person' | 'organisation' | 'client' | 'machine' | 'thing';

const OWNER_WORDS: Readonly<Record<Owner, string>> = {
  person: `aanvrager account accountholder actor addressee adherent adult alumni alumno alumnus ansatt anstalld
    antragsteller anvandare applicant apprentice approver arrendatario artist asiakas assignee assistant
    assure assured athlete attendee attorney aunt author baby beneficiaire beneficiario beneficiary
    benutzer bidder biller boarder borger borrower bride brother bruger bruker buyer caller candidate
    captain cardholder caregiver carer cashier child citizen claimant clerk cliente coach colleague
    comprador consumer contact contacts contractor courier cousin coworker creator cust customer cyclist
    czlonek dad daughter debiteur debtor defendant demandeur dependant dependent deputy dipendente doctor
    donor driver eier eigenaar elector elev eleve emp empleado employee emprunteur end enduser enrollee
    erede etudiant fader fahrer fahrgast father foreigner freelancer friend funcionario gast gebruiker
    grandfather grandmother grandparent groom guarantor guardian guest heir henkilo herdeiro holder houder
    houseowner human husband huurder identity individual infant inhaber inmate innehavare inquilino
    instructor insured intern interviewee intestatario invitee inviter jasen juror kayttaja kierowca klant
    klient kund kunde kunden kupujacy landlord lawyer lender lessee lessor lid locataire madre mae malade
    manager mandataire matka matki me medarbejder medarbetare medewerker medewerkers medlem member mentor
    mere mieter mitarbeiter mitglied moder moeder mom mother motorist musician my natural naturalperson
    nauczyciel neighbor neighbour nephew newborn niece nominee notary nurse nutzer occupant ojca ojciec
    opiskelija osoba ostaja owner paciente pacjent padre pai parent partecipante participant partner
    pasajero passageiro passager passeggero passenger patient patienten payee payer paziente pedestrian
    pensioner people pere person persona personal personen personlig personne persoon physician plaintiff
    player policyholder policyowner posiadacz potilas pracownik practitioner privat private prive
    professor profile propietario proprietaire proprietario pupil purchaser rapporteur reader recipient
    referee relative remitter renter requester requestor researcher resident respondent retiree reviewer
    richiedente rider salarie salesperson schuler secretary self seller sender servicemember shareholder
    shopper sibling signatories signatory signer sister skoleelev socio soldier solicitante son spectator
    spouse staff stepfather stepmother student studente subject submitter subscriber supervisor surgeon
    taxpayer teacher therapist titulaire titular toddler tourist trainee traveler traveller trustee tutor
    uncle usager user users usr usuario utente utilisateur utilizador uzytkownik vader vendeur verkaufer
    versicherter verzekerde veteran victim visitor volunteer vorname voter werknemer widow widower wife
    witness wlasciciel worker`,
  organisation: `admin administrator agency airline arbeitgeber association authority azienda bank bedrift bedrijf
    behorde betrieb bolag branch brand carrier charity clinic compania companies company corporate
    corporation dealer department dept ditta division employer empresa ente enterprise entreprise
    etablissement facility firm firma forening foretag foretak foundation franchise headquarters helpdesk
    hospital hotel hq institution insurer legalentity legalperson mandant merchant ministry noreply office
    onderneming operator org organisaatio organisatie organisation organisations organisme organizacao
    organizacion organizacja organization organizations partnership pharmacy postmaster project
    przedsiebiorstwo publisher realm registrant reseller restaurant sales school selskap shop site sociedad
    societa societe spolka store subsidiary supplier support team tenant university unternehmen vendor
    venue verein vereniging virksomhed warehouse werkgever workspace yhtio yritys`,
  client: `api app application bot client extension idp integration issuer oauth op plugin product relying rp sdk
    service software sp webhook`,
  machine: `agent aws azure backend bind broker bucket cache cluster container database db dns downstream endpoint
    frontend gateway gcp host image instance interface internal k8s kafka kernel kubernetes lb listen
    listener loadbalancer machine mailserver namespace network nic node pod process proxy queue redis
    router runner server serviceaccount smtp subnet thread topic upstream virtual vlan vm webserver`,
  thing: `action airport alert algorithm amount animal archivo arquivo asset attribute audience barcode batch
    bestand book build bundle button campaign car catalog catalogue channel cipher claim color colour
    column command connection contract coupon course currency datei datum dimension directory doc document
    dog domain ean engine env environment error event exception feature fichier field fil file firmware
    flag flight folder font function game grant gtin horse hostname icon invoice isbn item job key lib
    library log lot make matrix menu message meta method metric model module movie notification offer
    operation order package page parameter parcel part payment permission pet pipeline plan plik policy
    port price prodotto producto produit produkt produto property protocol provisioning query range rating
    ratio ref release repo report repository request resolution resource response rol rola rolle room route
    rule ruolo scale schema scope script seat serial session ship shipment sku song source stage station
    step stop strategy style subdomain subscription table tag task template theme ticket tiedosto tier
    token tracking train transaction tuote upc variable variant vector vessel voucher workflow zone`,
};

const owners: ReadonlyMap<string, Owner> = new Map(
  (Object.entries(OWNER_WORDS) as [Owner, string][]).flatMap(([owner, words]) =>
    words.split(/\s+/).map((word): [string, Owner] => [word, owner]),
  ),
);

/**
 * Whose a word says that a thing is.
 *
 * @example ownerOf('tenant') // 'organisation'
 */
export function ownerOf(word: string): Owner | undefined {
  return owners.get(word) ?? (word.endsWith('s') ? owners.get(word.slice(0, -1)) : undefined);
}

/** Words of persons that parts of programs have as well. */
const ALSO_THINGS: ReadonlySet<string> = new Set(
  `account actor child consumer contact creator driver emp end holder host identity individual member my parent
    participant partner player private profile reader self sender staff subject visitor worker`.split(/\s+/),
);

/**
 * Whether a word means a person wherever it stands: the name in `order_customer_name` is the customer's.
 *
 * @example isCertainlyPerson('customer') // true
 * @example isCertainlyPerson('member')   // false: functions and enumerations have members
 */
export function isCertainlyPerson(word: string): boolean {
  return ownerOf(word) === 'person' && !ALSO_THINGS.has(word);
}

/** Every word of this file, for taking joined names apart. */
export function ownerWords(): Iterable<string> {
  return owners.keys();
}
