export { answerTo, type ClaimAnswer, type ClaimAnswerOptions } from './answer.ts';
export { type Classification, isPersonal, PRIVACY_LEVELS, privacyRank } from './classification.ts';
export { classify } from './classify.ts';
export { isMasked, masked } from './mask.ts';
export { mask, maskedName, maskedTokens, maskedUndeclared } from './mask-text.ts';
export { classifyName } from './name/classify-name.ts';
export { withoutPrivateKeys } from './private-key.ts';
export { type ClaimQuestion, readQuestion } from './question.ts';
export { type ClassifiedMember, classifyMembers, classifyValue } from './value/classify-value.ts';
