/** What the table carries on from one change to the next is what it would have made of everything anew. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allEntries, allEntriesInBits, orderIn } from '../../src/app/table/all-entries.ts';
import { changesBetween } from '../../src/app/table/changes.ts';
import { dayOfEntry } from '../../src/app/table/filter.ts';
import { type Filtered, filtered, goOn, type Looking } from '../../src/app/table/filtered.ts';
import { knownMissions } from '../../src/app/table/missions-met.ts';
import { type Settled, settleRows } from '../../src/app/table/settle-rows.ts';
import { addDays, type Day, type EntryId, type Instant, type MissionCode } from '../../src/domain/ids.ts';
import type { Entry } from '../../src/domain/record-kind.ts';

const zone = 'Asia/Tbilisi';
const kinds = ['contact', 'hearing', 'defender'] as const;

const missions = ['brenland', 'corvia', 'estmark', 'norvia'] as const;

/** Some hearings have no observer, and some two of one mission. */
function hearingOn(day: Day, nth: number) {
  const named = [[], [0], [1], [0, 2], [3, 3]][nth % 5] ?? [];
  const observers = named.map((which, place) => ({
    id: `o${place}`,
    mission: missions[which] as MissionCode,
    part: 'member',
    state: 'invited',
  }));
  return { start: { day, time: '10:00', zone }, court: 'Oskel District Court', observers };
}

/** One of the entries in some version: what is the same is the same object. */
const versions = new Map<string, Entry>();

function entryOf(place: number, version: number): Entry {
  const name = `${place} ${version}`;
  const kind = kinds[place % 3] ?? 'contact';
  const day = addDays('2026-03-01' as Day, (place * 7 + version * 5) % 19);
  const made: Entry = versions.get(name) ?? {
    kind,
    id: String(place),
    entry: `E${place}` as EntryId,
    version: String(version),
    at: '2026-10-01T09:00:00Z' as Instant,
    createdAt: `2026-03-${String(1 + (place % 9)).padStart(2, '0')}T21:00:00Z` as Instant,
    schema: 1,
    by: { objectId: 'o', tenantId: 't', name: 'Focal point' },
    under: ['none'],
    record: kind === 'hearing' ? hearingOn(day, place + version) : kind === 'contact' ? { day } : {},
  };
  versions.set(name, made);
  return made;
}

/**
 * Which entries there are, each in which version (3: none), and which of them others changed. A few are different from
 * one moment to the next, and at times very many.
 */
const moments = fc
  .record({
    first: fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }),
    steps: fc.array(
      fc.record({
        news: fc.oneof(
          { weight: 4, arbitrary: fc.array(fc.tuple(fc.nat(39), fc.nat(3)), { maxLength: 2 }) },
          { weight: 1, arbitrary: fc.array(fc.tuple(fc.nat(39), fc.nat(3)), { maxLength: 40 }) },
        ),
        others: fc.uniqueArray(fc.nat(39), { maxLength: 12 }),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ first, steps }) => {
    const held = new Map(first.entries());
    return [{ news: [], others: [] }, ...steps].map(({ news, others }): Moment => {
      for (const [place, version] of news) held.set(place, version);
      return { held: [...held].filter(([, version]) => version < 3), others };
    });
  });

