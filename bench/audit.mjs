// How fast an audit verifies and holds tokens to their contract, beside two pipelines measured in the same run:
//
//   naive   for await (line of readline) { await jose.jwtVerify(); ajv.validate() }, in one thread;
//           without signatures jose.decodeJwt() in its place
//   bound   the same signatures and nothing else, on all processors;
//           without signatures: lines split, header and payload decoded and parsed, and nothing else
//
//   npm run bench:audit                    20,000 tokens, 5 times over, 5 rounds; table and bench/audit.json
//   npm run bench:audit -- --tokens 2000 --repeat 1 --rounds 1
//
// The cache of signatures is off: each token is verified each time it occurs. Logs that repeat tokens are faster.
import { spawnSync } from 'node:child_process';
import { createHmac, createPublicKey, createSecretKey, timingSafeEqual, verify } from 'node:crypto';
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { classificationCost, classificationLines } from './audit-classification.mjs';
import { ALGORITHMS, MAPPER, makeKeys, makeTokens, SCHEMA } from './audit-tokens.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Verifies signatures and does nothing else. */
function verifyAll({ lines, keys }) {
  const keyOf = (jwk) =>
    jwk.kty === 'oct'
      ? createSecretKey(Buffer.from(jwk.k, 'base64url'))
      : createPublicKey({ key: jwk, format: 'jwk' });
  const byAlg = new Map(keys.map((jwk) => [jwk.alg, keyOf(jwk)]));
  let verified = 0;
  for (const line of lines) {
    const end = line.lastIndexOf('.');
    const data = Buffer.from(line.slice(0, end), 'latin1');
    const signature = Buffer.from(line.slice(end + 1), 'base64url');
    const alg = ALGORITHMS.find((one) => line.startsWith(one.prefix));
    const key = byAlg.get(alg.name);
    if (alg.name === 'HS256') {
      if (timingSafeEqual(createHmac('sha256', key).update(data).digest(), signature)) verified += 1;
      continue;
    }
    const options = alg.name === 'ES256' ? { key, dsaEncoding: 'ieee-p1363' } : key;
    if (verify(alg.digest, data, options, signature)) verified += 1;
  }
  return verified;
}

/** Splits lines, decodes and parses both parts of a token, and does nothing else. */
function parseAll({ bytes }) {
  const text = Buffer.from(bytes);
  const decoded = Buffer.allocUnsafe(1 << 18);
  const parse = (part) => JSON.parse(decoded.latin1Slice(0, decoded.write(part, 'base64url')));
  let parsed = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf(10, from);
    const [header, payload] = text.latin1Slice(from, end).split('.');
    if (parse(header).alg !== undefined && parse(payload).iss !== undefined) parsed += 1;
    from = end + 1;
  }
  return parsed;
}

if (!isMainThread) {
  const { task } = workerData;
  const work = task === 'verify' ? verifyAll : parseAll;
  parentPort.once('message', () => parentPort.postMessage(work(workerData)));
  parentPort.postMessage('ready');
}

const seconds = (start) => Number(process.hrtime.bigint() - start) / 1e9;

/** Workers are started before the clock: the bound is that of the task, all tokens of which it must get right. */
async function bound(task, lines, keys) {
  const share = Math.ceil(lines.length / availableParallelism());
  const workers = [];
  for (let from = 0; from < lines.length; from += share) {
    const own = lines.slice(from, from + share);
    const input = task === 'verify' ? { lines: own, keys } : { bytes: Buffer.from(`${own.join('\n')}\n`) };
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { task, ...input } });
    await new Promise((resolve) => worker.once('message', resolve));
    workers.push(worker);
  }
  const start = process.hrtime.bigint();
  const counts = workers.map(
    (worker) =>
      new Promise((resolve) => {
        worker.once('message', resolve);
        worker.postMessage('go');
      }),
  );
  const done = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  const time = seconds(start);
  if (done !== lines.length) throw new Error(`the bound got ${done} of ${lines.length} right`);
  await Promise.all(workers.map((worker) => worker.terminate()));
  return time;
}

/** Seconds that the obvious loop takes for some tokens; without keys it verifies nothing. */
async function naive(file, payloadOf, limit) {
  const validate = new Ajv2020({ allErrors: true, formats: { uuid: true } }).compile(SCHEMA);
  const start = process.hrtime.bigint();
  let kept = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (validate(await payloadOf(line))) kept += 1;
    if (kept >= limit) break;
  }
  const time = seconds(start);
  if (kept !== limit) throw new Error(`the naive pipeline kept ${kept} of ${limit}`);
  return time;
}

/** Verifies a token as the manual of jose shows it. */
function joseVerifier(keys) {
  const set = createLocalJWKSet({ keys: keys.filter(({ kty }) => kty !== 'oct') });
  const secret = Buffer.from(keys.find(({ kty }) => kty === 'oct').k, 'base64url');
  const keyFor = (header, token) => (header.alg === 'HS256' ? secret : set(header, token));
  return async (line) => (await jwtVerify(line, keyFor, { currentDate: new Date(0) })).payload;
}

