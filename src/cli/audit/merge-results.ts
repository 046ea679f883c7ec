import { AuditTally } from '../../token/audit/index.ts';
import { CannotCheck } from '../cannot-check.ts';
import { normal } from '../trees/path.ts';
import type { AuditResult, Share } from './result.ts';

type Named = readonly (readonly [file: string, result: AuditResult])[];

/**
 * Results of parts, in any order, as the result of one run.
 *
 * @param all whether parts that are missing matter: results may be added up in several steps
 */
export function mergeResults(results: Named, all: boolean): AuditResult {
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
  const shares = sharesOnce(results);
  if (all) demandAllShares(shares);
  const complete = results.every(([, result]) => result.complete);
  if (complete) demandSameInput(shares);
  const tally = new AuditTally();
  for (const [, result] of results) tally.include(result.tally);
  return {
    ...one,
    shares: [...shares.values()].map(({ share }) => share),
    complete,
    files: [...new Set(results.flatMap(([, { files }]) => files))].sort(),
    tally: tally.toJson(),
  };
}

const shareName = ({ files, of }: Share, index: number): string => JSON.stringify([files, of, index]);

/** Shares by their names, each with the file that holds it. */
type Shares = Map<string, { readonly share: Share; readonly file: string }>;

/** A part that is there twice would go unseen in the sums. */
function sharesOnce(results: Named): Shares {
  const found: Shares = new Map();
  const given = results.map(([file]) => normal(file));
  const again = given.find((file, at) => given.indexOf(file) !== at);
  if (again !== undefined) throw new CannotCheck(`"${again}" is given twice`, 'give each part once');
  for (const [file, { shares }] of results) {
    for (const share of shares) {
      const name = shareName(share, share.index);
      const other = found.get(name);
      if (other !== undefined) {
        const what = `${file} and ${other.file} both hold part ${share.index}/${share.of}`;
        throw new CannotCheck(what, 'give each part once');
      }
      found.set(name, { share, file });
    }
  }
  return found;
}

/** So would one that is missing. */
function demandAllShares(shares: Shares): void {
  for (const { share, file } of shares.values()) {
    for (let index = 1; index <= share.of; index += 1) {
      if (shares.has(shareName(share, index))) continue;
      throw new CannotCheck(
        `part ${index}/${share.of} is missing beside ${file}`,
        'merge all parts of a run, or write what is there with --partial',
      );
    }
  }
}

/** Each part reads all of the input: of a log that grew in between, lines would be counted twice or never. */
function demandSameInput(shares: Shares): void {
  for (const { share, file } of shares.values()) {
    const first = shares.get(shareName(share, 1));
    if (first === undefined || first.share.bytes === share.bytes) continue;
    throw new CannotCheck(
      `the logs changed between the parts of ${first.file} and ${file}: ${first.share.bytes} bytes and ${share.bytes}`,
      'audit logs that nobody writes to any more',
    );
  }
}