/** A long list in which whole stretches come, go or change from one moment to the next, as while older entries arrive. */
const crowds = fc
  .array(fc.array(fc.tuple(fc.nat(599), fc.nat(400), fc.nat(3)), { maxLength: 4 }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((steps) => {
    const held = new Map<number, number>();
    return steps.map((stretches): Moment => {
      for (const [from, length, version] of stretches)
        for (let place = from; place < Math.min(600, from + length); place += 1) held.set(place, version);
      return { held: [...held].filter(([, version]) => version < 3), others: [] };
    });
  });

const places = new Map<Entry, string>();

/** Where an entry stands in the list; later is greater. */
function placeOf(entry: Entry): string {
  const place = places.get(entry) ?? `${dayOfEntry(entry, zone)} ${entry.createdAt} ${entry.entry}`;
  places.set(entry, place);
  return place;
}

function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
}

type Moment = { readonly held: readonly (readonly [number, number])[]; readonly others: readonly number[] };

function entriesIn({ held }: Moment): ReadonlyMap<string, readonly Entry[]> {
  const all = held.map(([place, version]) => entryOf(place, version));
  return new Map(kinds.map((kind) => [kind, inOrder(all.filter((entry) => entry.kind === kind))]));
}

const named = (entries: readonly Entry[]) => entries.map(({ entry, version }) => `${entry} ${version}`);

function toTheEnd(looking: Looking): Filtered {
  const { found } = goOn(looking, () => false);
  if (!found) throw new Error('it rested');
  return found;
}

/** Rows one by one, each looked for among all: slow, and plain to see. */
function settledSlowly(before: readonly EntryId[], fresh: readonly Entry[], byOthers: ReadonlySet<EntryId>) {
  const placed = new Set(before);
  const rows = before.flatMap((id) => fresh.find(({ entry }) => entry === id) ?? []);
  for (const [index, entry] of fresh.entries()) {
    if (placed.has(entry.entry) || byOthers.has(entry.entry)) continue;
    const after = fresh.slice(index + 1).find((other) => placed.has(other.entry));
    rows.splice(after ? rows.findIndex((row) => row.entry === after.entry) : rows.length, 0, entry);
  }
  const waiting = fresh.filter(({ entry }) => !placed.has(entry) && byOthers.has(entry));
  return { rows, waiting: waiting.map(({ entry }) => entry) };
}

describe('M4 the table from one change to the next', () => {
  it('lists everything newest day first, whatever came and went', () => {
    fc.assert(
      fc.property(moments, (all) => {
        for (const moment of all) {
          const entries = entriesIn(moment);
          const sorted = inOrder([...entries.values()].flat());
          expect(named(allEntries(entries, zone))).toEqual(named(sorted));
        }
      }),
    );
  });

  it('lists the same while many arrive at once, wherever the work rests and is taken up again', () => {
    fc.assert(
      fc.property(crowds, fc.array(fc.nat(3), { maxLength: 200 }), (all, turns) => {
        const works = all.map((moment) => {
          const entries = entriesIn(moment);
          return { entries, bits: allEntriesInBits(entries, zone), list: undefined as Entry[] | undefined };
        });
        // Two moments at a time, by turns: the one before may not be at its end when the next begins.
        for (const [nth, work] of works.entries())
          for (let bit = 0; !work.list; bit += 1) {
            const chosen = turns[bit] === 1 ? (works[nth + 1] ?? work) : work;
            const { done, value } = chosen.bits.next();
            if (done && !chosen.list) chosen.list = [...value];
          }
        for (const { entries, list } of works) {
          const sorted = inOrder([...entries.values()].flat());
          expect(named(list ?? [])).toEqual(named(sorted));
          expect(named(allEntries(entries, zone))).toEqual(named(sorted));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('M8: knows the missions that entries name, whatever came and went', () => {
    fc.assert(
      fc.property(fc.oneof(moments, crowds), (all) => {
        for (const moment of all) {
          const entries = entriesIn(moment);
          const observers = [...entries.values()]
            .flat()
            .flatMap(({ record }) => (record.observers ?? []) as readonly { readonly mission: string }[]);
          expect(knownMissions(entries)).toEqual(
            [...new Set(observers.map(({ mission }) => mission))].sort(),
          );
        }
      }),
    );
  });

  it('lists the same where the days of some do not follow those of others', () => {
    const kept = fc.array(fc.tuple(fc.nat(200), fc.nat(2)), { maxLength: 120 });
    fc.assert(
      fc.property(kept, (held) => {
        const all = [...new Map(held).entries()].map(([place, version]) => entryOf(place, version));
        const sorted = inOrder(all);
        const entries = new Map(kinds.map((kind) => [kind, all.filter((entry) => entry.kind === kind)]));
        expect(named(allEntries(entries, zone))).toEqual(named(sorted));
      }),
    );
  });

  it('keeps in a filter exactly what passes', () => {
    const passes = ({ entry, version }: Entry) => (entry.length + Number(version)) % 2 === 0;
    fc.assert(
      fc.property(moments, (all) => {
        let before: Filtered | undefined;
        for (const moment of all) {
          const list = allEntries(entriesIn(moment), zone);
          before = toTheEnd(filtered(before, list, passes, orderIn(zone)));
          expect(named(before.rows)).toEqual(named(list.filter(passes)));
        }
      }),
    );
  });

  it('finds in a long list the same with any number of rests, and tells from its top what it found so far', () => {
    const long = Array.from({ length: 1_000 }, (_, place) => entryOf(place, 0));
    const passes = ({ entry }: Entry) => Number(entry.slice(1)) % 3 === 0;
    const found = named(long.filter(passes));
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (rests) => {
        const looking = filtered(undefined, long, passes, orderIn(zone));
        const rest = rests.values();
        let stand = goOn(looking, () => rest.next().value ?? false);
        while (!stand.found) {
          const soFar = named(stand.soFar ?? []);
          expect(soFar).toEqual(found.slice(0, soFar.length));
          const [shown, length] = [stand.soFar, soFar.length];
          stand = goOn(looking, () => rest.next().value ?? false);
          expect(shown).toHaveLength(length);
        }
        expect(named(stand.found.rows)).toEqual(found);
      }),
    );
  });

  it('keeps rows where they are, as if each were looked for', () => {
    fc.assert(
      fc.property(moments, (all) => {
        let before: Settled | undefined;
        for (const moment of all) {
          const fresh = allEntries(entriesIn(moment), zone);
          const others = new Set(moment.others.map((place) => `E${place}` as EntryId));
          const shown = before?.rows.map(({ entry }) => entry) ?? fresh.map(({ entry }) => entry);
          const slowly = settledSlowly(shown, fresh, before ? others : new Set());
          before = settleRows(before, fresh, others);
          expect(named(before.rows)).toEqual(named(slowly.rows));
          expect([...before.waiting].sort()).toEqual([...slowly.waiting].sort());
        }
      }),
    );
  });

  it('knows what came and went between two lists, near or far apart', () => {
    const things = Array.from({ length: 6_000 }, (_, place) => ({ place }));
    const span = fc.tuple(fc.nat(5_999), fc.oneof(fc.nat(12), fc.nat(3_000)));
    const lists = fc
      .array(span, { maxLength: 5 })
      .map((spans) =>
        things.filter(({ place }) => !spans.some(([from, length]) => place >= from && place < from + length)),
      );
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const { came, gone } = changesBetween(before, after);
        const [was, is] = [new Set(before), new Set(after)];
        expect(came).toEqual(after.filter((thing) => !was.has(thing)));
        expect(gone).toEqual(before.filter((thing) => !is.has(thing)));
      }),
      { numRuns: 40 },
    );
  });
});