/** tokenpact as users run it, start included; the time of an audit of one token is told beside it. */
function audit(args) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/tokenpact.js'), 'audit', ...args],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  const time = seconds(start);
  if (status !== 0) throw new Error(`the audit ended with ${status}: ${stderr}${stdout.slice(0, 2000)}`);
  return { time, report: JSON.parse(stdout) };
}

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

async function main() {
  const { values } = parseArgs({
    options: {
      tokens: { type: 'string', default: '20000' },
      repeat: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '5' },
    },
  });
  const rounds = Number(values.rounds);
  const tokens = Number(values.tokens) * Number(values.repeat);
  const folder = mkdtempSync(join(tmpdir(), 'tokenpact-bench-'));
  try {
    const { keys, jwks } = makeKeys();
    const made = makeTokens(Number(values.tokens), keys);
    const lines = Array.from({ length: tokens }, (_, index) => made[index % made.length]);
    const [log, half, single, mapper, keyFile] = [
      'log.txt',
      'half.txt',
      'single.txt',
      'mapper.yaml',
      'jwks.json',
    ].map((name) => join(folder, name));
    const firstHalf = lines.slice(0, Math.floor(tokens / 2));
    writeFileSync(half, `${firstHalf.join('\n')}\n`);
    writeFileSync(log, `${lines.join('\n')}\n`);
    writeFileSync(single, `${lines[0]}\n`);
    writeFileSync(mapper, MAPPER);
    writeFileSync(keyFile, JSON.stringify({ keys: jwks }));
    const common = ['--mapper', mapper, '-f', 'json', '--fail-on', 'never', '--cache', '0'];
    const naiveTokens = Math.min(tokens, 10_000);
    const rates = {
      bound: [],
      naive: [],
      audit: [],
      secondHalf: [],
      parse: [],
      naiveUnsigned: [],
      unsigned: [],
      start: [],
    };
    const verified = joseVerifier(jwks);
    for (let round = 0; round < rounds; round += 1) {
      rates.bound.push(tokens / (await bound('verify', lines, jwks)));
      rates.parse.push(tokens / (await bound('parse', lines)));
      rates.naive.push(naiveTokens / (await naive(log, verified, naiveTokens)));
      rates.naiveUnsigned.push(naiveTokens / (await naive(log, decodeJwt, naiveTokens)));
      const start = audit([single, ...common, '--jwks', keyFile]).time;
      rates.start.push(start);
      const signed = audit([log, ...common, '--jwks', keyFile]);
      const { verdicts, signatures } = signed.report.totals;
      if (verdicts.rows[0].name !== 'kept' || verdicts.rows[0].count !== tokens)
        throw new Error(JSON.stringify(verdicts));
      if (signatures.rows[0].name !== 'verified' || signatures.rows[0].count !== tokens)
        throw new Error(JSON.stringify(signatures));
      rates.audit.push(tokens / (signed.time - start));
      const halfTime = audit([half, ...common, '--jwks', keyFile]).time;
      rates.secondHalf.push((tokens - firstHalf.length) / (signed.time - halfTime));
      rates.unsigned.push(tokens / (audit([log, ...common]).time - start));
    }
    report(rates, tokens, rounds, await classificationCost());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(rates, tokens, rounds, classification) {
  const rows = [
    ['signatures only, all processors', 'bound', 'bound', 'naive'],
    ['tokenpact audit', 'audit', 'bound', 'naive'],
    ['tokenpact audit, second half of the log alone', 'secondHalf', 'bound', 'naive'],
    ['readline, jose, Ajv', 'naive', 'bound', 'naive'],
    ['signatures not checked:'],
    ['split, base64url, JSON.parse, all processors', 'parse', 'parse', 'naiveUnsigned'],
    ['tokenpact audit', 'unsigned', 'parse', 'naiveUnsigned'],
    ['readline, jose, Ajv', 'naiveUnsigned', 'parse', 'naiveUnsigned'],
  ];
  console.log(
    `${tokens} distinct tokens, median of ${rounds} rounds, ${availableParallelism()} processors, Node ${process.version}`,
  );
  console.log(
    `${'pipeline'.padEnd(47)}${'tokens/s'.padStart(10)}${'of bound'.padStart(10)}${'× naive'.padStart(9)}`,
  );
  for (const [title, name, most, like] of rows) {
    if (name === undefined) {
      console.log(title);
      continue;
    }
    const [rate, bound, naive] = [name, most, like].map((one) => median(rates[one]));
    console.log(
      `${title.padEnd(47)}${Math.round(rate).toString().padStart(10)}${(rate / bound).toFixed(2).padStart(10)}${(rate / naive).toFixed(1).padStart(9)}`,
    );
  }
  console.log(
    `start and end of an audit of one token, not counted above: ${median(rates.start).toFixed(2)} s`,
  );
  console.log(classificationLines(classification).join('\n'));
  const result = {
    tokens,
    rounds,
    classification,
    node: process.version,
    processors: availableParallelism(),
    rates,
  };
  writeFileSync(join(root, 'bench/audit.json'), `${JSON.stringify(result, null, 2)}\n`);
}

if (isMainThread) {
  readFileSync(join(root, 'dist/cli/main.js'));
  await main();
}
