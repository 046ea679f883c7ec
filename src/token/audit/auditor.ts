import { createHash } from 'node:crypto';
import type {
  DecodedToken,
  MalformedToken,
  MapperDefinition,
  Place,
  SignatureState,
} from '../../model/index.ts';
import type { Given } from '../candidates.ts';
import { around, decodeStripped, isMalformed, type ParsedToken } from '../decode.ts';
import { withDetected } from '../detect.ts';
import { createHolder, type Holder } from '../hold.ts';
import type { Keys } from '../keys.ts';
import { isGuessable, verifySignature } from '../signature.ts';
import type { Sighting } from './finding-tally.ts';
import { type LogContext, type LogFields, type LogLine, readLogLine } from './log-line.ts';
import { logTime } from './log-time.ts';
import { createObserver } from './observe.ts';
import { readData } from './personal.ts';
import { cut } from './shown-name.ts';
import { AuditTally } from './tally.ts';

/** What an audit is held against. It can be handed to a worker thread. */
export interface AuditSettings {
  readonly definitions: readonly MapperDefinition[];
  readonly given: Given;
  readonly keys?: Keys;
  /** Words that must not be HMAC secrets. */
  readonly words: Keys;
  readonly fields: LogFields;
  /** What hashes of users' names are keyed with, where users are counted: a list of names reverses plain ones. */
  readonly userKey?: string;
  /** Milliseconds since 1970 at which all tokens are looked at; else each at its line's time, or its own. */
  readonly at?: number;
  /** For tokens that tell no time. */
  readonly now: number;
  /** Seconds. */
  readonly tolerance: number;
  /** Signatures that are remembered. */
  readonly cache: number;
}

/** What tells the findings of the tokens of one line. */
export type TokenJudge = (
  tokens: readonly DecodedToken[],
  malformed: readonly MalformedToken[],
) => readonly Sighting[];

/** What a line holds, until it is verified with others. */
interface Waiting {
  readonly tokens: ParsedToken[];
  readonly malformed: MalformedToken[];
  readonly context: LogContext;
}

/**
 * Lines that are verified together. What verifies and what judges push each other out of the processor's caches:
 * by turns, line after line, both take a quarter longer. Many more would live long enough to be moved by the
 * garbage collector.
 */
const AT_ONCE = 256;

/** Remembers verified and refused signatures by a hash over the whole token, never by a part of it. */
function rememberingSignatures(keys: Keys, limit: number): (token: ParsedToken) => SignatureState {
  const known = new Map<string, SignatureState>();
  return (token) => {
    const [{ raw } = token] = around(token);
    const { keyBinding } = token;
    const whole = keyBinding === undefined ? raw : `${raw}~${keyBinding.token.raw}~${keyBinding.digest}`;
    const name = createHash('sha256').update(whole).digest('base64');
    const state = known.get(name) ?? verifySignature(token, keys);
    if (known.size >= limit) known.clear();
    known.set(name, state);
    return state;
  };
}

function signatureReader({ keys, cache }: AuditSettings): (token: ParsedToken) => SignatureState {
  if (keys === undefined || cache === 0) return (token) => verifySignature(token, keys);
  return rememberingSignatures(keys, cache);
}

/**
 * Audits lines of a log, one after another, into a tally. It is a map: what it says of a line does not depend on
 * other lines, so that the tallies of parts add up (`AuditTally.include`).
 *
 * @example
 * const auditor = new Auditor(settings, judge);
 * auditor.take('eyJhbGciOi…', 'gateway.log', 1);
 * auditor.finish().toJson().counts.tokens; // 1
 */
export class Auditor {
  private readonly settings: AuditSettings;
  private readonly judge: TokenJudge;
  private readonly tally = new AuditTally();
  private readonly hold: Holder;
  private readonly signatureOf: (token: ParsedToken) => SignatureState;
  private readonly observe: ReturnType<typeof createObserver>;
  private waiting: Waiting[] = [];

  constructor(settings: AuditSettings, judge: TokenJudge) {
    this.settings = settings;
    this.judge = judge;
    const { definitions, given, now, tolerance } = settings;
    this.hold = createHolder({ definitions, given, now, tolerance });
    this.signatureOf = signatureReader(settings);
    this.observe = createObserver(this.tally, settings);
  }

  /** Counts one line, without its line end. */
  take(line: string, file: string, number: number): void {
    this.tally.counts.lines += 1;
    const { tokens, context, member }: LogLine = readLogLine(line, this.settings.fields);
    if (tokens.length === 0) {
      this.tally.counts.passedOver += 1;
      if (member !== undefined) this.tally.dimensions.members.add(cut(member));
      return;
    }
    if (context.hasOtherTime === true) this.tally.counts.unreadTimes += 1;
    const at: Place = { file, line: number, column: 1, endLine: number, endColumn: line.length + 1 };
    const waiting: Waiting = { tokens: [], malformed: [], context };
    for (const text of tokens) {
      const token = decodeStripped(text, at);
      if (isMalformed(token)) waiting.malformed.push(token);
      else waiting.tokens.push(token);
    }
    this.waiting.push(waiting);
    if (this.waiting.length >= AT_ONCE) this.flush();
  }

  private flush(): void {
    const signatures = this.waiting.map(({ tokens }) => tokens.map(this.signatureOf));
    for (const [at, line] of this.waiting.entries()) this.takeLine(line, signatures[at] ?? []);
    this.waiting = [];
  }

  private takeLine({ tokens, malformed, context }: Waiting, signatures: readonly SignatureState[]): void {
    this.tally.counts.malformed += malformed.length;
    for (const _ of malformed) this.tally.dimensions.verdicts.add('malformed', context.time);
    const held = tokens.map((token, at) => this.takeToken(token, signatures[at] ?? token.signature, context));
    for (const sighting of this.judge(held, malformed)) this.tally.findings.add(sighting);
  }

  private takeToken(parsed: ParsedToken, signature: SignatureState, context: LogContext): DecodedToken {
    const { at: fixed, now, words } = this.settings;
    const iat = parsed.payload?.iat;
    const issued = typeof iat === 'number' ? logTime(iat) : undefined;
    const token = this.hold(parsed, fixed ?? context.time ?? issued ?? now, context.client);
    token.signature = signature;
    if (words.length > 0 && isGuessable(parsed, words)) token.guessable = true;
    const data = readData(token, parsed.at.line);
    this.observe({ token, context, time: context.time ?? issued, data });
    return withDetected(token, data);
  }

  /** The tally of everything that was taken. */
  finish(): AuditTally {
    this.flush();
    return this.tally;
  }
}
