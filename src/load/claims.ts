import type {
  Claim,
  ClaimSubject,
  ClaimUse,
  DeclaredPrivacy,
  JsonSchema,
  PlannedValue,
  PrivacyLevel,
  RegisteredClaim,
} from '../model/index.ts';
import { listedValues, showValue } from '../model/index.ts';
import { dayAt } from './day.ts';
import { readDeprecation } from './deprecation.ts';
import { usableSchemaAt } from './json-schema.ts';
import type { Names } from './names.ts';
import {
  flagAt,
  located,
  member,
  members,
  placeOfNode,
  present,
  type SourceNode,
  textAt,
  textsAt,
  wordAt,
} from './node.ts';
import type { Report } from './problems.ts';

const SUBJECTS: readonly ClaimSubject[] = ['user', 'client', 'session', 'token'];
const USES: readonly ClaimUse[] = ['identifier', 'authorization', 'information'];

/** By default a claim about a user may be absent, since its source may have no value; `sub` never is. */
export function defaultPresence(about: ClaimSubject, path: readonly string[]): 'always' | 'sometimes' {
  const isSub = path.length === 1 && path[0] === 'sub';
  return about === 'user' && !isSub ? 'sometimes' : 'always';
}

/** What becomes of single values. Names in a file are text; the schema knows which value is meant. */
function readPlanned(
  values: SourceNode | undefined,
  schema: JsonSchema,
  report: Report,
): readonly PlannedValue[] {
  const listed = new Map((listedValues(schema) ?? []).map((value) => [showValue(value), value]));
  return members(values).map(([name, node]) => ({
    value: listed.has(name) ? (listed.get(name) ?? null) : name,
    ...present({ replacedBy: member(node, 'replacedBy')?.value, sunset: dayAt(node, 'sunset', report) }),
  }));
}

function readPrivacy(entry: SourceNode): DeclaredPrivacy | undefined {
  const node = member(entry, 'privacy');
  const level = node === undefined ? undefined : textAt(node, 'level');
  if (node === undefined || level === undefined) return undefined;
  // The shape is checked: the published schema lists the levels.
  const checked = level as PrivacyLevel;
  return {
    level: checked,
    ...present({ category: textAt(node, 'category'), reason: textAt(node, 'reason') }),
  };
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: it is what people write in a path
const CLIENT_ID = '${client}';

/** The id of the client is the only thing that a path can hold besides names. */
function checkPlaceholders(entry: SourceNode, path: readonly string[], report: Report): void {
  const placeholders = path.flatMap((name) => name.match(/\$\{[^{}]*\}/g) ?? []);
  const at = placeOfNode(member(entry, 'path') ?? entry);
  for (const placeholder of placeholders.filter((found) => found !== CLIENT_ID)) {
    const message = `"${placeholder}" in a path stands for nothing`;
    const help = `a path can hold ${CLIENT_ID}, the id of the client`;
    report({ kind: 'undefined-reference', at, message, help });
  }
}

/** One entry of `claims`. What it does not say of a registered claim is the registry's. */
export function readClaim(
  id: string,
  entry: SourceNode,
  registry: ReadonlyMap<string, RegisteredClaim>,
  names: Names,
  report: Report,
): Claim {
  const path = textsAt(entry, 'path') ?? [id];
  checkPlaceholders(entry, path, report);
  const registered = path.length === 1 ? registry.get(path[0] ?? '') : undefined;
  const about = wordAt(entry, 'about', SUBJECTS) ?? registered?.about ?? 'user';
  const schema = usableSchemaAt(entry, 'schema', report) ?? registered?.schema ?? true;
  return {
    id,
    path,
    about,
    presence: wordAt(entry, 'presence', ['always', 'sometimes']) ?? defaultPresence(about, path),
    schema,
    growth: textAt(entry, 'values') === 'open' ? 'open' : 'closed',
    planned: readPlanned(member(entry, 'values'), schema, report),
    registered: registered !== undefined,
    implied: false,
    ...located(entry),
    ...present({
      source: textAt(entry, 'source'),
      mutable: flagAt(entry, 'mutable') ?? registered?.mutable,
      use: wordAt(entry, 'use', USES),
      privacy: readPrivacy(entry),
      deprecated: readDeprecation(entry, names, report),
      owner: textAt(entry, 'owner'),
      description: textAt(entry, 'description'),
    }),
  };
}
