export { type Answer, type AnswerOptions, answerTo } from './answer.ts';
export { type Classification, isPersonal, PRIVACY_LEVELS, privacyRank } from './classification.ts';
export { classify } from './classify.ts';
export { isMasked, mask, masked } from './mask.ts';
export { classifyName } from './name/classify-name.ts';
export { type Question, readQuestion } from './question.ts';
export { type ClassifiedMember, classifyMembers, classifyValue } from './value/classify-value.ts';
