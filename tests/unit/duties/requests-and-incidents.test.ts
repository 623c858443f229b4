/** What is owed after a request about one's own data, and after a leak. */

import { describe, expect, it, test } from 'vitest';
import type { Day } from '../../../src/domain/ids.ts';
import { type AnyRecord, checkRecord } from '../../../src/domain/record-kind.ts';
import { incident, incidentExample } from '../../../src/domain/records/incident.ts';
import { subjectRequest, subjectRequestExample } from '../../../src/domain/records/subject-request.ts';
import { entry, mother, now, oskel } from '../consent/consent-cases.ts';
import { owed as owedBy, stored } from './duty-cases.ts';

const today = now.slice(0, 10) as Day;

const owed = (kind: string, record: AnyRecord) => owedBy([stored(kind, record)]);

const asked = { about: oskel, what: 'access', receivedOn: '2026-11-18', askedBy: 'themselves' };
const lost = { discoveredOn: today, gist: 'A phone was lost', what: 'device-lost', state: 'open' };

describe('J6: a request about own data', () => {
  it('is answered in 30 days, in its own form', () => {
    expect(owed('subject-request', asked)).toMatchObject([
      {
        kind: 'subject-request-due',
        due: '2026-12-18',
        about: oskel,
        closesIn: 'entry',
        opens: { what: 'change', entry, section: 'answer' },
      },
    ]);
  });
  test.each([
    ['later', '2026-11-18', 'later'],
    ['at once when a week is left', '2026-10-28', 'act-now'],
    ['at once when it is late', '2026-09-01', 'act-now'],
  ])('comes %s', (_, receivedOn, urgency) => {
    expect(owed('subject-request', { ...asked, receivedOn })[0]?.urgency).toBe(urgency);
  });
  it('owes nothing once it is answered', () => {
    expect(owed('subject-request', { ...asked, answer: 'done', answeredOn: today })).toEqual([]);
  });
});

describe('J6: what a request must say', () => {
  test.each([
    ['the day of the answer', { answeredOn: undefined }, 'answeredOn', 'answer-needs-day'],
    ['how we know that it is them', { identityCheck: undefined }, 'identityCheck', 'answer-needs-check'],
    ['not without a check', { identityCheck: 'not-possible' }, 'identityCheck', 'answer-needs-check'],
    ['what stays', { whatStays: undefined }, 'whatStays', 'say-what-stays'],
    ['a day that came', { receivedOn: '2027-01-01' }, 'receivedOn', 'already-happened'],
  ])('%s', (_, change, field, rule) => {
    const checked = checkRecord(subjectRequest, { ...subjectRequestExample, ...change }, '2026-11-20' as Day);
    expect(checked).toMatchObject({ ok: false, problems: { [field]: [{ values: { rule } }] } });
  });
});

describe('after a leak', () => {
  it('a note is due within 72 hours, at once', () => {
    expect(owed('incident', lost)).toMatchObject([
      { kind: 'incident-note-due', urgency: 'act-now', closesIn: 'entry', about: undefined },
    ]);
  });
  test.each([
    ['it was sent', { noteSentOn: today }],
    ['none is needed, with the reason', { noNoteWhy: 'Nothing about anybody' }],
  ])('no note is owed when %s', (_, more) => {
    expect(owed('incident', { ...lost, ...more })).toEqual([]);
  });
  it('everybody concerned is told, each of them', () => {
    const record = { ...lost, noteSentOn: today, about: oskel, named: [mother] };
    expect(owed('incident', record).map(({ kind, about, step }) => [kind, about, step])).toEqual(
      [
        ['incident-untold', oskel, 'tell'],
        ['incident-untold', mother, 'tell'],
      ].sort((a, b) => (String(a) < String(b) ? -1 : 1)),
    );
    const told = [{ id: 't1', code: oskel, on: today, channel: 'in-person' }];
    expect(owed('incident', { ...record, told }).map(({ about }) => about)).toEqual([mother]);
  });
});

describe('an incident is closed', () => {
  test.each([
    ['with a day', { closedOn: undefined }, 'closedOn', 'closed-needs-day'],
    [
      'with a note, or why none',
      { noteSentOn: undefined, noNoteWhy: undefined },
      'noteSentOn',
      'closed-needs-note',
    ],
    ['when everybody was told', { told: undefined }, 'told', 'told-first'],
    [
      'and was discovered after it happened',
      { happenedOn: '2026-11-10' },
      'happenedOn',
      'happened-before-discovered',
    ],
  ])('%s', (_, change, field, rule) => {
    const checked = checkRecord(incident, { ...incidentExample, ...change }, '2026-11-20' as Day);
    expect(checked).toMatchObject({ ok: false, problems: { [field]: [{ values: { rule } }] } });
  });
});
