import type { Lexicon } from '../lexicon.ts';

/** Belief, politics, union, origin, sex life (GDPR article 9) and crime (article 10). */
export const belief: Lexicon = {
  religion: `religious community, religious holiday, religious holidays, religious practice, religious observance,
    =sect, =congregation, =diocese, bar mitzvah, philosophical view, philosophical views, philosophy of
    life, denomination name, religion, religious, religious belief, religious beliefs, religious
    affiliation, =denomination, =faith, church membership, =church, church tax, philosophical belief,
    philosophical beliefs, religious denomination, =creed, =parish, religious views, mosque, synagogue,
    church member, philosophical conviction, belief system, worldview, is muslim, is jewish, =baptism,
    confession religion, halal, kosher, religion code, religion name, religious group, religious preference,
    religious preferences, religious orientation, religious identity, religious status, religious
    conviction, religious convictions, religious membership, religious order, religious leader, religious
    education, religious accommodation, religious dress, religious diet, religious attendance, religious
    institution member, religious service attendance, faith community, faith group, faith based, faith
    tradition, faith status, =belief, =beliefs, =spirituality, spiritual beliefs, worship, worship place,
    place of worship, worship attendance, house of worship, churches attended, church attendance, church
    affiliation, church name, church of member, church parish, church tithe, tithe, tithes, parish name,
    parish member, prayer, prayer time preference, prayer room needed, prayer times, pilgrimage, hajj,
    umrah, ramadan, ramadan observance, fasting, fasting observance, lent observance, sabbath, sabbath
    observance, shabbat, kosher diet, kosher meal, halal meal, halal diet, halal required, holy communion,
    communion, first communion, confirmation date church, confirmation church, baptised, baptized, baptism
    date, baptism place, baptismal name, baptismal certificate, christening, circumcised, circumcision,
    ordination, ordained, clergy, temple member, mosque name, mosque attended, synagogue name, catholicism,
    protestantism, orthodox christian, evangelical, jew, sunni, shia, shiite, hindu, sikh, buddhist, taoist,
    bahai, zoroastrian, pagan, wiccan, atheist, atheism, agnostic, humanist belief, secular belief,
    scientology, mormon, quaker, amish, jehovahs witness, freemason, masonic lodge, caste religion,
    denominational, confessional affiliation, ethical belief, ethical beliefs, moral beliefs, philosophical,
    philosophical convictions, veganism belief, conscientious objector, pacifist belief, religious leave,
    religious observances, congregation name, =temple, temple name, is christian, is orthodox, is baptist,
    is mormon, is atheist, =humanist, ethical veganism, veganism ethical, godparents, communion date, prayer
    group, faith school, religion id, priest, imam, rabbi, pastor, vicar, religious education class,
    religious needs, hajj status, eid observance, sabbath observer, church tax rate`,
  politics: `voter registration, party registration, political stance, political donor, political activity, political
    interest, voter party, registered party, political opinion, political opinions, political party,
    political affiliation, political views, =politics, political, party membership, party affiliation,
    voting preference, voting intention, voted for, party member, party preference, voting record, political
    donation, political leaning, political donations, =ideology, political beliefs, political view, election
    preference, politician, political profile, political group, political groups, political organisation,
    political organization, political orientation, political ideology, political spectrum, political
    position, political preference, political preferences, political persuasion, political contribution,
    political contributions, political campaign, political candidate, political office, political exposure,
    political membership, political movement, political status, political alignment, political conviction,
    political convictions, political attitude, political attitudes, political sympathies, political support,
    political supporter, political volunteer, political survey response, political belief, politically
    exposed, politically exposed person, politically exposed person status, party supporter, party donor,
    party sympathies, party identification, party card, party card number, party id political, voting
    history, voting behaviour, voting behavior, voting district preference, voting choice, =voting, vote
    choice, vote intention, vote preference, voted, voter affiliation, voter registration party, ballot
    choice, ballot cast, election vote, election choice, election choices, electoral preference, electoral
    choice, referendum vote, campaign donation, campaign donations, campaign contribution, campaign
    contributions, campaign volunteer, protest attendance, protest participation, demonstration attendance,
    activist, activist group, petition signed, petitions signed, left right score, left right scale,
    ideological position, ideological score, ideological leaning, ideological, communist, socialist, liberal
    party, conservative party, labour party, green party, party of choice, lobbying membership, dissident,
    dissident status, political asylum, conscription objection, political donations amount, party leaning,
    party supported, =vote, voted in, referendum choice, candidate supported, activism, voter file party,
    caucus, caucus member`,
  'union membership': `union local, collective bargaining unit, shop steward, union name, labor union member, union code, union
    branch, member of union, unionized, unionised, trade union, trade union member, trade union membership,
    union member, union membership, labour union, labor union, union dues, works council member, is union
    member, union rep, union id, union affiliation, trade union dues, union representative, trade union
    name, union card, =union, union dues deduction, union fee, union fees, union contribution, union
    subscription, union official, union officer, union delegate, union steward, union chapter, union local
    number, union number, union status, union employee, union eligibility, union represented, union
    representation, union participation, union election, union vote, union meeting attendance, union leave,
    union role, union position, union activity, union activities, union activist, union contract, union
    agreement, union group, union organizer, union organiser, union join date, union membership number,
    union member id, union member since, union enrolled, is union, is unionized, in union, is in union,
    belongs to union, trade unionist, trade union id, trade union number, trade union code, trade union
    affiliation, trade union representative, trade union branch, trade union role, trade union activity,
    trade union fee, labor organization, labour organisation, labor organisation, labour organization, labor
    union dues, labor union name, labor union code, labour union member, workers union, workers council,
    works council, works council membership, worker representative, employee representative body, staff
    association member, staff council member, bargaining unit, bargaining unit code, bargaining unit member,
    collective agreement member, collective bargaining, collective bargaining member, guild member, guild
    membership, strike participation, strike history, shop steward status, picketing, union rep name, union
    card number, union membership id, unionization, employee representative, staff representative, shop
    steward name, strike days, strike ballot, on strike`,
  ethnicity: `skin tone, tribal enrollment, =tribal, race group, national origin, ethnical, first nations, maori
    descent, iwi, native american, minority status, =complexion, ethnicity, ethnic origin, ethnic group,
    =race, racial origin, racial, ethnic, race ethnicity, race or ethnicity, skin color, skin colour,
    =tribe, caste, indigenous, indigenous status, ethnic background, aboriginal, racial or ethnic origin,
    minority group, race code, ethnicity code, hispanic, ancestry, =roma, aboriginal status, race origin, us
    race, tribal affiliation, racial group, ethnicities, ethnic identity, ethnic code, ethnic category,
    ethnic minority, ethnic affiliation, ethnic community, ethnic heritage, ethnic descent, ethnic data,
    ethnic classification, ethnic group code, ethno racial, ethno, race category, race categories, race
    classification, race name, race self identified, race identity, races, race and ethnicity, us core race,
    us core ethnicity, racial category, racial background, racial identity, racial classification, racial
    ethnic group, racial data, racial heritage, mixed race, biracial, multiracial, national or ethnic
    origin, origin ethnic, origin national, cultural background, cultural heritage, cultural identity,
    cultural origin, heritage language, ancestral origin, ancestry origin, bloodline, blood quantum, skin
    pigmentation, skin type fitzpatrick, fitzpatrick, hair texture race, color of skin, colour of skin,
    black or african american, african american, afro caribbean, caucasian, white british, latino, latina,
    latinx, hispanic or latino, hispanic latino, is hispanic, asian american, pacific islander, native
    hawaiian, american indian, alaska native, inuit, metis, first nation, first nations member, first
    nations status, torres strait islander, indigenous identity, indigenous person, indigenous group,
    indigenous community, tribe name, tribe member, tribal status, tribal membership, tribal member, tribal
    enrollment number, tribal id, tribal card, clan name, caste name, caste category, caste certificate,
    subcaste, scheduled caste, scheduled tribe, obc status, sami status, roma status, roma community,
    romani, gypsy, traveller community, gypsy traveller, jewish heritage, migration background, migrant
    background, minority member, minority code, minority indicator, visible minority, protected minority,
    diversity data, eeo category, eeo race, eeo ethnicity, eeo code, bame, bame status, national minority,
    country of ancestry, geographic origin, person of colour, person of color, is asian, is latino, is
    latina, is indigenous, is aboriginal, is roma, is maori, traveller status, immigrant background,
    immigration background, =clan, family heritage, race description, self identified race, self reported
    race, ethnicity id, ethnicity name, ethnicity description, ethnicity category, ancestry group, skin
    pigment`,
  'sex life': `fetish, proclivity, proclivities, sexual behaviour, sexual behavior, lgbt status, sexual partners,
    =intersex, =queer, =asexual, gender dysphoria, sexual orientation, sex life, sexuality, sexual
    preference, sexual, lgbt, lgbtq, transgender, sexual identity, sexual history, is gay, is transgender,
    gay, partner gender, trans status, sexual activity, gender reassignment, lgbtqia, same sex partner, sex
    orientation, sexual preferences, sexual health, sexual behaviours, sexual behaviors, sexual practices,
    sexual experience, sexual interest, sexual interests, sexual partner, sexual orientation code, sexual
    orientation category, sexual orientation disclosed, sexually active, sexual abuse, sexual assault,
    sexual fantasies, sexual dysfunction, sexual minority, sexual desire, sex partners, sex partner count,
    sex preference, sex preferences, sex life details, sex drive, sex habits, sex of partner, sex of spouse,
    sex worker, sexual contact, number of sexual partners, orientation sexual, attracted to, romantic
    orientation, romantic interest, interested in gender, interested in men, interested in women, interested
    in, looking for gender, dating preference, dating preferences, preferred partner gender, seeking gender,
    lesbian, bisexual, homosexual, heterosexual, straight or gay, is lesbian, is bisexual, is lgbt, is
    trans, is queer, is straight, gay status, gay or lesbian, lgbt member, lgbtq status, lgbtq member,
    lgbtqi, lgbtq identity, lgbtqa, queer identity, queer status, trans person, trans identity, trans
    history, transsexual, transition date gender, gender transition, gender transition date, gender
    affirmation, gender affirming care, gender history, gender recognition certificate, gender confirmation
    surgery, gender reassignment status, gender reassigned, deadname, non binary, genderqueer, genderfluid,
    cisgender, pansexual, polyamorous, polyamory, kink, kinks, fetishes, bdsm, coming out, came out, out at
    work, pride network member, same sex, same sex marriage, same sex relationship, same sex couple, libido,
    intimacy, intimate relationships, intimate life, infidelity, pornography, adult content preference,
    virginity, contraception use, transition date, preferred partner, preferred partner sex, sexual
    attraction, sexual identity code, sexuality code, sexuality description, same sex spouse, gender of
    partner, gender of partners, gender of spouse, gender modality, sexually transmitted infection, pronoun
    history, dead name, former gender, gender marker change, affirmed gender`,
  crime: `court case number, court case, sanctions hit, police clearance, spent convictions, criminal charge,
    criminal pardon, pardon criminal, on probation, bail status, juvenile record, drink driving, motoring
    convictions, motoring offences, driving offences, rap sheet, traffic offences, detention record, custody
    record, =crime, =crimes, caution record, disclosure check, barred list, police caution, police cautions,
    sex offender registry, criminal status, criminal case, criminal background check, restraining order,
    wanted person, criminal, criminal record, criminal history, criminal offence, criminal offense,
    conviction, convictions, background check, background check result, arrest, arrest record, police
    record, felony, offences, offender, sex offender, =prison, =probation, criminal conviction, criminal
    convictions, dbs check, dbs certificate, criminal background, misdemeanor, =parole, =sentence imposed,
    court record, offence history, incarceration, criminal proceedings, police check, sanction list match,
    fraud conviction, dbs status, dbs result, arrests, =warrant, indictment, offence code, criminal charges,
    =jail, penal record, judicial record, dbs, dui, crime record, crime history, crime type, crime date,
    crimes committed, criminality, criminal act, criminal acts, criminal activity, criminal behaviour,
    criminal code violated, criminal complaint, criminal data, criminal file, criminal id, criminal
    information, criminal investigation, criminal justice record, criminal offences, criminal offenses,
    criminal penalty, criminal prosecution, criminal record check, criminal record certificate, criminal
    record number, criminal records, criminal sanction, criminal screening, criminal sentence, criminal
    suspicion, criminal trial, criminal verdict, conviction date, conviction history, conviction record,
    conviction type, conviction status, convicted, convicted of, convicted offence, convicted offense,
    convict, spent conviction, unspent conviction, unspent convictions, prior convictions, previous
    convictions, past convictions, driving conviction, driving convictions, drink driving conviction, dui
    record, dwi, dwi record, traffic violation, traffic violations, traffic offence, traffic fine, speeding
    offence, speeding offences, speeding ticket, speeding fine, penalty points, penalty points licence,
    licence endorsements, endorsement code, offence type, offence date, offence category, offence details,
    offense code, offense date, offense history, offense type, offenses, offender status, offender number,
    offender registry, offender risk, young offender, repeat offender, sex offence, sex offences, arrested,
    arrest date, arrest reason, arrest warrant, arrest warrants, arrest history, warrant status, warrant
    number, outstanding warrant, outstanding warrants, search warrant person, wanted status, fugitive,
    =suspect, suspect status, suspected crime, suspected offence, charged with, charges filed, criminal
    charges pending, pending charges, charge sheet, prosecuted, prosecution status, guilty plea, found
    guilty, not guilty, sentence length, sentence date, sentenced, sentence served, prison record, prison
    number, prison sentence, prison term, prison time, prisoner, prisoner id, prisoner number, inmate,
    inmate id, inmate number, jail time, jail record, incarcerated, incarceration history, incarceration
    status, imprisonment, imprisoned, detention status, detainee, custody status, in custody, bail amount,
    bail conditions, parole status, parole officer, parole date, parole conditions, probation officer,
    probation order, probation status offender, probation record, probation violation, community service
    order, community sentence, release date prison, early release prison, electronic tag offender, ankle
    monitor, curfew order, asbo, police case, police case number, police file, police report, police report
    number, police records, police clearance certificate, police certificate, police disclosure, police
    interview, police contact, police vetting, dbs number, dbs certificate number, dbs update, dbs check
    result, enhanced dbs, crb check, crb number, disclosure certificate, disclosure barring, vulnerable
    groups check, working with children check, fbi check, fbi number, fingerprint criminal check, background
    screening, background screening result, background checks, background check status, background
    investigation, background check outcome, background check report, court conviction, court conviction
    date, court convictions, court judgement, court judgment, court judgments, court order, court orders,
    court ruling, court appearance, court hearing, court date, court records, court sentence, court case
    defendant, county court judgment, ccj, defendant, defendant name, accusation, accusations, alleged
    offence, alleged crime, felon, felonies, felony record, felony conviction, misdemeanors, misdemeanor
    record, misdemeanour, infraction record, infractions record, juvenile offence, juvenile delinquency,
    delinquent, theft conviction, fraud record, fraud history, fraudster, fraud offender, money laundering
    conviction, drug conviction, drug offence, drug offences, violent crime, violent offence, domestic
    violence, domestic abuse record, restraining orders, protection order against, sexual offence, sexual
    offences, sexual offender, sex offenders register, sex crime, gang member, gang affiliation, gang
    membership, terrorist watchlist, watchlist hit, watchlist match, sanctions match, sanctions list match,
    pep sanctions hit, adverse media, aml hit, interpol notice, expungement, expunged record, =pardon,
    amnesty, recidivism, recidivism score, recidivism risk, victim of crime, penal history, penal code
    violation, penal sanction, mugshot record, booking number arrest, war crimes, jail term, probation
    status, probation officer name, =accused, =offence, =offense, offence description, offense description,
    offence name, crime description, criminal status code, criminal convictions details, sentence type,
    prison name, prison release date, prison history, jail history, detained, detention center, detention
    reason, drug conviction history, court case number criminal, criminal court case, indicted, indictment
    date, prosecution, prosecutions, prosecuted for, warrant issued, arrested for, on bail, tagged offender,
    sex offender status, sex offender register, offender profile, offender record, offenders register,
    disqualified driver, driving ban, driving disqualification, ankle tag, criminal liability, criminal
    responsibility, juvenile offender, caution issued, criminal caution, reprimand criminal, anti social
    behaviour order, spent conviction date, barred list check, barred from working, disqualification order`,
};
