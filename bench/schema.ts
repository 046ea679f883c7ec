import { readFileSync } from 'node:fs';
import jsonSchemaDiff from 'json-schema-diff';
import { createEngine, type Dialect, type Engine, type JsonSchema } from '../src/schema/index.ts';
import { ajvSays } from '../test/schema/independent-ajv.ts';
import { ownJudgements } from '../test/schema/own-judgements.ts';
import { attack } from './schema-attack.ts';

/**
 * npm run bench:schema [-- judgements.json] [--random 10000] [--seed 1]
 *
 * Judges every question of a set, ours unless a file is given ([{ id, a, b, truth, draft }]), with our
 * engine and with json-schema-diff, and prints both as a table. Every witness is checked by Ajv alone.
 * `--random` then attacks the verdicts on that many random pairs of schemas.
 */
interface Judgement {
  readonly id: string;
  readonly a: JsonSchema;
  readonly b: JsonSchema;
  readonly truth: boolean;
  readonly draft?: Dialect;
}

type Answer = 'included' | 'not-included' | 'undecided';

interface Row {
  readonly answers: Answer[];
  readonly milliseconds: number[];
}

/** json-schema-diff needs this long for one question at most before it is left out of the timing. */
const PATIENCE = 5_000;

const [file] = process.argv
  .slice(2)
  .filter((argument, index, all) => !isOption(argument) && !isOption(all[index - 1]));
const judgements: readonly Judgement[] = file ? JSON.parse(readFileSync(file, 'utf8')) : ownJudgements();

function isOption(argument: string | undefined): boolean {
  return argument?.startsWith('--') ?? false;
}

function option(name: string): number | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : Number(process.argv[at + 1]);
}

const engines = new Map<string, Engine>();

function engineFor({ draft }: Judgement): Engine {
  const dialect = draft ?? 'auto';
  const engine =
    engines.get(dialect) ?? createEngine({ dialect, unknownKeywords: file ? 'annotation' : 'undecided' });
  engines.set(dialect, engine);
  return engine;
}

function askOurs(judgement: Judgement): Answer {
  const { a, b, draft } = judgement;
  const inclusion = engineFor(judgement).includes(a, b);
  if (inclusion.verdict === 'not-included' && draft !== 'draft-07') {
    const judged = [ajvSays(a)(inclusion.witness), ajvSays(b)(inclusion.witness)];
    if (judged[0] === false || judged[1] === true)
      throw new Error(`${judgement.id}: Ajv contradicts the witness`);
  }
  return inclusion.verdict;
}

async function askJsonSchemaDiff({ a, b }: Judgement): Promise<Answer> {
  const question = { sourceSchema: a as never, destinationSchema: b as never };
  const late = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), PATIENCE).unref();
  });
  try {
    const answer = await Promise.race([jsonSchemaDiff.diffSchemas(question), late]);
    return answer === undefined ? 'undecided' : answer.removalsFound ? 'not-included' : 'included';
  } catch {
    return 'undecided';
  }
}

async function run(ask: (judgement: Judgement) => Answer | Promise<Answer>): Promise<Row> {
  const row: Row = { answers: [], milliseconds: [] };
  for (const judgement of judgements) {
    const start = performance.now();
    row.answers.push(await ask(judgement));
    row.milliseconds.push(performance.now() - start);
  }
  return row;
}

function summary({ answers, milliseconds }: Row) {
  const count = (isCounted: (answer: Answer, truth: boolean) => boolean) =>
    answers.filter((answer, index) => isCounted(answer, judgements[index]?.truth ?? false)).length;
  const sorted = [...milliseconds].sort((one, other) => one - other);
  const at = (share: number) => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2));
  return {
    right: count((answer, truth) => answer === (truth ? 'included' : 'not-included')),
    missed: count((answer, truth) => answer === 'included' && !truth),
    'false alarms': count((answer, truth) => answer === 'not-included' && truth),
    undecided: count((answer) => answer === 'undecided'),
    'ms p50': at(0.5),
    'ms p95': at(0.95),
    'ms max': at(1),
  };
}

const first = await run((judgement) => engineFor(judgement).includes(judgement.a, judgement.b).verdict);
const warm = await run((judgement) => engineFor(judgement).includes(judgement.a, judgement.b).verdict);
const checked = await run(askOurs);
if (checked.answers.join() !== first.answers.join()) throw new Error('the answers differ from run to run');
const theirs = await run(askJsonSchemaDiff);
console.log(`${judgements.length} judgements, every witness checked by Ajv`);
console.table({
  'tokenpact, first run': summary(first),
  'tokenpact, warm': summary(warm),
  'json-schema-diff': summary(theirs),
});

const pairs = option('random');
if (pairs !== undefined) console.log(attack(pairs, option('seed') ?? 1));
