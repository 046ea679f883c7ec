import { parentPort, workerData } from 'node:worker_threads';
import { type Answer, auditorFor, type Job, type Order } from './pool.ts';

/** Audits what the main thread hands over, and hands back what it saw. */
export function auditInWorker(): void {
  const port = parentPort;
  if (port === null) return;
  const auditor = auditorFor(workerData as Job);
  port.on('message', (order: Order) => {
    if ('batch' in order) {
      auditor.take(order.batch);
      const done = order.batch.bytes.buffer as ArrayBuffer;
      port.postMessage({ done } satisfies Answer, [done]);
    } else {
      port.postMessage({ tally: auditor.finish().toJson() } satisfies Answer);
    }
  });
}
