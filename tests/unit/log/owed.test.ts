/** What is owed is there at once in a small book; in a long one the screen is never kept waiting for it. */

import { describe, expect, it } from 'vitest';
import { addDays, type Day, type EntryId, type Instant, type MissionCode } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { kindByKey } from '../../../src/domain/registry.ts';
import { serverClock } from '../../../src/log/clock.ts';
import { peopleIn } from '../../../src/log/gate/people.ts';
import type { Me } from '../../../src/log/log.ts';
import { openReplica } from '../../../src/log/memory/replica.ts';
import { openOwed } from '../../../src/log/owed.ts';
import { machines } from '../../support/log-world.ts';

const about = '9BGPNH00W';
const me = { mission: { code: 'aldermark' as MissionCode, zone: 'Asia/Tbilisi' } } as Me;

function stored(kind: string, entry: string, record: AnyRecord): Entry {
  return {
    kind,
    id: entry,
    entry: entry as EntryId,
    version: '1',
    at: '2026-11-20T08:00:00Z' as Instant,
    createdAt: '2026-11-20T08:00:00Z' as Instant,
    schema: 1,
    by: { objectId: 'o', tenantId: 't', name: 'Focal point' },
    under: ['none'],
    record: { about, ...record },
  };
}

const promise = (entry: string, due: Day): Entry =>
  stored('contact', entry, {
    day: '2026-11-19',
    gist: 'Asked for a letter',
    promises: [{ id: 'p', what: 'Write the letter', owner: { name: 'Ines Calder' }, due }],
  });

/** A book of so many contacts, looked through on a machine whose time passes with every look at it. */
function bookOf(contacts: number) {
  const time = { now: Date.parse('2026-11-20T09:00:00Z') };
  const machine = machines(time, 1);
  const environment = {
    ...machine.environmentOf(0),
    now: () => {
      time.now += 5;
      return time.now;
    },
  };
  const replica = openReplica(kindByKey);
  const old = Array.from({ length: contacts }, (_, place) =>
    stored('contact', `C${place}`, { day: addDays('2020-01-01' as Day, place % 2000), gist: 'Called' }),
  );
  replica.apply([...old, promise('first', '2026-11-24' as Day)]);
  let found = 0;
  const owed = openOwed({
    replica,
    people: peopleIn(replica),
    clock: serverClock(() => time.now),
    environment,
    me: () => me,
    onFound: () => {
      found += 1;
    },
  });
  return { replica, owed, time, settle: machine.settle, found: () => found };
}

const days = (duties: readonly { readonly due: Day }[]) => duties.map(({ due }) => due);

describe('C4 what is owed', () => {
  it('is there at once in a small book', () => {
    const { replica, owed, found } = bookOf(40);
    expect(days(owed())).toEqual(['2026-11-24']);
    replica.apply([promise('second', '2026-11-25' as Day)]);
    expect(days(owed())).toEqual(['2026-11-24', '2026-11-25']);
    expect(found()).toBe(0);
  });

  it('stays as it was while a long book is looked through in turns, and is told when it is found', async () => {
    const { replica, owed, settle, found } = bookOf(12_000);
    expect(days(owed())).toEqual(['2026-11-24']);
    replica.apply([promise('second', '2026-11-25' as Day)]);
    expect(days(owed())).toEqual(['2026-11-24']);
    let turns = 0;
    for (; found() === 0 && turns < 200; turns += 1) {
      await settle();
      expect(days(owed()).length).toBe(found() === 0 ? 1 : 2);
    }
    expect(turns).toBeGreaterThan(4);
    expect(days(owed())).toEqual(['2026-11-24', '2026-11-25']);
  });

  it('is looked for again where something changed meanwhile', async () => {
    const { replica, owed, settle, found } = bookOf(12_000);
    owed();
    replica.apply([promise('second', '2026-11-25' as Day)]);
    owed();
    await settle();
    replica.apply([promise('third', '2026-11-26' as Day)]);
    for (let turn = 0; found() < 2 && turn < 200; turn += 1) {
      await settle();
      owed();
    }
    expect(days(owed())).toEqual(['2026-11-24', '2026-11-25', '2026-11-26']);
  });
});
