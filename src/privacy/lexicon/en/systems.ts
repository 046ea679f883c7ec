import type { Lexicon } from '../lexicon.ts';

/** What is not about a person, or leads to one only by somebody else. */
export const systems: Lexicon = {
  pseudonym: `user id, user identifier, customer id, customer number, member id, member number, subject id, =sub,
    =uid, guid, uuid, employee id, employee number, employee no, staff id, staff number, student id,
    student number, account id, person id, external id, external user id, =id, =object id, name identifier,
    name id, pairwise id, pseudonym, unique user id, unique id, persistent id, targeted id, customer ref,
    customer reference, user ref, personnel number, payroll number, loyalty number, frequent flyer number,
    membership number, contact id, profile id, identity id, immutable id, session id, =sid, user key,
    user guid, user uuid, person uuid, user uid, =puid, subscriber id, worker id, party id, manager id,
    user number, private personal identifier, x509 certificates, user certificate, crypto wallet,
    wallet address, wallet id, wallet subject id, =owner, =author, =creator, created by, updated by,
    modified by, =assignee, approver, =reviewer, approved by, gravatar, gravatar id, login hint, fhir user,
    client session, ledger address, =actor, login id, customer no, kyc id, badge number, login id hint`,
  secret: `password, passwd, pwd, api key, secret, client secret, private key, access token, refresh token,
    id token, id token hint, bearer token, session cookie, credential, credentials, passphrase, otp secret, totp secret,
    recovery code, recovery codes, =pin, security answer, secret key, session token, security question,
    encryption key, signing key, auth token, security question answer, ssh key, webhook secret,
    connection string, aws secret access key, one time password, mfa secret, seed phrase, passcode,
    shared secret, =otp, backup codes`,
  authorization: `role, roles, permission, permissions, entitlement, entitlements, scope, scopes, group, groups,
    privilege, privileges, =teams, =team, clearance, clearance level, authorities, authority level,
    access level, acl, grants, =scp, =wids, membership type, affiliation, scoped affiliation, allowed roles,
    rights, feature flags, capabilities, is admin, admin, access rights`,
  infrastructure: `datacenter, data centre, shard, vpc, vpc id, cluster, cluster id, node ip, node name, internal url,
    internal host, stack trace, subnet, aws account id, server ip, host ip, database host, db host,
    database name, pod name, instance id, internal ip, private ip, pod ip, hostname, backend url, upstream,
    upstream url, file path, debug info, server name, kernel version, debug trace, s3 bucket, bucket name,
    queue name, namespace path, service mesh, internal endpoint, db schema, aws arn, iam arn, vnet`,
  technical: `ip version, mail server, mail template, race condition, health check, mail domain, email domain, third
    party, party type, relying party, party name, name space, swname, service name, name format, state
    machine, union type, title case, ip range, ip pool, address space, address type, mobile app, mobile
    client, mobile enabled, phone os, app version, iss, aud, exp, iat, nbf, jti, health endpoint, health
    status url, health url, system health, service health, health probe, health port, conviction rate,
    credit card type, card type, card brand, card issuer, cell id, cell tower, age limit, home region, home
    directory, home url, home page url, prison break, max age, min age, cache age, issuing country, address
    family, email template, ip allowlist, ip whitelist, ip blocklist, contacts scope, picture format,
    sentence count, faith level, token id, request id, correlation id, trace id, span id, transaction id,
    order id, order number, invoice number, build number, version number, account type, account status,
    account state, email type, phone type, page title, document title, window title, song title, book title,
    error title, message title, product title, race id, session state, state code, state code name, user
    state, member state, customer state, birth registration required, sex required, card layout, title
    template, location id, location header, location url, resource location, meta location, bank name, bank
    code, bic, swift, swift code, document type, id type, id document type, identity type, id token hint,
    tax rate, tax class, salary currency, treatment group, treatment arm, user count, street view, union
    all, party size, political map, medical device type, medical device, warrant canary, password policy,
    gait version, key fingerprint, certificate fingerprint, cert fingerprint, public key fingerprint, ssh
    fingerprint, token fingerprint, fingerprint sha, fingerprint algorithm, build fingerprint, error
    fingerprint, religion enabled, health score, server health, cluster health, health metric, health
    metrics, health report url, node health, pod health, db health, token health, connection health, roma
    release, degree of parallelism, pension plan id, address bar, return code, operating mode, iris version,
    church encoding, cancer release, family id, font family, product family, model family, instance family,
    cpu family, token family, code family, job id, job title format, mobile platform, tel uri scheme, age
    seconds, age ms, session age, password age, token age, key age, age of token, account age, account age
    days, wage period, first party, in party, multi party, counter party, treatment code id, drug policy,
    health level, ethnic menu enabled, signal strength, signal name, degree celsius, origin, platform,
    template, storage, stage, country code iso, default country, tenant country, tenant ctry, allowed
    countries, race track, race car, race result, injury time, family plan, locale default, default locale,
    default language, supported languages, region name, line height, line weight, time zone offset, recovery
    email sent, degree count, encounter rate, surgery duration estimate, tax exempt, name server, nick
    server, credit union, credit union id, students union, customs union, parties, data race, trade union
    type, union type id, gate number, boarding gate, boarding gate number, credit card brand, credit card
    brands, player state, game state`,
};
