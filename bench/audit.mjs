// How fast an audit verifies and holds tokens to their contract, beside two pipelines measured in the same run:
//
//   naive   for await (line of readline) { await jose.jwtVerify(); ajv.validate() }, in one thread;
//           without signatures jose.decodeJwt() in its place
//   bound   the same signatures and nothing else, on all processors;
//           without signatures: lines split, header and payload decoded and parsed, and nothing else
//
//   npm run bench:audit                    20,000 tokens, 24 times over, 5 rounds; table and bench/audit.json
//   npm run bench:audit -- --tokens 2000 --repeat 1 --rounds 1
//
// The cache of signatures is off: each token is verified each time it occurs. Logs that repeat tokens are faster.
//
// Shared cores run at one speed now and at another in a minute: what is compared is measured right before and right
// after what it is compared with, and the medians are those of each round's ratios.
import { spawnSync } from 'node:child_process';
import { createHmac, createPublicKey, createSecretKey, timingSafeEqual, verify } from 'node:crypto';
import { appendFileSync, createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** What verifies signatures and does nothing else. */
function verifier({ bytes, keys }) {
  const keyOf = (jwk) =>
    jwk.kty === 'oct'
      ? createSecretKey(Buffer.from(jwk.k, 'base64url'))
      : createPublicKey({ key: jwk, format: 'jwk' });
  const byAlg = new Map(keys.map((jwk) => [jwk.alg, keyOf(jwk)]));
  const lines = Buffer.from(bytes).latin1Slice().trimEnd().split('\n');
  const isRight = (line) => {
    const end = line.lastIndexOf('.');
    const data = Buffer.from(line.slice(0, end), 'latin1');
    const signature = Buffer.from(line.slice(end + 1), 'base64url');
    const alg = ALGORITHMS.find((one) => line.startsWith(one.prefix));
    const key = byAlg.get(alg.name);
    if (alg.name === 'HS256')
      return timingSafeEqual(createHmac('sha256', key).update(data).digest(), signature);
    const options = alg.name === 'ES256' ? { key, dsaEncoding: 'ieee-p1363' } : key;
    return verify(alg.digest, data, options, signature);
  };
  return () => lines.filter(isRight).length;
}

/** What splits lines, decodes and parses both parts of a token, and does nothing else. */
function parser({ bytes }) {
  const text = Buffer.from(bytes);
  const decoded = Buffer.allocUnsafe(1 << 18);
  const parse = (part) => JSON.parse(decoded.latin1Slice(0, decoded.write(part, 'base64url')));
  return () => {
    let parsed = 0;
    for (let from = 0; from < text.length; ) {
      const end = text.indexOf(10, from);
      const [header, payload] = text.latin1Slice(from, end).split('.');
      if (parse(header).alg !== undefined && parse(payload).iss !== undefined) parsed += 1;
      from = end + 1;
    }
    return parsed;
  };
}

if (!isMainThread) {
  const { task, repeat } = workerData;
  const work = task === 'verify' ? verifier(workerData) : parser(workerData);
  parentPort.once('message', () => {
    let done = 0;
    for (let times = 0; times < repeat; times += 1) done += work();
    parentPort.postMessage(done);
  });
  parentPort.postMessage('ready');
}

const seconds = (start) => Number(process.hrtime.bigint() - start) / 1e9;

/** Workers are started before the clock: the bound is that of the task, all tokens of which it must get right. */
async function bound(task, made, repeat, keys) {
  const share = Math.ceil(made.length / availableParallelism());
  const workers = [];
  for (let from = 0; from < made.length; from += share) {
    const bytes = Buffer.from(`${made.slice(from, from + share).join('\n')}\n`);
    const workerData = { task, bytes, repeat, keys };
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData });
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
  if (done !== made.length * repeat)
    throw new Error(`the bound got ${done} of ${made.length * repeat} right`);
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
const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Tokens a second of all that is compared, in one round. */
async function oneRound({ made, jwks, repeat, log, half, single, common, keyFile }) {
  const tokens = made.length * repeat;
  const halfTokens = made.length * Math.floor(repeat / 2);
  const signed = [...common, '--jwks', keyFile];
  const naiveTokens = Math.min(tokens, 10_000);
  const verified = joseVerifier(jwks);
  const boundRate = async (task) => tokens / (await bound(task, made, repeat, jwks));
  const naiveRate = async (payloadOf, some) => some / (await naive(log, payloadOf, some));

  const start = audit([single, ...signed]).time;
  const naiveBefore = await naiveRate(verified, naiveTokens);
  const boundBefore = await boundRate('verify');
  const { time, report } = audit([log, ...signed]);
  for (const [what, expected] of [
    ['verdicts', 'kept'],
    ['signatures', 'verified'],
  ]) {
    const [{ name, count }] = report.totals[what].rows;
    if (name !== expected || count !== tokens) throw new Error(JSON.stringify(report.totals[what]));
  }
  const boundAfter = await boundRate('verify');
  const halfTime = halfTokens === 0 ? start : audit([half, ...signed]).time;
  const naiveAfter = await naiveRate(verified, naiveTokens);

  const parseBefore = await boundRate('parse');
  const unsignedBefore = await naiveRate(decodeJwt, tokens);
  const unsignedTime = audit([log, ...common]).time;
  const unsignedAfter = await naiveRate(decodeJwt, tokens);
  const parseAfter = await boundRate('parse');
  return {
    start,
    bound: mean([boundBefore, boundAfter]),
    audit: tokens / (time - start),
    secondHalf: (tokens - halfTokens) / (time - halfTime),
    naive: mean([naiveBefore, naiveAfter]),
    parse: mean([parseBefore, parseAfter]),
    unsigned: tokens / (unsignedTime - start),
    naiveUnsigned: mean([unsignedBefore, unsignedAfter]),
  };
}

async function main() {
  const { values } = parseArgs({
    options: {
      tokens: { type: 'string', default: '20000' },
      repeat: { type: 'string', default: '24' },
      rounds: { type: 'string', default: '5' },
    },
  });
  const repeat = Number(values.repeat);
  const folder = mkdtempSync(join(tmpdir(), 'tokenpact-bench-'));
  const inFolder = (name) => join(folder, name);
  try {
    const { keys, jwks } = makeKeys();
    const made = makeTokens(Number(values.tokens), keys);
    const text = `${made.join('\n')}\n`;
    for (let times = 0; times < repeat; times += 1) {
      appendFileSync(inFolder('log.txt'), text);
      if (times < Math.floor(repeat / 2)) appendFileSync(inFolder('half.txt'), text);
    }
    writeFileSync(inFolder('single.txt'), `${made[0]}\n`);
    writeFileSync(inFolder('mapper.yaml'), MAPPER);
    writeFileSync(inFolder('jwks.json'), JSON.stringify({ keys: jwks }));
    const common = ['--mapper', inFolder('mapper.yaml'), '-f', 'json', '--fail-on', 'never', '--cache', '0'];
    const rounds = [];
    while (rounds.length < Number(values.rounds))
      rounds.push(
        await oneRound({
          made,
          jwks,
          repeat,
          log: inFolder('log.txt'),
          half: inFolder('half.txt'),
          single: inFolder('single.txt'),
          keyFile: inFolder('jwks.json'),
          common,
        }),
      );
    report(rounds, made.length * repeat, await classificationCost());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ROWS = [
  ['signatures only, all processors', 'bound', 'bound', 'naive'],
  ['tokenpact audit', 'audit', 'bound', 'naive'],
  ['tokenpact audit, second half of the log alone', 'secondHalf', 'bound', 'naive'],
  ['readline, jose, Ajv', 'naive', 'bound', 'naive'],
  ['signatures not checked:'],
  ['split, base64url, JSON.parse, all processors', 'parse', 'parse', 'naiveUnsigned'],
  ['tokenpact audit', 'unsigned', 'parse', 'naiveUnsigned'],
  ['readline, jose, Ajv', 'naiveUnsigned', 'parse', 'naiveUnsigned'],
];

function report(rounds, tokens, classification) {
  console.log(
    `${tokens} tokens, median of ${rounds.length} rounds (least to most), ${availableParallelism()} processors, Node ${process.version}`,
  );
  const line = (title, rate, ofBound, ofNaive) =>
    `${title.padEnd(47)}${rate.padStart(10)}${ofBound.padStart(20)}${ofNaive.padStart(17)}`;
  console.log(line('pipeline', 'tokens/s', 'of bound', '× naive'));
  for (const [title, name, most, like] of ROWS) {
    if (name === undefined) {
      console.log(title);
      continue;
    }
    const ratio = (baseline, digits) => {
      const all = rounds.map((round) => round[name] / round[baseline]);
      const [middle, least, largest] = [median(all), Math.min(...all), Math.max(...all)];
      const shown = [middle, least, largest].map((one) => one.toFixed(digits));
      return name === baseline ? shown[0] : `${shown[0]} (${shown[1]} to ${shown[2]})`;
    };
    const rate = Math.round(median(rounds.map((round) => round[name])));
    console.log(line(title, String(rate), ratio(most, 2), ratio(like, 1)));
  }
  const start = median(rounds.map((round) => round.start));
  console.log(`start and end of an audit of one token, not counted above: ${start.toFixed(2)} s`);
  console.log(classificationLines(classification).join('\n'));
  const result = {
    tokens,
    classification,
    node: process.version,
    processors: availableParallelism(),
    rounds,
  };
  writeFileSync(join(root, 'bench/audit.json'), `${JSON.stringify(result, null, 2)}\n`);
}

if (isMainThread) {
  readFileSync(join(root, 'dist/cli/main.js'));
  await main();
}
