import { claimSchema } from '../../contract/index.ts';
import type { EffectiveClaim, JsonSchema, JsonValue } from '../../model/index.ts';
import { canonical, listedValues } from '../../model/index.ts';
import type { GrantPair } from '../grants.ts';

/** What an edit of a claim's schema is shown as, and what it is recognised by. */
export interface EditedValues {
  readonly before: JsonValue;
  readonly after: JsonValue;
  /** What entries say; a schema that follows from the client differs per client, though the edit is one. */
  readonly declaredBefore: JsonValue;
  readonly declaredAfter: JsonValue;
}

/** The schemas of the entries that were edited: where several entries fill a claim, the others are noise. */
export function editedValues(before: EffectiveClaim, after: EffectiveClaim, grant: GrantPair): EditedValues {
  const was = activeSchemas(before, grant.before);
  const is = activeSchemas(after, grant.after);
  const gone = [...was].filter(([text]) => !is.has(text));
  const come = [...is].filter(([text]) => !was.has(text));
  const declaredBefore = gone.flatMap(([, { schema, isDeclared }]) => (isDeclared ? [schema] : []));
  const declaredAfter = come.flatMap(([, { schema, isDeclared }]) => (isDeclared ? [schema] : []));
  const [oneGone, ...moreGone] = gone;
  const [oneCome, ...moreCome] = come;
  const isSingle = oneGone !== undefined && oneCome !== undefined && moreGone.length + moreCome.length === 0;
  return {
    declaredBefore,
    declaredAfter,
    before: isSingle ? oneGone[1].schema : claimSchema(before, grant.before),
    after: isSingle ? oneCome[1].schema : claimSchema(after, grant.after),
  };
}

/** The last of the days that were announced for the values that leave the list of a claim. */
export function sunsetOfValues({ releases }: EffectiveClaim, edit: EditedValues): string | undefined {
  const [was, is] = [listedValues(edit.before), listedValues(edit.after)];
  if (was === undefined || is === undefined) return undefined;
  const known = new Set(is.map(canonical));
  const gone = new Set(was.map(canonical).filter((text) => !known.has(text)));
  const planned = releases.flatMap(({ claim }) => claim?.planned ?? []);
  const days = planned.flatMap(({ value, sunset }) => (gone.has(canonical(value)) ? (sunset ?? []) : []));
  return days.sort().at(-1);
}

interface ActiveSchema {
  readonly schema: JsonSchema;
  readonly isDeclared: boolean;
}

function activeSchemas(claim: EffectiveClaim, granted: ReadonlySet<string>): Map<string, ActiveSchema> {
  const active = claim.releases.filter(({ scope }) => scope === undefined || granted.has(scope));
  return new Map(
    active.map((release) => {
      const isDeclared = release.claim !== undefined && !release.claim.implied;
      return [canonical(release.schema), { schema: release.schema, isDeclared }];
    }),
  );
}
