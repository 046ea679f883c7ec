export type { Given } from './candidates.ts';
export { decodeToken, isMalformed, LONGEST_TOKEN, type ParsedToken } from './decode.ts';
export { type ExplainedMember, type ExplainedToken, explainToken, maskedValue } from './explain.ts';
export { type FoundToken, tokensIn } from './extract.ts';
export { type StatedGrant, statedGrant } from './grant.ts';
export { type Against, holdToContract } from './hold.ts';
export { recogniseKind, typOf } from './recognise.ts';
export { type Keys, readKeys, UnusableKeys, verifySignature } from './signature.ts';
export { showDuration, showNumericDate } from './times.ts';
