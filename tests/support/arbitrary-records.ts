/** Random values and records that any kind accepts, derived from what its fields say about themselves. */

import fc from 'fast-check';
import { codeFrom } from '../../src/domain/codes.ts';
import type { Field } from '../../src/domain/fields/field.ts';
import { addDays, type Day, entryIdFrom, instantFrom } from '../../src/domain/ids.ts';
import { type AnyKind, type AnyRecord, checkRecord } from '../../src/domain/record-kind.ts';
import { exampleOf } from './examples.ts';

/** Later than every arbitrary day, so that no rule takes one for the future. */
export const TODAY = '2026-11-20' as Day;

/** Few codes, so that records meet on the same persons. */
export const knownCodes = [1, 2, 3, 4, 5].map((n) => codeFrom(new Uint8Array([n, 77, n * 3, 9, 200 - n])));

const rowId = fc.stringMatching(/^[a-z0-9]{1,6}$/);
const day = fc.integer({ min: 0, max: 700 }).map((back) => addDays(TODAY, -back));
const person = fc.record(
  {
    objectId: fc.uuid(),
    tenantId: fc.uuid(),
    name: fc.constantFrom('Focal point, Aldermark', 'Deputy, Brenland', 'Head of mission, Corvia'),
  },
  { noNullPrototype: true },
);

/** A clean value of the field. A document has no settings to derive from: hand in values of its kind's example. */
export function arbitraryValue(field: Field, document?: unknown): fc.Arbitrary<unknown> {
  const { settings } = field;
  const keys = settings.choices?.keys ?? [];
  switch (field.kind) {
    case 'text':
    case 'note':
      // A text of one narrow shape has nothing to derive from either.
      if (!field.check('Any line').ok) return fc.constant(document);
      return fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(settings.max ?? 40, 40) })
        .map((raw) => field.check(raw))
        .filter((checked) => checked.ok && checked.value !== '')
        .map((checked) => (checked.ok ? checked.value : ''));
    case 'choice':
      return fc.constantFrom(...keys);
    case 'choices':
      return fc.subarray([...keys], { minLength: 1 });
    case 'code':
      return fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
    case 'day':
      return day;
    case 'local-time':
      return fc.record(
        {
          day,
          time: fc
            .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
            .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
          zone: fc.constantFrom('Asia/Tbilisi', 'Europe/Brussels', 'America/Guatemala', 'UTC'),
        },
        { noNullPrototype: true },
      );
    case 'instant':
      return fc.integer({ min: 0, max: 2_000_000_000 }).map((seconds) => instantFrom(seconds * 1000));
    case 'number':
      return fc.integer({ min: settings.min ?? -1_000_000, max: settings.maxNumber ?? 1_000_000 });
    case 'yes-no':
      return fc.boolean();
    case 'person':
      return person;
    case 'mission':
      return fc.constantFrom('aldermark', 'brenland', 'corvia', 'western-union', 'estmark');
    case 'defender':
      return fc.constantFrom(...knownCodes);
    case 'defenders':
      return fc.subarray([...knownCodes].sort(), { minLength: 1 });
    case 'entry':
      return fc.uint8Array({ minLength: 16, maxLength: 16 }).map(entryIdFrom);
    case 'rows':
      return arbitraryRows(settings.row ?? {});
    case 'checklist':
      return fc.dictionary(
        fc.constantFrom(...(settings.items?.keys ?? [])),
        fc.record(
          {
            answer: fc.constantFrom(...keys),
            note: fc.stringMatching(/^[a-z]{1,12}$/),
            basis: fc.constantFrom('own', 'reported'),
          },
          { requiredKeys: ['answer'], noNullPrototype: true },
        ),
        { minKeys: 1, noNullPrototype: true },
      );
    case 'document':
      return fc.constant(document);
  }
}

function arbitraryRows(fields: Readonly<Record<string, Field>>): fc.Arbitrary<unknown> {
  const row = fc
    .tuple(rowId, arbitraryFields(fields, {}))
    .filter(([, values]) => Object.keys(values).length > 0)
    .map(([id, values]) => ({ id, ...values }));
  return fc.uniqueArray(row, { minLength: 1, maxLength: 3, selector: ({ id }) => id });
}

function arbitraryFields(
  fields: Readonly<Record<string, Field>>,
  example: AnyRecord,
): fc.Arbitrary<AnyRecord> {
  const values: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [key, field] of Object.entries(fields)) values[key] = arbitraryValue(field, example[key]);
  return fc.record(values, {
    requiredKeys: Object.keys(fields).filter((key) => fields[key]?.required),
    noNullPrototype: true,
  });
}

/** A record that the kind accepts as of TODAY, its rules included. `example`: of a kind that has none beside it. */
export function arbitraryRecord(
  kind: AnyKind,
  example: AnyRecord = exampleOf(kind),
): fc.Arbitrary<AnyRecord> {
  return arbitraryFields(kind.fields, example)
    .map((values) => (kind.key === 'mission' ? { ...values, zone: 'Asia/Tbilisi' } : values))
    .map((values) => checkRecord(kind, values, TODAY))
    .filter((checked) => checked.ok)
    .map((checked) => (checked.ok ? checked.record : {}));
}
