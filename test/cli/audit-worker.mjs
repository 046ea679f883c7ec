import { parentPort } from 'node:worker_threads';

// Does what a worker of an audit does, but for the audit: counts lines, and fails when it is told to.
let lines = 0;
parentPort.on('message', (order) => {
  if ('batch' in order) {
    const text = Buffer.from(order.batch.bytes).toString();
    if (text.includes('fail')) throw new Error('the worker failed');
    lines += text.split('\n').length - 1;
    const done = order.batch.bytes.buffer;
    parentPort.postMessage({ done }, [done]);
    return;
  }
  const nothing = { kept: [] };
  const names =
    'forms tokenTypes clients scopeSets keys signatures verdicts users members groups claims scopes values personal requests';
  const dimensions = Object.fromEntries(names.split(' ').map((name) => [name, nothing]));
  const counts = { lines, passedOver: 0, tokens: 0, malformed: 0, unreadTimes: 0, bytes: 0 };
  parentPort.postMessage({
    tally: { counts, dimensions, sizes: [], lifetimes: [], findings: { kept: [], other: 0 } },
  });
});
parentPort.postMessage({ ready: true });
