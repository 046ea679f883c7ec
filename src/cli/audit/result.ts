import { createHash, createHmac } from 'node:crypto';
import { approvedWaivers } from '../../check/index.ts';
import { rules } from '../../generated/rules.ts';
import { VERSION } from '../../generated/version.ts';
import type { Config, MapperDefinition } from '../../model/index.ts';
import type { Side } from '../../report/index.ts';
import type { AuditSettings, AuditTallyJson, DeclaredTokens } from '../../token/audit/index.ts';
import { CannotCheck } from '../cannot-check.ts';
import type { Part } from './batches.ts';
import { wrongMember } from './partial-shape.ts';

/** The name and version of partial results; another shape gets another one. */
const FORMAT = 'audit-partial/v2';

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
  readonly waivers: Config['waivers'];
  /** Names of the logs, sorted. */
  readonly files: readonly string[];
  readonly tally: AuditTallyJson;
}

/** A part of a run over some logs. */
export interface Share extends Part {
  readonly files: readonly string[];
}

/** What a result is made of, besides what was counted. */
export interface Setting {
  readonly audit: AuditSettings;
  readonly config: Config;
  readonly declared: readonly DeclaredTokens[];
  readonly part: Part;
  readonly files: readonly string[];
}

const named = ({ name, version }: MapperDefinition): Side['definitions'][number] =>
  version === undefined ? { name } : { name, version };

function fingerprintOf({ audit, config, declared }: Setting): string {
  const { given, keys = [], fields, at = null, tolerance, userKey } = audit;
  const { pattern, ...members } = fields;
  const said = [
    VERSION,
    declared,
    given,
    keys.map(({ keyId = null, algorithms }) => [keyId, [...algorithms]]),
    [pattern?.source ?? null, members],
    at,
    tolerance,
    userKey === undefined ? null : createHmac('sha256', userKey).update(FORMAT).digest('hex'),
    [config.profile, [...config.rules], [...(config.options ?? [])]],
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}

/** What was counted, with what its report needs. */
export function resultOf(setting: Setting, tally: AuditTallyJson, complete: boolean): AuditResult {
  const { audit, config, declared, part, files } = setting;
  return {
    tokenpact: FORMAT,
    version: VERSION,
    settings: fingerprintOf(setting),
    shares: part.of === 1 ? [] : [{ ...part, files }],
    complete,
    definitions: audit.definitions.map(named),
    declared,
    gates: [...config.gates],
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

/** The result with other levels: findings of a rule that is off are gone, and no rule finds more. */
export function withLevels(result: AuditResult, levels: Config['rules']): AuditResult {
  if (levels.size === 0) return result;
  const { kept, other } = result.tally.findings;
  const changed = kept.flatMap(([name, finding]): typeof kept => {
    const level = levels.get(finding.rule) ?? finding.severity;
    return level === 'off' ? [] : [[name, { ...finding, severity: level }]];
  });
  return { ...result, tally: { ...result.tally, findings: { kept: changed, other } } };
}
