export type { Given } from './candidates.ts';
export { decodeToken, isMalformed, type ParsedToken, stripWrapping } from './decode.ts';
export { withDetected } from './detect.ts';
export { type ExplainedMember, type ExplainedToken, explainToken } from './explain.ts';
export { type FoundToken, tokensIn } from './extract.ts';
export { type StatedGrant, statedGrant } from './grant.ts';
export { withHashes } from './hashes.ts';
export { LONGEST_TOKEN } from './jose-part.ts';
export { type DecryptionKeys, openToken, readDecryptionKeys } from './jwe.ts';
export { type Keys, readKeys, readSecrets, UnusableKeys } from './keys.ts';
export { recogniseKind, recogniseToken, typOf } from './recognise.ts';
export { isGuessable, verifySignature } from './signature.ts';

export { showDuration, showNumericDate } from './times.ts';
