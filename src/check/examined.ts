import type {
  Comparison,
  Consumer,
  DecodedToken,
  MalformedToken,
  MapperDefinition,
  Problem,
  Usage,
} from '../model/index.ts';
import type { SubjectName } from './subjects.ts';

/** What a run examines. Whatever is absent was not looked at. */
export interface Examined {
  readonly problems?: readonly Problem[];
  readonly mappers?: readonly MapperDefinition[];
  readonly consumers?: readonly Consumer[];
  readonly comparisons?: readonly Comparison[];
  /** What was seen in tokens: evidence on changes. */
  readonly usage?: Usage;
  readonly tokens?: readonly DecodedToken[];
  readonly malformed?: readonly MalformedToken[];
}

/** Which input brings a subject. */
const BROUGHT_BY: Readonly<Record<Exclude<SubjectName, 'waiver'>, keyof Examined>> = {
  problem: 'problems',
  mapper: 'mappers',
  'token-type': 'mappers',
  claim: 'mappers',
  scope: 'mappers',
  client: 'mappers',
  resource: 'mappers',
  exchange: 'mappers',
  contract: 'mappers',
  exposure: 'mappers',
  consumer: 'consumers',
  change: 'comparisons',
  'consumer-effect': 'comparisons',
  'decision-effect': 'comparisons',
  'exposure-change': 'comparisons',
  comparison: 'comparisons',
  token: 'tokens',
  'malformed-token': 'malformed',
};

/** The kinds of things that a run looks at, whether or not there are any. */
export function examinedSubjects(examined: Examined): ReadonlySet<SubjectName> {
  const all = Object.keys(BROUGHT_BY) as Exclude<SubjectName, 'waiver'>[];
  return new Set(all.filter((name) => examined[BROUGHT_BY[name]] !== undefined));
}
