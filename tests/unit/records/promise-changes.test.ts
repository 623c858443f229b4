/** A promise is kept, or changed with a reason: no change in silence, and what it was before stays readable beside it. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/domain/ids.ts';
import { type AnyRecord, checkRecord } from '../../../src/domain/record-kind.ts';
import { contact, contactExample } from '../../../src/domain/records/contact.ts';
import { promise, promiseExample } from '../../../src/domain/records/promise.ts';

const today = '2026-11-20' as Day;
const was = { what: 'Call about the passport', due: '2026-11-27' };
const { changes: _, ...fresh } = promiseExample;
const before: AnyRecord = { ...fresh, ...was };
const later = { due: '2026-12-01' };
const line = (id: string, more: AnyRecord = {}) => ({
  id,
  on: '2026-11-20',
  why: 'The office is shut',
  ...more,
});
const noted = { ...before, ...later, changes: [line('c1', was)] };

/** What a change of a stored promise comes to: the rules it breaks, or its changes as they are stored. */
function stored(from: AnyRecord, change: AnyRecord) {
  const checked = checkRecord(promise, { ...from, ...change }, today, { before: from });
  if (checked.ok) return checked.record.changes;
  return Object.entries(checked.problems).map(
    ([field, [first]]) => `${field}: ${first?.values?.rule ?? [first?.code, first?.part].join(' ')}`,
  );
}

describe('C4: a promise that is changed', () => {
  it.each<[string, AnyRecord, AnyRecord, unknown]>([
    ['asks why its day moves', before, later, ['changes: changed-needs-why']],
    ['asks why its words change', before, { what: 'Write' }, ['changes: changed-needs-why']],
    [
      'asks for the reason in the line',
      before,
      { ...later, changes: [{ id: 'c1', on: '2026-11-20' }] },
      ['changes: required why'],
    ],
    [
      'asks for the day in the line',
      before,
      { ...later, changes: [{ id: 'c1', why: 'Shut' }] },
      ['changes: required on'],
    ],
    [
      'was not changed on a day that has not come',
      before,
      { ...later, changes: [line('c1', { on: '2026-11-21' })] },
      ['changes: already-happened'],
    ],
    ['keeps what it was', before, { ...later, changes: [line('c1')] }, [line('c1', was)]],
    [
      'keeps what it was, whatever the line says of it',
      before,
      { ...later, changes: [line('c1', { what: 'Nothing', due: '2026-01-01' })] },
      [line('c1', was)],
    ],
    ['asks again the next time', noted, { due: '2026-12-08' }, ['changes: changed-needs-why']],
    [
      'keeps each state it went through',
      noted,
      { due: '2026-12-08', changes: [line('c1', was), line('c2')] },
      [line('c1', was), line('c2', { ...was, ...later })],
    ],
    ['keeps the lines of before', noted, { changes: [] }, ['changes: change-stays']],
    [
      'keeps their days',
      noted,
      { changes: [line('c1', { ...was, on: '2026-11-01' })] },
      ['changes: change-stays'],
    ],
    [
      'keeps the day it had',
      noted,
      { changes: [line('c1', { ...was, due: '2026-11-01' })] },
      ['changes: change-stays'],
    ],
    [
      'keeps that there were words',
      noted,
      { changes: [line('c1', { due: was.due })] },
      ['changes: change-stays'],
    ],
    [
      'lets a name be taken out of a line',
      noted,
      { changes: [line('c1', { ...was, what: 'Call', why: 'Shut' })] },
      [line('c1', { ...was, what: 'Call', why: 'Shut' })],
    ],
    [
      'asks nothing where somebody else keeps it',
      before,
      { owner: { ...promiseExample.owner, objectId: 'o2' } },
      undefined,
    ],
    ['asks nothing for a note', before, { note: 'Rang twice' }, undefined],
    ['takes a remark without a change as one', before, { changes: [line('c1', was)] }, [line('c1')]],
  ])('%s', (_title, from, change, expected) => {
    expect(stored(from, change)).toEqual(expected);
  });

  it('asks nothing of a new one', () => {
    expect(checkRecord(promise, before, today).ok).toBe(true);
  });

  const version = fc.record({
    what: fc.constantFrom('Call', 'Write', 'Go there'),
    due: fc.integer({ min: 0, max: 3 }).map((days) => addDays(today, days)),
    lines: fc.subarray(['c1', 'c2', 'c3', 'c4']),
  });

  it('is read in every state it ever had, in any run of changes', () => {
    fc.assert(
      fc.property(fc.array(version, { maxLength: 8 }), (wanted) => {
        let record: AnyRecord = before;
        const states = [was];
        for (const { what, due, lines } of wanted) {
          const held = (record.changes ?? []) as readonly { readonly id: string }[];
          const changes = lines.map((id) => held.find((row) => row.id === id) ?? line(id));
          const checked = checkRecord(promise, { ...record, what, due, changes }, today, { before: record });
          if (!checked.ok) continue;
          record = checked.record;
          if (states.at(-1)?.what !== what || states.at(-1)?.due !== due) states.push({ what, due });
        }
        const told = (record.changes ?? []) as readonly { what?: string; due?: string }[];
        const kept = told.flatMap(({ what, due }) => (what && due ? [`${what} ${due}`] : []));
        expect(kept.sort()).toEqual(
          states
            .slice(0, -1)
            .map(({ what, due }) => `${what} ${due}`)
            .sort(),
        );
      }),
    );
  });
});

