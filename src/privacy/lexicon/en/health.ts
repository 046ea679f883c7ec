import type { Lexicon } from '../lexicon.ts';

/** Health, biometrics and genetics (GDPR article 9). */
export const health: Lexicon = {
  health: `=rx, reason for leave, absence reason, leave reason, reason for absence, meal preference, meal requirements,
    special meal, special assistance, accommodation needs, workplace accommodations, assistance needs, organ
    donor status, special educational needs, blood sugar, body temperature, sleep data, fitness level,
    maternity status, std status, =sti status, primary care physician, blood oxygen, =ecg, step count daily,
    weight history, =nutrition, mental illness, suicide risk, self harm, =rehabilitation, health concern,
    health concerns, =ailment, ailments, comorbidity, comorbidities, =clinical, hospital admission,
    admission diagnosis, discharge summary, medical alert, medical alerts, medical exemption, hearing loss,
    hearing aid, sight impairment, visual acuity, neurodiversity, neurodivergent, =adhd, dyslexia, pregnant
    status, due date pregnancy, =menstruation, contraception, =ivf, =dosage, drug allergies, immunity
    status, antibody test, pcr test, covid vaccine, =vaccine, =vaccines, =transplant, hospitalized, health,
    medical, health status, medical history, diagnosis, diagnoses, disease, illness, medication,
    medications, prescription, prescriptions, allergy, allergies, disability, disabilities, disabled person,
    disability status, pregnant, pregnancy, pregnancy status, hiv, hiv status, blood type, blood group,
    vaccination, vaccinations, vaccination status, vaccinated, immunization, immunizations, immunisation,
    mental health, medical condition, medical conditions, health condition, =treatment, =therapy, medical
    record, medical record number, mrn, health record, patient id, patient identifier, =patient, patient
    number, nhs number, nhs no, symptom, symptoms, covid status, covid test, test result medical, covid,
    sick leave, sick days, dietary requirements, dietary requirement, dietary restrictions, dietary, =diet,
    diet preference, food restrictions, handicap, wheelchair, accessibility needs, special needs, blood
    pressure, heart rate, bmi, body mass index, weight kg, body weight, addiction, substance abuse, alcohol
    consumption, smoker, smoking status, cancer, diabetes, diabetic, medical leave, icd10, icd10 code, icd
    code, lab result, lab results, surgery, hospitalisation, hospitalization, psychiatric, depression,
    autism, care level, medical notes, clinical notes, =encounter, drug test, drug test result, fertility,
    menstrual cycle, height weight, =glucose, cholesterol, asthma, epilepsy, chronic condition, health
    conditions, medical data, health data, health info, injury, injuries, reproductive health, abortion,
    =organ donor, sick note, sickness, absence reason medical, impairment, hearing impairment, visual
    impairment, patient record, health card number, care plan, medical certificate, snomed, family medical
    history, eating disorder, long term illness, fitness for work, occupational health, patient mrn,
    =condition code, ehr id, hospital number, patient context, fhir patient, nhs login, vital signs, vital
    sign, chief complaint, presenting complaint, sleep disorder, =disorder, =disorders, mood disorder,
    eating disorders, speech disorder, panic disorder, =syndrome, family member history, clinical
    impression, clinical status, clinical data, clinical finding, clinical findings, clinical trial
    participant, clinical history, clinical record, medical procedure, procedure code, procedure history,
    surgical procedure, surgical history, surgeries, surgery date, surgery type, operation history,
    observation code, observation value, observation value quantity, condition onset, condition clinical
    status, onset date, therapy notes, therapist name, therapist, physiotherapy, treatment plan, treatment
    history, treatment notes, treatment record, treatments, treating physician, treating doctor, attending
    physician, attending doctor, gp name, gp practice, general practitioner, family doctor, family
    physician, doctor notes, doctors note, doctor report, doctor visit, doctor appointment, physician notes,
    nurse notes, nursing notes, nursing care, nursing level, care level code, care needs, care notes, care
    dependency, care home resident, care provider visit, care record, caretaker notes, medical report,
    medical file, medical exam, medical examination, medical examination result, medical test, medical test
    result, medical tests, medical device implant, medical background, medical info, medical information,
    medical details, medical problem, medical problems, medical status, medical issue, medical issues,
    medical needs, medical restriction, medical restrictions, medical clearance, medical fitness, medical
    fit, medical expenses, medical bill, medical claims, medical visit, medical appointment, medical number,
    medical id, medical images, medical imaging, mri scan, mri result, ct scan, xray image, ultrasound,
    radiology, radiology report, pathology report, pathology, biopsy, biopsy result, lab test, lab tests,
    lab report, lab value, lab values, laboratory result, laboratory results, laboratory test, blood test,
    blood tests, blood result, blood work, blood count, blood glucose, blood pressure reading, blood glucose
    level, blood alcohol, blood donor, blood donation, blood oxygen level, urine test, urine sample, spo2,
    oxygen saturation, pulse rate, resting heart rate, heart disease, heart condition, heart attack, heart
    rhythm, heart surgery, cardiac, ecg reading, ekg, eeg, hba1c, body fat, body fat percentage, body
    measurements, body composition, vo2 max, calories burned, calorie intake, caloric intake, food intake,
    food allergy, food allergies, food intolerance, diet type, diet plan, dietary preference, dietary
    preferences, dietary needs, meal type preference, special diet, vegetarian, weight loss, weight loss
    goal, weight goal, target weight, weight kilograms, step count, sleep hours, sleep quality, sleep
    pattern, sleep apnea, sleep score, insomnia, fitness data, fitness profile, stress level, stress score,
    burnout, fatigue level, wellbeing, wellness data, health profile, health record number, health records,
    health history, health problem, health problems, health issue, health issues, health declaration, health
    questionnaire, health certificate, health card, health number, health id, health identifier, healthcare
    number, healthcare id, healthcare provider name, health visit, health risk, health risks, health
    assessment, health screening, health needs, health pass, health details, health information, health
    complaint, health complaints, health measurements, health metrics of user, health observation, health
    app data, public health number, national health number, national health id, nhi number, personal health
    number, phn number, ill health, unwell, sickness absence, sickness leave, sickness record, sick leaves,
    sick note code, sick pay, sick time, sick leave days, absence illness, illness absence, medical absence,
    injury type, injury date, injury description, injured, work injury, workplace injury, work accident,
    occupational disease, occupational illness, accident injury, accident report injury, occupational health
    report, disabled status, disabled flag, is disabled, disability benefits, disability code, disability
    type, disability group, disability degree, disability percentage, disability claim, disability insurance
    claim, degree of disability, degree of challenge, physical disability, physical challenge, physically
    challenged, differently abled, learning difficulty, learning difficulties, learning disability, special
    education, special education needs, sen status, iep, mobility impairment, mobility aid, mobility
    assistance, mobility needs, reduced mobility, walking aid, speech impairment, cognitive impairment,
    dementia, deafness, deaf, blindness, blind status, colour blind, color blind, colour blindness, sight
    loss, hearing test, hearing aids, vision test, vision prescription, eyesight, glasses prescription, lens
    prescription, optical prescription, eye test, eye exam, dental, dental record, dental records, dental
    history, dental treatment, dentist, dentist name, orthodontic, orthopedic, orthopaedic, audiogram,
    prosthetic, artificial limb, organ transplant, organ donation, donor status, donor card, tissue donor,
    bone marrow, dialysis, kidney disease, liver disease, lung disease, stroke history, allergic, allergic
    to, allergens, allergen, anaphylaxis, epipen, adverse reaction, adverse event, drug name prescribed,
    drug use, drug usage, drug history, drug dependency, drug dependence, drug abuse, prescribed drug,
    prescribed drugs, prescribed medication, prescription drug, prescription number, rx number, =medicine,
    medicines, medicine taken, insulin dose, pill, pill reminder, pharmacy record, tobacco use, smoke
    status, smokes, smoking, smoking habit, smoking history, smoker status, cigarettes, alcohol, alcohol
    use, alcohol intake, drinking habits, drinks per week, alcoholism, addictions, addicted, substance use,
    substance misuse, rehab, rehab program, rehab status, detox, counselling, counseling, counselling notes,
    counseling sessions, counselor notes, support group, emotional health, mental state, mental status,
    mental disorder, mental condition, mental health notes, suicidal, anxiety level, panic attacks, trauma,
    trauma history, ptsd, autistic, asperger, adhd status, tourette, dyscalculia, dyspraxia, learning
    support needs, pregnancies, pregnancy week, pregnancy due date, weeks pregnant, expected delivery date
    of baby, expectant mother, maternal health, maternity, maternity pay, maternity record, birth plan,
    breastfeeding, lactating, lactation, miscarriage, stillbirth, termination of pregnancy, birth control,
    contraceptive, contraceptives, ovulation, period cycle, period tracker, cycle day, last period, last
    menstrual period, menopause, hysterectomy, infertility, fertility status, ivf cycle, sperm count,
    erectile, libido level, prostate, testosterone, hormone level, hormone therapy, thyroid, cancer stage,
    cancer type, cancer history, cancer diagnosis, oncology, oncologist, tumor marker, chemo, chemotherapy,
    radiation therapy, =infection, infection status, infectious disease, positive test, test positive, covid
    result, covid certificate, exposure notification, immune status, immunity certificate,
    immunocompromised, antibodies, antigen test, tuberculosis, hepatitis, hiv test, aids status, std test,
    sti test, sexually transmitted, jabs, jab date, booster dose, booster shot, inoculation, vax status,
    vaxxed, vaccinated date, vaccine dose, hospital stay, hospital stays, hospital visit, hospital visits,
    hospital discharge, hospitalised, hospitalisations, inpatient, outpatient, admitted patient, ward
    number, discharge diagnosis, discharge notes, ambulance, emergency visit, er visit, death cause, cause
    of death, autopsy, life expectancy, terminal illness, palliative, hospice, dnr order, advance directive,
    living will, chronic diseases, chronic conditions, chronic pain, pain level, pain score, long covid,
    long term condition, long term conditions, preexisting condition, pre existing conditions, underlying
    condition, underlying conditions, rare disease, skin condition, skin disease, icd 9, icd 11, icd, icd
    diagnosis, cpt code, loinc, loinc code, snomed code, drg code, atc code medication, diagnosis date,
    diagnosis code, diagnosis text, gp referral, referral medical, accessibility requirement, accessibility
    requirements, access needs, assistance required, assistance needed, assistance dog, guide dog, service
    animal, wheelchair access, needs wheelchair, first aid needs, reasonable adjustment, reasonable
    adjustments, reasonable accommodation, workplace adjustment, workplace adjustments, ada accommodation,
    fmla leave, fmla, return to work medical, fit note, fitness to work, fitness certificate, celiac, gluten
    free, lactose intolerant, nut allergy, peanut allergy, kidney, insulin pump, asthmatic, migraine,
    arthritis, hypertension, osteoporosis, anemia, anaemia, hemophilia, sickle cell, multiple sclerosis,
    parkinsons, alzheimers, cystic fibrosis, down syndrome, cerebral palsy, paralysis, amputee, amputation,
    leukemia, obesity, obese, eczema, psoriasis, consultant name, ward name, bed number, icu admission,
    intensive care, triage, triage level, triage category, disabled badge, blue badge, blue badge holder,
    blue badge number, ehcp, meal restrictions, =pulse, period start date, contraceptive method, due date
    baby, baby due date, =expecting, =trimester, dose mg, dosage mg, pcr result, =prognosis, phq 9 score,
    phq9 score, gad 7 score, gad7 score, waist circumference, sign language user, =blind, transplant status,
    chart number, caregiver need, psychologist, psychiatrist, counseling notes, emergency room visit,
    ambulance call, medication name, medication list, vision loss, eye test result, x ray, xray, mri, blood
    results, alcohol test, breathalyzer result, anorexia, adhd medication, ssri, antidepressants,
    antidepressant, pill use, breast cancer, mammogram, pap smear, time of death medical, do not
    resuscitate, care home, nursing home, nursing home resident, care giver notes, patient name, patient
    age, patient gender, patient file, patient reference, cognitive score, aspergers, epileptic, nutrition
    plan, fit for work, unfit for work, return to work plan, sickness days, sickness reason, covid 19,
    vaccination certificate, vaccine certificate, green pass, disease name, diseases, blood donor id, plasma
    donor`,
  'health insurance': `health insurance provider, health insurer, health insurance policy, medical aid number, sickness fund,
    insured id health, medical scheme number, health insurance, health insurance number,
    health insurance id, medicare number, medicaid id, medicare, medicaid, insurance member id,
    medical insurance, health plan id, insurance beneficiary, health plan beneficiary, medicare id, mbi,
    medicaid number, health insurance claim number, ihi number, ehic number,
    individual healthcare identifier, insurance subscriber id, insurance member number,
    health plan member id, health plan, subscriber member id, medical insurance number,
    medical insurance id, medical insurance provider, insurance member, health insurance card,
    health insurance policy number, health insurance member id, health insurance company,
    health insurance type, health insurance plan, health cover, health fund, health fund number,
    health fund member number, health benefits id, health policy number, medical plan, medical plan id,
    medical card number, medical card, dental insurance, dental plan, vision insurance, vision plan,
    medicare card, medicare card number, tricare, ehic, ehic card, ehic card number, s1 form,
    philhealth number, sickness insurance, sickness insurance fund, statutory health insurance number,
    long term care insurance, insurance medical claims, insured patient number, patient insurance,
    coverage member id, coverage subscriber`,
  biometrics: `facial print, voice sample, keystroke pattern, face data, face scan, face map, facial image template,
    signature dynamics, fingerprint image, retinal scan, ear shape, vein scan, palm scan, voice recording
    biometric, hand scan, iris image, biometric, biometrics, biometric data, fingerprint template,
    fingerprint, face template, face id template, iris scan, iris template, =iris, retina scan, =retina,
    voice print, facial recognition, face recognition, faceprint, palm print, palm vein, =gait, face
    embedding, face vector, biometric template, biometric hash, fingerprint data, facial geometry, voice
    template, face encoding, face descriptor, facial template, keystroke dynamics, vein pattern, hand
    geometry, facial biometrics, liveness selfie, fingerprints, voice biometric, facial features, palm vein
    pattern, vein template, finger vein, fingerprint scan, fingerprint minutiae, fingerprint image template,
    fingerprints scan, hand print, footprint scan, gait signature, gait pattern, gait analysis, voice
    signature, voice pattern, voice biometrics, voice profile, voice id, voice authentication template,
    speaker embedding, speaker template, speaker verification template, face signature, face embeddings,
    face id, face image template, face biometric, face match template, face encodings, face landmark, face
    landmarks, facial landmarks, facial scan, facial data, facial map, facial embedding, facial signature,
    facial hash, iris biometric, iris code, iris pattern, iris data, iris hash, retinal pattern, retina
    pattern, retina image, eye scan, ear biometric, heartbeat signature, keystroke biometrics, typing
    pattern, typing biometrics, typing dynamics, mouse dynamics, behavioral biometrics, behavioural
    biometrics, signature biometric, handwriting biometric, brainwave, brain wave pattern, hand geometry
    template, lip print, biometric photo, biometric sample, biometric signature, biometric id, biometric
    key, biometric token, minutiae, touch id template, body scan, dental biometric, face print, facial image
    biometric, palm vein template, hand vein, typing rhythm, signature biometrics, ear print, liveness
    video, handwriting sample`,
  genetics: `gene panel, =rna, rna sequence, =gene, =genes, hereditary, inherited condition, =chromosome,
    =chromosomes, carrier status, mutation brca, genetic, genetic data, genome, dna, dna profile, dna
    sequence, genotype, genetic test, genetic marker, genetic markers, genetics, genomic, gene variant,
    brca, hereditary disease, hereditary condition, hereditary conditions, dna test, genetic predisposition,
    ancestry dna, haplogroup, karyotype, genetic code, genetic profile, genetic information, genetic
    condition, genetic disease, genetic disorder, genetic risk, genetic mutation, genetic markers test,
    genetic sequence, genetic results, gene sequence, gene mutation, gene test, gene test result, dna
    sample, dna results, dna result, dna data, dna markers, dna code, dna match, dna kit id, genomic data,
    genome sequence, genome data, whole genome, exome, snp data, snps, allele, alleles, inherited disease,
    familial disease, brca1, brca2, brca status, mitochondrial, y dna, paternity test, inherited disorder,
    inherited disorders, hereditary risk, hereditary disorder, rare gene, polygenic risk, polygenic risk
    score, molecular sequence, carrier screening, genetic screening, genetic testing, gene mutations, gene
    variants, polygenic score, mutation carrier, inherited conditions, family genetics`,
};
