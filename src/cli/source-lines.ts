import type { Place } from '../model/index.ts';
import { active, type LineOf, type Report, type Sources } from '../report/index.ts';
import type { Inputs } from './inputs.ts';

/** Lines of the files that places are in. A file that can not be read any more has none. */
async function linesOf(inputs: Inputs | undefined, places: readonly Place[]): Promise<LineOf> {
  const files = [...new Set(places.map(({ file }) => file))];
  const read = async (file: string): Promise<readonly [string, readonly string[]]> => {
    const bytes = await inputs?.tree?.read(file);
    return [file, new TextDecoder().decode(bytes).split('\n')];
  };
  const lines = new Map(await Promise.all(files.map(read)));
  return ({ file, line }) => lines.get(file)?.[line - 1];
}

/** The lines that findings point at, as they are and as they were. */
export async function sourceLines(
  { findings }: Report,
  after: Inputs,
  before: Inputs | undefined,
): Promise<Sources> {
  const shown = active(findings);
  const placed = (place: Place | undefined): Place[] => (place === undefined ? [] : [place]);
  return {
    after: await linesOf(
      after,
      shown.flatMap(({ at, related }) => [at, ...placed(related)]),
    ),
    before: await linesOf(
      before,
      shown.flatMap((finding) => placed(finding.before)),
    ),
  };
}
