import type { Finding } from '../model/index.ts';
import { CannotCheck } from './cannot-check.ts';
import type { Io } from './io.ts';

const decoder = new TextDecoder();

function findingsIn(text: string): readonly Finding[] | undefined {
  try {
    const { schemaVersion, findings } = JSON.parse(text);
    return schemaVersion === 1 && Array.isArray(findings) ? findings : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The findings of a report that was saved with `-f json=FILE`.
 *
 * @throws CannotCheck when the file is none
 */
export async function savedFindings(io: Io, file: string): Promise<readonly Finding[]> {
  const bytes = await io.read(file);
  if (bytes === undefined) {
    throw new CannotCheck(`the report "${file}" does not exist`, `save one: tokenpact check -f json=${file}`);
  }
  const findings = findingsIn(decoder.decode(bytes));
  if (findings === undefined) {
    throw new CannotCheck(
      `"${file}" is not a report that this tokenpact knows`,
      `save one: tokenpact check -f json=${file}`,
    );
  }
  return findings;
}
