import type { JsonObject, JsonSchema, Scope } from '../model/index.ts';
import { kept } from './kept.ts';

/** One scope-token of RFC 6749 section 3.3: printable ASCII without space, quote and backslash. */
const TOKEN = '[!#-\\[\\]-~]+';

/** Text as a regular expression that matches only that text, with the `u` flag or without. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** The names between braces and the text around them: `payment:{id}` → ['payment:', 'id', '']. */
function partsOf(template: string): readonly string[] {
  return template.split(/\{([^{}]*)\}/);
}

/** Whether a scope has parameters, so that its name stands for many scopes. */
export function isTemplate(scopeName: string): boolean {
  return scopeName.includes('{') && partsOf(scopeName).length > 1;
}

/**
 * A parameter's values inside a larger expression. A pattern is used only where it is anchored on both sides
 * without alternatives: cutting the anchors off `^a|b$` would change what it says.
 */
function parameterPattern(schema: JsonSchema | undefined): string {
  if (schema === undefined || typeof schema === 'boolean') return TOKEN;
  if (Array.isArray(schema.enum))
    return `(?:${schema.enum.map((value) => literal(String(value))).join('|')})`;
  if (schema.const !== undefined) return literal(String(schema.const));
  if (schema.type === 'integer') return '-?[0-9]+';
  const { pattern } = schema;
  if (typeof pattern !== 'string' || pattern.includes('|') || !/^\^.*[^\\]\$$/.test(pattern)) return TOKEN;
  return `(?:${pattern.slice(1, -1)})`;
}

/**
 * A scope as it appears in a `scope` claim: its name, or a pattern where it has parameters.
 *
 * @example scopeToken(scope) // { const: 'orders.read' }, or { type: 'string', pattern: '^payment:[0-9]+$' }
 */
export const scopeToken = kept(
  (scope: Scope): JsonObject => (isTemplate(scope.name) ? templateToken(scope) : { const: scope.name }),
);

function templateToken(scope: Scope): JsonObject {
  const pattern = partsOf(scope.name).map((part, index) =>
    index % 2 === 0 ? literal(part) : parameterPattern(scope.parameters.get(part)),
  );
  return { type: 'string', pattern: `^${pattern.join('')}$` };
}

/** Whether a scope is among those granted: by its own name, or by an instance of its template. */
export function isGranted(scopeName: string, grantedScopes: ReadonlySet<string>): boolean {
  if (grantedScopes.has(scopeName)) return true;
  if (!isTemplate(scopeName)) return false;
  const pattern = partsOf(scopeName).map((part, index) => (index % 2 === 0 ? literal(part) : TOKEN));
  const template = new RegExp(`^${pattern.join('')}$`);
  return [...grantedScopes].some((name) => template.test(name));
}

/** The alternative that a scope-token is in an expression, without anchors. */
function alternative(token: JsonSchema): string | undefined {
  if (typeof token === 'boolean') return undefined;
  if (typeof token.const === 'string') return literal(token.const);
  return typeof token.pattern === 'string' ? token.pattern.slice(1, -1) : undefined;
}

/**
 * The `scope` claim: some of these scope-tokens, in any order, one space apart (RFC 6749 section 3.3). The
 * expression grows with the scopes and is never cut short: a looser one would let a scope pass that nobody
 * granted.
 *
 * @param tokens as `scopeToken` makes them
 * @param mayBeEmpty whether the claim may stand there with no scope in it
 */
export function scopeListSchema(tokens: readonly JsonSchema[], mayBeEmpty: boolean): JsonObject {
  const names = new Set(tokens.map(alternative).filter((name) => name !== undefined));
  if (names.size === 0) return { type: 'string' };
  const one = names.size === 1 ? [...names].join('') : `(?:${[...names].sort().join('|')})`;
  const list = `${one}(?: ${one})*`;
  return { type: 'string', pattern: mayBeEmpty ? `^(?:${list})?$` : `^${list}$` };
}
