import type { Lexicon } from './lexicon.ts';

/** Finnish, with the attributes of Suomi.fi and the Finnish Trust Network. */
export const fi: Lexicon = {
  'full name':
    '=nimi, koko nimi, kokonimi, tilinomistaja, kortinhaltija, näyttönimi, henkilön nimi, tilin omistaja, kortin haltija',
  'first name': 'etunimi, etunimet, kutsumanimi, etu nimi',
  'last name': 'sukunimi, tyttönimi, syntymänimi, suku nimi, entinen sukunimi',
  'other name': 'lempinimi, toinen nimi, taiteilijanimi, puhuttelunimi, nimimerkki',
  'another person':
    'puoliso, aviopuoliso, lähiomainen, yhteyshenkilö hätätilanteessa, lapset, äidin nimi, isän nimi, huoltaja, esimies, edunvalvoja, esihenkilö, =äiti, =isä, omainen, avopuoliso',
  username: 'käyttäjätunnus, käyttäjänimi, kirjautumistunnus, tunnus käyttäjä',
  email: 'sähköposti, sähköpostiosoite, s-posti, meili, säpo, sposti',
  phone:
    'puhelin, puhelinnumero, matkapuhelin, matkapuhelinnumero, kännykkä, kännykkänumero, =puh, puhelinnro, gsm numero, kotipuhelin, työpuhelin, puh nro, lankapuhelin, =gsm',
  fax: 'faksi, faksinumero',
  'web page': 'henkilökohtainen kotisivu, kotisivu, profiilisivu',
  photo: 'profiilikuva, passikuva, valokuva, kasvokuva, henkilökuva, muotokuva',
  signature: 'allekirjoitus',
  'free text': 'elämäkerta',
  address:
    '=osoite, kotiosoite, postiosoite, toimitusosoite, laskutusosoite, asuinpaikka, vakinainen osoite, lähiosoite, vakinainen kotimainen lähiosoite, asuinosoite, osoiterivi, tilapäinen osoite, kotimainen osoite, käyntiosoite, osoitetiedot',
  street: 'katu, katuosoite, kadunnimi, talonumero, kadun nimi, huoneistonumero, katunumero',
  city: 'postitoimipaikka, kotikunta, asuinkunta, =kaupunki, =kunta, =paikkakunta, kotikaupunki',
  'postal code': 'postinumero, postinro',
  region: '=maakunta, =lääni',
  country: '=maa, asuinmaa, =maakoodi',
  'birth date': 'syntymäaika, syntymäpäivä, synt aika, syntynyt, syntymäkuukausi, syntymäpvm',
  'birth year': 'syntymävuosi',
  age: '=ikä',
  'age band': 'täysi-ikäinen, ikäryhmä, ikäluokka, alaikäinen, täysi ikäinen',
  'birth place': 'syntymäpaikka, syntymämaa, syntymäkotikunta, syntymäkunta, syntymäkaupunki',
  gender: 'sukupuoli, sukupuoli identiteetti',
  nationality: 'kansalaisuus, kansallisuus, oleskelustatus, kansalaisuudet',
  'marital status': 'siviilisääty, naimisissa, aviosääty, eronnut, naimaton',
  family:
    'lasten lukumäärä, kuolinpäivä, perhesuhteet, perhetilanne, lasten määrä, vanhempainvapaa, äitiysloma, huollettavat, perhekoko, talouden koko',
  language: '=kieli, äidinkieli, asiointikieli',
  'time zone': 'aikavyöhyke',
  'national id':
    'henkilötunnus, hetu, sosiaaliturvatunnus, sotu, henkilökortti, henkilökortin numero, sähköinen asiointitunnus, =satu, henkilöllisyystodistus, henkilökorttinumero, hetu tunnus, ulkomainen henkilötunnus',
  passport: 'passi, passin numero, passinumero',
  'driving licence': 'ajokortti, ajokortin numero, ajokorttinumero',
  'residence permit': 'oleskelulupa, työlupa',
  vehicle: 'rekisterinumero auto, auton rekisterinumero, rekisterikilpi, valmistenumero auto',
  'tax id': 'veronumero, verotunniste',
  'bank account': 'tilinumero, pankkitili, pankkitilin numero, tilinro, pankkiyhteys',
  'payment card':
    'luottokortti, kortin numero, luottokorttinumero, maksukortti, pankkikortti, luottokortin numero',
  finances:
    'palkka, tulot, vuositulot, velat, varallisuus, luottotiedot, eläke, maksuhäiriömerkintä, kuukausipalkka, bruttopalkka, verotettavat tulot, luottokelpoisuus, tilin saldo, kuukausitulot, ulosotto, palkkaluokka',
  employment: 'ammatti, ammattinimike, työnimike, tehtävänimike, työsuhde, työsuhteen alku',
  education: 'koulutus, koulutusaste, tutkinto, arvosanat, koulutustaso, todistus tutkinto',
  interests: 'harrastukset, kiinnostuksen kohteet, kiinnostukset',
  'ip address': 'ip-osoite, ip osoite',
  'hardware address': 'mac-osoite',
  'device id': 'laitetunniste, laitteen tunniste',
  location: '=sijainti, koordinaatit, leveysaste, pituusaste, nykyinen sijainti, sijaintitiedot, olinpaikka',
  health:
    'terveys, sairaus, sairaudet, =vamma, vammaisuus, raskaana, raskaus, allergia, allergiat, veriryhmä, terveystiedot, diagnoosi, lääkitys, lääkkeet, rokotus, rokotukset, sairausloma, terveydentila, työkyvyttömyys, sairaushistoria, potilasnumero, potilas, rokotustiedot, potilastiedot, erityisruokavalio, vammaistuki, liikuntarajoite, ruokavalio, pitkäaikaissairaus, =hoito, invaliditeetti, sairauspoissaolo, potilastunnus, pyörätuoli, toimintarajoite, tupakointi, lääkärintodistus, rokotustila, ruoka allergia, mielenterveys, terveydentilatiedot, päihteet, vammautunut, potilaskertomus, kehon paino',
  'health insurance':
    'sairausvakuutus, kela-kortti, sairausvakuutuskortti, kelakortti, sairausvakuutusnumero, terveysvakuutus, kela kortti, sairauskuluvakuutus',
  biometrics:
    'biometriset tiedot, sormenjälki, sormenjäljet, kasvojentunnistus, ääninäyte, biometrinen, biometria, äänijälki, iiristunniste',
  genetics: 'geneettiset tiedot, geenitesti, perinnöllinen sairaus, geneettinen, geenitiedot, perimä',
  religion:
    'uskonto, uskontokunta, seurakunta, kirkkoon kuuluminen, kirkollisvero, vakaumus, uskonnollinen vakaumus, elämänkatsomus, =kirkko, uskonnollinen yhdyskunta, filosofinen vakaumus, =usko, kirkon jäsenyys, =kaste',
  politics:
    'poliittinen mielipide, puolue, puoluejäsenyys, poliittinen kanta, puoluekanta, poliittinen vakaumus, poliittiset mielipiteet, poliittinen suuntautuminen, poliittinen puolue, äänestyskäyttäytyminen',
  'union membership':
    'ammattiliitto, ammattiliiton jäsenyys, ammattiliiton jäsen, ay-jäsenyys, ammattiyhdistys, ammattiliittoon kuuluminen, ammattiyhdistyksen jäsenyys, luottamusmies, liiton jäsenmaksu, ay jäsenmaksu',
  ethnicity: 'etninen alkuperä, etnisyys, =rotu, etninen tausta, ihonväri, etninen ryhmä, syntyperä',
  'sex life': 'seksuaalinen suuntautuminen, seksuaalisuus, sukupuolielämä, seksuaalielämä',
  crime:
    'rikosrekisteri, rikosrekisteriote, rikostuomio, tuomiot, rikokset, rikoshistoria, rikostausta, vankeustuomio, rikosepäily, rikostuomiot',
  pseudonym:
    'asiakasnumero, asiakastunnus, jäsennumero, henkilönumero, opiskelijanumero, oppijanumero, työntekijänumero, käyttäjä id, asiakasnro, yksilöintitunnus, jäsentunnus',
  secret: 'salasana, yksityinen avain, salainen avain, pin koodi, tunnusluku',
  authorization: 'rooli, roolit, oikeudet, ryhmä, ryhmät, käyttöoikeudet, valtuutus, valtuudet',
  organisation:
    'yritys, yrityksen nimi, y-tunnus, ytunnus, työnantaja, osasto, organisaatio, toiminimi, yritystunnus, yhtiö, organisaation nimi, yrityksen osoite, alv tunnus, yhdistys, kustannuspaikka',
  technical:
    'tiedostonimi, tuotenimi, roolin nimi, ryhmän nimi, tilausnumero, laskunumero, luontipäivä, muokattu, voimassa asti, ikäraja, verkkotunnus, asianumero, tiedoston nimi, tuotteen nimi, verkkotunnuksen nimi, viitenumero, päivitetty',
};
