export { compare } from './compare.ts';
export { compareAll } from './compare-all.ts';
export { exposures } from './exposure.ts';
