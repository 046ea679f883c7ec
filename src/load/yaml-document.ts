import { Composer, type Document, Lexer, type ParsedNode, Parser } from 'yaml';
import { LIMITS } from './limits.ts';

/** Why a YAML text is not read to its end, and where that was decided. */
interface Refusal {
  readonly offset: number;
  readonly reason: string;
}

/** A comment that says something to us, from its `#` to the end of its line. */
export interface Comment {
  readonly offset: number;
  readonly text: string;
}

export type Composed =
  | { readonly documents: readonly Document.Parsed<ParsedNode>[]; readonly comments: readonly Comment[] }
  | { readonly refusal: Refusal };

/** The parser's stack holds one token per level, besides those of the document and the value at hand. */
const STACK = LIMITS.depth + 5;

/** Lexemes that are not in the text: the lexer announces with them what follows. */
const SCALAR_FOLLOWS = '\u001f';
const CONTROLS: ReadonlySet<string> = new Set(['\u0002', '\u0018', SCALAR_FOLLOWS]);
const OURS = /^#\s*tokenpact-/;

type Tokens = ReturnType<Parser['end']> extends Generator<infer Token> ? Token[] : never;

/** Text to syntax tokens, counted on the way: the steps that follow recurse, and cost more per token. */
function tokensOf(
  text: string,
): { readonly tokens: Tokens; readonly comments: readonly Comment[] } | { readonly refusal: Refusal } {
  const parser = new Parser();
  const tokens: Tokens = [];
  const comments: Comment[] = [];
  let isScalar = false;
  let lexemes = 0;
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    lexemes += 1;
    if (parser.stack.length > STACK) {
      return { refusal: { offset, reason: `is nested deeper than ${LIMITS.depth} levels` } };
    }
    if (lexemes > LIMITS.yamlLexemes) return { refusal: { offset, reason: 'has too many parts for YAML' } };
    // The text of a scalar may look like a comment.
    if (!isScalar && OURS.test(lexeme)) comments.push({ offset, text: lexeme });
    isScalar = lexeme === SCALAR_FOLLOWS;
    if (!CONTROLS.has(lexeme)) offset += lexeme.length;
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, comments };
}

/**
 * Parses a YAML text into documents, in bounded time and memory: the parser itself would recurse until the
 * engine dies.
 */
export function composeYaml(text: string): Composed {
  const parsed = tokensOf(text);
  if ('refusal' in parsed) return parsed;
  // Repeated names are found when values are made: the composer's own search is quadratic in the members.
  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent' });
  // Garbage makes an error of every second character: a stack trace for each takes minutes.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const composed = composer.compose(parsed.tokens, true, text.length);
    const documents = [...composed].filter((document) => 'errors' in document) as Document.Parsed[];
    return { documents, comments: parsed.comments };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
