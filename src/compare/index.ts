export { compare } from './compare.ts';
export { compareAll } from './compare-all.ts';
export { exposures } from './exposure/exposure.ts';
export { privacyMatrix } from './exposure/privacy-matrix.ts';
export { impactOf } from './impact/impact.ts';
export { impactNames, impactSubjects } from './impact/impact-subjects.ts';
export type { InclusionListener } from './judge.ts';
export { planOf } from './plan/plan.ts';
