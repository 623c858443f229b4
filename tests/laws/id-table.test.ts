/** A table of entries by their ids answers as a Map would, also where two ids share a number. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openIdTable } from '../../src/domain/id-table.ts';
import type { EntryId } from '../../src/domain/ids.ts';

interface Thing {
  readonly id: EntryId;
  readonly version: number;
}

const id = fc.nat(12).map((place) => `entry ${place}` as EntryId);
const steps = fc.array(
  fc.oneof(
    fc.record({ does: fc.constant('set' as const), id, version: fc.nat(3) }),
    fc.record({ does: fc.constant('delete' as const), id }),
  ),
  { maxLength: 60 },
);
const listed = (things: Iterable<Thing>) => [...things].map(({ id, version }) => `${id} ${version}`).sort();

describe('a table by ids', () => {
  it.each<[string, ((id: EntryId) => number) | undefined]>([
    ['numbers of their own', undefined],
    ['one number for all', () => 7],
    ['a number for every three', (one) => one.length % 3],
  ])('with %s answers as a Map does', (_, numberOf) => {
    fc.assert(
      fc.property(steps, (all) => {
        const table = openIdTable<Thing>((thing) => thing.id, numberOf);
        const map = new Map<EntryId, Thing>();
        for (const step of all) {
          if (step.does === 'set') {
            table.set(step.id, step);
            map.set(step.id, step);
          } else {
            table.delete(step.id);
            map.delete(step.id);
          }
          expect(table.size).toBe(map.size);
          expect([table.get(step.id), table.has(step.id)]).toEqual([map.get(step.id), map.has(step.id)]);
        }
        expect(listed(table.values())).toEqual(listed(map.values()));
      }),
    );
  });
});
