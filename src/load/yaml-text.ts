import { type Document, type ErrorCode, isScalar, type YAMLError } from 'yaml';
import type { Place, Problem } from '../model/index.ts';
import { LIMITS } from './limits.ts';
import { placesIn } from './lines.ts';
import { duplicateName, type Parsed } from './parsed.ts';
import type { Position } from './position.ts';
import { templateHelp } from './template.ts';
import { waiversIn } from './waiver-comments.ts';
import { composeYaml } from './yaml-document.ts';
import { type YamlFault, yamlValues } from './yaml-values.ts';

/** A parser's message may quote all of the garbage that it complains of. */
const LONGEST_MESSAGE = 120;

/** The parser's words as ours: lower case, no full stop. */
function inOurWords({ message }: YAMLError): string {
  const [first = ''] = message.split('\n');
  const words = first.charAt(0).toLowerCase() + first.slice(1).replace(/[.:]$/, '');
  return words.length > LONGEST_MESSAGE ? `${words.slice(0, LONGEST_MESSAGE)}…` : words;
}

const CURES: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: 'quote text that starts with *',
  BAD_INDENT: 'begin what belongs together in the same column, and close each bracket',
  BAD_SCALAR_START: 'quote text that starts so',
  BLOCK_AS_IMPLICIT_KEY: 'quote text that has a colon and a space in it',
  BLOCK_IN_FLOW: 'quote text that has a colon and a space in it',
  TAB_AS_INDENT: 'indent with spaces',
};

type PlaceOf = (start: number, end: number) => Place;

/** One problem per line, and each once: what follows on a line, or says the same again, is noise of the first. */
function syntaxProblems(file: string, text: string, errors: readonly YAMLError[]): Problem[] {
  const place = placesIn(file, text);
  const problems: Problem[] = [];
  for (const error of errors) {
    if (problems.length >= LIMITS.syntaxErrors) break;
    const at = place(error.pos[0], error.pos[1]);
    const message = `"${file}" is not YAML: ${inOurWords(error)}`;
    if (problems.some((told) => told.at.line === at.line || told.message === message)) continue;
    const help = templateHelp(text, error.pos[0]) || (CURES[error.code] ?? '');
    problems.push({ kind: 'syntax', at, message, help });
    // Nothing that follows is where it seems to be.
    if (error.code === 'TAB_AS_INDENT') break;
  }
  return problems;
}

function faultProblem(file: string, text: string, place: PlaceOf, fault: YamlFault): Problem {
  const { start, end } = fault.position;
  const at = place(start, end);
  switch (fault.kind) {
    case 'fatal':
      return { kind: 'syntax', at, message: `"${file}" ${fault.text}`, help: templateHelp(text, start) };
    case 'duplicate':
      return duplicateName(fault.text, at);
    case 'value': {
      const message = `"${fault.text}" has no meaning in JSON`;
      return { kind: 'invalid', at, message, help: 'quote it if it is text' };
    }
  }
}

function isEmpty({ contents }: Document.Parsed): boolean {
  return contents === null || (isScalar(contents) && contents.value === null);
}

/** The one document that a file holds: an empty one before or after it is only a separator. */
function onlyDocument(documents: readonly Document.Parsed[]): Document.Parsed | { readonly second: number } {
  const [first, second] = documents.filter((document) => !isEmpty(document));
  if (second !== undefined) return { second: second.contents?.range[0] ?? 0 };
  return first ?? (documents[0] as Document.Parsed);
}

/** Parses a YAML 1.2 text (JSON is a part of it) with the places of everything in it. */
export function parseYaml(file: string, text: string): Parsed {
  const composed = composeYaml(text);
  const place = placesIn(file, text);
  if ('refusal' in composed) {
    const { offset, reason } = composed.refusal;
    const at = place(offset, offset + 1);
    return { problems: [{ kind: 'syntax', at, message: `"${file}" ${reason}`, help: 'give it as JSON' }] };
  }
  const errors = composed.documents.flatMap((document) => document.errors);
  if (errors.length > 0) return { problems: syntaxProblems(file, text, errors) };
  const document = onlyDocument(composed.documents);
  if ('second' in document) {
    const at = place(document.second, document.second);
    return {
      problems: [{ kind: 'syntax', at, message: `"${file}" holds several documents`, help: 'keep one' }],
    };
  }
  const { value, root, faults } = yamlValues(document);
  const problems = faults.map((fault) => faultProblem(file, text, place, fault));
  if (problems.some(({ kind }) => kind === 'syntax')) return { problems };
  const commented = waiversIn(text, place, composed.comments);
  return {
    source: { value, positions: (): Position => root },
    ...(commented.waivers.length > 0 && { waivers: commented.waivers }),
    problems: [...problems, ...commented.problems],
  };
}
