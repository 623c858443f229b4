/** What is in memory does not depend on the order in which it arrived. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, type EntryId, entryIdFrom, type Instant } from '../../src/domain/ids.ts';
import type { Entry } from '../../src/domain/record-kind.ts';
import { contact } from '../../src/domain/records/contact.ts';
import { kindByKey } from '../../src/domain/registry.ts';
import { openReplica } from '../../src/log/memory/replica.ts';

const first = '2026-03-01' as Day;

function idOf(place: number): EntryId {
  const bytes = new Uint8Array(16);
  bytes[15] = place;
  return entryIdFrom(bytes);
}

/** One of forty entries in one of five versions; a later version may have moved to another day. */
const arrivals = fc
  .array(fc.record({ place: fc.nat(39), version: fc.nat(4), day: fc.nat(20) }), { maxLength: 120 })
  .map((rows) =>
    // A version of an entry is the same whenever it is read.
    [...new Map(rows.map((row) => [`${row.place} ${row.version}`, row])).values()].map(
      ({ place, version, day }): Entry => ({
        kind: contact.key,
        id: String(place),
        entry: idOf(place),
        version: String(version),
        at: `2026-10-0${version + 1}T09:00:00Z` as Instant,
        createdAt: `2026-09-01T09:00:${String(place % 7).padStart(2, '0')}Z` as Instant,
        schema: 1,
        by: { objectId: 'o', tenantId: 't', name: 'Focal point' },
        under: ['none'],
        record: { day: addDays(first, day), gist: 'g' },
      }),
    ),
  );

describe('memory', () => {
  it('K7: holds the latest of each entry, newest day first, however the pages came', () => {
    fc.assert(
      fc.property(arrivals, fc.integer({ min: 1, max: 9 }), (entries, size) => {
        const replica = openReplica(kindByKey);
        for (let from = 0; from < entries.length; from += size)
          replica.apply(entries.slice(from, from + size));
        const latest = new Map<EntryId, Entry>();
        for (const entry of entries) {
          const held = latest.get(entry.entry);
          if (!held || entry.at >= held.at) latest.set(entry.entry, entry);
        }
        const keyOf = (entry: Entry) => `${entry.record.day} ${entry.createdAt} ${entry.entry}`;
        const sorted = [...latest.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
        expect(replica.of(contact.key)).toEqual(sorted);
        for (const entry of sorted) expect(replica.find(entry.entry)).toBe(entry);
      }),
    );
  });
});
