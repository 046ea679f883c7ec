import type { ConceptName } from '../concepts.ts';

/** Object identifiers of attributes, by their source; the names are the attributes' own. */
const OIDS: Readonly<
  Record<string, Readonly<Record<string, readonly [name: string, concept: ConceptName]>>>
> = {
  // X.520 and RFC 4519
  '2.5.4.': {
    '3': ['cn', 'full name'],
    '4': ['sn', 'last name'],
    '5': ['serialNumber', 'pseudonym'],
    '6': ['c', 'country'],
    '7': ['l', 'city'],
    '8': ['st', 'region'],
    '9': ['street', 'street'],
    '10': ['o', 'organisation'],
    '11': ['ou', 'organisation'],
    '12': ['title', 'employment'],
    '13': ['description', 'technical'],
    '15': ['businessCategory', 'organisation'],
    '16': ['postalAddress', 'address'],
    '17': ['postalCode', 'postal code'],
    '18': ['postOfficeBox', 'address'],
    '20': ['telephoneNumber', 'phone'],
    '23': ['facsimileTelephoneNumber', 'fax'],
    '26': ['registeredAddress', 'address'],
    '41': ['name', 'full name'],
    '42': ['givenName', 'first name'],
    '43': ['initials', 'other name'],
    '44': ['generationQualifier', 'other name'],
    '45': ['uniqueIdentifier', 'pseudonym'],
    '49': ['distinguishedName', 'full name'],
    '65': ['pseudonym', 'pseudonym'],
    '97': ['organizationIdentifier', 'organisation'],
  },
  // RFC 4524 (COSINE)
  '0.9.2342.19200300.100.1.': {
    '1': ['uid', 'username'],
    '3': ['mail', 'email'],
    '10': ['manager', 'another person'],
    '20': ['homePhone', 'phone'],
    '25': ['dc', 'organisation'],
    '39': ['homePostalAddress', 'address'],
    '40': ['personalTitle', 'other name'],
    '41': ['mobile', 'phone'],
    '42': ['pager', 'phone'],
    '43': ['co', 'country'],
    '60': ['jpegPhoto', 'photo'],
  },
  // RFC 2985 and RFC 3739
  '1.2.840.113549.1.9.': { '1': ['emailAddress', 'email'] },
  '1.3.6.1.5.5.7.9.': {
    '1': ['dateOfBirth', 'birth date'],
    '2': ['placeOfBirth', 'birth place'],
    '3': ['gender', 'gender'],
    '4': ['countryOfCitizenship', 'nationality'],
    '5': ['countryOfResidence', 'country'],
  },
  // eduPerson 202208
  '1.3.6.1.4.1.5923.1.1.1.': {
    '1': ['eduPersonAffiliation', 'authorization'],
    '2': ['eduPersonNickname', 'other name'],
    '3': ['eduPersonOrgDN', 'organisation'],
    '4': ['eduPersonOrgUnitDN', 'organisation'],
    '5': ['eduPersonPrimaryAffiliation', 'authorization'],
    '6': ['eduPersonPrincipalName', 'username'],
    '7': ['eduPersonEntitlement', 'authorization'],
    '8': ['eduPersonPrimaryOrgUnitDN', 'organisation'],
    '9': ['eduPersonScopedAffiliation', 'authorization'],
    '10': ['eduPersonTargetedID', 'pseudonym'],
    '11': ['eduPersonAssurance', 'technical'],
    '12': ['eduPersonPrincipalNamePrior', 'username'],
    '13': ['eduPersonUniqueId', 'pseudonym'],
    '16': ['eduPersonOrcid', 'person id'],
    '18': ['eduPersonDisplayPronouns', 'other name'],
  },
  '1.3.6.1.4.1.5923.1.5.1.': { '1': ['isMemberOf', 'authorization'] },
  // RFC 2798 (inetOrgPerson)
  '2.16.840.1.113730.3.1.': {
    '1': ['carLicense', 'vehicle'],
    '2': ['departmentNumber', 'organisation'],
    '3': ['employeeNumber', 'pseudonym'],
    '4': ['employeeType', 'organisation'],
    '39': ['preferredLanguage', 'language'],
    '40': ['userSMIMECertificate', 'pseudonym'],
    '216': ['userPKCS12', 'secret'],
    '241': ['displayName', 'full name'],
  },
  // SCHAC 1.5
  '1.3.6.1.4.1.25178.1.2.': {
    '1': ['schacMotherTongue', 'language'],
    '2': ['schacGender', 'gender'],
    '3': ['schacDateOfBirth', 'birth date'],
    '4': ['schacPlaceOfBirth', 'birth place'],
    '5': ['schacCountryOfCitizenship', 'nationality'],
    '6': ['schacSn1', 'last name'],
    '7': ['schacSn2', 'last name'],
    '8': ['schacPersonalTitle', 'other name'],
    '9': ['schacHomeOrganization', 'organisation'],
    '10': ['schacHomeOrganizationType', 'organisation'],
    '11': ['schacCountryOfResidence', 'country'],
    '12': ['schacUserPresenceID', 'messenger'],
    '13': ['schacPersonalPosition', 'employment'],
    '14': ['schacPersonalUniqueCode', 'person id'],
    '15': ['schacPersonalUniqueID', 'national id'],
    '17': ['schacExpiryDate', 'technical'],
    '19': ['schacUserStatus', 'technical'],
    '20': ['schacProjectMembership', 'authorization'],
    '21': ['schacProjectSpecificRole', 'authorization'],
    '22': ['schacYearOfBirth', 'birth year'],
  },
  // norEdu 1.6
  '1.3.6.1.4.1.2428.90.1.': {
    '3': ['norEduPersonBirthDate', 'birth date'],
    '4': ['norEduPersonLIN', 'pseudonym'],
    '5': ['norEduPersonNIN', 'national id'],
    '10': ['norEduPersonLegalName', 'full name'],
  },
  // Swedish e-identification (attribute specification for the Swedish eID framework)
  '1.2.752.29.4.': { '13': ['personalIdentityNumber', 'national id'] },
  '1.2.752.201.3.': { '4': ['prid', 'pseudonym'] },
  // Finnish Trust Network (Traficom recommendation 213)
  '1.2.246.': {
    '21': ['nationalIdentificationNumber', 'national id'],
    '22': ['electronicIdentificationNumber', 'national id'],
  },
};

/**
 * What an object identifier names, when the registries of person attributes have it.
 *
 * @example attributeOfOid('2.5.4.20') // ['telephoneNumber', 'phone']
 */
export function attributeOfOid(oid: string): readonly [name: string, concept: ConceptName] | undefined {
  for (const [arc, attributes] of Object.entries(OIDS)) {
    const rest = oid.startsWith(arc) ? oid.slice(arc.length) : '';
    if (rest !== '' && Object.hasOwn(attributes, rest)) return attributes[rest];
  }
  return undefined;
}

/** The attributes of these registries by their names, in lower case: they travel under their names as well. */
export function namedAttributes(): ReadonlyMap<string, ConceptName> {
  const named = Object.values(OIDS).flatMap((attributes) => Object.values(attributes));
  // One letter, as in `c` and `o`, says too little outside of a directory.
  return new Map(
    named.filter(([name]) => name.length > 3).map(([name, concept]) => [name.toLowerCase(), concept]),
  );
}
