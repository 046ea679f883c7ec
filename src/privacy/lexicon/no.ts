import type { Lexicon } from './lexicon.ts';

/** Norwegian (bokmål), with the attributes of ID-porten, BankID and norEdu. */
export const no: Lexicon = {
  'full name':
    '=navn, fullt navn, hele navnet, kontoinnehaver, kortholder, kortinnehaver, visningsnavn, personnavn, navn på kort',
  'first name': 'fornavn, fornavn mellomnavn',
  'last name': 'etternavn, slektsnavn, pikenavn, fødenavn, familienavn',
  'other name': 'kallenavn, mellomnavn, artistnavn, tilnavn',
  'another person':
    'ektefelle, samboer, nærmeste pårørende, pårørende, barn navn, mors navn, fars navn, verge, nødkontakt, nærmeste leder, fastlege, foresatt, foresatte, =mor, =far',
  username: 'brukernavn, kontonavn',
  email: 'e-postadresse, epost, epostadresse, e-post, mailadresse',
  phone:
    'telefon, telefonnummer, mobil, mobilnummer, mobiltelefon, tlf, tlfnr, fasttelefon, telefonnr, tlf nummer, mobilnr, hjemmetelefon, jobbtelefon, mobiltelefonnummer',
  fax: 'faksnummer, telefaks, faks',
  'web page': 'personlig nettside, profilside',
  photo: 'profilbilde, passbilde, foto, portrett, ansiktsbilde, bilde av person',
  signature: 'underskrift',
  'free text': 'biografi, om meg',
  address:
    '=adresse, bostedsadresse, postadresse, leveringsadresse, fakturaadresse, hjemmeadresse, folkeregistrert adresse, bosted, adresselinje, privatadresse, bostedsland adresse, oppholdsadresse, boligadresse',
  street: '=vei, veinavn, gateadresse, gatenavn, =gate, husnummer, bruksenhetsnummer, husnr',
  city: '=poststed, =sted, =kommune, bostedskommune, hjemsted, =by',
  'postal code': 'postnummer, postnr',
  region: '=fylke',
  country: '=land, bostedsland, =landkode',
  'birth date': 'fødselsdato, fødselsdag, født, fodselsdato, fødselsmåned, foedselsdato',
  'birth year': 'fødselsår',
  age: '=alder',
  'age band': 'myndig, aldersgruppe, over 18, aldersintervall, umyndig',
  'birth place': 'fødested, fødeland, fødeby, fødekommune, fødselssted',
  gender: 'kjønn, kjønnsidentitet, juridisk kjønn',
  nationality: 'nasjonalitet, statsborgerskap, oppholdsstatus',
  'marital status': 'sivilstand, sivilstatus, ugift, =skilt',
  family:
    'antall barn, dødsdato, familiesituasjon, husstandsstørrelse, foreldrepermisjon, forsørgeransvar, familieforhold',
  language: '=språk, morsmål, foretrukket språk, språkform',
  'time zone': 'tidssone',
  'national id':
    'fødselsnummer, fnr, d-nummer, =dnr, personnummer, fødselsnr, =pid, norwegian national id, nnin, id-kort, legitimasjon nummer, fodselsnummer, foedselsnummer, nasjonalt id-nummer, norsk personnummer, nasjonalt id kort, id kort nummer, folkeregisteridentifikator',
  passport: 'passnummer, pass nr',
  'driving licence': 'førerkort, førerkortnummer, =sertifikat førerkort',
  'residence permit': 'oppholdstillatelse, arbeidstillatelse, dufnummer, duf nummer, oppholdskort',
  vehicle: 'bilskilt, registreringsnummer bil, kjennemerke, understellsnummer',
  'tax id': 'skattenummer, skatte id',
  'bank account': 'bankkonto, kontonummer, kontonr, bankopplysninger, lønnskonto',
  'payment card': 'kredittkort, kortnummer, betalingskort, kredittkortnummer, bankkort',
  finances:
    'inntekt, lønn, formue, gjeld, årsinntekt, kredittverdighet, =trygd, månedslønn, bruttolønn, betalingsanmerkning, pensjon, kontosaldo, skatteklasse, lønnstrinn, husstandsinntekt',
  employment:
    'yrke, stillingstittel, stillingsbetegnelse, jobbtittel, yrkestittel, =stilling, ansettelsesdato, arbeidsforhold',
  education: 'utdanning, utdanningsnivå, eksamen, karakterer, høyeste utdanning, vitnemål',
  interests: 'fritidsinteresser, interesser, hobbyer',
  'ip address': 'ip-adresse',
  'hardware address': 'mac-adresse',
  'device id': 'enhets id, enhetsnavn',
  location: '=posisjon, koordinater, breddegrad, lengdegrad, nåværende posisjon, oppholdssted, posisjonsdata',
  health:
    'helse, sykdom, sykdommer, funksjonshemming, funksjonsnedsettelse, uførhet, gravid, graviditet, allergi, allergier, blodtype, helseopplysninger, sykehistorie, diagnose, medisiner, vaksinasjon, vaksinestatus, sykmelding, helsetilstand, uføregrad, sykefravær, pasientnummer, helsedata, pasient, rullestol, medisinering, pasientjournal, behandling, kostholdsbehov, legemidler, diett, rusmisbruk, røyker, kronisk sykdom, kroppsvekt, legeerklæring, matallergi, arbeidsuførhet, spesialkost, vaksinasjonsstatus, ufør, helsestatus, journalnummer, nedsatt funksjonsevne',
  'health insurance': 'helseforsikring, helsetrygdkort, helsekort, frikort, helsetrygd',
  biometrics:
    'biometri, fingeravtrykk, ansiktsgjenkjenning, stemmeavtrykk, biometriske data, biometrisk, irisskanning',
  genetics: 'genetiske data, genetisk, gentest, arvelig sykdom, genetiske opplysninger, genetikk',
  religion:
    '=tro, trossamfunn, religiøs overbevisning, religiøs tilhørighet, livssyn, kirkemedlemskap, =kirke, trosretning, livssynssamfunn, religionstilhørighet, filosofisk overbevisning, dåp, statskirkemedlem, medlem av den norske kirke',
  politics:
    'politisk oppfatning, politisk parti, partimedlemskap, politisk tilhørighet, partitilhørighet, politisk ståsted, politiske meninger, partimedlem, politisk syn, stemte på, politisk overbevisning',
  'union membership':
    'fagforening, fagforeningsmedlemskap, medlem av fagforening, fagforeningsmedlem, fagforbund, fagforeningskontingent, tillitsvalgt, fagorganisert, fagforeningstilhørighet',
  ethnicity:
    'etnisitet, etnisk opprinnelse, =rase, etnisk bakgrunn, hudfarge, avstamning, etnisk tilhørighet, rasemessig opprinnelse, samisk tilhørighet',
  'sex life': 'seksuell orientering, seksuell legning, seksualliv, seksualitet, seksuelle forhold',
  crime:
    'politiattest, strafferegister, straffedom, straffbare forhold, vandelsattest, dommer straff, lovovertredelser, domfellelse, straffedommer, kriminell bakgrunn, kriminalitet, straffehistorikk, kriminelt rulleblad, rulleblad',
  pseudonym:
    'kundenummer, kunde id, medlemsnummer, ansattnummer, bruker id, kundenr, medlemsnr, studentnummer no, ansattnr, brukerid, medlems id',
  secret: 'passord, privat nøkkel, hemmelig nøkkel, pinkode',
  authorization: 'rolle, roller, tilganger, gruppe, grupper, rettigheter',
  organisation:
    'firma, bedrift, bedriftsnavn, organisasjonsnummer, arbeidsgiver, avdeling, orgnr, foretak, firmanavn, orgnummer, organisasjon, virksomhet, organisasjonsnavn, selskap, forening, bedriftsadresse, momsnummer',
  technical:
    'filnavn, produktnavn, rollenavn, gruppenavn, domenenavn, ordrenummer, fakturanummer, opprettet dato, endret dato, gyldig til, aldersgrense, saksnummer, dokumenttittel, oppdatert, systemnavn',
};
