import type { ConceptName } from '../concepts.ts';
import { namedAttributes } from './oids.ts';

/**
 * Attributes whose names say little, or something else than they mean, by the system that issues them. Names
 * are compared in lower case, as the last member of the path.
 */
const ATTRIBUTES: readonly (readonly [
  system: string,
  names: Readonly<Partial<Record<ConceptName, string>>>,
])[] = [
  [
    'Microsoft Entra ID',
    {
      'ip address': 'ipaddr fwd',
      username: 'upn unique_name winaccountname windowsaccountname onpremisesuserprincipalname',
      pseudonym:
        'oid altsecid puid onprem_sid onprem_immutable_id primarysid primarygroupsid privatepersonalidentifier',
      'full name': 'x500distinguishedname distinguishedname',
      email: 'verified_primary_email verified_secondary_email email_addr',
      language: 'xms_pl',
      country: 'ctry',
      organisation: 'tid tenant_region_scope tenant_ctry xms_tpl hd',
      authorization: 'scp wids roles hasgroups acrs denyonlysid groupsid',
      infrastructure: 'vnet',
      'device id': 'deviceid',
      technical: `acct aio rh uti ver idp idtyp in_corp platf pwd_exp pwd_url xms_cc xms_edov xms_pdl ztdid appid appidacr sid_type
        spn authnmethodsreferences authnclassreference serialnumber ispersistent cookiepath dns`,
    },
  ],
  [
    'SCIM and LDAP',
    {
      'full name': 'cn',
      'last name': 'sn',
      city: 'l',
      region: 'st',
      organisation: 'o ou dc costcenter department division',
      username: 'samaccountname',
      pseudonym: 'externalid entryuuid objectguid objectsid immutableid x509certificates',
      address: 'postaladdress',
      email: 'proxyaddresses targetaddress',
      technical: 'meta resourcetype schemas usertype',
    },
  ],
  [
    'Keycloak',
    {
      'ip address': 'clientaddress',
      infrastructure: 'clienthost',
      technical: 'session_state allowed-origins',
      authorization: 'realm_access resource_access',
    },
  ],
  [
    'Auth0',
    {
      'free text': 'user_metadata',
      technical:
        'app_metadata identities issocial logins_count last_login multifactor last_password_reset connection',
    },
  ],
  [
    'Firebase, Supabase, Cognito and Apple',
    {
      technical: `sign_in_provider sign_in_second_factor is_anonymous is_private_email real_user_status nonce_supported event_id
        token_use aal provider_id transfer_sub origin_jti`,
    },
  ],
  [
    'GitHub and GitLab',
    {
      username: 'user_login pusher',
      technical: `repository repository_owner ref ref_type sha workflow workflow_ref run_id run_number run_attempt head_ref base_ref event_name
        environment runner_environment job_workflow_ref namespace_path project_path pipeline_source ref_protected ci_config_ref_uri`,
      pseudonym: 'actor_id repository_owner_id user_identities',
    },
  ],
  [
    'electronic identification',
    {
      'national id':
        'pid nnin cprnumberidentifier cprnumber nin personidentifier fiscalnumber spidcode personalidentitynumber satu',
      'person id': 'coreidentityjwt inheritedidentityjwt',
      pseudonym:
        'uniqueuserid nameidentifier rid bin sealedid consumer.bin pairwise-id subject-id walletsubjectid',
      passport: 'passport',
      'driving licence': 'drivingpermit',
      technical: `identityscheme ial aal mitid.ial loa security_level securitylevel returncode assurancelevel nsislevel authenticationtype
        has_cpr nin_type x509_presented idp_issuer amr_values transactionid`,
      organisation:
        'cvr cvrnumberidentifier legalname legalpersonidentifier legaladdress vatregistrationnumber lei eori seed sic',
      country: 'nin_issuing_country',
      'other name': 'x509_subject',
    },
  ],
  [
    'SMART App Launch and FHIR',
    {
      health: 'patient encounter',
      pseudonym: 'fhiruser',
      technical: 'need_patient_banner smart_style_url intent fhircontext',
    },
  ],
  [
    'LTI 1.3, Hasura and Open Banking',
    {
      pseudonym: 'x-hasura-user-id person_sourcedid role_scope_mentor',
      organisation: 'x-hasura-org-id x-hasura-tenant-id',
      technical: `context resource_link tool_platform launch_presentation message_type deployment_id target_link_uri custom lis
        openbanking_intent_id namesroleservice`,
      authorization: 'x-hasura-role x-hasura-default-role x-hasura-allowed-roles',
    },
  ],
];

/** An attribute that a system is known for. */
export interface KnownAttribute {
  readonly system: string;
  readonly concept: ConceptName;
}

const known: ReadonlyMap<string, KnownAttribute> = new Map(
  ATTRIBUTES.flatMap(([system, names]) =>
    (Object.entries(names) as [ConceptName, string][]).flatMap(([concept, list]) =>
      list
        .split(/\s+/)
        .filter((name) => name !== '')
        .map((name): [string, KnownAttribute] => [name, { system, concept }]),
    ),
  ),
);

const directory = namedAttributes();

/**
 * What a system means by a name.
 *
 * @example knownAttribute('ipaddr')?.concept // 'ip address'
 */
export function knownAttribute(name: string): KnownAttribute | undefined {
  const lower = name.toLowerCase();
  const concept = directory.get(lower);
  return known.get(lower) ?? (concept === undefined ? undefined : { system: 'a directory', concept });
}
