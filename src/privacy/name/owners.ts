/** Whom or what a thing belongs to. */
export type Owner = 'person' | 'organisation' | 'client' | 'machine' | 'thing';

const OWNER_WORDS: Readonly<Record<Owner, string>> = {
  person: `user usr users person people customer cust employee emp member subscriber patient student pupil
    citizen contact contacts individual human end enduser holder cardholder accountholder owner applicant passenger guest
    buyer seller payer payee beneficiary recipient sender author creator consumer resident subject
    spouse mother father parent child guardian manager supervisor partner doctor physician nurse teacher driver
    staff worker colleague candidate visitor player reader caller participant attendee signer signatory claimant
    insured borrower debtor witness victim voter account identity self my me natural naturalperson actor nominee
    kunde kunden kund benutzer nutzer mitarbeiter mitglied inhaber patienten schuler antragsteller versicherter
    utilisateur usager adherent salarie assure titulaire beneficiaire eleve etudiant demandeur mere pere
    usuario cliente empleado socio titular paciente alumno solicitante madre padre beneficiario utilizador utente
    dipendente utente intestatario paziente richiedente studente mae pai funcionario
    gebruiker klant medewerker lid werknemer patient houder moeder vader aanvrager verzekerde
    anvandare medlem anstalld innehavare patienten elev moder fader bruger medarbejder borger ansatt bruker eier
    kayttaja asiakas jasen henkilo potilas opiskelija uzytkownik klient pracownik czlonek osoba pacjent wlasciciel
    matki ojca matka ojciec posiadacz profile vorname personal private privat prive personlig biller shopper donor`,
  organisation: `org organisation organization organisations organizations company companies tenant employer corporate
    corporation enterprise vendor supplier merchant agency department dept division institution school university bank insurer
    legalperson legalentity firm shop store branch office brand team publisher
    support helpdesk sales noreply admin administrator postmaster hospital clinic association foundation
    ministry authority operator carrier franchise warehouse subsidiary headquarters hq project workspace realm
    firma unternehmen betrieb verein mandant arbeitgeber behorde entreprise societe organisme
    etablissement empresa compania organizacion sociedad azienda societa ente ditta empresa organizacao
    bedrijf organisatie onderneming werkgever vereniging foretag organisation bolag forening virksomhed bedrift foretak
    selskap yritys yhtio organisaatio przedsiebiorstwo spolka organizacja partnership charity hotel restaurant airline dealer reseller
    registrant facility venue site pharmacy `,
  client: `client app application software api sdk bot plugin extension integration oauth service webhook relying rp sp idp op
    issuer product`,
  machine: `server host node pod container vm machine cluster database db gateway proxy loadbalancer lb router dns smtp backend
    frontend upstream downstream kernel process thread runner agent instance image serviceaccount namespace
    k8s kubernetes aws gcp azure network subnet vlan nic interface bucket queue topic broker cache redis kafka
    listener endpoint bind mailserver webserver virtual internal listen`,
  thing: `meta part lot batch ticket serial sku parcel shipment asset barcode ean gtin isbn upc seat room range scale ratio price amount
    rating dimension resolution matrix vector tracking coupon voucher firmware token key file document doc event order item product tag scope plan policy field column table
    schema template page song book movie game course package module function method attribute property variable parameter
    feature flag domain campaign catalog catalogue folder directory workflow job task pipeline build repo
    repository ref release environment env variant rule metric report query resource permission claim step
    currency color colour style theme font icon button menu algorithm cipher protocol port
    bundle channel zone source
    connection strategy stage action datum grant audience contract subscription tier offer
    invoice payment transaction session request response message notification log alert error exception
    station stop route airport car model make engine animal pet dog horse ship vessel train flight
    datei produkt rolle fichier produit archivo producto rol archivo prodotto ruolo arquivo produto bestand product
    fil produkt rolle tiedosto tuote plik produkt rola subdomain hostname provisioning operation command script lib library`,
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
