export { compare } from './compare.ts';
export { exposures } from './exposure.ts';
