import type { Classification } from '../classification.ts';
import { conceptOf } from '../concepts.ts';

const HEALTH = conceptOf('health').category;
const LOCATION = conceptOf('location').category;
const ADDRESS = conceptOf('address').category;
const NAME = conceptOf('full name').category;

/** How systems say that they are well, and which variant of an experiment they show. */
const STATE =
  /^(?:ok|up|down|(?:un)?healthy|degraded|pass(?:ing|ed)?|fail(?:ing|ed|ure)?|warn(?:ing)?|critical|green|yellow|red|timeout|(?:not[ _-]?)?ready|running|starting|stopped|(?:un)?available|alive|dead|online|offline|enabled|off|on|control|variant[-_ ]?\w{1,12})$/i;
const RESOURCE = /^(?:https?:\/|urn:|\/)/i;
/** Where clouds run: `eu-north-1`, `westeurope`. */
const CLOUD_REGION =
  /^(?:[a-z]{2,}-){1,2}(?:north|south|east|west|central)[a-z]*-?\d{1,2}[a-z]?$|^(?:north|south|east|west|central)(?:europe|us|india|asia)\d?$/i;
/** What programs are called: the last word says that it is one. */
const PROGRAM =
  /^(?:[a-z\d]+[-_.])*(?:service|svc|api|app|worker|bot|server|client|job|gateway|proxy|db|cluster|prod|dev|test|staging|default|system)\d*$/;

/** What a text under a person's name is when systems write it: `health: ok`; undefined when they don't. */
export function saidOfSystem({ category = '' }: Classification, text: string): string | undefined {
  if (category === HEALTH && STATE.test(text)) return 'it is the state of a system';
  if (category === LOCATION && RESOURCE.test(text)) return 'it is where a resource is';
  if (category.startsWith(ADDRESS) && CLOUD_REGION.test(text)) return 'it is where a cloud runs';
  if (category === NAME && PROGRAM.test(text)) return 'it is what a program is called';
  return undefined;
}
