import type { Lexicon } from './lexicon.ts';

/** Danish, with the attributes of MitID and OIOSAML. */
export const da: Lexicon = {
  'full name':
    '=navn, fulde navn, fuldt navn, kontohaver, kortholder, kortindehaver, navn på kort, vist navn, personnavn',
  'first name': 'fornavn, fornavne',
  'last name': 'efternavn, pigenavn, fødenavn, efternavne',
  'other name': 'kaldenavn, mellemnavn, øgenavn, kunstnernavn, =titel, tiltaleform',
  'another person':
    'ægtefælle, samlever, pårørende, nærmeste pårørende, børn, mors navn, fars navn, værge, nødkontakt, nærmeste leder, egen læge, moderens navn, faderens navn, kontaktperson nødsituation, forældremyndighedsindehaver',
  username: 'brugernavn, kontonavn',
  email: 'e-mailadresse, emailadresse, mailadresse, e-postadresse, epost',
  phone:
    'telefon, telefonnummer, mobil, mobilnummer, mobiltelefon, tlf, tlf nr, tlfnr, fastnet, telefon nr, mobilnr, hjemmetelefon, arbejdstelefon, tlf nummer',
  fax: 'faxnummer, telefax',
  'web page': 'personlig hjemmeside, profilside',
  photo: 'profilbillede, pasfoto, foto, portræt, billede af person, ansigtsbillede',
  signature: 'underskrift',
  'free text': 'biografi, om mig',
  address:
    '=adresse, bopæl, bopælsadresse, postadresse, leveringsadresse, faktureringsadresse, hjemmeadresse, folkeregisteradresse, adresselinje, fakturaadresse, privatadresse, opholdsadresse, c/o adresse',
  street: '=vej, vejnavn, husnummer, gadenavn, =gade, husnr, vejnavn og nummer, =etage',
  city: '=by, bynavn, postdistrikt, bopælskommune, =kommune, hjemby',
  'postal code': 'postnummer, postnr',
  region: '=amt',
  country: '=land, bopælsland, =landekode',
  'birth date': 'fødselsdato, fødselsdag, født, fødselsdag dato, fødselsmåned, foedselsdato',
  'birth year': 'fødselsår',
  age: '=alder',
  'age band': 'myndig, aldersgruppe, over 18, aldersinterval, over 15',
  'birth place': 'fødested, fødeland, fødeby, fødselssted',
  gender: 'køn, kønsidentitet',
  nationality: 'nationalitet, statsborgerskab, opholdsstatus',
  'marital status': 'civilstand, civilstatus, ægteskabelig stilling, ugift, fraskilt',
  family: 'antal børn, dødsdato, familieforhold, husstandsstørrelse, barsel, barselsorlov, hjemmeboende børn',
  language: '=sprog, modersmål, foretrukket sprog',
  'time zone': 'tidszone',
  'national id':
    'cpr, cpr-nummer, cprnr, cpr nr, personnummer, cpr number identifier, rid nummer, id-kort, identitetskort, pid nummer, sundhedskortnummer, cpr uuid, cprnummer, legitimationsnummer, erstatningscpr',
  passport: 'pasnummer, pas nr',
  'driving licence': 'kørekort, kørekortnummer, kørekortnr',
  'residence permit': 'opholdstilladelse, arbejdstilladelse',
  vehicle: 'nummerplade, registreringsnummer køretøj, stelnummer',
  'tax id': 'skattenummer, tin nummer',
  'bank account':
    'bankkonto, kontonummer, nemkonto, kontonr, registreringsnummer konto, bankoplysninger, reg nr konto',
  'payment card': 'kreditkort, kortnummer, betalingskort, dankort, kreditkortnummer, hævekort',
  finances:
    'indkomst, formue, årsindkomst, kreditværdighed, månedsløn, =løn, skattekort, bruttoløn, husstandsindkomst, rki, pension opsparing, gældsforhold, rki registrering, personlig gæld, lønklasse, kontosaldo',
  employment:
    'erhverv, stilling, stillingsbetegnelse, jobtitel, beskæftigelse, ansættelsesdato, arbejdstitel',
  education: 'uddannelse, uddannelsesniveau, eksamen, karakterer, højeste uddannelse, eksamensbevis',
  interests: 'fritidsinteresser, interesser, hobbyer',
  'ip address': 'ip-adresse',
  'hardware address': 'mac-adresse',
  'device id': 'enheds id, enhedsnavn',
  location:
    '=placering, koordinater, breddegrad, længdegrad, nuværende placering, opholdssted, lokationsdata',
  health:
    'helbred, sygdom, sygdomme, handicap, gravid, graviditet, allergi, allergier, blodtype, helbredsoplysninger, sygehistorie, diagnose, medicin, vaccination, vaccinationsstatus, sygemelding, helbredstilstand, patient nummer, funktionsnedsættelse, sundhedsoplysninger, sygefravær, behandling, patientjournal, kørestol, medicinering, særlige kostbehov, kostbehov, lægeerklæring, patientnummer, misbrug, ryger, sundhedsdata, diæt, kronisk sygdom, legemsvægt, fødevareallergi, handicappet, arbejdsevne, vaccinationer',
  'health insurance':
    'sygesikring, sygesikringsnummer, sygesikringsbevis, sundhedskort, sundhedsforsikring, sygesikringskort, sygeforsikring, sygesikringsgruppe',
  biometrics:
    'biometri, fingeraftryk, ansigtsgenkendelse, stemmeaftryk, biometriske data, biometrisk, irisscanning',
  genetics: 'genetiske data, genetisk, gentest, arvelig sygdom, genetik',
  religion:
    '=tro, trossamfund, religiøs overbevisning, religiøst tilhørsforhold, folkekirkemedlem, kirkeskat, =kirke, folkekirken, trosretning, filosofisk overbevisning, dåb, medlem af folkekirken, livssyn',
  politics:
    'politisk overbevisning, politisk holdning, politisk parti, partimedlemskab, politisk tilhørsforhold, partitilhørsforhold, politiske holdninger, partimedlem, politisk ståsted, stemte på',
  'union membership':
    'fagforening, fagforeningsmedlemskab, medlem af fagforening, fagforeningsmedlem, fagligt tilhørsforhold, fagforbund, fagforeningskontingent, tillidsrepræsentant, fagforeningsmæssigt tilhørsforhold',
  ethnicity:
    'etnicitet, etnisk oprindelse, race oprindelse, etnisk baggrund, hudfarve, afstamning, etnisk tilhørsforhold, racemæssig baggrund',
  'sex life': 'seksuel orientering, seksualitet, seksuelle forhold, seksuel præference',
  crime:
    'straffeattest, kriminalregister, domme, strafbare forhold, lovovertrædelser, straffedom, straffedomme, børneattest, kriminalitet, strafferegister, dømt, straffeforhold, sigtelse',
  pseudonym:
    'kundenummer, kunde id, medlemsnummer, medarbejdernummer, bruger id, kundenr, medlemsnr, studienummer, medarbejdernr, brugerid, lønnummer',
  secret: 'adgangskode, kodeord, privat nøgle, hemmelig nøgle, pinkode',
  authorization: 'rolle, roller, rettigheder, gruppe, grupper, rettighed',
  organisation:
    'firma, virksomhed, virksomhedsnavn, cvr, cvr nummer, cvr number identifier, arbejdsgiver, afdeling, firmanavn, cvrnr, p-nummer, se nummer, organisation, forening, virksomhedsadresse, organisationsnavn, moms nummer, ean nummer',
  technical:
    'filnavn, produktnavn, rollenavn, gruppenavn, domænenavn, ordrenummer, fakturanummer, oprettet dato, ændret dato, gyldig til, aldersgrænse, sagsnummer, oprettelsesdato, dokumenttitel, opdateret',
};
