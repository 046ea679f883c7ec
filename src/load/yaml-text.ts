import { parseDocument, type YAMLError } from 'yaml';
import type { Place, Problem } from '../model/index.ts';
import { LIMITS } from './limits.ts';
import { placesIn } from './lines.ts';
import { duplicateName, type Parsed } from './parsed.ts';
import type { Position } from './position.ts';
import { type YamlFault, yamlValues } from './yaml-values.ts';

/** The parser's words as ours: lower case, no full stop, no hint at its own functions. */
function inOurWords({ code, message }: YAMLError): string {
  if (code === 'MULTIPLE_DOCS') return 'it holds several documents';
  if (message.startsWith('Maximum call stack')) return `it is nested deeper than ${LIMITS.depth} levels`;
  const [first = ''] = message.split('\n');
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/[.:]$/, '');
}

function syntaxProblem(file: string, at: Place, text: string): Problem {
  return { kind: 'syntax', at, message: `"${file}" is not YAML: ${text}`, help: '' };
}

/** One problem per line: what follows on a line is noise of its first error. */
function syntaxProblems(file: string, text: string, errors: readonly YAMLError[]): Problem[] {
  const place = placesIn(file, text);
  const byLine = new Map<number, Problem>();
  for (const error of errors) {
    if (byLine.size >= LIMITS.syntaxErrors) break;
    const at = place(error.pos[0], error.pos[1]);
    if (!byLine.has(at.line)) byLine.set(at.line, syntaxProblem(file, at, inOurWords(error)));
  }
  return [...byLine.values()];
}

function faultProblem(file: string, place: (start: number, end: number) => Place, fault: YamlFault): Problem {
  const at = place(fault.position.start, fault.position.end);
  switch (fault.kind) {
    case 'fatal':
      return { kind: 'syntax', at, message: `"${file}" ${fault.text}`, help: '' };
    case 'duplicate':
      return duplicateName(fault.text, at);
    case 'value':
      return {
        kind: 'invalid',
        at,
        message: `"${fault.text}" has no meaning in JSON`,
        help: 'quote it if it is text',
      };
  }
}

/** Parses a YAML 1.2 text (JSON is a part of it) with the places of everything in it. */
export function parseYaml(file: string, text: string): Parsed {
  // Repeated names are found when values are made: the parser's own search is quadratic in the members.
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) return { problems: syntaxProblems(file, text, document.errors) };
  const { value, root, faults } = yamlValues(document);
  const place = placesIn(file, text);
  const problems = faults.map((fault) => faultProblem(file, place, fault));
  if (problems.some(({ kind }) => kind === 'syntax')) return { problems };
  return { source: { value, positions: (): Position => root }, problems };
}
