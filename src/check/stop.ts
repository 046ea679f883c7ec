import type { AffectedConsumer, Coordinates, Observed, Place, Witness } from '../model/index.ts';
import type { SubjectName, Subjects } from './subjects.ts';

/** One thing to inspect, with what every finding about it shares. */
export interface Stop<Subject extends SubjectName> {
  readonly subject: Subjects[Subject];
  readonly coordinates: Coordinates;
  readonly before?: Place;
  readonly witness?: Witness;
  readonly consumers?: readonly AffectedConsumer[];
  /** The release that it was compared with, where there are several. */
  readonly release?: string;
  /** What was seen of it in tokens. */
  readonly observed?: Observed;
  /** Tells things apart that share all coordinates: tokens are reported one by one. */
  readonly apart?: string;
}

/** How each kind of thing is found. Waivers are not here: they are judged when the findings are known. */
export type Walk = {
  readonly [Subject in Exclude<SubjectName, 'waiver'>]: () => Iterable<Stop<Subject>>;
};
