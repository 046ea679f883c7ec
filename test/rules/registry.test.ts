import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pages } from '../../src/generated/pages.ts';
import { rules } from '../../src/generated/rules.ts';
import { CHANGES, type ChangeKind } from '../../src/model/index.ts';
import { UNJUDGED } from './unjudged-changes.ts';

const root = new URL('../../src/rules/', import.meta.url);

const folders = readdirSync(root).flatMap((group) =>
  readdirSync(new URL(`${group}/`, root)).map((name) => `${group}/${name}`),
);

const judged = new Set(rules.flatMap(({ of }) => (Array.isArray(of) ? (of as readonly ChangeKind[]) : [])));
const kinds = Object.keys(CHANGES) as ChangeKind[];

describe('the registry', () => {
  it('has each room, and nothing else', () => {
    expect(rules.map(({ id }) => id)).toEqual([...folders].sort());
    expect(Object.keys(pages)).toEqual([...folders].sort());
  });

  it('has rooms that hold a rule and a page', () => {
    for (const folder of folders) {
      expect(readdirSync(new URL(folder, root)).sort(), folder).toEqual(['README.md', 'rule.ts']);
    }
  });

  it('has no id twice, former ids included', () => {
    const ids = rules.flatMap(({ id, formerly }) => [id, ...(formerly ?? [])]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has no error that rests on advice', () => {
    const errors = rules.filter(({ severity, source }) => severity === 'error' && /\(advice\)$/.test(source));
    expect(errors.map(({ id }) => id)).toEqual([]);
  });

  it('words summaries as sentences, and sources as places to look up', () => {
    for (const { id, summary, source } of rules) {
      expect(summary, id).toMatch(/^[A-Z].*\.$/);
      expect(source.length, id).toBeGreaterThan(7);
    }
  });
});

describe('rules about changes', () => {
  it('judge each kind of change, or say why not', () => {
    const unjudged = kinds.filter((kind) => !judged.has(kind));
    expect(Object.keys(UNJUDGED).sort()).toEqual(unjudged.sort());
  });

  it('judge the mirror of each kind that they judge, or say why not', () => {
    for (const kind of judged) {
      const mirror = CHANGES[kind].mirror as ChangeKind;
      expect(judged.has(mirror) || Object.hasOwn(UNJUDGED, mirror), `${kind} and ${mirror}`).toBe(true);
    }
  });

  it('judge no kind twice on one axis: each axis has other approvers', () => {
    const all = rules.flatMap(({ of, axis }) =>
      Array.isArray(of) ? of.map((kind) => `${kind} ${axis}`) : [],
    );
    expect(all).toEqual([...new Set(all)]);
  });
});
