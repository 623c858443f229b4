/** Making anonymous keeps what is counted, leaves nobody to be found, and does nothing the second time. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeFrom } from '../../src/domain/codes.ts';
import { type Field, type FieldKindName, NO_WORDS } from '../../src/domain/fields/field.ts';
import type { Code } from '../../src/domain/ids.ts';
import { anonymised, fateOf } from '../../src/domain/keeping/anonymise.ts';
import { type AnyRecord, codesOf } from '../../src/domain/record-kind.ts';
import { isPlaceList, regionStored } from '../../src/domain/regions.ts';
import { recordKinds } from '../../src/domain/registry.ts';
import { arbitraryRecord, arbitraryValue, knownCodes } from '../support/arbitrary-records.ts';
import { sampleFields } from '../support/sample-fields.ts';

/** One new code for each, itself for every new one. */
const strangers = new Map(
  knownCodes.map((code, place) => [code, codeFrom(new Uint8Array([201, place, 3, 9, 7]))]),
);
/** Every second place lies in a region that somebody knows. */
const region = (place: string) =>
  regionStored(place) ?? (place.length % 2 === 0 ? ('east' as const) : undefined);
const how = { code: (code: Code) => strangers.get(code) ?? code, region };

describe.each(Object.entries(sampleFields) as [FieldKindName, Field][])('J5: a %s field', (_, field) => {
  const value =
    field.kind === 'document'
      ? fc.record({ numbers: fc.array(fc.integer()) }, { noNullPrototype: true })
      : arbitraryValue(field);

  test.each([true, false])(
    'leaves a sound value or nothing, and the same again (required: %s)',
    (required) => {
      fc.assert(
        fc.property(value, (v) => {
          const stays = field.anonymise(v, how, required);
          if (required) expect(stays).toBeDefined();
          if (stays === undefined) return;
          expect(field.check(stays)).toEqual({ ok: true, value: stays });
          expect(field.anonymise(stays, how, required)).toEqual(stays);
        }),
      );
    },
  );
});

/** Every text a person could have typed, wherever in the record it stands. */
function wordsIn(value: unknown, field: Field | undefined): readonly string[] {
  if (field?.kind === 'text' || field?.kind === 'note') return typeof value === 'string' ? [value] : [];
  if (field?.kind === 'rows')
    return (value as readonly AnyRecord[]).flatMap((row) =>
      Object.entries(field.settings.row ?? {}).flatMap(([key, inner]) => wordsIn(row[key], inner)),
    );
  if (field?.kind === 'checklist')
    return Object.values(value as Record<string, AnyRecord>).flatMap(({ note }) =>
      typeof note === 'string' ? [note] : [],
    );
  return [];
}

describe.each(recordKinds.map((kind) => [kind.key, kind] as const))('J5: %s', (_, kind) => {
  const record = arbitraryRecord(kind);

  test('counts by kind, month and measure are the same before and after', () => {
    fc.assert(
      fc.property(record, (one) => {
        const after = anonymised(kind, one, how);
        expect(kind.day(after)?.slice(0, 7)).toBe(kind.day(one)?.slice(0, 7));
        expect(kind.measure?.(after)).toEqual(kind.measure?.(one));
        for (const [key, field] of Object.entries(kind.fields))
          if (['choice', 'choices', 'yes-no', 'number'].includes(field.kind) && !kind.anonymise)
            expect(after[key]).toEqual(one[key]);
      }),
      { numRuns: 40 },
    );
  });

  test('nobody is left in it: no code, no word, no day but the first of a month', () => {
    fc.assert(
      fc.property(record, (one) => {
        const after = anonymised(kind, one, how);
        const text = JSON.stringify(after);
        for (const code of knownCodes) expect(text).not.toContain(code);
        expect(codesOf(after)).toHaveLength(codesOf(one).length);
        for (const [key, field] of Object.entries(kind.fields)) {
          const value = after[key];
          if (value === undefined) continue;
          expect(field.check(value)).toEqual({ ok: true, value });
          for (const words of wordsIn(value, field))
            expect(isPlaceList(field.settings.codeList) ? [NO_WORDS, 'East'] : [NO_WORDS]).toContain(words);
          if (field.kind === 'day') expect(value).toMatch(/-01$/);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('the second time changes nothing', () => {
    fc.assert(
      fc.property(record, (one) => {
        const once = anonymised(kind, one, how);
        expect(anonymised(kind, once, how)).toEqual(once);
      }),
      { numRuns: 40 },
    );
  });

  test('the preview names every field that is filled in exactly once', () => {
    fc.assert(
      fc.property(record, (one) => {
        const { stays, coarser, goes, unplaced } = fateOf(kind, one, how);
        const filled = Object.keys(kind.fields).filter((key) => one[key] !== undefined);
        expect([...stays, ...coarser, ...goes].sort()).toEqual(filled.sort());
        expect(goes).toEqual(expect.arrayContaining([...unplaced]));
      }),
      { numRuns: 20 },
    );
  });
});
