import type { Problem, SourceTree } from '../model/index.ts';
import { parseJson } from './json-text.ts';
import { LIMITS } from './limits.ts';
import { placesIn, startOf } from './lines.ts';
import type { Parsed } from './parsed.ts';
import { type Position, positionAt } from './position.ts';
import { decodeText } from './text.ts';
import { parseYaml } from './yaml-text.ts';

/** A file as values with places, or why it is none. */
export interface ParsedTree {
  readonly tree?: SourceTree;
  readonly problems: readonly Problem[];
}

/** Places are worked out when the first one is asked for: many files are read for their values only. */
function sourceTree(
  file: string,
  text: string,
  source: NonNullable<Parsed['source']>,
  waivers: Parsed['waivers'],
): SourceTree {
  let root: Position | undefined;
  let place: ReturnType<typeof placesIn> | undefined;
  return {
    file,
    value: source.value,
    place: (path) => {
      root ??= source.positions();
      place ??= placesIn(file, text);
      const { start, end } = positionAt(root, path);
      return place(start, end);
    },
    ...(waivers && { waivers }),
  };
}

function parseText(file: string, text: string): Parsed {
  const isYamlName = /\.ya?ml$/i.test(file);
  const looksLikeJson = /^\s*[[{]/.test(text);
  if (!looksLikeJson) return parseYaml(file, text);
  const json = parseJson(file, text);
  // A YAML file may start with a brace as well; a name is the only word on what was meant.
  return json.source === undefined && isYamlName ? parseYaml(file, text) : json;
}

function tooLarge(file: string, bytes: number, format: string): Problem {
  const message = `"${file}" is larger than the ${bytes / 1024 / 1024} MiB that are read of ${format}`;
  const help = 'give the part that has clients, scopes and claims';
  return { kind: 'unreadable', at: startOf(file), message, help };
}

function isTooLarge(file: string, bytes: Uint8Array): Problem | undefined {
  if (bytes.length > LIMITS.jsonBytes) return tooLarge(file, LIMITS.jsonBytes, 'a file');
  if (bytes.length <= LIMITS.yamlBytes) return undefined;
  const first = bytes.find((byte) => byte > 0x20 && byte < 0x7f);
  const isJson = first === 0x7b || first === 0x5b;
  return isJson ? undefined : tooLarge(file, LIMITS.yamlBytes, 'YAML');
}

/**
 * Parses YAML or JSON, told apart by content. Never throws: what can't be read is a problem with a place.
 *
 * @param file Path as the user knows it; places carry it.
 * @param bytes UTF-8, with or without a byte order mark, with Unix or Windows line ends.
 * @example parseTree('mapper.yaml', bytes).tree?.place(['claims', 'email']).line
 */
export function parseTree(file: string, bytes: Uint8Array): ParsedTree {
  const large = isTooLarge(file, bytes);
  if (large !== undefined) return { problems: [large] };
  const decoded = decodeText(file, bytes);
  if ('problem' in decoded) return { problems: [decoded.problem] };
  const { source, waivers, problems } = parseText(file, decoded.text);
  if (source === undefined) return { problems };
  return { tree: sourceTree(file, decoded.text, source, waivers), problems };
}