describe('C4: promises made in a contact', () => {
  const { promiseChanges: __, ...held } = contactExample;
  const [owner] = held.promises ?? [];
  const call = { ...owner, id: 'p1', what: 'Call', due: '2026-11-27' };
  const letter = { ...owner, id: 'p2', what: 'Write', due: '2026-11-30' };
  const [hadCall, hadLetter] = [call, letter].map(({ what, due }) => ({ what, due }));
  const from: AnyRecord = { ...held, promises: [call, letter] };
  const [called, written] = [
    { ...call, due: '2026-12-01' },
    { ...letter, what: 'Send' },
  ];
  const check = (change: AnyRecord) => {
    const checked = checkRecord(contact, { ...from, ...change }, today, { before: from });
    if (checked.ok) return checked.record.promiseChanges;
    return Object.entries(checked.problems).map(([field, [first]]) => `${field}: ${first?.values?.rule}`);
  };

  it.each<[string, AnyRecord, unknown]>([
    ['stay', { promises: [call] }, ['promises: promise-stays']],
    ['stay to the last', { promises: undefined }, ['promises: promise-stays']],
    ['may be joined by others', { promises: [call, letter, { ...call, id: 'p3' }] }, undefined],
    ['are not changed in silence', { promises: [called, letter] }, ['promiseChanges: changed-needs-why']],
    [
      'need a reason each',
      { promises: [called, written], promiseChanges: [line('c1')] },
      ['promiseChanges: changed-needs-why'],
    ],
    [
      'have what each was in the line that tells of it',
      { promises: [called, written], promiseChanges: [line('c2', hadLetter), line('c1')] },
      [line('c2', hadLetter), line('c1', hadCall)],
    ],
    [
      'may change hands',
      { promises: [{ ...call, owner: { ...owner?.owner, objectId: 'o2' } }, letter] },
      undefined,
    ],
  ])('%s', (_title, change, expected) => {
    expect(check(change)).toEqual(expected);
  });

  it('have a line opened for each that changes', () => {
    let made = 0;
    const newRow = () => `n${++made}`;
    const draft = { ...from, promises: [called, written] };
    expect(contact.asksBesides?.('promises', { draft, before: from, today, newRow })).toEqual({
      promiseChanges: [
        { id: 'n1', on: today, ...hadCall },
        { id: 'n2', on: today, ...hadLetter },
      ],
    });
  });
});

describe('C4: the form of a promise', () => {
  const ask = (draft: AnyRecord, from: AnyRecord = before, field: 'due' | 'changes' = 'due') =>
    promise.asksBesides?.(field, { draft: { ...from, ...draft }, before: from, today, newRow: () => 'new' });
  const opened = { id: 'new', on: today, ...was };

  it.each<[string, ReturnType<typeof ask>, AnyRecord]>([
    ['opens a line once the day changes', ask(later), { changes: [opened] }],
    ['opens one line for day and words', ask({ ...later, what: 'Write', changes: [opened] }), {}],
    ['keeps a reason that was begun', ask({ ...later, changes: [line('c1')] }), {}],
    ['takes the empty line back', ask({ changes: [opened] }), { changes: undefined }],
    ['leaves a reason where the day is as it was', ask({ changes: [{ ...opened, why: 'Shut' }] }), {}],
    [
      'puts it below those of before',
      ask({ due: '2026-12-08' }, noted),
      { changes: [...noted.changes, { ...opened, ...later }] },
    ],
    ['leaves the lines to whoever changes them', ask({ ...later, changes: [] }, before, 'changes'), {}],
  ])('%s', (_, asked, expected) => {
    expect(asked).toEqual(expected);
  });

  it('shows no list of changes before there is one', () => {
    expect(promise.hides?.(before)).toEqual(['changes']);
    expect(promise.hides?.(noted)).toEqual([]);
    // Its last line removed, another can still be added.
    expect(promise.hides?.({ ...before, changes: [] })).toEqual([]);
  });
});
