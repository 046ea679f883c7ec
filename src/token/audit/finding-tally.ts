import { comparePlaces, type Finding, type Place } from '../../model/index.ts';

/** A finding of one token, as it may be shown. */
export interface Example {
  readonly at: Place;
  readonly message: string;
}

/** A finding of one token, to be counted: it is told in full only where it may be an example. */
export interface Sighting
  extends Pick<Finding, 'rule' | 'severity' | 'undecided' | 'fingerprint' | 'at' | 'args'> {
  tell(): Finding;
}

/** Findings of one rule with equal coordinates, as one. */
export interface CountedFinding extends Omit<Finding, 'at' | 'message' | 'before' | 'witness'> {
  readonly count: number;
  /** Whether what is said of the first example is said of all. */
  readonly isAlike: boolean;
  /** The first ones, in order of files and lines. */
  readonly examples: readonly Example[];
}

/** What is counted under one name. */
interface Entry {
  /** The one of the first example. */
  finding: Finding;
  count: number;
  isAlike: boolean;
  examples: readonly Example[];
}

const EXAMPLES = 3;

/** Rules and coordinates beyond which findings are only counted: a hostile log can make any number of them. */
const LIMIT = 10_000;

const inOrder = (one: Example, other: Example): number =>
  comparePlaces(one.at, other.at) || (one.message < other.message ? -1 : one.message > other.message ? 1 : 0);

/** A fingerprint is made from the rule and the coordinates: equal ones say the same. */
const nameOf = ({ rule, severity, undecided, fingerprint }: Sighting): string =>
  `${rule} ${severity} ${undecided} ${fingerprint}`;

/** Findings as JSON: those that are told one by one, sorted, and how many are not. */
export interface FindingsJson {
  readonly kept: readonly (readonly [name: string, finding: CountedFinding])[];
  readonly other: number;
}

/**
 * Counts findings that say the same of different tokens, with a few examples. Which are kept, and which are the
 * examples, does not depend on the order in which they come.
 */
export class FindingTally {
  private readonly entries = new Map<string, Entry>();
  private other = 0;

  add(sighting: Sighting): void {
    const name = nameOf(sighting);
    const entry = this.entries.get(name);
    const last = entry?.examples[EXAMPLES - 1];
    // Lines mostly come in their order: what comes after enough examples is counted and no more.
    if (entry !== undefined && last !== undefined && comparePlaces(sighting.at, last.at) > 0) {
      entry.count += 1;
      entry.isAlike &&= saysThis(sighting, entry.finding);
      return;
    }
    const finding = sighting.tell();
    this.count(name, finding, 1, true, [{ at: finding.at, message: finding.message }]);
  }

  include({ kept, other }: FindingsJson): void {
    this.other += other;
    for (const [name, { count, isAlike, examples, ...finding }] of kept) {
      const [{ at, message } = { at: NOWHERE, message: '' }] = examples;
      this.count(name, { ...finding, at, message }, count, isAlike, examples);
    }
  }

  private count(
    name: string,
    finding: Finding,
    times: number,
    isAlike: boolean,
    examples: readonly Example[],
  ): void {
    const entry = this.entries.get(name);
    if (entry === undefined) {
      this.entries.set(name, { finding, count: times, isAlike, examples });
      if (this.entries.size > LIMIT * 2) this.prune();
      return;
    }
    entry.count += times;
    entry.isAlike = entry.isAlike && isAlike && finding.message === entry.finding.message;
    const [first, known, last] = [examples[0], entry.examples[0], entry.examples[EXAMPLES - 1]];
    if (first === undefined || (last !== undefined && inOrder(first, last) >= 0)) return;
    if (known !== undefined && inOrder(first, known) < 0) entry.finding = finding;
    entry.examples = [...entry.examples, ...examples].sort(inOrder).slice(0, EXAMPLES);
  }

  /** Keeps the names that come first: which these are is the same whatever the order was. */
  private prune(): void {
    const names = [...this.entries.keys()].sort();
    for (const name of names.slice(LIMIT)) {
      this.other += this.entries.get(name)?.count ?? 0;
      this.entries.delete(name);
    }
  }

  toJson(): FindingsJson {
    if (this.entries.size > LIMIT) this.prune();
    const kept = [...this.entries].map(([name, entry]): readonly [string, CountedFinding] => [
      name,
      counted(entry),
    ]);
    return { kept: kept.sort(([one], [other]) => (one < other ? -1 : 1)), other: this.other };
  }
}

const NOWHERE: Place = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };

/** Whether it would be worded so. Values that are the same need no words to tell. */
function saysThis(sighting: Sighting, { args, message }: Finding): boolean {
  const names = Object.keys(args);
  return names.every((name) => sighting.args[name] === args[name]) || sighting.tell().message === message;
}

function counted({ finding, count, isAlike, examples }: Entry): CountedFinding {
  const { rule, severity, axis, help, coordinates, consumers, undecided, fingerprint } = finding;
  // Values of the examples are in their messages; those of the others would be wrong for them.
  return {
    rule,
    severity,
    axis,
    help,
    coordinates,
    args: {},
    consumers,
    undecided,
    fingerprint,
    count,
    isAlike,
    examples,
  };
}
