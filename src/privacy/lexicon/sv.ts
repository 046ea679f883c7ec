import type { Lexicon } from './lexicon.ts';

/** Swedish, with the attributes of Swedish e-legitimation and Freja. */
export const sv: Lexicon = {
  'full name':
    '=namn, fullständigt namn, hela namnet, kontoinnehavare, kortinnehavare, för- och efternamn, visningsnamn, namn på kort',
  'first name': 'förnamn, tilltalsnamn',
  'last name': 'efternamn, släktnamn, födelsenamn, flicknamn',
  'other name': 'smeknamn, mellannamn, artistnamn, =titel, initialer',
  'another person':
    'maka, sambo, närmaste anhörig, anhörig, kontaktperson vid nödfall, barn namn, moderns namn, faderns namn, vårdnadshavare, närmaste chef, mammas namn, pappas namn, nödkontakt, god man, husläkare',
  username: 'användarnamn, inloggningsnamn, kontonamn',
  email: 'e-post, e-postadress, epost, epostadress, mejl, mejladress, e-mailadress, mailadress',
  phone:
    'telefon, telefonnummer, mobil, mobilnummer, mobiltelefon, hemtelefon, tel nr, telefonnr, arbetstelefon, mobilnr',
  fax: 'faxnummer, telefax',
  'web page': 'personlig hemsida, profilsida',
  photo: 'profilbild, passfoto, foto, porträtt, ansiktsbild, fotografi',
  signature: 'namnteckning, underskrift',
  'free text': 'biografi, om mig',
  address:
    '=adress, bostadsadress, postadress, hemadress, leveransadress, fakturaadress, folkbokföringsadress, utdelningsadress, adressrad, folkbokföring, c/o adress, boendeadress',
  street: 'gata, gatuadress, gatunamn, husnummer, gatunummer, lägenhetsnummer',
  city: '=ort, postort, bostadsort, =stad, hemort, =kommun, hemkommun, folkbokföringsort',
  'postal code': 'postnummer, postnr',
  region: '=län, =landskap',
  country: '=land, hemland, bosättningsland, =landskod',
  'birth date': 'födelsedatum, födelsedag, född, fodelsetid, födelsetid, födelsemånad',
  'birth year': 'födelseår',
  age: '=ålder',
  'age band': 'myndig, åldersgrupp, över 18, åldersintervall, omyndig',
  'birth place': 'födelseort, födelseland, födelsestad, födelseplats, födelsekommun',
  gender: 'kön, juridiskt kön, könsidentitet',
  nationality: 'nationalitet, medborgarskap, uppehållsstatus',
  'marital status': 'civilstånd, familjestatus, ogift, =skild',
  family:
    'antal barn, dödsdatum, familjesituation, hushållsstorlek, föräldraledighet, avliden, antal hemmaboende barn',
  language: '=språk, modersmål, föredraget språk',
  'time zone': 'tidszon',
  'national id':
    'personnummer, samordningsnummer, pnr, personnr, personal identity number, id-kort, id-kortsnummer, legitimation nummer, legitimationsnummer, nationellt id, identitetskort, =prid, person nr, id handling, svenskt personnummer',
  passport: 'passnummer, pass nr',
  'driving licence': 'körkort, körkortsnummer',
  'residence permit': 'uppehållstillstånd, arbetstillstånd, uppehållskort',
  vehicle: 'registreringsnummer bil, regnr, bilnummer, registreringsskylt, chassinummer',
  'tax id': 'skattenummer, skatteregistreringsnummer person',
  'bank account': 'bankkonto, kontonummer, bankkontonummer, clearingnummer, kontonr, bankuppgifter',
  'payment card': 'kreditkort, kortnummer, betalkort, kreditkortsnummer, bankkort',
  finances:
    'inkomst, skulder, betalningsanmärkning, årsinkomst, månadslön, kreditvärdighet, förmögenhet, lön, bruttolön, taxerad inkomst, kronofogden, skuldsaldo, lönenivå, kontosaldo',
  employment:
    'yrke, yrkestitel, befattning, arbetstitel, sysselsättning, anställningsdatum, anställningsform',
  education: 'utbildning, utbildningsnivå, examen, betyg, högsta utbildning',
  interests: 'fritidsintressen, intressen, hobbyer',
  'ip address': 'ip-adress',
  'hardware address': 'mac-adress',
  'device id': 'enhets id, enhetsnamn',
  location: 'koordinater, breddgrad, längdgrad, latitud, longitud, nuvarande plats, platsdata, positionsdata',
  health:
    'hälsa, sjukdom, sjukdomar, funktionshinder, funktionsnedsättning, funktionsvariation, gravid, graviditet, allergi, allergier, blodgrupp, sjukdomshistorik, diagnos, medicinering, mediciner, vaccination, vaccinationsstatus, sjukskrivning, hälsotillstånd, hälsouppgifter, journalnummer, kostbehov, läkemedel, specialkost, sjukfrånvaro, sjukjournal, patient nummer, behandling, patientnummer, patientjournal, rullstol, arbetsoförmåga, vårdbehov, missbruk, rökare, hälsodata, matallergi, kroppsvikt, läkarintyg, sjuk, handikapp, hälsostatus',
  'health insurance': 'sjukförsäkring, sjukförsäkringsnummer, vårdförsäkring, sjukvårdsförsäkring',
  biometrics:
    'biometri, fingeravtryck, ansiktsigenkänning, röstavtryck, biometriska uppgifter, biometrisk, irisskanning',
  genetics: 'genetiska uppgifter, genetisk, gentest, ärftlig sjukdom, genetik, arvsanlag',
  religion:
    '=tro, trossamfund, religiös tillhörighet, religiös övertygelse, kyrkoavgift, trosuppfattning, livsåskådning, =kyrka, filosofisk övertygelse, samfund, kyrkotillhörighet, religionstillhörighet',
  politics:
    'politisk åsikt, politiska åsikter, politiskt parti, partitillhörighet, politisk tillhörighet, partimedlemskap, partisympati, politisk uppfattning, partimedlem, politisk övertygelse, röstade på',
  'union membership':
    'fackförening, fackmedlem, fackligt medlemskap, facklig tillhörighet, fackförbund, fackföreningsmedlemskap, medlemskap i fackförening, =facket, fackavgift, facklig, fackligt ombud',
  ethnicity: 'etnicitet, etniskt ursprung, etnisk tillhörighet, =ras, hudfärg, etnisk bakgrund, härkomst',
  'sex life': 'sexuell läggning, sexualliv, sexualitet, sexuell orientering',
  crime:
    'brottsregister, belastningsregister, fällande dom, =brott, =domar, straffregister, brottslighet, lagöverträdelser, utdrag ur belastningsregistret, misstankeregister, brottshistorik, kriminell bakgrund',
  pseudonym:
    'kundnummer, kund id, medlemsnummer, anställningsnummer, användar id, kundnr, anställningsnr, medlems id, studentnummer se, användarid',
  secret: 'lösenord, privat nyckel, hemlig nyckel, pinkod',
  authorization: 'roll, roller, behörighet, behörigheter, grupp, grupper, rättigheter',
  organisation:
    'företag, företagsnamn, organisationsnummer, arbetsgivare, avdelning, orgnr, org nummer, momsnummer, organisationsnamn, bolag, orgnummer, förening, företagsadress, myndighet, kostnadsställe',
  technical:
    'filnamn, produktnamn, rollnamn, gruppnamn, domännamn, ordernummer, fakturanummer, skapad datum, ändrad datum, giltig till, åldersgräns, systemnamn, ärendenummer, giltighetstid, uppdaterad, dokumenttitel',
};
