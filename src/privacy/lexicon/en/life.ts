import type { Lexicon } from '../lexicon.ts';

/** Money, work, education, interests, devices and places. */
export const life: Lexicon = {
  'bank account': `iban, bank account, bank account number, account number, bank account no, sort code account, bban,
    routing number account, debit account, sepa mandate, payee account, bank details, payout account,
    account iban, giro account, direct debit mandate, account no, acct no, acct number, creditor account,
    debtor account, account iban number, bank acct, bank acct no, bank acct number, bank account iban,
    bank account holder, bank account details, bank info, bank information, bank details account,
    bank routing number, sort code, swift account, account and routing, routing and account,
    account and sort code, deposit account, deposit account number, checking account, savings account,
    current account number, current account no, payout iban, refund iban, refund account, salary account,
    giro number, giro, transit number account, direct deposit account, direct deposit, direct debit account,
    mandate iban, beneficiary account, beneficiary account number, beneficiary iban, payer account,
    payer iban, payee iban, debtor iban, creditor iban, account identification iban, virtual account number,
    brokerage account, brokerage account number, investment account, trading account number, upi id,
    vpa upi, upi address, pix key, clabe, ifsc account, nuban, paypal account, paypal id, paypal payer id,
    venmo handle, venmo username, cash app tag, cashtag, revolut tag, bank mandate, ach account`,
  'payment card': `credit card, card number, debit card, credit card number, card no, payment card, ccnum, cc number, cvv,
    cvc, card expiry, primary account number, card pan, last four digits card, card last4, credit card no,
    card security code, card num, card last four, payment method details, card details, debit card number,
    card holder number, card pan masked number, card number last four, card number last digits,
    card last digits, card last 4 digits, last four digits, card ending, card suffix, first six digits,
    card bin and last4, card expiration, card expiration date, card expiry date, card exp date,
    expiry of card, credit card expiry, credit card expiration, credit card last4, credit card holder,
    debit card no, debit card pan, bank card, bank card number, charge card, prepaid card number,
    gift card holder, pan last4, pan sequence number, dpan, fpan, track 2 data, card track data, card data,
    cc last4, cc exp, cc holder, cc details, visa card number, mastercard number, amex number,
    fuel card number`,
  finances: `creditworthiness score, loan amount, benefits claimed, debt amount, salary amount, bank statement,
    credit history, tax return, =wealth, income bracket, income range, financial status, =spending, salary,
    income, annual income, credit score, credit rating, net worth, =wage, =wages, pay grade, account
    balance, bank balance, household income, =debt, debts, pension, compensation amount, bonus amount,
    payroll, bankruptcy, creditworthiness, credit limit, monthly income, salary band, tax bracket, mortgage,
    loan balance, compensation, =remuneration, total compensation, base compensation, base pay, base wage,
    =pay, pay amount, pay slip, paycheck, pay stub, gross pay, net pay, gross salary, net salary, gross
    income, net income of person, taxable income, hourly wage, hourly pay, hourly rate of employee, daily
    wage, salary grade, salary step, salary level, salary scale, wage band, pay scale, pay band, pay level,
    annual earnings, ytd earnings, stock options granted, equity grant, equity grants, stipend, housing
    allowance, commission earned, monthly rent, rent amount, rent paid, house rent, mortgage amount,
    mortgage balance, monthly payment amount, loan amount outstanding, loan purpose, loan history, loan
    default, student loan, student debt, overdraft, overdraft limit, credit risk, credit risk score, credit
    report, credit check, credit check result, credit file, credit class, fico, fico score, vantage score,
    bankruptcies, bankrupt, insolvency, insolvent, foreclosure, garnishment, wage garnishment, alimony,
    child support, child maintenance, social benefits, welfare benefits, welfare recipient, unemployment
    benefit, unemployment benefits, housing benefit, benefit amount, food stamps, total assets of person,
    personal assets, liabilities of person, savings balance, savings amount, investment portfolio, portfolio
    value, investments, stock holdings, holdings value, account balances, current balance, available
    balance, balance amount of customer, transaction history, payment history, spending history, spending
    habits, spend amount, donation amount, donations, donation history, gambling, gambling history, gambling
    limit, betting history, home ownership, property ownership, home owner status, homeowner, house value,
    home value, tax withheld, tax withholding, tax filing status, filing status, tax allowance, tax
    liability, tax bracket code, tax class person, pension amount, pension balance, pension fund, pension
    plan, pension contribution, pension contributions, retirement account, retirement savings, 401k,
    insurance premium paid, financial situation, financial hardship, financial data, financial profile,
    affordability, disposable income, source of income, income source, source of funds, source of wealth,
    funds origin, economic status, socioeconomic status, poverty level, debt collection, debt ratio, debtor
    status, arrears, payment default, payment defaults, credit line, credit utilization, credit capacity,
    credit record, credit records, credit standing, loan record, loan records, house owned, apartment owned,
    houses owned, spending habit, purchases and spending habit, tax residency, tax residence`,
  employment: `disciplinary action, disciplinary record, references employment, work history, previous employer,
    current employer, =seniority, employment type personal, work experience, military service, veteran,
    veteran status, military status, job title, occupation, profession, =title, position title, work title,
    personal position, has occupation, job role title, employment status, employment history, job position,
    employer name of user, performance rating, performance review, years of experience, employee status,
    hire date, date of hire, termination date, resume url, resume text, curriculum vitae, cv url,
    responsibilities, job function of employee, job role, job grade, job level, job description of employee,
    work position, position held, military rank held, employment, employment date, employment start date,
    employment end date, start date of employment, employment contract, employment record,
    employment details, employer history, employment termination, termination reason,
    reason for termination, reason for leaving, dismissal reason, dismissal, resignation date,
    resignation reason, resignation, unemployed, unemployment status, job seeker, years of service,
    length of service, tenure years, work anniversary, performance score, performance evaluation,
    performance appraisal, appraisal score, evaluation of employee, talent rating, nine box,
    succession plan, promotion date, promotion history, disciplinary, disciplinary actions,
    disciplinary history, warning letter, grievance, work hours, working hours, hours worked, time sheet,
    work schedule, shift schedule, absence type, absence code, absence hours, absence history,
    absence balance, absence days, leave balance, leave days, annual leave, vacation balance, vacation days,
    overtime hours, attendance record, attendance history, badge swipes, career, career history,
    career path, career goals, previous job, previous jobs, last employer, former employer,
    current position title, present employer, reference letter, references person, resume, resumes,
    resume file, cv document, interview score, interview feedback, candidate score, candidate rating,
    job application, application status of candidate, military experience, military branch, military record,
    military discharge, discharge status, volunteer work, volunteering, professional background,
    professional experience, work background, occupation code, occupation title, profession code,
    line of work, vocation, worker grade, staff grade, civil servant grade, professional evaluation,
    professional interview, professional interviews`,
  education: `=education, =degree, school name of user, academic record, education level, alumni of,
    university degree, grade average, gpa, diploma, =qualification, =qualifications, highest education,
    student grades, transcript of records, exam results, education history, education record,
    educational background, educational level, educational attainment, education degree, education status,
    education institution attended, school record, school records, school report, school attended,
    schools attended, =schools, school grade, college attended, college degree, university attended,
    alma mater, major subject, field of study, study field, study program of student, course of study,
    degree level, degree title, degree type, degrees, academic degree, academic qualification,
    academic qualifications, academic history, academic performance, academic standing, academic transcript,
    academic level, academic grade, =grades, grade point average, final grade, final grades,
    test score person, sat score, toefl score, ielts score, exam grade, exam grades, exam score,
    exam scores, graduation year, graduation date, year of graduation, class of graduation,
    student transcript, student record, thesis title, diploma number, certificate of education,
    certifications held, professional certification, professional certifications, language skills,
    language proficiency, language level of person, learning record, learning history,
    detention history of student, suspension history`,
  interests: `hair color, hair colour, eye color, eye colour, tattoo, tattoos, body height, height cm, user height,
    shoe size, clothing size, handedness, life habits, =opinions, =reputation, =attitude, media consumption,
    hobbies, hobby, =interests, =favourite, =favorite, purchase history, browsing history, search history,
    =likes, =lifestyle, personality, =skills, personality type, shopping habits, watch history, browsing
    behavior, psychometric, =height, =weight, bust size, waist size, dress size, ring size, clothes size,
    weight range, weight pounds, weight lbs, weight in kg, height in cm, height inches, height feet,
    physical characteristics, physical description, physical appearance, physical features, appearance
    description, distinguishing marks, distinguishing features, distinctive marks, identifying marks, scars,
    birthmark, body type, body shape, hair type, hair style, facial hair, beard, eye colour code, left
    handed, call history, call records, call log, call logs, call detail record, call detail records, cdr
    record, message history, messaging history, sms history, chat history, chat log, chat logs, chat
    messages, chat transcript, conversation history, conversation log, private messages, direct messages,
    text messages, email history, mail history, viewing history, view history, viewing habits, listening
    history, listening habits, playback history, reading history, reading list of user, click history,
    clickstream, browse history, browser history, surf history, visited pages, visited sites, visited urls,
    pages visited, web history, app usage, usage history, activity history, login history, order history,
    buying history, buying habits, shopping history, purchases, past purchases, purchase behaviour, purchase
    behavior, buyer behaviour, consumption profile, energy consumption of household, meter readings of
    household, wish list, favourites, favorites, favourite team, favorite team, favourite athletes, favorite
    athletes, favorite teams, favourite colour, favorite color, favorite music, favourite music, favorite
    movies, favorite food, music taste, taste profile, lifestyle segment, life stage, life event, life
    events, pet name of user, pets owned, pet owner, leisure activities, leisure, pastimes, sport
    activities, sports played, personality profile, personality test, personality traits, personality score,
    character traits, psychological profile score, iq score, aptitude test, behaviour profile, behavior
    profile, behavioural profile, behavioral profile, behaviour score, behavioral score, driving behaviour,
    driving behavior, driving style, driving score, driver score, sentiment score of user, emotional state,
    personal interests, personal preferences, personal opinion, social graph, friends list, followers list,
    contact list, contacts list, address book, group memberships social, club membership, club memberships,
    past projects, wearing glasses, demeanor, demeanour, =dislike, dislikes, general reputation, life
    history, personal possession, personal possessions, physical characteristic, physical trait, physical
    traits, piercing, piercings, social status, tv viewing behavior, tv viewing behaviour, tv viewing
    habits, viewing behavior, viewing behaviour, service consumption behavior, service consumption
    behaviour, email content, social media communication, private communication, favourite food, favourite
    book, favorite book, favourite movie, favorite movie, t shirt size, tshirt size, playlist history,
    search queries`,
  'ip address': `ip, ip address, ip addr, client ip, remote addr, remote address, remote ip, user ip, last ip, source ip,
    ipv4, ipv6, ipv4 address, ipv6 address, login ip, x forwarded for, forwarded for, signup ip, src ip,
    registration ip, request ip, req ip, caller ip, origin ip, client address, client ip address,
    ip of user, ip user, auth ip, ip client, visitor ip, creation ip, created from ip, created ip,
    register ip, last seen ip, last login ip, last sign in ip, current sign in ip, last known ip, sender ip,
    peer ip, peer address ip, user host ip, real ip, true client ip, connecting ip, device ip, home ip,
    session ip, ipv4 addr, ipv6 addr, wan ip, ip history, ip address list, client ip addr, public ip of user`,
  'hardware address': `mac address, mac addr, imei, imsi, iccid, meid, esn number, device serial number, hardware id, wifi mac,
    bluetooth address, bluetooth mac, serial number device, ethernet address, sim number, device mac,
    mac id, wifi mac address, wlan mac, wlan address, bluetooth id, bluetooth device address, ble address,
    bssid, ssid of home, home wifi ssid, home ssid, wifi ssid, wifi network name, imei number, imei no,
    imsi number, imeisv, supi, suci, eid sim, sim serial, sim serial number, sim card number, iccid number,
    handset id, handset imei, serial number of phone, ethernet mac, nic mac, phone serial number`,
  'device id': `device id, device identifier, advertising id, idfa, idfv, gaid, aaid, android id, device fingerprint,
    browser fingerprint, device uuid, device token, push token, cookie id, visitor id, tracking id,
    installation id, device key, =device, device name, ueid, sueids, browser id, device serial,
    installation uuid, device udid, udid, android advertising id, apple advertising id,
    device advertising id, idfa id, ad id, ad user id, cookie identifier, tracker id, persistent cookie id,
    firebase installation id, fcm token, apns token, push registration id, device imprint,
    canvas fingerprint, browser cookie id, client fingerprint`,
  'user agent': `user agent, =browser, browser name, device model, operating system, device type, device os, ua string`,
  location: `geolocation, =gps, gps location, gps coordinates, latitude, longitude, geo point, geohash, =location,
    =coordinates, =geo, lat lng, lat long, current location, last location, home location, =lat, =lng, =lon,
    last known location, user location, precise location, geo coordinates, location history, whereabouts,
    geo lat, geo lng, geo lon, last seen at point, geo position, place of work location, travel history,
    position coordinates, geolocation data, geo coords, geo data, geo tag, geo trace, gps position, gps
    data, gps point, gps track, gps trace, gps lat, gps lng, gps lon, gps coords, gps latitude, gps
    longitude, lat lon, lat and long, user lat, user lng, user geo, user coordinates, home lat, home lng,
    home lon, home latitude, home longitude, home coordinates, home geo, work location coordinates, pickup
    location, dropoff location, pickup point, trip history, trip origin, trip destination, travel itinerary,
    itinerary, travel route, travel plans, commute route, route history, position history, movement history,
    movements, movement profile, movement data, mobility profile, mobility data, roaming location, roaming
    country, visited places, visited locations, places visited, places lived, location data, location trail,
    location trace, location log, location coordinates, location lat, location lng, location latitude,
    location longitude, location point, location of user, exact location, approximate location, coarse
    location, fine location, real time location, live location, present location, last position, last seen
    location, check in location, check in history, presence location, cell tower location, cell location,
    wifi location, beacon location, indoor location, indoor position, tracking location, vehicle location,
    car location, parked location, device location, login location, sign in location, login geo, login city,
    login country city, where i am, plus code, what3words, open location code, home area, work area,
    trajectory, trajectories, gps coordinate, workplace location, home geofence`,
};
