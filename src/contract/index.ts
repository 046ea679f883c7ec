export { claimSchema } from './claim-schema.ts';
export { type ContractFile, compileContracts } from './compile.ts';
export { describeSchema } from './describe-schema.ts';
export { contractOf, contractShape, effectiveContracts } from './effective-contracts.ts';
export { grantContract, grantedScopes } from './grant.ts';
export { presenceUnder } from './presence.ts';
export { type ResolvedClaim, type ResolvedToken, resolveGrant } from './resolve.ts';
export { isGranted } from './scope-tokens.ts';
export { acceptedSchema, issuedSchema, type ReaderKind } from './token-schema.ts';
