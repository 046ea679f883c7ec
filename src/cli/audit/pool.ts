import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { tokenJudge } from '../../check/index.ts';
import { rules } from '../../generated/rules.ts';
import type { Config } from '../../model/index.ts';
import {
  Auditor,
  type AuditSettings,
  type AuditTally,
  type AuditTallyJson,
} from '../../token/audit/index.ts';
import { type Batch, type Buffers, eachLine } from './batches.ts';

/** What a worker needs to audit as the main thread does. */
export interface Job {
  readonly settings: AuditSettings;
  readonly config: Config;
}

/** What the main thread tells a worker: lines, or that there are no more. */
export type Order = { readonly batch: Batch } | { readonly finish: true };

/** What a worker answers: that it can begin, the buffer of a batch that it is done with, or all that it saw. */
export type Answer =
  | { readonly ready: true }
  | { readonly done: ArrayBuffer }
  | { readonly tally: AuditTallyJson };

/** Batches that a worker may have before it: one at work, and what it does while this thread is at work itself. */
const AHEAD = 3;

/** Bytes of lines in this thread before others are started: a small log is done before they could begin. */
const ALONE = 1 << 17;

/**
 * Small heaps: what workers hold is a batch, caches of fixed size and a tally. How much garbage V8 lets pile up
 * depends on how large a heap may become; the largest tally has room.
 */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

/** Audits batches, one after another or side by side. */
export interface Crew {
  take(batch: Batch): Promise<void>;
  finish(): Promise<AuditTallyJson>;
  /** Ends all threads, also after a failure: one that waits for more keeps the process alive. */
  dismiss(): Promise<void>;
}

/** An auditor of batches in this thread. */
export function auditorFor({ settings, config }: Job): { take(batch: Batch): void; finish(): AuditTally } {
  const auditor = new Auditor(settings, tokenJudge(rules, config, settings.now));
  return {
    take: (batch) => eachLine(batch, (line, number) => auditor.take(line, batch.file, number)),
    finish: () => auditor.finish(),
  };
}

/** One worker thread, as something that takes batches. */
class Hand {
  private readonly worker: Worker;
  private readonly tally: Promise<AuditTallyJson>;
  private isReady = false;
  private ahead = 0;
  /** Why it will never answer. */
  failure: unknown;

  constructor(entry: URL, job: Job, buffers: Buffers) {
    this.worker = new Worker(entry, { workerData: job, resourceLimits: LIMITS });
    this.tally = new Promise((resolve, reject) => {
      this.worker.on('error', reject);
      this.worker.on('message', (answer: Answer) => {
        if ('tally' in answer) return resolve(answer.tally);
        if ('ready' in answer) {
          this.isReady = true;
          return;
        }
        buffers.giveBack(answer.done);
        this.ahead -= 1;
      });
    });
    this.tally.catch((error: unknown) => {
      this.failure = error;
    });
  }

  get isFree(): boolean {
    return this.isReady && this.ahead < AHEAD;
  }

  give(batch: Batch): void {
    this.ahead += 1;
    this.worker.postMessage({ batch } satisfies Order, [batch.bytes.buffer as ArrayBuffer]);
  }

  /** What it saw; undefined where everything was done before it could begin. */
  async finish(): Promise<AuditTallyJson | undefined> {
    if (!this.isReady) return undefined;
    this.worker.postMessage({ finish: true } satisfies Order);
    return this.tally;
  }

  async dismiss(): Promise<void> {
    await this.worker.terminate();
  }
}

/**
 * Audits in this thread alone first, and on all processors when there is more than a little to do. This thread
 * hands out what others have room for, and audits what they have not: all, until they have started.
 *
 * @param buffers get back what batches came in
 * @param entry the module that audits in a worker; undefined: everything is done in this thread
 * @param threads how many to work in, this one included
 */
export function crewFor(
  job: Job,
  buffers: Buffers,
  entry: URL | undefined,
  threads = availableParallelism(),
): Crew {
  const own = auditorFor(job);
  const hands: Hand[] = [];
  let taken = 0;
  return {
    take: async (batch) => {
      while (entry !== undefined && taken >= ALONE && hands.length < threads - 1)
        hands.push(new Hand(entry, job, buffers));
      taken += batch.bytes.length;
      const failed = hands.find(({ failure }) => failure !== undefined);
      if (failed !== undefined) throw failed.failure;
      const free = hands.find(({ isFree }) => isFree);
      if (free !== undefined) return free.give(batch);
      own.take(batch);
      buffers.giveBack(batch.bytes.buffer as ArrayBuffer);
      // What the others said in the meantime is heard between two turns of the event loop only.
      await new Promise((resolve) => setImmediate(resolve));
    },
    finish: async () => {
      const tally = own.finish();
      for (const json of await Promise.all(hands.map((hand) => hand.finish())))
        if (json !== undefined) tally.include(json);
      return tally.toJson();
    },
    dismiss: async () => {
      await Promise.all(hands.map((hand) => hand.dismiss()));
    },
  };
}
