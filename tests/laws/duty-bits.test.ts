/** What is owed does not depend on how much of the book was read in one go. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DutyDay, duties, dutyDayInBits } from '../../src/domain/duties/duties.ts';
import type { DutySources } from '../../src/domain/duties/sources.ts';
import { addDays, type EntryId, type Instant, instantFrom, type MissionCode } from '../../src/domain/ids.ts';
import type { AnyKind, Entry } from '../../src/domain/record-kind.ts';
import { recordKinds } from '../../src/domain/registry.ts';
import { consularFile } from '../../src/domain/system/consular-file.ts';
import { dutyClosing } from '../../src/domain/system/duty-closing.ts';
import { arbitraryRecord, knownCodes, TODAY } from '../support/arbitrary-records.ts';
import { circumstances, decision, file, mother, officer } from '../unit/consent/consent-cases.ts';

const now = `${TODAY}T09:00:00Z` as Instant;
const kinds: readonly AnyKind[] = [...recordKinds, consularFile as unknown as AnyKind];

function arbitraryEntry(kind: AnyKind): fc.Arbitrary<Entry> {
  return fc
    .record({
      record: arbitraryRecord(kind),
      place: fc.nat(60),
      back: fc.nat(40),
      under: fc.constantFrom('none', 'none-on-record'),
    })
    .map(({ record, place, back, under }) => ({
      kind: kind.key,
      id: String(place),
      entry: `${kind.key}-${place}` as EntryId,
      version: '1',
      at: now,
      createdAt: instantFrom(Date.parse(now) - back * 86_400_000),
      schema: kind.schema,
      by: officer,
      under: [under],
      record,
    }));
}

/** A book with some of every kind, among them things that lead to each other: a hearing and its observation, a request and its bundle. */
const books = fc
  .tuple(
    ...kinds.map((kind) => fc.uniqueArray(arbitraryEntry(kind), { selector: ({ id }) => id, maxLength: 3 })),
    fc.nat(3),
  )
  .map((parts): DutySources => {
    const entries = new Map(kinds.map((kind, place) => [kind.key, parts[place] as readonly Entry[]]));
    link(entries, 'trial-observation', 'hearing', 'hearing');
    link(entries, consularFile.key, 'request', 'visa-request');
    return {
      entries,
      files: knownCodes.map((about, place) =>
        file(
          [decision({ reviewOn: addDays(TODAY, place - 2) }), mother({ whyNotDefender: 'detained' })],
          [],
          about,
        ),
      ),
      closings: [],
      circumstances: (code) => circumstances({ code }),
      mission: 'aldermark' as MissionCode,
      zone: 'Asia/Tbilisi',
      now,
    };
  });

/** Every second entry of a kind leads to the first of another. */
function link(entries: Map<string, readonly Entry[]>, from: string, field: string, to: string): void {
  const [first] = entries.get(to) ?? [];
  const linked = (entries.get(from) ?? []).map((entry, place) =>
    first && place % 2 === 0 ? { ...entry, record: { ...entry.record, [field]: first.entry } } : entry,
  );
  entries.set(from, linked);
}

/** What was said of every second duty, some more than once; the later word counts. */
function closed(sources: DutySources): DutySources {
  const said = inBitsOf(Number.POSITIVE_INFINITY, sources).duties.filter((_, place) => place % 2 === 0);
  const closings = said.flatMap(({ id, step }, place) =>
    ['asked-no-answer', place % 4 === 0 ? 'snoozed' : step === 'tell' ? 'told' : 'done'].map((outcome, nth) =>
      closing(`${place}-${nth}`, id, outcome),
    ),
  );
  return { ...sources, closings: closings.toReversed() };
}

function closing(place: string, duty: string, outcome: string): Entry {
  return {
    kind: dutyClosing.key,
    id: place.replace('-', ''),
    entry: `closing-${place}` as EntryId,
    version: '1',
    at: now,
    createdAt: now,
    schema: 1,
    by: officer,
    under: ['none'],
    record: { duty, outcome, on: TODAY, reaction: 'mixed', until: addDays(TODAY, 3), reason: 'Waits' },
  };
}

function inBitsOf(atOnce: number, sources: DutySources): DutyDay {
  // A list of its own: what was found in one that was read before is not looked for again.
  const bits = dutyDayInBits({ ...sources, closings: [...sources.closings] }, atOnce);
  for (let bit = bits.next(); ; bit = bits.next()) if (bit.done) return bit.value;
}

describe('C1 what is owed', () => {
  it('is of many kinds in the books below, and settled in some', () => {
    const owed = fc.sample(books, { numRuns: 15, seed: 1 }).map((open) => {
      const after = inBitsOf(1, closed(open)).duties;
      const kindsOwed = new Set(after.map(({ kind }) => kind)).size;
      return { kindsOwed, settled: inBitsOf(1, open).duties.length - after.length };
    });
    expect(Math.max(...owed.map(({ kindsOwed }) => kindsOwed))).toBeGreaterThan(10);
    expect(Math.max(...owed.map(({ settled }) => settled))).toBeGreaterThan(0);
  });

  it('is the same whether the book is read in one go or entry by entry', () => {
    fc.assert(
      fc.property(books, fc.integer({ min: 1, max: 4 }), (open, atOnce) => {
        const sources = closed(open);
        const whole = inBitsOf(Number.POSITIVE_INFINITY, sources);
        expect(inBitsOf(atOnce, sources)).toEqual(whole);
        expect(duties(sources, inBitsOf(atOnce, sources))).toEqual(duties(sources, whole));
      }),
      { numRuns: 15 },
    );
  });
});
