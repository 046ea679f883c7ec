import type { Lexicon } from './lexicon.ts';

/** French, with the attributes of FranceConnect and the terms of the CNIL. */
export const fr: Lexicon = {
  'full name':
    'nom complet, nom et prénom, nom prénom, titulaire, titulaire du compte, titulaire de la carte, nom affiché, prénom nom',
  'first name': 'prénom, prénoms, petit nom',
  'last name':
    "=nom, nom de famille, nom de naissance, nom d'usage, nom de jeune fille, patronyme, nom usage, nom naissance, nom marital",
  'other name': 'surnom, pseudonyme, civilité, deuxième prénom, nom de scène, titre de civilité',
  'another person':
    'conjoint, conjointe, époux, épouse, personne à contacter, contact urgence, nom de la mère, nom du père, enfants, supérieur hiérarchique, tuteur légal, médecin traitant, représentant légal, responsable hiérarchique',
  username: 'nom utilisateur, identifiant de connexion, login utilisateur, nom d’utilisateur, =pseudo',
  email:
    'courriel, adresse mail, adresse email, adresse électronique, adresse courriel, adresse de messagerie, =mél, =mel',
  phone:
    'téléphone, numéro de téléphone, numéro téléphone, =portable, mobile portable, tél, telephone portable, téléphone fixe, numéro portable, no téléphone, numéro mobile, numero de portable, num tel, téléphone domicile, téléphone mobile',
  fax: 'télécopie, télécopieur, numéro de fax',
  'web page': 'site personnel, page personnelle, lien profil',
  photo: "photo d'identité, photo de profil, photo identité, portrait photo, photographie",
  signature: 'signature manuscrite',
  'free text': 'biographie, présentation personnelle, commentaire libre',
  address:
    'adresse postale, =adresse, adresse domicile, domicile, adresse de livraison, adresse de facturation, lieu de résidence, adresse complète, complément adresse, adresse personnelle, résidence principale, adresse facturation, adresse livraison, code insee commune résidence',
  street: '=rue, numéro de rue, nom de rue, numéro de voie, =voie, libellé voie, nom de voie',
  city: '=ville, =commune, ville de résidence, commune de résidence',
  'postal code': 'code postal, cp ville, codepostal',
  region: '=département, =région, département de résidence',
  country: '=pays, pays de résidence, =code pays',
  'birth date':
    'date de naissance, date naissance, né le, née le, datenaissance, jour de naissance, ddn, mois de naissance',
  'birth year': 'année de naissance, année naissance',
  age: '=âge',
  'age band': "tranche d'âge, majeur, groupe d'âge, tranche âge, est majeur",
  'birth place':
    'lieu de naissance, ville de naissance, pays de naissance, lieu naissance, commune de naissance, département de naissance, code insee naissance',
  gender: 'sexe',
  nationality: 'nationalité, nationalités, citoyenneté, statut de réfugié',
  'marital status':
    'situation familiale, état civil, situation matrimoniale, marié, statut marital, célibataire, divorcé, régime matrimonial',
  family:
    "nombre d'enfants, composition du foyer, date de décès, nombre enfants, personnes à charge, congé maternité, enfants à charge",
  language: '=langue, langue maternelle, langue préférée',
  'time zone': 'fuseau horaire',
  'national id':
    "numéro de sécurité sociale, sécurité sociale, =nir, numéro insee, insee numéro, numéro carte d'identité, carte d'identité, numéro national, numéro de registre national, carte nationale d'identité, numéro national d'identité, =cni, numéro sécu, num secu, numéro d'assuré social, no avs, registre national, niss, numéro d'identification nationale, pièce d'identité, numéro identité, num sécurité sociale, numéro pièce identité, ine identifiant national étudiant",
  passport: 'passeport, numéro de passeport, no passeport',
  'driving licence': 'permis de conduire, numéro de permis, numéro permis',
  'residence permit': 'titre de séjour, carte de séjour, permis de séjour, numéro étranger',
  vehicle: "plaque d'immatriculation, immatriculation, immatriculation véhicule, carte grise",
  'tax id': 'numéro fiscal, identifiant fiscal, =spi, numéro fiscal de référence, numéro de contribuable',
  'bank account':
    'compte bancaire, numéro de compte, =rib, coordonnées bancaires, relevé identité bancaire, numéro compte',
  'payment card':
    'carte bancaire, carte de crédit, numéro de carte, carte bleue, numéro carte, cryptogramme visuel',
  finances:
    "salaire, revenu, revenus, quotient familial, rémunération, revenu fiscal, avis d'imposition, dettes, retraite, patrimoine, solde du compte, endettement, revenu annuel, revenu mensuel, salaire brut, surendettement",
  employment:
    'profession actuelle, métier, intitulé de poste, poste occupé, fonction exercée, =emploi, catégorie socioprofessionnelle, =csp, =fonction, ancienneté, date embauche',
  education:
    "diplôme, niveau d'études, formation initiale, établissement scolaire, niveau étude, diplômes, scolarité",
  interests: 'loisirs, centres d’intérêt, passe-temps, intérêts, centres intérêt',
  'ip address': 'adresse ip',
  'hardware address': 'adresse mac, numéro de série appareil',
  'device id': "identifiant appareil, identifiant de l'appareil, identifiant publicitaire",
  location: 'géolocalisation, coordonnées gps, =localisation, position gps, lieu actuel',
  health:
    'santé, maladie, maladies, handicap, handicapé, groupe sanguin, enceinte, grossesse, antécédents médicaux, dossier médical, état de santé, traitement médical, statut vaccinal, médicaments, médicament, invalidité, arrêt maladie, régime alimentaire, reconnaissance handicap, rqth, allergies alimentaires, vaccins, données de santé, =vaccin, pathologie, pathologies, ordonnance, situation de handicap, taux incapacité, fumeur, affection longue durée, intolérances, numéro patient, identifiant patient, ins identité nationale santé, accident du travail, besoins spécifiques, poids corporel, dépendance',
  'health insurance':
    "carte vitale, numéro d'assuré, mutuelle, assurance maladie, numéro assurance maladie, organisme d'assurance maladie, caisse maladie, numéro adhérent mutuelle, complémentaire santé, numéro carte vitale, ramq, assurance santé",
  biometrics:
    'biométrie, empreinte digitale, empreintes digitales, reconnaissance faciale, empreinte vocale, données biométriques, biométrique, iris oeil, gabarit facial, gabarit biométrique',
  genetics: 'données génétiques, génétique, adn, test génétique, patrimoine génétique, maladie héréditaire',
  religion:
    'confession religieuse, croyance, croyances, convictions religieuses, appartenance religieuse, religieux, =culte, croyance religieuse, convictions philosophiques, baptême, =église',
  politics:
    'opinion politique, opinions politiques, parti politique, appartenance politique, affiliation politique, politique opinion, intention de vote, orientation politique, engagement politique',
  'union membership':
    'syndicat, appartenance syndicale, adhésion syndicale, membre syndicat, affiliation syndicale, syndiqué, cotisation syndicale, délégué syndical, mandat syndical',
  ethnicity:
    'origine ethnique, ethnie, origine raciale, couleur de peau, appartenance ethnique, origines ethniques',
  'sex life': 'orientation sexuelle, vie sexuelle, identité sexuelle, sexualité',
  crime:
    'casier judiciaire, condamnation, condamnations, infraction, infractions, antécédents judiciaires, extrait de casier, infractions pénales, condamnation pénale, antécédents pénaux, garde à vue, peine de prison, bulletin n3',
  pseudonym:
    'identifiant utilisateur, numéro client, identifiant client, numéro adhérent, matricule, numéro membre, id utilisateur, numéro employé, code client, numéro étudiant, numéro abonné, no client, identifiant unique',
  secret: 'mot de passe, clé privée, clé api, mdp, code secret, question secrète, jeton accès',
  authorization:
    'rôle, rôles, droits, groupe, groupes, habilitation, habilitations, autorisations, droits accès',
  organisation:
    "entreprise, société, raison sociale, siret, siren, nom entreprise, employeur, organisme, nom de l'entreprise, nom de la société, dénomination sociale, numéro tva, tva intracommunautaire, établissement, association, adresse entreprise, siège social, code ape, code naf",
  technical:
    "nom de fichier, nom du produit, nom du rôle, nom de domaine, nom du groupe, code produit, numéro de commande, numéro facture, numéro de facture, numéro commande, date de création, date de modification, date d'expiration, état commande, durée session, nom hôte, titre document",
};
