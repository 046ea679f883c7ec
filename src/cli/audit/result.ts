import { createHash, createHmac } from 'node:crypto';
import { approvedWaivers } from '../../check/index.ts';
import { rules } from '../../generated/rules.ts';
import { VERSION } from '../../generated/version.ts';
import type { Config, MapperDefinition } from '../../model/index.ts';
import type { Side } from '../../report/index.ts';
import {
  type AuditSettings,
  AuditTally,
  type AuditTallyJson,
  type DeclaredTokens,
} from '../../token/audit/index.ts';
import { CannotCheck } from '../cannot-check.ts';
import type { Part } from './batches.ts';

/** The name and version of partial results; another shape gets another one. */
const FORMAT = 'audit-partial/v1';

/** What an audit of some input saw, with everything that its report needs: a partial result, or the whole one. */
export interface AuditResult {
  readonly tokenpact: typeof FORMAT;
  /** tokenpact's own version. */
  readonly version: string;
  /** Equal for results that may be added up: same definitions, keys, options and rules. */
  readonly settings: string;
  readonly part: Part;
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
    part,
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
      'give what tokenpact audit --partial wrote',
    );
  }
  return document as AuditResult;
}

/** Results of parts, in any order, as the result of one run. */
export function mergeResults(
  results: readonly (readonly [file: string, result: AuditResult])[],
): AuditResult {
  const [first] = results;
  if (first === undefined) throw new CannotCheck('there is nothing to merge', 'give what --partial wrote');
  const [firstFile, one] = first;
  for (const [file, { settings }] of results) {
    if (settings !== one.settings) {
      throw new CannotCheck(
        `${file} and ${firstFile} were held against different definitions, keys or options`,
        'run all parts with the same ones',
      );
    }
  }
  demandAllParts(results);
  const tally = new AuditTally();
  for (const [, result] of results) tally.include(result.tally);
  return {
    ...one,
    part: { index: 1, of: 1 },
    complete: results.every(([, { complete }]) => complete),
    files: [...new Set(results.flatMap(([, { files }]) => files))].sort(),
    tally: tally.toJson(),
  };
}

/** A part that is missing or there twice would go unseen in the sums. */
function demandAllParts(results: readonly (readonly [file: string, result: AuditResult])[]): void {
  const byShare = new Map<string, string>();
  for (const [file, { part, files }] of results) {
    if (part.of === 1) continue;
    const share = JSON.stringify([files, part.of, part.index]);
    const other = byShare.get(share);
    if (other !== undefined)
      throw new CannotCheck(
        `${file} and ${other} are both part ${part.index}/${part.of}`,
        'give each part once',
      );
    byShare.set(share, file);
  }
  for (const [file, { part, files }] of results) {
    for (let index = 1; index <= part.of && part.of > 1; index += 1) {
      if (byShare.has(JSON.stringify([files, part.of, index]))) continue;
      throw new CannotCheck(`part ${index}/${part.of} is missing beside ${file}`, 'merge all parts of a run');
    }
  }
}
