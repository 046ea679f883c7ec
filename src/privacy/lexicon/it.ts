import type { Lexicon } from './lexicon.ts';

/** Italian, with the attributes of SPID and CIE. */
export const it: Lexicon = {
  'full name':
    'nome completo, nome e cognome, nome cognome, intestatario, intestatario del conto, titolare del conto, titolare della carta, nominativo, cognome nome',
  'first name': '=nome, nome proprio, nome di battesimo',
  'last name': 'cognome, cognome da nubile, cognome alla nascita',
  'other name': 'soprannome, secondo nome, titolo di cortesia, nome d’arte, pseudonimo, appellativo',
  'another person':
    'coniuge, moglie, marito, contatto di emergenza, nome della madre, nome del padre, =figli, tutore legale, medico curante, medico di base, responsabile diretto, genitore',
  username: 'nome utente, utente nome, nome account',
  email:
    'posta elettronica, indirizzo email, indirizzo mail, indirizzo di posta elettronica, casella di posta, =pec, posta certificata, digital address, domicilio digitale, indirizzo pec',
  phone:
    'telefono, numero di telefono, cellulare, numero di cellulare, telefono cellulare, telefono fisso, recapito telefonico, numero cellulare, =recapito, telefono casa, telefono ufficio',
  fax: 'numero di fax',
  'web page': 'sito personale, pagina personale, sito web personale',
  photo: 'fotografia, foto profilo, foto tessera, foto del profilo, immagine profilo, ritratto',
  signature: 'firma autografa, firma olografa',
  'free text': 'biografia',
  address:
    '=indirizzo, indirizzo di residenza, residenza, domicilio, indirizzo di spedizione, indirizzo di fatturazione, indirizzo postale, indirizzo completo, indirizzo di casa, recapito postale, indirizzo spedizione, indirizzo fatturazione, domicile address, luogo di residenza',
  street: 'numero civico, nome della via, domicile street address, indirizzo via, via e numero',
  city: '=città, =comune, comune di residenza, città di residenza, domicile municipality',
  'postal code': 'codice postale, =cap, cap residenza, codice avviamento postale, domicile postal code',
  region: 'provincia di residenza, =provincia, regione di residenza, domicile province',
  country:
    '=paese, paese di residenza, =stato di residenza, nazione di residenza, =nazione, domicile nation, =codice paese',
  'birth date':
    'data di nascita, data nascita, compleanno, nato il, nata il, datanascita, giorno di nascita, mese di nascita',
  'birth year': 'anno di nascita',
  age: '=età',
  'age band': 'maggiorenne, fascia di età, fascia età, minorenne, maggiore età',
  'birth place':
    'luogo di nascita, comune di nascita, provincia di nascita, paese di nascita, county of birth, luogo nascita, stato di nascita, città di nascita',
  gender: 'sesso, genere persona, =genere, identità di genere',
  nationality: 'nazionalità, cittadinanza, cittadinanze, status di rifugiato',
  'marital status': 'stato civile, coniugato, sposato, celibe, nubile, divorziato, vedovo',
  family:
    'numero di figli, nucleo familiare, stato di famiglia, data di morte, data di decesso, figli a carico, familiari a carico, maternità congedo',
  language: '=lingua, lingua madre, lingua preferita, madrelingua',
  'time zone': 'fuso orario',
  'national id':
    "codice fiscale, codicefiscale, carta d'identità, numero carta d'identità, numero documento, documento d'identità, documento di riconoscimento, numero di previdenza sociale, carta identità, fiscal number, numero documento identità, carta identità elettronica, estremi documento, spid code",
  passport: 'passaporto, numero di passaporto, numero passaporto',
  'driving licence': 'patente, patente di guida, numero patente',
  'residence permit': 'permesso di soggiorno, carta di soggiorno',
  vehicle: 'targa, targa veicolo, targa auto, numero di telaio',
  'tax id': 'codice contribuente, identificativo fiscale',
  'bank account':
    'conto corrente, conto bancario, numero di conto, coordinate bancarie, numero conto, codice iban',
  'payment card': 'carta di credito, numero di carta, numero carta, carta di debito, carta prepagata',
  finances:
    'stipendio, reddito, isee, retribuzione, debiti, pensione, patrimonio, reddito annuo, busta paga, merito creditizio, reddito mensile, saldo conto, affidabilità creditizia',
  employment:
    'professione, mestiere, qualifica professionale, occupazione, posizione lavorativa, =mansione, stato occupazionale, data assunzione',
  education:
    'titolo di studio, istruzione, livello di istruzione, laurea, percorso di studi, carriera accademica',
  interests: 'interessi, passatempi, interessi personali, tempo libero',
  'ip address': 'indirizzo ip',
  'hardware address': 'indirizzo mac',
  'device id': 'identificativo dispositivo, id dispositivo',
  location:
    '=posizione geografica, coordinate gps, geolocalizzazione, coordinate geografiche, latitudine, longitudine, posizione gps, ultima posizione',
  health:
    'salute, malattia, malattie, disabilità, gravidanza, incinta, gruppo sanguigno, allergia, allergie, cartella clinica, stato di salute, diagnosi, farmaci, vaccinazione, invalidità, terapia, storia clinica, stato vaccinale, handicap grave, certificato medico, patologia, patologie, dati sanitari, intolleranze, intolleranze alimentari, esigenze alimentari, percentuale invalidità, paziente, codice paziente, vaccini, assenza per malattia, legge 104, categoria protetta, disabile, anamnesi, fumatore, condizioni di salute, farmaco, ricovero, infortunio, dieta alimentare, regime alimentare, peso corporeo',
  'health insurance':
    'tessera sanitaria, numero tessera sanitaria, assicurazione sanitaria, servizio sanitario, polizza sanitaria, codice sanitario, codice assistito, esenzione ticket',
  biometrics:
    'biometria, impronta digitale, impronte digitali, riconoscimento facciale, dati biometrici, impronta vocale, biometrico, scansione iride',
  genetics: 'dati genetici, genetica, dna test, test genetico, patrimonio genetico, =genetico',
  religion:
    'religione, credo religioso, convinzioni religiose, confessione religiosa, appartenenza religiosa, fede religiosa, convinzioni filosofiche, orientamento religioso, =culto',
  politics:
    'opinione politica, opinioni politiche, partito politico, orientamento politico, appartenenza politica, affiliazione politica, tessera di partito, intenzione di voto, iscrizione partito',
  'union membership':
    'sindacato, iscrizione sindacale, appartenenza sindacale, tessera sindacale, iscritto al sindacato, adesione sindacale, sindacale, trattenuta sindacale, delegato sindacale',
  ethnicity:
    'origine etnica, etnia, =razza, origine razziale, colore della pelle, gruppo etnico, appartenenza etnica',
  'sex life': 'orientamento sessuale, vita sessuale, sessualità, preferenze sessuali',
  crime:
    'casellario giudiziale, precedenti penali, condanna, condanne, carichi pendenti, reati, =reato, fedina penale, certificato penale, condanna penale, condanne penali, procedimenti penali',
  pseudonym:
    'codice cliente, numero cliente, id utente, numero socio, matricola, codice utente, numero di matricola, codice dipendente, id cliente, codice identificativo, identificativo utente, numero tessera',
  secret: 'parola chiave, chiave privata, password utente, parola d’ordine, domanda segreta, chiave segreta',
  authorization: '=ruolo, ruoli, permessi, gruppo, gruppi, autorizzazioni, privilegi, abilitazioni',
  organisation:
    'azienda, ragione sociale, partita iva, p iva, datore di lavoro, società, nome azienda, nome della società, company fiscal number, ditta, =ente, denominazione sociale, registered office, iva code, ufficio, reparto, sede legale, indirizzo azienda',
  technical:
    'nome file, nome del prodotto, nome del ruolo, nome dominio, nome prodotto, numero ordine, numero fattura, data di creazione, data di modifica, data di scadenza, stato ordine, codice prodotto, titolo documento, numero pratica, nome host, nome gruppo, nome del file',
};
