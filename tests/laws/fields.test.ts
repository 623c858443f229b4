/** Every kind of field keeps the laws that forms, merges and lists rely on. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Field, type FieldKindName, MalformedValue, sameValue } from '../../src/domain/fields/field.ts';
import { arbitraryValue } from '../support/arbitrary-records.ts';
import { plainWords } from '../support/plain-words.ts';
import { sampleFields } from '../support/sample-fields.ts';

const every = Object.entries(sampleFields) as [FieldKindName, Field][];
const words = { ...plainWords('en'), text: (key: string) => key };

function valuesOf(field: Field): fc.Arbitrary<unknown> {
  return field.kind === 'document'
    ? fc.record({ numbers: fc.array(fc.integer()) }, { noNullPrototype: true })
    : arbitraryValue(field);
}

describe.each(every)('a %s field', (_, field) => {
  const value = valuesOf(field);
  const maybe = fc.option(value, { nil: undefined });

  test('gives back from its columns exactly what was stored', () => {
    fc.assert(
      fc.property(value, (v) => {
        const stored = field.encode(v);
        expect(stored).toHaveLength(field.columns.length);
        expect(field.decode(stored)).toEqual(v);
      }),
    );
    expect(field.decode(field.encode(undefined))).toBeUndefined();
  });

  test('accepts its own values unchanged', () => {
    fc.assert(
      fc.property(value, (v) => {
        expect(field.check(v)).toEqual({ ok: true, value: v });
      }),
    );
  });

  test('answers anything at all with a clean value or a problem, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (raw) => {
          const checked = field.check(raw);
          if (checked.ok) expect(field.check(checked.value)).toEqual(checked);
          else expect(checked.problem.code).toMatch(/^[a-z-]+$/);
        },
      ),
    );
  });

  test('reads a column edited by hand as a value or as malformed, never as something else', () => {
    const cell = fc.oneof(fc.string(), fc.json(), fc.double(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: field.columns.length, maxLength: field.columns.length }),
        (stored) => {
          try {
            const v = field.decode(stored);
            if (v !== undefined) expect(field.check(v)).toEqual({ ok: true, value: v });
          } catch (error) {
            expect(error).toBeInstanceOf(MalformedValue);
          }
        },
      ),
    );
  });

  test('merges without a question when at most one side changed', () => {
    fc.assert(
      fc.property(maybe, maybe, (a, b) => {
        expect(field.merge(a, b, a)).toEqual({ value: b });
        expect(field.merge(a, a, b)).toEqual({ value: b });
        expect(field.merge(a, b, b)).toEqual({ value: b });
      }),
    );
  });

  test('merges two changes into a value it accepts, or leaves the question to a person', () => {
    fc.assert(
      fc.property(maybe, maybe, maybe, (base, mine, theirs) => {
        const merged = field.merge(base, mine, theirs);
        if ('value' in merged && merged.value !== undefined)
          expect(field.check(merged.value)).toEqual({ ok: true, value: merged.value });
      }),
    );
  });

  test('orders its values totally', () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(Math.sign(field.compare(a, b))).toBe(-Math.sign(field.compare(b, a)) + 0);
        expect(field.compare(a, b) === 0).toBe(sameValue(a, b));
        if (field.compare(a, b) <= 0 && field.compare(b, c) <= 0)
          expect(field.compare(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('prints on one line', () => {
    fc.assert(
      fc.property(value, (v) => {
        expect(field.print(v, words)).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
