export { type Classification, isPersonal, PRIVACY_LEVELS, privacyRank } from './classification.ts';
export { classifyName } from './name/classify-name.ts';
