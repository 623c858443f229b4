/** What is owed may be set aside, given to a colleague, or asked about in vain: it stays open, and harm wakes it. */

import { describe, expect, it } from 'vitest';
import type { Duty } from '../../../src/domain/duties/duty.ts';
import type { EntryId, Instant } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { entry, mother, now, officer, oskel, otherEntry } from '../consent/consent-cases.ts';
import { owed as owedBy, stored as storedAs } from './duty-cases.ts';

const colleague = { objectId: 'c', tenantId: 't', name: 'Deputy' };

function stored(kind: string, record: AnyRecord, createdAt = now, id = entry): Entry {
  return storedAs(kind, record, { entry: id, at: createdAt, createdAt });
}

function owed(entries: readonly Entry[], closings: readonly AnyRecord[]): readonly Duty[] {
  return owedBy(entries, {
    closings: closings.map((record, place) =>
      stored('duty-closing', record, `2026-11-19T0${place}:00:00Z` as Instant, `${place}` as EntryId),
    ),
  });
}

const promise = stored('contact', {
  about: oskel,
  day: '2026-11-10',
  gist: 'Asked',
  promises: [{ id: 'p1', what: 'Call', owner: officer, due: '2026-11-22' }],
});
const promised = `${entry}:follow-up:p1`;
const hearing = (day: string): Entry =>
  stored(
    'hearing',
    { about: oskel, court: 'Oskel District Court', start: { day, time: '10:00', zone: 'Asia/Tbilisi' } },
    '2026-10-01T09:00:00Z' as Instant,
  );
const aside = (duty: string, until: string, on = '2026-11-19'): AnyRecord => ({
  duty,
  outcome: 'snoozed',
  on,
  until,
  reason: 'The lawyer travels',
});

describe('M2: what is set aside', () => {
  it('comes later with its reason, and is back on its day', () => {
    expect(owed([promise], [aside(promised, '2026-11-21')])).toMatchObject([
      { urgency: 'later', setAside: { until: '2026-11-21', reason: 'The lawyer travels' } },
    ]);
    expect(owed([promise], [aside(promised, '2026-11-20')])[0]).not.toHaveProperty('setAside');
  });

  it('is woken by whoever sets it aside until today', () => {
    const found = owed(
      [promise],
      [aside(promised, '2026-11-25'), aside(promised, '2026-11-20', '2026-11-20')],
    );
    expect(found[0]).not.toHaveProperty('setAside');
  });

  it.each([
    ['a promise may wait as long as one likes', promise, undefined],
    ['a hearing in six days is back three days before', hearing('2026-11-26'), '2026-11-23'],
    ['a hearing in three days is back the day before', hearing('2026-11-23'), '2026-11-22'],
    ['a hearing tomorrow cannot be set aside', hearing('2026-11-21'), '2026-11-20'],
  ])('%s', (_, of, limit) => {
    expect(owed([of], [])[0]?.setAsideLimit).toBe(limit);
  });

  it('is back when it could harm, whatever day was asked for', () => {
    const duty = `${entry}:hearing-without-observer:2026-11-23`;
    const [found] = owed([hearing('2026-11-23')], [aside(duty, '2026-12-24', '2026-11-20')]);
    expect(found).toMatchObject({ urgency: 'later', setAside: { until: '2026-11-22' } });
    const early = owed([hearing('2026-11-23')], [aside(duty, '2026-12-24', '2026-11-16')]);
    expect(early[0]).toMatchObject({ urgency: 'act-now' });
  });
});

describe('C4: who is to do it', () => {
  const open = (more: AnyRecord): Entry =>
    stored('case', { about: otherEntry, named: [oskel], state: 'open', gist: 'Trial', ...more });

  it('is whoever promised it, and after a hand-over the last to whom it was given', () => {
    expect(owed([promise], [])[0]).toMatchObject({ owner: officer });
    const given = (to: unknown, more: AnyRecord = {}): AnyRecord => ({
      duty: promised,
      outcome: 'handed-over',
      on: '2026-11-19',
      to,
      ...more,
    });
    expect(owed([promise], [given(officer), given(colleague)])[0]).toMatchObject({
      owner: colleague,
      given: '',
    });
    const word = 'Best before noon';
    expect(owed([promise], [given(colleague, { reason: word })])[0]).toMatchObject({ given: word });
  });

  it('is whoever leads the open case, and nobody after it is closed', () => {
    const due = hearing('2026-11-22');
    expect(owed([due, open({ lead: colleague })], [])[0]).toMatchObject({ owner: colleague });
    expect(owed([due, open({ lead: colleague, state: 'closed' })], [])[0]).not.toHaveProperty('owner');
    expect(owed([due, open({ lead: colleague, named: [mother] })], [])[0]).not.toHaveProperty('owner');
  });
});

describe('C6: asked, no answer', () => {
  it('stays open, with the last day on which they were asked', () => {
    const asked = (on: string): AnyRecord => ({ duty: promised, outcome: 'asked-no-answer', on });
    expect(owed([promise], [asked('2026-11-19'), asked('2026-11-18')])[0]).toMatchObject({
      askedOn: '2026-11-19',
    });
  });
});
