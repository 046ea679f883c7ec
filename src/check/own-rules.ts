import type {
  Config,
  Coordinates,
  JsonObject,
  JsonSchema,
  JsonValue,
  OwnRule,
  OwnSubject,
  Place,
  SchemaCompiler,
} from '../model/index.ts';
import { showValue, valueAt } from '../model/index.ts';
import { defineRule, type Rule, type RuleRegistry } from './define-rule.ts';
import { claimView, partView, releaseView } from './own-view.ts';
import type { SubjectName, Subjects } from './subjects.ts';

/** One thing that an own rule looks at. */
interface Seen {
  readonly view: JsonObject;
  readonly at: Place;
  readonly coordinates?: Coordinates;
}

type Look = {
  readonly [Every in OwnSubject]: {
    readonly inspects: SubjectName;
    readonly see: (subject: never) => Iterable<Seen>;
  };
};

/** How each kind of thing is found and shown. */
const LOOK: Look = {
  claim: {
    inspects: 'claim',
    see: ({ claim }: Subjects['claim']) => (claim.implied ? [] : [{ view: claimView(claim), at: claim.at }]),
  },
  scope: {
    inspects: 'scope',
    see: ({ scope }: Subjects['scope']) => [{ view: partView(scope), at: scope.at }],
  },
  client: {
    inspects: 'client',
    see: ({ client }: Subjects['client']) => [{ view: partView(client), at: client.at }],
  },
  resource: {
    inspects: 'resource',
    see: ({ resource }: Subjects['resource']) => [{ view: partView(resource), at: resource.at }],
  },
  'token-type': {
    inspects: 'token-type',
    see: ({ tokenType }: Subjects['token-type']) => [{ view: partView(tokenType), at: tokenType.at }],
  },
  release: { inspects: 'contract', see: releasesOf },
};

function* releasesOf({ mapper, contract }: Subjects['contract']): Iterable<Seen> {
  for (const effective of contract.claims.values()) {
    for (const release of effective.releases) {
      const view = releaseView(mapper, contract, effective, release);
      yield { view, at: release.at, coordinates: { client: contract.key.client, claim: String(view.name) } };
    }
  }
}

/** Whether a thing is one that the rule speaks of, and does not fulfil what it demands. */
function refuses({ where, must }: OwnRule, compile: SchemaCompiler): (thing: JsonValue) => boolean {
  const concerned = accepts(where, compile);
  const fulfilled = accepts(must, compile);
  return (thing) => concerned(thing) && !fulfilled(thing);
}

function accepts(schema: JsonSchema, compile: SchemaCompiler): (thing: JsonValue) => boolean {
  if (typeof schema === 'boolean') return () => schema;
  const violations = compile(schema);
  return (thing) => violations(thing).length === 0;
}

/** A message with the members of a thing in place of their names: `{client.name}`. */
function filled(message: string, thing: JsonObject): string {
  return message.replace(/\{([A-Za-z]+(?:\.[A-Za-z]+)*)\}/g, (whole, path: string) => {
    const value = valueAt(thing, path.split('.'));
    return value === undefined ? whole : showValue(value);
  });
}

function ruleOf(own: OwnRule, compile: SchemaCompiler): Rule {
  const { inspects, see } = LOOK[own.every];
  let refused: ReturnType<typeof refuses> | undefined;
  return defineRule({
    id: own.id,
    inspects,
    severity: own.severity,
    axis: own.axis,
    summary: own.message,
    source: `${own.at.file}:${own.at.line}`,
    *check(context) {
      refused ??= refuses(own, compile);
      for (const { view, at, coordinates } of see(context as never)) {
        if (!refused(view)) continue;
        yield { at, args: { message: filled(own.message, view) }, ...(coordinates && { coordinates }) };
      }
    },
    message: ({ message }) => message,
    help: own.help,
  });
}

/** Throws where a configuration has own rules and nobody said how their schemas are checked. */
export function compilerOf({ compile }: Pick<Config, 'compile'>): SchemaCompiler {
  if (compile === undefined)
    throw new TypeError('own rules need `compile`: the `validator` of tokenpact/schema');
  return compile;
}

/** Why a rule's schemas can not be compiled, and the rule does not run; undefined when it does. */
export function faultOf(own: OwnRule, compile: SchemaCompiler): string | undefined {
  try {
    refuses(own, compile);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * All rules of a run, by id: ours, and the organisation's own. An own rule that has the id of ours, or a
 * schema that can not be compiled, is left out; `configProblems` says so.
 */
export function withOwnRules(registry: RuleRegistry, config: Config): RuleRegistry {
  const { ownRules } = config;
  if (ownRules.length === 0) return registry;
  const compile = compilerOf(config);
  const taken = new Set(registry.flatMap(({ id, formerly }) => [id, ...(formerly ?? [])]));
  const own = new Map<string, Rule>();
  for (const rule of ownRules) {
    if (!taken.has(rule.id) && !own.has(rule.id) && faultOf(rule, compile) === undefined)
      own.set(rule.id, ruleOf(rule, compile));
  }
  return [...registry, ...own.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** An example that a rule judges otherwise than it says. */
export interface FailedExample {
  readonly expected: 'passes' | 'fails';
  readonly example: JsonValue;
}

/** Holds an own rule against its examples; all of those that it judges otherwise. */
export function testOwnRule(own: OwnRule, compile: SchemaCompiler): readonly FailedExample[] {
  const refused = refuses(own, compile);
  const { passes, fails } = own.examples;
  return [
    ...passes.filter(refused).map((example) => ({ expected: 'passes' as const, example })),
    ...fails
      .filter((example) => !refused(example))
      .map((example) => ({ expected: 'fails' as const, example })),
  ];
}
