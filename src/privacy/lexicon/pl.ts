import type { Lexicon } from './lexicon.ts';

/** Polish, with the attributes of Profil Zaufany and login.gov.pl. */
export const pl: Lexicon = {
  'full name':
    'imię i nazwisko, pełne imię, pełna nazwa osoby, imię nazwisko, posiadacz rachunku, posiadacz karty, właściciel konta, nazwa wyświetlana, pełne imię i nazwisko',
  'first name': 'imię, imiona, pierwsze imię, drugie imię',
  'last name': 'nazwisko, nazwisko rodowe, nazwisko panieńskie, nazwisko rodzinne, nazwisko rodowe matki',
  'other name': 'pseudonim, przydomek, zwrot grzecznościowy, ksywka, tytuł naukowy',
  'another person':
    'małżonek, małżonka, żona, mąż, kontakt w nagłych wypadkach, imię matki, imię ojca, dzieci, opiekun prawny, przełożony, =matka, =ojciec, imiona rodziców, lekarz rodzinny, osoba kontaktowa',
  username: 'nazwa użytkownika, login użytkownika',
  email: 'adres e-mail, adres mailowy, poczta elektroniczna, adres poczty elektronicznej, adres email',
  phone:
    'telefon, numer telefonu, komórka, telefon komórkowy, numer komórkowy, nr telefonu, telefon stacjonarny, nr tel, numer tel, telefon kontaktowy, telefon domowy, telefon służbowy, nr komórki',
  fax: 'faks, numer faksu',
  'web page': 'strona osobista, strona domowa',
  photo: 'zdjęcie, zdjęcie profilowe, fotografia, zdjęcie legitymacyjne, wizerunek',
  signature: 'podpis odręczny',
  'free text': 'życiorys, o mnie',
  address:
    '=adres, adres zamieszkania, adres zameldowania, adres korespondencyjny, adres dostawy, miejsce zamieszkania, adres do korespondencji, adres domowy, adres pocztowy, adres rozliczeniowy, zameldowanie, adres pobytu, adres do faktury, zamieszkanie',
  street:
    'ulica, numer domu, numer mieszkania, nr domu, nr mieszkania, nazwa ulicy, numer lokalu, numer budynku',
  city: '=miasto, =miejscowość, =gmina, miasto zamieszkania, miejscowość zamieszkania',
  'postal code': 'kod pocztowy, kod poczt',
  region: '=województwo, =powiat',
  country: '=kraj, kraj zamieszkania, =kod kraju, =państwo',
  'birth date': 'data urodzenia, urodziny, data ur, dzień urodzenia, urodzony, miesiąc urodzenia, data urodz',
  'birth year': 'rok urodzenia',
  age: '=wiek',
  'age band': 'pełnoletni, pełnoletność, grupa wiekowa, przedział wiekowy, niepełnoletni',
  'birth place': 'miejsce urodzenia, kraj urodzenia, miasto urodzenia, państwo urodzenia',
  gender: 'płeć, tożsamość płciowa',
  nationality: 'narodowość, obywatelstwo, obywatelstwa, status uchodźcy',
  'marital status': 'stan cywilny, żonaty, zamężna, rozwiedziony, =kawaler, =panna',
  family:
    'liczba dzieci, data zgonu, sytuacja rodzinna, urlop macierzyński, członkowie rodziny, gospodarstwo domowe, data śmierci',
  language: '=język, język ojczysty, preferowany język',
  'time zone': 'strefa czasowa',
  'national id':
    'pesel, numer pesel, dowód osobisty, numer dowodu, numer dowodu osobistego, nr dowodu, seria i numer dowodu, numer dokumentu tożsamości, nr pesel, dokument tożsamości, numer ewidencyjny, numer dokumentu, seria dowodu',
  passport: 'paszport, numer paszportu, nr paszportu',
  'driving licence': 'prawo jazdy, numer prawa jazdy',
  'residence permit': 'karta pobytu, zezwolenie na pobyt, numer karty pobytu',
  vehicle: 'numer rejestracyjny pojazdu, tablica rejestracyjna, nr rejestracyjny, numer rejestracyjny',
  'tax id': 'numer identyfikacji podatkowej osoby, nip osoby, identyfikator podatkowy',
  'bank account':
    'rachunek bankowy, numer konta, konto bankowe, numer rachunku, nr konta, nr rachunku, numer rachunku bankowego, dane bankowe',
  'payment card':
    'karta kredytowa, numer karty, karta płatnicza, nr karty, karta debetowa, numer karty kredytowej',
  finances:
    'wynagrodzenie, dochód, dochody, zadłużenie, emerytura, zarobki, pensja, majątek, roczny dochód, zdolność kredytowa, saldo konta, płaca, dochód miesięczny, =renta, komornik, ocena kredytowa',
  employment:
    'zawód, zajmowane stanowisko, stanowisko pracy, =stanowisko, zatrudnienie, data zatrudnienia, staż pracy',
  education:
    'wykształcenie, poziom wykształcenia, kierunek studiów, wykształcenie wyższe, świadectwo szkolne',
  interests: 'zainteresowania, hobby zainteresowania, upodobania',
  'ip address': 'adres ip',
  'hardware address': 'adres mac',
  'device id': 'identyfikator urządzenia, id urządzenia',
  location:
    '=lokalizacja, współrzędne, szerokość geograficzna, długość geograficzna, położenie, geolokalizacja, obecna lokalizacja',
  health:
    'zdrowie, choroba, choroby, niepełnosprawność, stopień niepełnosprawności, ciąża, alergia, alergie, grupa krwi, historia choroby, diagnoza, =leki, szczepienie, szczepienia, stan zdrowia, zwolnienie lekarskie, dane medyczne, inwalidztwo, =dieta, orzeczenie o niepełnosprawności, pacjent, numer pacjenta, rozpoznanie, orzeczenie lekarskie, dane o zdrowiu, historia medyczna, kartoteka medyczna, wymagania dietetyczne, preferencje żywieniowe, wózek inwalidzki, schorzenia, leczenie, choroby przewlekłe, status szczepienia, karta pacjenta, niezdolność do pracy, palacz, uzależnienie, dane zdrowotne, niepełnosprawny, =l4, w ciąży, masa ciała, schorzenie, zdrowie psychiczne',
  'health insurance':
    'ubezpieczenie zdrowotne, numer ubezpieczenia zdrowotnego, numer ubezpieczenia, nfz, ekuz, karta ubezpieczenia zdrowotnego, polisa zdrowotna, polisa medyczna',
  biometrics:
    'biometria, odcisk palca, odciski palców, rozpoznawanie twarzy, dane biometryczne, biometryczny, skan tęczówki, odcisk głosu, wzorzec twarzy',
  genetics: 'dane genetyczne, test genetyczny, genetyka, badanie genetyczne, choroba dziedziczna, genetyczny',
  religion:
    'wyznanie, przekonania religijne, religijny, przynależność wyznaniowa, =wiara, światopogląd, przynależność religijna, kościół, parafia, przekonania filozoficzne, religia, chrzest, związek wyznaniowy',
  politics:
    'poglądy polityczne, partia polityczna, przynależność partyjna, przynależność polityczna, opinie polityczne, przekonania polityczne, sympatie polityczne, członkostwo w partii, preferencje wyborcze, =partia',
  'union membership':
    'związek zawodowy, przynależność związkowa, członkostwo w związku zawodowym, członek związku, przynależność do związku zawodowego, przynależność do związków zawodowych, związki zawodowe, składka związkowa, członek związku zawodowego',
  ethnicity:
    'pochodzenie etniczne, pochodzenie rasowe, =rasa, kolor skóry, etniczność, grupa etniczna, przynależność etniczna, mniejszość narodowa',
  'sex life': 'orientacja seksualna, seksualność, życie seksualne, seksualna orientacja',
  crime:
    'karalność, niekaralność, zaświadczenie o niekaralności, =wyrok, wyroki, przestępstwo, przestępstwa, skazanie, krajowy rejestr karny, rejestr karny, wyroki skazujące, karany, przeszłość kryminalna, wyrok skazujący, =krk',
  pseudonym:
    'numer klienta, id użytkownika, numer członkowski, numer pracownika, identyfikator użytkownika, nr klienta, numer albumu, identyfikator klienta, id klienta, numer indeksu, nr albumu',
  secret: '=hasło, klucz prywatny, tajny klucz, haslo, kod pin, pytanie pomocnicze',
  authorization: 'rola, role użytkownika, uprawnienia, grupa, grupy, uprawnienie',
  organisation:
    'firma, nazwa firmy, nip, regon, krs, pracodawca, przedsiębiorstwo, nazwa organizacji, dział, nip firmy, spółka, organizacja, adres firmy, siedziba, stowarzyszenie, centrum kosztów',
  technical:
    'nazwa pliku, nazwa produktu, nazwa roli, nazwa domeny, nazwa grupy, numer zamówienia, numer faktury, data utworzenia, data modyfikacji, data ważności, status zamówienia, kod produktu, tytuł dokumentu, nazwa systemu, nr zamówienia, nazwa usługi, numer sprawy',
};
