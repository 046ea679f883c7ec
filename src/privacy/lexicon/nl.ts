import type { Lexicon } from './lexicon.ts';

/** Dutch, with the attributes of iDIN, DigiD and the Belgian national register. */
export const nl: Lexicon = {
  'full name':
    '=naam, volledige naam, naam rekeninghouder, rekeninghouder, kaarthouder, weergavenaam, tenaamstelling, voor- en achternaam, naam klant',
  'first name': 'voornaam, roepnaam, voornamen',
  'last name':
    'achternaam, familienaam, geslachtsnaam, meisjesnaam, geboortenaam, legal last name, preferred last name, tussenvoegsel, partner last name, voorvoegsel achternaam',
  'other name': 'bijnaam, voorletters, aanhef, roepnaam bijnaam, aanspreektitel, aanspreekvorm',
  'another person':
    'echtgenoot, echtgenote, partner naam, noodcontact, kinderen, naam moeder, naam vader, naam van de moeder, leidinggevende, huisarts, contactpersoon noodgeval, voogd, naam van de vader',
  username: 'gebruikersnaam, inlognaam, accountnaam',
  email: 'e-mailadres, emailadres, mailadres, elektronisch adres',
  phone:
    'telefoon, telefoonnummer, =mobiel, mobiele nummer, =gsm, gsm nummer, mobiel nummer, telefoonnr, vaste telefoon, thuisnummer, mobiele telefoon, tel nummer, gsmnummer',
  fax: 'faxnummer',
  'web page': 'persoonlijke website, profielpagina',
  photo: 'profielfoto, pasfoto, =foto, gezichtsopname, profielafbeelding',
  signature: 'handtekening',
  'free text': 'biografie, over mij',
  address:
    '=adres, woonadres, postadres, bezorgadres, factuuradres, thuisadres, adresregel, verblijfadres, woonplaats adres, afleveradres, verblijfplaats, domicilie, huisadres',
  street:
    'straat, straatnaam, huisnummer, huisnr, straat en huisnummer, huisnummer toevoeging, huisnummertoevoeging',
  city: 'woonplaats, =plaats, =stad, =gemeente',
  'postal code': 'postcode nl, postnummer adres',
  region: '=provincie',
  country: '=land, woonland, =landcode',
  'birth date': 'geboortedatum, geb datum, geboren op, verjaardag, geboortedag, gebdatum, geboortemaand',
  'birth year': 'geboortejaar',
  age: '=leeftijd',
  'age band':
    'meerderjarig, leeftijdsgroep, leeftijdscategorie, minderjarig, is 18 or older, is 18 plus, 18 or older',
  'birth place': 'geboorteplaats, geboorteland, geboortegemeente',
  gender: 'geslacht, geslachtsaanduiding, genderidentiteit',
  nationality: 'nationaliteit, staatsburgerschap, nationaliteiten, verblijfsstatus',
  'marital status': 'burgerlijke staat, gehuwd, huwelijkse staat, getrouwd, ongehuwd, gescheiden',
  family:
    'aantal kinderen, gezinssituatie, overlijdensdatum, datum overlijden, gezinssamenstelling, zwangerschapsverlof',
  language: '=taal, moedertaal, voorkeurstaal',
  'time zone': 'tijdzone',
  'national id':
    'bsn, burgerservicenummer, rijksregisternummer, identiteitskaart, identiteitskaartnummer, sofinummer, insz, legitimatiebewijs, documentnummer identiteit, a-nummer, legitimatienummer, identiteitsbewijs, rijksregisternr, bsn nummer, nationaal nummer, paspoort of id, sofi nummer, id kaart nummer, identificatiebewijs',
  passport: 'paspoort, paspoortnummer',
  'driving licence': 'rijbewijs, rijbewijsnummer',
  'residence permit': 'verblijfsvergunning, v-nummer, vreemdelingennummer, verblijfstitel',
  vehicle: 'kenteken, nummerplaat, chassisnummer, kentekennummer',
  'tax id': 'fiscaal nummer, belastingnummer, rsin persoon',
  'bank account': 'rekeningnummer, bankrekening, bankrekeningnummer, rekeningnr, bankgegevens, iban nummer',
  'payment card': 'creditcard, creditcardnummer, kaartnummer, bankpas, pasnummer, betaalkaart',
  finances:
    'salaris, inkomen, =loon, schulden, vermogen, pensioen, jaarinkomen, brutoloon, bkr, kredietwaardigheid, uitkering, maandinkomen, loonbeslag, saldo rekening, salarisschaal',
  employment:
    'beroep, functietitel, functieomschrijving, =functie, werkervaring, dienstverband, datum in dienst',
  education:
    'opleiding, opleidingsniveau, studierichting, hoogst genoten opleiding, diploma niveau, schoolresultaten',
  interests: 'hobbyʼs, interesses, vrije tijd, hobby s, voorkeuren persoonlijk',
  'ip address': 'ip-adres',
  'hardware address': 'mac-adres',
  'device id': 'apparaat id, toestel id, apparaatnaam',
  location: '=locatie, coördinaten, breedtegraad, lengtegraad, huidige locatie, locatiegegevens',
  health:
    'gezondheid, ziekte, ziektes, =handicap, zwanger, zwangerschap, allergie, allergieën, bloedgroep, medische gegevens, medisch dossier, arbeidsongeschiktheid, ziekmelding, beperking medisch, =diagnose, medicatie, medicijnen, vaccinatie, vaccinatiestatus, dieetwensen, =dieet, ziekteverzuim, gezondheidstoestand, rolstoel, patiëntnummer, patiënt, behandeling, patiëntdossier, medische geschiedenis, geneesmiddelen, arbeidsbeperking, zorgindicatie, gezondheidsgegevens, aandoening, roker, ziektegeschiedenis, zorgbehoefte, arbeidsongeschikt, verslaving, lichaamsgewicht, invaliditeit, voedselallergie',
  'health insurance':
    'zorgverzekering, zorgverzekeraar, polisnummer zorg, verzekerdennummer, mutualiteit, ziekenfonds, zorgverzekeringsnummer, uzovi, zorgpolis, zorgpolisnummer, polisnummer zorgverzekering',
  biometrics:
    'biometrie, vingerafdruk, vingerafdrukken, gezichtsherkenning, stemafdruk, biometrische gegevens, irisscan, biometrisch',
  genetics: 'genetische gegevens, genetisch, dna onderzoek, erfelijke aandoening, erfelijkheid, genetica',
  religion:
    'godsdienst, religie, =geloof, geloofsovertuiging, levensovertuiging, kerkgenootschap, kerklidmaatschap, =kerk, religieuze overtuiging, gezindte',
  politics:
    'politieke voorkeur, politieke partij, politieke overtuiging, politieke opvattingen, partijlidmaatschap, politieke opvatting, politieke gezindheid, stemvoorkeur, stemgedrag, partijlid',
  'union membership':
    'vakbond, vakbondslid, vakbondslidmaatschap, lidmaatschap vakbond, vakvereniging, vakbondspremie, vakbondsafgevaardigde, lidmaatschap vakvereniging',
  ethnicity:
    'etniciteit, etnische afkomst, =ras, huidskleur, =afkomst, etnische achtergrond, migratieachtergrond, etnische herkomst, bevolkingsgroep',
  'sex life':
    'seksuele geaardheid, seksuele voorkeur, seksualiteit, seksueel leven, seksuele oriëntatie, geaardheid, seksueel gedrag',
  crime:
    'strafblad, veroordeling, veroordelingen, verklaring omtrent gedrag, =vog, strafrechtelijk verleden, strafrechtelijke gegevens, strafbare feiten, justitiële documentatie, =delict, justitieel verleden, uittreksel strafregister, detentie',
  pseudonym:
    'klantnummer, klant id, lidnummer, personeelsnummer, gebruikers id, lidmaatschapsnummer, studentnummer, klantnr, relatienummer, medewerkernummer, klantcode, stamnummer',
  secret: 'wachtwoord, geheime sleutel, toegangscode, privésleutel, pincode',
  authorization: 'rol, rollen, rechten, groep, groepen, bevoegdheden, machtiging, machtigingen',
  organisation:
    'bedrijf, bedrijfsnaam, kvk, kvk nummer, werkgever, btw nummer, organisatie, afdeling, ondernemingsnummer, onderneming, vestigingsnummer, btwnummer, kvknummer, vestiging, naam organisatie, bedrijfsadres, vereniging, kostenplaats',
  technical:
    'bestandsnaam, productnaam, rolnaam, groepsnaam, domeinnaam, ordernummer, factuurnummer, bestelnummer, aanmaakdatum, wijzigingsdatum, geldig tot, minimumleeftijd, plaatsaanduiding, documenttitel, zaaknummer',
};
