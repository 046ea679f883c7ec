export { compare } from './compare.ts';
export { compareAll } from './compare-all.ts';
export { exposures } from './exposure.ts';
export { impactOf } from './impact.ts';
export { impactNames, impactSubjects } from './impact-subjects.ts';
export type { InclusionListener } from './judge.ts';
export { planOf } from './plan.ts';
export { privacyMatrix } from './privacy-matrix.ts';
