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

/** What a worker answers: the buffer of a batch that it is done with, or all that it saw. */
export type Answer = { readonly done: ArrayBuffer } | { readonly tally: AuditTallyJson };

/** Batches that a worker may have before it: one at work, one waiting. */
const AHEAD = 2;

/** Batches that are audited in this thread before others are started: a small log is done by then. */
const ALONE = 2;

/** Small heaps: what workers hold is a batch, caches of fixed size and a tally. */
const LIMITS = { maxYoungGenerationSizeMb: 8 };

/** Audits batches, one after another or side by side. */
export interface Crew {
  take(batch: Batch): Promise<void>;
  finish(): Promise<AuditTallyJson>;
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
  private readonly buffers: Buffers;
  private waiting: { readonly resolve: () => void; readonly reject: (error: unknown) => void } | undefined;
  private failure: unknown;
  private ahead = 0;
  private result: ((tally: AuditTallyJson) => void) | undefined;

  constructor(entry: string, job: Job, buffers: Buffers) {
    this.buffers = buffers;
    const start = `import(${JSON.stringify(entry)}).then((bundle) => bundle.auditInWorker());`;
    this.worker = new Worker(start, { eval: true, workerData: job, resourceLimits: LIMITS });
    this.worker.on('message', (answer: Answer) => this.hear(answer));
    this.worker.on('error', (error) => this.fail(error));
  }

  get isFree(): boolean {
    return this.ahead < AHEAD;
  }

  private hear(answer: Answer): void {
    if ('tally' in answer) {
      this.result?.(answer.tally);
    } else {
      this.buffers.giveBack(answer.done);
      this.ahead -= 1;
    }
    this.waiting?.resolve();
  }

  private fail(error: unknown): void {
    this.failure = error;
    this.waiting?.reject(error);
  }

  /** Settles when there is room, or an answer. */
  whenHeard(): Promise<void> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
    });
  }

  give(batch: Batch): void {
    this.ahead += 1;
    this.worker.postMessage({ batch } satisfies Order, [batch.bytes.buffer as ArrayBuffer]);
  }

  async finish(): Promise<AuditTallyJson> {
    const tally = new Promise<AuditTallyJson>((resolve, reject) => {
      this.result = resolve;
      this.waiting = { resolve: () => undefined, reject };
      if (this.failure !== undefined) reject(this.failure);
    });
    this.worker.postMessage({ finish: true } satisfies Order);
    const json = await tally;
    await this.worker.terminate();
    return json;
  }
}

/**
 * Audits in this thread first, and on all processors when there is more than a little to do.
 *
 * @param buffers get back what batches came in
 * @param entry address of the module that holds `auditInWorker`; undefined: everything is done in this thread
 * @param workers how many threads to start; undefined: one per processor
 */
export function crewFor(
  job: Job,
  buffers: Buffers,
  entry: string | undefined,
  workers = availableParallelism(),
): Crew {
  const own = auditorFor(job);
  const hands: Hand[] = [];
  let taken = 0;
  return {
    take: async (batch) => {
      taken += 1;
      if (entry === undefined || workers === 0 || taken <= ALONE) {
        own.take(batch);
        buffers.giveBack(batch.bytes.buffer as ArrayBuffer);
        return;
      }
      while (hands.length < workers) hands.push(new Hand(entry, job, buffers));
      let free = hands.find(({ isFree }) => isFree);
      while (free === undefined) {
        await Promise.race(hands.map((hand) => hand.whenHeard()));
        free = hands.find(({ isFree }) => isFree);
      }
      free.give(batch);
    },
    finish: async () => {
      const tally = own.finish();
      for (const json of await Promise.all(hands.map((hand) => hand.finish()))) tally.include(json);
      return tally.toJson();
    },
  };
}
