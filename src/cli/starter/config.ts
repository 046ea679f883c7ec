import { modeline } from './modeline.ts';

/** A configuration that says what holds anyway, and what else can be said. */
export function starterConfig(schemas: string, mapper: string): string {
  return `${modeline(schemas, 'config')}
# Everything works without this file; it is found from the folder of a definition upwards.
tokenpact: config/v1
mappers: [${JSON.stringify(mapper)}]
consumers: ["**/*.consumer.yaml"]

# How strict the rules are: relaxed, standard, high-security or fapi2. All of them: tokenpact rules
profile: standard

# The lowest severity that stops a change, per axis. Any new personal data would stop one by: privacy: info
# gates: { privacy: warning, design: never }

# Levels of single rules.
# rules: { scope/description-missing: warning }

# Exceptions, each with a reason and an end. A finding that stops a change prints its own.
# waivers:
#   - rule: change/claim-removed
#     coordinates: { claim: tenant_id }
#     owner: team-identity
#     reason: nobody reads it any more
#     until: 2027-03-31
`;
}
