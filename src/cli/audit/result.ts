import { type BinaryLike, createHash, createHmac, type KeyObject } from 'node:crypto';
import { approvedWaivers, levelOf } from '../../check/index.ts';
import { rules } from '../../generated/rules.ts';
import { VERSION } from '../../generated/version.ts';
import type { Config, MapperDefinition } from '../../model/index.ts';
import type { Side } from '../../report/index.ts';
import type { AuditSettings, AuditTallyJson, DeclaredTokens } from '../../token/audit/index.ts';
import type { Keys } from '../../token/index.ts';
import { CannotCheck } from '../cannot-check.ts';
import type { Part } from './batches.ts';
import { wrongMember } from './partial-shape.ts';

/** The name and version of partial results; another shape gets another one. */
const FORMAT = 'audit-partial/v4';

/** What an audit of some input saw, with everything that its report needs: a partial result, or the whole one. */
export interface AuditResult {
  readonly tokenpact: typeof FORMAT;
  /** tokenpact's own version. */
  readonly version: string;
  /** Equal for results that may be added up: same definitions, keys, options and rules. */
  readonly settings: string;
  /** The parts of runs that it holds; none for a run that was not dealt out. */
  readonly shares: readonly Share[];
  /** False when somebody interrupted it. */
  readonly complete: boolean;
  readonly definitions: Side['definitions'];
  readonly declared: readonly DeclaredTokens[];
  readonly gates: readonly (readonly [axis: string, level: string])[];
  /** Ids of the rules that nobody asked. */
  readonly off: readonly string[];
  readonly waivers: Config['waivers'];
  /** Names of the logs, sorted. */
  readonly files: readonly string[];
  readonly tally: AuditTallyJson;
}

/** A part of a run over some logs. */
export interface Share extends Part {
  readonly files: readonly string[];
  /** Of all parts together, as it was read for this one. */
  readonly bytes: number;
}

/** What a result is made of, besides what was counted. */
export interface Setting {
  readonly audit: AuditSettings;
  readonly config: Config;
  readonly declared: readonly DeclaredTokens[];
  readonly part: Part;
  readonly files: readonly string[];
  /** How much was read of them. */
  readonly bytes: number;
}

const named = ({ name, version }: MapperDefinition): Side['definitions'][number] =>
  version === undefined ? { name } : { name, version };

/** What a key or a secret makes: it tells two of them apart, and nothing else. */
const markOf = (key: BinaryLike | KeyObject): string =>
  createHmac('sha256', key).update(FORMAT).digest('hex');

const keyMark = ({ keyId, algorithms, key }: Keys[number]): unknown => [
  keyId,
  algorithms,
  key.type === 'secret' ? markOf(key) : key.export({ format: 'jwk' }),
];

/** Maps and sets as lists; places without the names of files, which differ from machine to machine. */
function listed(name: string, value: unknown): unknown {
  if (name === 'file' && typeof value === 'string') return undefined;
  return value instanceof Map || value instanceof Set ? [...value] : value;
}

function fingerprintOf({ audit, config }: Setting): string {
  const { keys, words, userKey, fields } = audit;
  const { given, at, tolerance } = audit;
  const definitions = audit.definitions.map(({ origin: _, ...definition }) => definition);
  const { profile, rules: levels, options, overrides, gates, waivers, approvers } = config;
  const said = {
    version: VERSION,
    against: { definitions, given, at, tolerance },
    keys: keys?.map(keyMark),
    words: words.map(keyMark),
    fields: { ...fields, pattern: fields.pattern?.source },
    userKey: userKey === undefined ? undefined : markOf(userKey),
    config: { profile, levels, options: options ?? [], overrides, gates, waivers, approvers },
  };
  return createHash('sha256').update(JSON.stringify(said, listed)).digest('hex').slice(0, 16);
}

/** What was counted, with what its report needs. */
export function resultOf(setting: Setting, tally: AuditTallyJson, complete: boolean): AuditResult {
  const { audit, config, declared, part, files, bytes } = setting;
  return {
    tokenpact: FORMAT,
    version: VERSION,
    settings: fingerprintOf(setting),
    shares: part.of === 1 ? [] : [{ ...part, files, bytes }],
    complete,
    definitions: audit.definitions.map(named),
    declared,
    gates: [...config.gates],
    off: rules.filter((rule) => levelOf(rule, config).level === 'off').map(({ id }) => id),
    waivers: approvedWaivers(config.waivers, rules, config.approvers),
    files,
    tally,
  };
}

/** A partial result as text; where it comes from is what a message about it starts with. */
export function readResult(file: string, text: string): AuditResult {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new CannotCheck(`${file}: this is not JSON`, 'give what tokenpact audit --partial wrote');
  }
  const format =
    typeof document === 'object' && document !== null && 'tokenpact' in document && document.tokenpact;
  if (format !== FORMAT) {
    throw new CannotCheck(
      `${file}: this is not a partial result of an audit`,
      'give what tokenpact audit --partial of this version wrote',
    );
  }
  const wrong = wrongMember(document);
  if (wrong === undefined) return document as AuditResult;
  throw new CannotCheck(`${file}: "${wrong}" is not what --partial writes`, 'write it again: it was changed');
}

/**
 * The result with other levels: findings of a rule that is off are gone.
 *
 * @throws {CannotCheck} for a rule that was off, and so has found nothing
 */
export function withLevels(result: AuditResult, levels: Config['rules']): AuditResult {
  if (levels.size === 0) return result;
  const unasked = result.off.find((id) => (levels.get(id) ?? 'off') !== 'off');
  if (unasked !== undefined)
    throw new CannotCheck(
      `"${unasked}" was off when the parts were audited, so that nobody looked`,
      `audit them again with --rule ${unasked}=${levels.get(unasked)}`,
    );
  const { kept, other } = result.tally.findings;
  const changed = kept.flatMap(([name, finding]): typeof kept => {
    const level = levels.get(finding.rule) ?? finding.severity;
    return level === 'off' ? [] : [[name, { ...finding, severity: level }]];
  });
  return { ...result, tally: { ...result.tally, findings: { kept: changed, other } } };
}
