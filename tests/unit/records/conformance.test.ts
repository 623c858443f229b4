/** What every kind must be, whoever adds one: declared soundly, with words in every language, and a valid example. */

import { describe, expect, test } from 'vitest';
import { circleLists } from '../../../src/domain/circle/registry.ts';
import type { Field } from '../../../src/domain/fields/field.ts';
import type { Day } from '../../../src/domain/ids.ts';
import { type AnyKind, checkRecord, defineRecordKind } from '../../../src/domain/record-kind.ts';
import { contact } from '../../../src/domain/records/contact.ts';
import { kindByKey, kindOf, recordKinds } from '../../../src/domain/registry.ts';
import { systemKinds } from '../../../src/domain/system-kinds.ts';
import { languages } from '../../../src/locales/languages.ts';
import { exampleOf } from '../../support/examples.ts';
import { plainWords, textOf } from '../../support/plain-words.ts';

const today = '2026-11-20' as Day;
const all = [...recordKinds, ...systemKinds, ...circleLists].map((kind) => [kind.key, kind] as const);
const shown = recordKinds.map((kind) => [kind.key, kind] as const);

/** Columns that SharePoint puts into every list, in small letters. */
const builtIn = new Set(
  'id title created modified author editor attachments contenttype edit linktitle linktitlenomenu docicon guid itemchildcount folderchildcount complianceassetid appauthor appeditor fileref filedirref'.split(
    ' ',
  ),
);

function columnsOf(kind: AnyKind): readonly string[] {
  return Object.entries(kind.fields).flatMap(([key, field]) =>
    field.columns.map(({ suffix }) => `fp_${key}${suffix}`),
  );
}

/** Keys of every text that a kind asks for. */
function wordsOf(kind: AnyKind): readonly string[] {
  const keys = [`kinds.${kind.key}.one`, `kinds.${kind.key}.many`];
  for (const rule of kind.ruleNames ?? []) keys.push(`rules.${kind.key}.${rule}`);
  if (kind.system) return keys;
  keys.push(`kinds.${kind.key}.log`);
  if (kind.glance) keys.push(`glances.${kind.glance}.label`);
  for (const section of Object.keys(kind.sections)) keys.push(`sections.${kind.key}.${section}`);
  const visit = (path: string, field: Field): void => {
    keys.push(`${path}.label`);
    const { choices, items, row } = field.settings;
    for (const key of choices?.keys ?? []) keys.push(`choices.${choices?.set ?? ''}.${key}`);
    for (const key of items?.keys ?? []) keys.push(`checklists.${items?.list ?? ''}.${key}`);
    for (const [key, inner] of Object.entries(row ?? {})) visit(`${path}.row.${key}`, inner);
  };
  for (const [key, field] of Object.entries(kind.fields)) visit(`fields.${kind.key}.${key}`, field);
  for (const { word } of kind.calendar?.(exampleOf(kind)) ?? []) keys.push(`calendar.${kind.key}.${word}`);
  return keys;
}

