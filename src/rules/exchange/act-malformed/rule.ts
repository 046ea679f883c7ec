import { defineRule, isObject, member } from '../../../check/define-rule.ts';
import type { JsonValue } from '../../../model/index.ts';

const ACTORS = ['act', 'may_act'] as const;
const NOT_IDENTITY = ['exp', 'nbf', 'iat', 'aud', 'jti'] as const;

function problemOf(actor: JsonValue, deepest: number, depth = 1): string | undefined {
  if (!isObject(actor)) return 'it is not an object';
  if (depth > deepest) return `it has more than ${deepest} actors in a row`;
  const wrong = NOT_IDENTITY.find((name) => member(actor, name) !== undefined);
  if (wrong !== undefined) return `it has "${wrong}", which identifies nobody`;
  const prior = member(actor, 'act');
  return prior === undefined ? undefined : problemOf(prior, deepest, depth + 1);
}

export default defineRule({
  id: 'exchange/act-malformed',
  inspects: 'token',
  severity: 'error',
  axis: 'standard',
  summary: 'The actor of a token is not an identity.',
  source: 'RFC 8693 sections 4.1 and 4.4',
  options: { maxDepth: 4 },
  check({ token, options }) {
    const found = [];
    for (const claim of ACTORS) {
      const actor = member(token.payload, claim);
      const problem = actor === undefined ? undefined : problemOf(actor, options.maxDepth);
      if (problem !== undefined)
        found.push({ at: token.at, args: { claim, problem }, coordinates: { claim } });
    }
    return found;
  },
  message: ({ claim, problem }) => `nobody can say who acts: "${claim}" is malformed, ${problem}`,
  help: 'Put identity claims into it only, such as `iss` and `sub`; earlier actors in a nested `act`.',
});
