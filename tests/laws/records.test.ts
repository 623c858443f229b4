/** Every kind of record survives being stored, read and merged; codes are random and checkable. */

import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeFrom, formatCode, isCode, parseCode } from '../../src/domain/codes.ts';
import { coverName } from '../../src/domain/cover-names.ts';
import { checkRecord } from '../../src/domain/record-kind.ts';
import { recordKinds } from '../../src/domain/registry.ts';
import { systemKinds } from '../../src/domain/system-kinds.ts';
import { arbitraryRecord, TODAY } from '../support/arbitrary-records.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const code = fc.uint8Array({ minLength: 5, maxLength: 5 }).map(codeFrom);

describe.each([...recordKinds, ...systemKinds].map((kind) => [kind.key, kind] as const))('%s', (_, kind) => {
  const record = arbitraryRecord(kind);

  test('comes back from its columns as it was, and is accepted again', () => {
    fc.assert(
      fc.property(record, (one) => {
        const back: Record<string, unknown> = {};
        for (const [key, field] of Object.entries(kind.fields)) {
          const value = field.decode(field.encode(one[key]));
          if (value !== undefined) back[key] = value;
        }
        expect(back).toEqual(one);
        expect(checkRecord(kind, back, TODAY)).toEqual({ ok: true, record: one });
      }),
      { numRuns: 60 },
    );
  });

  test('answers need, live, day and calendar for any of its records', () => {
    fc.assert(
      fc.property(record, (one) => {
        expect(['none', 'consent']).toContain(kind.need(one).kind);
        expect(kind.live(one)).toMatch(/^(open|\d{4}-\d{2}-\d{2})$/);
        expect(kind.day(one) ?? TODAY).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        for (const mark of kind.calendar?.(one) ?? []) expect(mark.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
      { numRuns: 60 },
    );
  });

  test('merges field by field into values its fields accept', () => {
    fc.assert(
      fc.property(record, record, record, (base, mine, theirs) => {
        for (const [key, field] of Object.entries(kind.fields)) {
          const merged = field.merge(base[key], mine[key], theirs[key]);
          if ('value' in merged && merged.value !== undefined)
            expect(field.check(merged.value).ok).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('codes', () => {
  test('100,000 codes use every character equally often in every place (chi-square, 31 degrees of freedom)', () => {
    const bytes = createCipheriv('aes-128-ctr', Buffer.alloc(16, 7), Buffer.alloc(16)).update(
      Buffer.alloc(500_000),
    );
    const counts = Array.from({ length: 9 }, () => new Map<string, number>());
    const seen = new Set<string>();
    for (let at = 0; at < bytes.length; at += 5) {
      const one = codeFrom(bytes.subarray(at, at + 5));
      seen.add(one);
      for (const [place, character] of [...one].entries())
        counts[place]?.set(character, (counts[place]?.get(character) ?? 0) + 1);
    }
    expect(seen.size).toBe(100_000);
    for (const count of counts) {
      const expected = 100_000 / 32;
      const chi = [...ALPHABET].reduce((sum, c) => sum + ((count.get(c) ?? 0) - expected) ** 2 / expected, 0);
      expect(chi).toBeLessThan(73);
    }
  });

  test('one wrong character or two exchanged ones are always noticed', () => {
    fc.assert(
      fc.property(code, fc.nat(8), fc.nat(8), fc.nat(31), (one, a, b, replacement) => {
        const wrong = [...one];
        wrong[a] = ALPHABET[replacement] ?? '';
        expect(isCode(wrong.join(''))).toBe(wrong.join('') === one);
        const exchanged = [...one];
        [exchanged[a], exchanged[b]] = [one[b] ?? '', one[a] ?? ''];
        expect(isCode(exchanged.join(''))).toBe(exchanged.join('') === one);
      }),
    );
  });

  test('read aloud and typed back, a code is the same code', () => {
    fc.assert(
      fc.property(code, (one) => {
        expect(parseCode(formatCode(one).toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l'))).toBe(one);
      }),
    );
  });

  test('the same code always has the same name of two words', () => {
    fc.assert(
      fc.property(code, (one) => {
        expect(coverName(one)).toBe(coverName(one));
        expect(coverName(one)).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
      }),
    );
  });
});