describe.each(all)('%s', (_, kind) => {
  test('its example is accepted unchanged', () => {
    expect(checkRecord(kind, exampleOf(kind), today)).toEqual({ ok: true, record: exampleOf(kind) });
  });

  test('its example comes back from its columns', () => {
    for (const [key, field] of Object.entries(kind.fields))
      expect(field.decode(field.encode(exampleOf(kind)[key])), key).toEqual(exampleOf(kind)[key]);
  });

  test('its columns are unique, short enough, and none that SharePoint has or completes', () => {
    const columns = columnsOf(kind);
    expect(new Set(columns.map((name) => name.toLowerCase())).size).toBe(columns.length);
    for (const name of columns) {
      expect(name).toMatch(/^fp_[a-z][A-Za-z0-9]{0,28}$/);
      expect(name).not.toMatch(/(Id|LookupId)$/);
      expect(builtIn.has(name.toLowerCase())).toBe(false);
      expect(builtIn.has(name.slice(3).toLowerCase())).toBe(false);
    }
  });

  test('A12: what is kept out of lists stands in no table', () => {
    expect((kind.unlisted ?? []).filter((key) => kind.table.includes(key) || !(key in kind.fields))).toEqual(
      [],
    );
  });

  test('every field stands in exactly one section, and tables show known fields', () => {
    expect(Object.values(kind.sections).flat().sort()).toEqual(Object.keys(kind.fields).sort());
    expect(kind.table.every((key) => key in kind.fields)).toBe(true);
    expect(kind.sections.main).toBeDefined();
  });

  test('its migrations lead from schema 1 to the schema of today without a gap', () => {
    const steps = Object.keys(kind.migrations ?? {}).map(Number);
    expect(steps).toEqual(Array.from({ length: kind.schema - 1 }, (_, index) => index + 1));
  });

  test.each(languages)('has every text it asks for (%s)', (language) => {
    const missing = wordsOf(kind).filter(
      (key) => (textOf('kinds', language, key) ?? textOf('records', language, key)) === undefined,
    );
    expect(missing).toEqual([]);
  });

  test.each(languages)('says in one line what its example is (%s)', (language) => {
    const summary = kind.summary(exampleOf(kind), plainWords(language));
    expect(summary.trim()).not.toBe('');
    expect(summary).not.toMatch(/[\n]|undefined/);
  });

  test('states an unbroken rule name for every rule it can break', () => {
    const bare = Object.fromEntries(
      Object.entries(exampleOf(kind)).filter(([key]) => kind.fields[key]?.required === true),
    );
    const early = '2000-01-01' as Day;
    for (const record of [bare, exampleOf(kind)])
      for (const problems of Object.values(kind.rules?.(record, early) ?? {}))
        for (const { code, values } of problems) {
          expect(code).toBe('rule');
          expect(kind.ruleNames).toContain(values?.rule);
        }
  });
});

describe.each(shown)('%s on a form', (_, kind) => {
  test('opens with at most six fields before the closed sections', () => {
    expect(kind.sections.main?.length).toBeLessThanOrEqual(6);
  });

  test('asks for every required field in its first section', () => {
    const required = Object.keys(kind.fields).filter((key) => kind.fields[key]?.required);
    expect(kind.sections.main).toEqual(expect.arrayContaining(required));
  });

  test('warns of names in every note', () => {
    for (const [key, field] of Object.entries(kind.fields))
      if (field.kind === 'note') expect(field.settings.noNames, key).toBe(true);
  });
});

describe('the registry', () => {
  test('holds each key and each list once', () => {
    const kinds = [...recordKinds, ...systemKinds];
    const everywhere = [...kinds, ...circleLists];
    expect(new Set(everywhere.map(({ key }) => key)).size).toBe(everywhere.length);
    for (const book of [kinds, circleLists])
      expect(new Set(book.map(({ list }) => list)).size).toBe(book.length);
    expect(kindOf('contact')).toBe(contact);
    expect(kindByKey('nothing')).toBeUndefined();
    expect(() => kindOf('nothing')).toThrow(TypeError);
  });

  test.each(['kinds', 'records'])('every language has exactly the keys of English in %s', (part) => {
    const keysOf = (texts: object, path = ''): readonly string[] =>
      Object.entries(texts).flatMap(([key, value]) =>
        typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
      );
    return Promise.all(
      languages.map((language) => import(`../../../src/locales/${language}/${part}.json`)),
    ).then(([en, ...others]) => {
      for (const texts of others) expect(keysOf(texts.default)).toEqual(keysOf(en.default));
    });
  });

  test.each([
    ['a field in no section', { sections: { main: [] } }],
    ['a field in two sections', { sections: { main: Object.keys(contact.fields), more: ['day'] } }],
    ['a table of unknown fields', { table: ['nothing'] }],
  ])('refuses %s at start-up', (_, fault) => {
    const broken = { ...contact, ...fault } as unknown as typeof contact;
    expect(() => defineRecordKind(broken)).toThrow(TypeError);
  });
});
