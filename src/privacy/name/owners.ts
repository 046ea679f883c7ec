/** Whom or what a thing belongs to. */
export type Owner = 'person' | 'organisation' | 'client' | 'machine' | 'thing';

const OWNER_WORDS: Readonly<Record<Owner, string>> = {
  person: `aanvrager account accountholder actor adherent alumno ansatt anstalld antragsteller anvandare applicant
    asiakas assure attendee author beneficiaire beneficiario beneficiary benutzer biller borger borrower
    bruger bruker buyer caller candidate cardholder child citizen claimant cliente colleague consumer
    contact contacts creator cust customer czlonek debtor demandeur dipendente doctor donor driver eier
    elev eleve emp empleado employee end enduser etudiant fader father funcionario gebruiker guardian guest
    henkilo holder houder human identity individual inhaber innehavare insured intestatario jasen kayttaja
    klant klient kund kunde kunden lid madre mae manager matka matki me medarbejder medewerker medlem
    member mere mitarbeiter mitglied moder moeder mother my natural naturalperson nominee nurse nutzer ojca
    ojciec opiskelija osoba owner paciente pacjent padre pai parent participant partner passenger patient
    patienten payee payer paziente people pere person personal personlig physician player posiadacz potilas
    pracownik privat private prive profile pupil reader recipient resident richiedente salarie schuler self
    seller sender shopper signatory signer socio solicitante spouse staff student studente subject
    subscriber supervisor teacher titulaire titular usager user users usr usuario utente utilisateur
    utilizador uzytkownik vader versicherter verzekerde victim visitor vorname voter werknemer witness
    wlasciciel worker`,
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

/** Every word of this file, for taking joined names apart. */
export function ownerWords(): Iterable<string> {
  return owners.keys();
}
