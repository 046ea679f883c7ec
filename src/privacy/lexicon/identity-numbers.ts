import type { Lexicon } from './lexicon.ts';

/**
 * What countries outside of the twelve languages, and abbreviations everywhere, call the numbers that a state
 * gives to persons; from the issuers in src/privacy/national-id and the OECD's list of taxpayer numbers.
 */
export const identityNumbers: Lexicon = {
  'national id': `cnp, cod numeric personal, egn, edinen grazhdanski nomer, oib, osobni identifikacijski broj, emso, jmbg,
    jedinstveni maticni broj, maticni broj gradjana, amka, arithmos taftotitas, afm persona, tckn,
    tc kimlik no, tc kimlik, tc kimlik numarasi, kimlik no, rodne cislo, cislo obcanskeho prukazu, rodne,
    szemelyi szam, szemelyi igazolvany, taj szam, adoazonosito jel, asmens kodas, personas kods, isikukood,
    kennitala, ghana card, =nid, nid number, ktp, nik, npwp, cnic number, nicop, iin number, iin kazakhstan,
    snils, rnokpp, teudat zehut, mispar zehut, emirates id number, eid number, civil id, iqama,
    iqama number, national id card, sa id number, rsa id number, huduma number, bvn,
    bank verification number, nin number, national identity, government issued id,
    alien registration number, alien number, uscis number, military id, military number,
    service number military, birth certificate number, birth certificate, insee, bi number, bi nummer,
    numero bi, numero de carnet, carne de identidad, dui number, nui, nuip, nit persona, cuit persona,
    ruc persona, curp number, cedula number, ci number, resident identity card, shenfenzheng, id card no,
    jumin number, jumin deungrok beonho, rrn, my number card, kojin bango, phil id, philsys number, umid,
    sss number, gsis number, tax payer number, pps no, ppsn number, nhs ci number, chi number, hsc number,
    health and care number, ihi, tribal id, social security card, ssn number, ssn itin, ssn full, ss number,
    soc sec number, identity card no, id no, idnumber, personal identifier number, national insurance,
    ni no, nif persona, sofi`,
  'tax id': 'tin number, ird number, ird, atin, ptin, steuernr persoenlich, numero nif, numero tin',
  'payment card': '=pan, cc last four, cc last 4, =last4, card last digits, card pan number, card cvc',
  'bank account': `sort code, routing number, =bban number, aba number, bsb number, ifsc code account, clabe number`,
  'other name': '=maiden, pref name, preferred nm, name suffixes',
  'full name': 'usr nm, user nm, cust nm, customer nm, name person',
  'first name': 'name person first, first name person',
  'last name': 'name person last',
  phone: '=phn, phn no, phn nbr, =extension number, desk phone, direct dial',
  region: '=state, =district',
  employment: '=cv, =resume, military rank, badge name, pay rate, bonus pay',
  education: 'exam result, exam results, student gpa, school grades, marks obtained, student grade',
  family: `marriage date, date of marriage, wedding date, anniversary date, =anniversary, marriage certificate`,
  'another person': '=mentor, line manager name, tutor name, parents names',
};
