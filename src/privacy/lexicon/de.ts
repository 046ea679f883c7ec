import type { Lexicon } from './lexicon.ts';

/** German, with the terms of registration forms, the ID card (Personalausweisgesetz) and the DSGVO. */
export const de: Lexicon = {
  'full name':
    '=namen, vollständiger name, vor- und nachname, kontoinhaber, karteninhaber, ansprechpartner, anzeigename, vorname nachname',
  'first name': 'vorname, rufname, vornamen',
  'last name': 'nachname, familienname, geburtsname, zuname, mädchenname, nachnamen',
  'other name':
    'spitzname, künstlername, ordensname, =anrede, zweitname, akademischer titel, doktorgrad, =titel, namenszusatz',
  'another person':
    'ehepartner, ehegatte, ehefrau, ehemann, vorgesetzter, vorgesetzte, notfallkontakt, kinder, mutter, vater, hausarzt, erziehungsberechtigter, bezugsperson',
  username: 'benutzername, nutzername, anmeldename, kontoname, benutzerkennung',
  email: 'e-mail-adresse, mailadresse, emailadresse, e-mail-anschrift, elektronische post',
  phone:
    'telefon, telefonnummer, handy, handynummer, mobilnummer, mobiltelefon, rufnummer, festnetz, mobilfunknummer, telefonnr, handynr, tel nr, fernsprecher, mobilfunk',
  fax: 'faxnummer',
  'web page': 'webseite privat, persönliche webseite, profilseite, profillink',
  photo: 'lichtbild, profilbild, passbild, profilfoto, passfoto, =bild, benutzerbild',
  signature: 'unterschrift',
  'free text': 'lebenslauf, über mich, selbstbeschreibung',
  address:
    '=anschrift, =adresse, wohnadresse, postanschrift, lieferadresse, rechnungsadresse, meldeadresse, wohnanschrift, lieferanschrift, rechnungsanschrift, adresszusatz, hausanschrift, privatadresse, privatanschrift, wohnsitz, heimatadresse',
  street: 'straße, strasse, hausnummer, straßenname, strasse hausnummer, hausnr, =str',
  city: '=ort, wohnort, =stadt, =gemeinde, wohngemeinde',
  'postal code': 'postleitzahl, plz',
  region: '=bundesland, =kanton, =landkreis',
  country: '=land, wohnsitzland, =ländercode',
  'birth date': 'geburtsdatum, geburtstag, geb datum, geboren am, gebdatum, gebdat, geburtsmonat',
  'birth year': 'geburtsjahr, jahrgang',
  age: '=alter, lebensalter',
  'age band': 'altersgruppe, volljährig, volljährigkeit, altersverifikation, minderjährig',
  'birth place': 'geburtsort, geburtsland, geburtsstadt',
  gender: 'geschlecht, geschlechtsidentität',
  nationality:
    'staatsangehörigkeit, nationalität, staatsbürgerschaft, staatsangehörigkeiten, aufenthaltsstatus',
  'marital status': 'familienstand, zivilstand, verheiratet, =ledig, =geschieden, personenstand',
  family: 'anzahl kinder, kinderzahl, haushaltsgröße, sterbedatum, todesdatum, elternzeit, mutterschutz',
  language: '=sprache, muttersprache, bevorzugte sprache, korrespondenzsprache',
  'time zone': '=zeitzone',
  'national id':
    'personalausweisnummer, ausweisnummer, sozialversicherungsnummer, sv-nummer, svnr, rentenversicherungsnummer, ahv-nummer, ahvnr, personalausweis, versicherungsnummer sozial, svnummer, personenkennzeichen, ahv nr, sozialversicherungsnr, identitätskartennummer, bereichsspezifisches personenkennzeichen, ausweis nr',
  passport: 'reisepass, reisepassnummer, passnummer, pass nr',
  'driving licence': 'führerschein, führerscheinnummer, führerausweis',
  'residence permit': 'aufenthaltstitel, aufenthaltserlaubnis, ausländernummer, aufenthaltsbewilligung',
  vehicle:
    'kennzeichen kfz, kfz-kennzeichen, nummernschild, fahrzeugkennzeichen, fahrgestellnummer, autokennzeichen',
  'tax id':
    'steuer-id, steueridentifikationsnummer, steuernummer, idnr steuer, steuer identnummer, steuerid, steuernr, identifikationsnummer steuer',
  'bank account': 'kontonummer, bankverbindung, bankkonto, kontonr, konto iban, bankdaten',
  'payment card': 'kreditkarte, kreditkartennummer, kartennummer, kartenprüfnummer, bankkarte',
  finances:
    'gehalt, einkommen, =lohn, bonität, steuerklasse, vermögen, schulden, jahreseinkommen, monatseinkommen, schufa, =rente, bruttogehalt, nettoeinkommen, gehaltsstufe, kreditwürdigkeit, verdienst, kontostand',
  employment:
    'beruf, berufsbezeichnung, stellenbezeichnung, tätigkeit, dienstgrad, eintrittsdatum, beschäftigungsstatus',
  education: 'ausbildung, schulabschluss, studiengang, bildungsabschluss, abschlussnote, zeugnis',
  interests: 'interessen, hobbys, vorlieben, freizeit',
  'ip address': 'ip-adresse, ipadresse',
  'hardware address': 'mac-adresse, gerätenummer',
  'device id': 'gerätekennung, geräte id, gerätename',
  location: '=standort, koordinaten, breitengrad, längengrad, aufenthaltsort, standortdaten',
  health:
    'gesundheit, krankheit, krankheiten, diagnosen, behinderung, schwerbehinderung, grad der behinderung, schwanger, schwangerschaft, allergie, allergien, blutgruppe, impfstatus, impfung, impfungen, krankenakte, patientennummer, patientenakte, gesundheitszustand, medikamente, medikament, vorerkrankung, vorerkrankungen, krankmeldung, arbeitsunfähigkeit, pflegegrad, pflegestufe, gesundheitsdaten, arzneimittel, ernährungsweise, =therapie, krankheitstage, schwerbehindertenausweis, rollstuhl, erkrankung, raucher, unverträglichkeiten, =befund, =behandlung, patienten id, krankenstand, schwerbehindert, patient id, =sucht, körpergewicht',
  'health insurance':
    'krankenversichertennummer, krankenkasse, krankenversicherung, krankenversicherungsnummer, kvnr, versichertennummer, versichertenkarte, gesundheitskarte, krankenkassennummer',
  biometrics:
    'biometrie, biometrische daten, fingerabdruck, gesichtserkennung, stimmabdruck, irisscan, fingerabdrücke, biometrisch, gesichtsbild biometrisch, stimmprofil',
  genetics: 'genetische daten, erbgut, genetisch, gentest, genetik, erbkrankheit',
  religion:
    'konfession, religionszugehörigkeit, kirchensteuer, =glaube, glaubensbekenntnis, weltanschauung, kirchenzugehörigkeit, kirchensteuermerkmal, kirchenmitglied, =taufe, religionsgemeinschaft, =kirche, bekenntnis',
  politics:
    'parteizugehörigkeit, politische meinung, parteimitglied, politische gesinnung, parteimitgliedschaft, politische einstellung, wahlverhalten, politische überzeugung, =partei',
  'union membership':
    'gewerkschaft, gewerkschaftsmitglied, gewerkschaftszugehörigkeit, gewerkschaftsmitgliedschaft, betriebsrat mitglied',
  ethnicity:
    'ethnie, ethnische herkunft, =rasse, ethnische zugehörigkeit, hautfarbe, abstammung, volkszugehörigkeit, migrationshintergrund, volksgruppe',
  'sex life': 'sexuelle orientierung, sexualität, sexualleben, homosexuell, geschlechtspartner',
  crime:
    'vorstrafe, vorstrafen, führungszeugnis, strafregister, straftaten, strafregisterauszug, straftat, verurteilung, verurteilungen, polizeiliches führungszeugnis, vorbestraft, haftstrafe, bundeszentralregister, strafverfahren, ermittlungsverfahren',
  pseudonym:
    'kundennummer, benutzer id, mitgliedsnummer, personalnummer, kundennr, mitarbeiternummer, matrikelnummer, kunden id, nutzer id, vertragskonto, mitglieds nr, pseudonyme kennung, personalnr',
  secret: 'passwort, kennwort, geheimnis, schlüssel privat, sicherheitsfrage, zugangsdaten',
  authorization: 'rolle, rollen, berechtigung, berechtigungen, gruppe, gruppen, recht, rechte',
  organisation:
    'firma, unternehmen, firmenname, abteilung, mandant, arbeitgeber, handelsregisternummer, ust-id, ustid, ust-idnr, umsatzsteuer id, betriebsnummer, organisation, kostenstelle, firmenanschrift, vereinsname, firmensitz',
  technical:
    'altersgrenze, ortszeit, krankheitsvertretung aktiv, rassehund, parteiname vertrag, dateiname, rollenname, gruppenname, produktname, vertragspartei, kartentyp, kontotyp, auftragsnummer, rechnungsnummer, bestellnummer, gültig bis, erstellt am, geändert am',
};
