import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedOf, comparesByName, constantsIn } from '../../src/compare/authorization/decision-names.ts';
import {
  type Asked,
  type ClaimPath,
  type Domain,
  domainOf,
} from '../../src/compare/authorization/decision-values.ts';
import { type Outcomes, outcomesOf } from '../../src/compare/authorization/outcomes.ts';
import type { JsonObject, JsonSchema, PlannedValue } from '../../src/model/index.ts';

/** The domains that decisions are judged by are smaller than all there is: here, all there is is tried. */

const ROLES: ClaimPath = ['realm_access', 'roles'];
const STATUS: ClaimPath = ['status'];

const VALUES = ['admin', 'barred', 'reader', 'writer'];
const value = fc.constantFrom(...VALUES);
const members = fc.uniqueArray(value, { minLength: 1, maxLength: 4 });

const condition: fc.Arbitrary<JsonSchema> = fc.letrec<{ list: JsonSchema; leaf: JsonSchema }>((tie) => ({
  leaf: fc.oneof(
    value.map((item) => ({ contains: { const: item } })),
    members.map((items) => ({ contains: { enum: items } })),
  ),
  list: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    tie('leaf'),
    tie('list').map((part) => ({ not: part })),
    fc.array(tie('list'), { minLength: 2, maxLength: 3 }).map((parts) => ({ allOf: parts })),
    fc.array(tie('list'), { minLength: 2, maxLength: 3 }).map((parts) => ({ anyOf: parts })),
  ),
})).list;

const status: fc.Arbitrary<JsonSchema> = fc.oneof(
  value.map((item) => ({ const: item })),
  value.map((item) => ({ not: { const: item } })),
);

const decision: fc.Arbitrary<JsonSchema> = fc
  .record({ roles: condition, status: fc.option(status), required: fc.subarray(['roles', 'status']) })
  .map(({ roles, status: own, required }) => ({
    required: required.map((name) => (name === 'roles' ? 'realm_access' : name)),
    properties: { realm_access: { properties: { roles } }, ...(own !== null && { status: own }) },
  }));

interface Issued {
  readonly roles: readonly string[];
  readonly status: readonly string[];
  readonly required: readonly string[];
}

const issued: fc.Arbitrary<Issued> = fc.record({
  roles: members,
  status: members,
  required: fc.subarray(['roles', 'status']),
});

const plans: fc.Arbitrary<readonly PlannedValue[]> = fc.array(
  fc.record({ value, replacedBy: value }).filter(({ value: from, replacedBy }) => from !== replacedBy),
  { maxLength: 1 },
);

function schemaOf({ roles, status: values, required }: Issued): JsonObject {
  const list = { type: 'array', items: { enum: [...roles] } };
  return {
    type: 'object',
    required: required.map((name) => (name === 'roles' ? 'realm_access' : name)),
    properties: {
      realm_access: { type: 'object', required: ['roles'], properties: { roles: list } },
      status: { enum: [...values] },
    },
  };
}

function powerSet(items: readonly string[]): string[][] {
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  const others = powerSet(rest);
  return [...others, ...others.map((set) => [first, ...set])];
}

function everything({ roles, status: values, required }: Issued): ReadonlyMap<ClaimPath, Domain> {
  const list = { type: 'array', items: { enum: [...roles] } };
  const isOptional = (name: string): boolean => !required.includes(name);
  return new Map([
    [ROLES, { schema: list, mayBeAbsent: isOptional('roles'), values: powerSet(roles), finite: true }],
    [STATUS, { schema: { enum: [...values] }, mayBeAbsent: isOptional('status'), values, finite: true }],
  ]);
}

function reduced(
  one: Issued,
  allows: JsonSchema,
  planned: readonly PlannedValue[],
): ReadonlyMap<ClaimPath, Domain> {
  const constants = [...constantsIn(allows), ...planned.map((plan) => plan.value)];
  const domain = (path: ClaimPath): [ClaimPath, Domain] => {
    const asked: Asked = { constants, conditions: askedOf(allows, path), byName: comparesByName(allows) };
    return [path, domainOf(schemaOf(one), path, asked)];
  };
  return new Map([domain(ROLES), domain(STATUS)]);
}

/** Whether an outcome is certain; undefined where there is none. */
function surest({ outcomes }: Outcomes): boolean | undefined {
  return outcomes.length === 0 ? undefined : outcomes.some(({ certain }) => certain);
}

test('a decision about closed sets opens or closes for somebody just where trying everybody says so', () => {
  fc.assert(
    fc.property(
      decision,
      issued,
      issued,
      plans,
      fc.constantFrom('opens' as const, 'closes' as const),
      (allows, before, after, planned, direction) => {
        const plansOf = new Map([
          [ROLES, planned],
          [STATUS, planned],
        ]);
        const all = outcomesOf(allows, direction, everything(before), everything(after), plansOf);
        const few = outcomesOf(
          allows,
          direction,
          reduced(before, allows, planned),
          reduced(after, allows, planned),
          plansOf,
        );
        expect(surest(few)).toBe(surest(all));
      },
    ),
    { numRuns: 200 },
  );
});

test('what certainly opens is not hidden by less that only may', () => {
  const status = ['status'];
  const role = ['role'];
  const domain = (values: readonly string[]): Domain => ({
    schema: { enum: [...values] },
    mayBeAbsent: false,
    values,
    finite: true,
  });
  // "old" becomes "active" and "clerk" becomes "seller"; "vip" is new and may be anybody's.
  const allows = {
    anyOf: [
      { properties: { status: { const: 'vip' } } },
      { properties: { status: { const: 'active' }, role: { const: 'seller' } } },
    ],
  };
  const { outcomes } = outcomesOf(
    allows,
    'opens',
    new Map([
      [status, domain(['old'])],
      [role, domain(['clerk', 'guest'])],
    ]),
    new Map([
      [status, domain(['active', 'vip'])],
      [role, domain(['seller', 'guest'])],
    ]),
    new Map([
      [status, [{ value: 'old', replacedBy: 'active' }]],
      [role, [{ value: 'clerk', replacedBy: 'seller' }]],
    ]),
  );
  expect(outcomes.map(({ changed, certain }) => [changed, certain])).toContainEqual([[status, role], true]);
});
