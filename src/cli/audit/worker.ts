import { parentPort, workerData } from 'node:worker_threads';
import { type Answer, auditorFor, type Job, type Order } from './pool.ts';

/** Audits what the main thread hands over, and hands back what it saw. */
const auditor = auditorFor(workerData as Job);
const answer = (message: Answer, transfer: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, transfer);

parentPort?.on('message', (order: Order) => {
  if ('batch' in order) {
    auditor.take(order.batch);
    const done = order.batch.bytes.buffer as ArrayBuffer;
    answer({ done }, [done]);
  } else {
    answer({ tally: auditor.finish().toJson() });
  }
});
answer({ ready: true });
