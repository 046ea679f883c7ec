import { parentPort, workerData } from 'node:worker_threads';
import { type Answer, auditorFor, type Job, type Order } from './pool.ts';

/** Audits what the main thread hands over, and hands back what it saw. */
export function auditInWorker(): void {
  const port = parentPort;
  if (port === null) return;
  const auditor = auditorFor(workerData as Job);
  const answer = (message: Answer): void => port.postMessage(message);
  port.on('message', (order: Order) => {
    if ('batch' in order) answer({ taken: auditor.take(order.batch) });
    else answer({ tally: auditor.finish().toJson() });
  });
}
