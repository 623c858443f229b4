/** What is owed about visas: the clock, the papers, telling them why, and what happens when a visa ends. */

import { describe, expect, it } from 'vitest';
import type { ConsentFile } from '../../../src/domain/consent/consent-file.ts';
import type { Duty } from '../../../src/domain/duties/duty.ts';
import type { Day, Instant } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import type { OwnDays } from '../../../src/domain/usual-days.ts';
import {
  decision,
  entry,
  file,
  grant,
  officer,
  oskel,
  otherEntry,
  refusal,
} from '../consent/consent-cases.ts';
import { owed as owedBy, stored as storedAs } from './duty-cases.ts';

const applicant = (more: AnyRecord = {}): AnyRecord => ({
  id: 'a1',
  code: oskel,
  role: 'defender',
  applies: 'own',
  document: 'valid',
  ...more,
});

function stored(kind: string, record: AnyRecord, id = entry): Entry {
  return storedAs(kind, record, { entry: id });
}

const request = (more: AnyRecord = {}): Entry =>
  stored('visa-request', {
    about: oskel,
    day: '2026-11-10',
    visaKind: 'schengen-uniform',
    urgency: 'routine',
    stage: 'asked',
    applicants: [applicant()],
    ...more,
  });

function owed(
  entries: readonly Entry[],
  today = '2026-11-20',
  files: readonly ConsentFile[] = [],
  days?: OwnDays,
): readonly Duty[] {
  const closings = entries.filter(({ kind }) => kind === 'duty-closing');
  return owedBy(entries, { files, closings, days, now: `${today}T08:00:00Z` as Instant });
}
const said = (found: readonly Duty[]) => found.map(({ kind, due, urgency }) => [kind, due, urgency]);

const lodged = { stage: 'admissible', lodgedOn: '2026-11-12', admissibleOn: '2026-11-12' };
const decided = (more: AnyRecord) => ({
  ...lodged,
  stage: 'decided',
  applicants: [applicant({ decidedOn: '2026-11-16', ...more })],
});
const refused = decided({ decision: 'refused', grounds: ['other'] });
const issued = (ends: string, more: AnyRecord = {}) => ({
  ...decided({ decision: 'issued', visaEnds: ends }),
  toldOn: '2026-11-17',
  ...more,
});

describe('visas', () => {
  it.each<[string, AnyRecord, string, readonly unknown[]]>([
    ['F3: far from its mark, nothing', {}, '2026-11-20', []],
    ['F3: a week before our own target', {}, '2026-12-20', [['visa-clock', '2026-12-25', 'this-week']]],
    ['F3: a missed target', { urgency: '72-hours' }, '2026-11-20', [['visa-clock', '2026-11-13', 'act-now']]],
    ['F3: the fifteenth day tomorrow', lodged, '2026-11-26', [['visa-clock', '2026-11-27', 'act-now']]],
    [
      'F3: extended, the fifteenth day is no alert',
      { ...lodged, extendedOn: '2026-11-25' },
      '2026-11-27',
      [],
    ],
    [
      'F2: papers missing, no appointment',
      { applicants: [applicant({ document: 'seized' })] },
      '2026-11-12',
      [['visa-incomplete', '2026-11-17', 'this-week']],
    ],
    [
      'F2: papers missing, the appointment near',
      {
        stage: 'appointment',
        appointmentOn: '2026-11-23',
        applicants: [applicant({ missing: ['insurance'] })],
      },
      '2026-11-20',
      [['visa-incomplete', '2026-11-20', 'act-now']],
    ],
    [
      'F2: lodged, papers are no duty any more',
      { ...lodged, applicants: [applicant({ missing: ['insurance'] })] },
      '2026-11-13',
      [],
    ],
    ['F4: refused and not told', refused, '2026-11-18', [['visa-told', '2026-11-23', 'this-week']]],
    ['F4: told', { ...refused, toldOn: '2026-11-17' }, '2026-11-18', []],
    [
      'F4: a reason why not without its day settles nothing',
      { ...refused, notToldWhy: 'Cannot be reached' },
      '2026-11-18',
      [['visa-told', '2026-11-23', 'this-week']],
    ],
    [
      'F4: not told, before the day to look at it again',
      { ...refused, notToldWhy: 'Cannot be reached', notToldOn: '2026-11-17', notToldReview: '2026-12-01' },
      '2026-11-30',
      [],
    ],
    [
      'F4: not told, on that day',
      { ...refused, notToldWhy: 'Cannot be reached', notToldOn: '2026-11-17', notToldReview: '2026-12-01' },
      '2026-12-01',
      [['visa-told', '2026-12-01', 'this-week']],
    ],
    [
      'F4: not told and closed, on that day all the same',
      {
        ...refused,
        notToldWhy: 'Cannot be reached',
        notToldOn: '2026-11-17',
        notToldReview: '2026-12-01',
        closedOn: '2026-11-17',
      },
      '2026-12-01',
      [['visa-told', '2026-12-01', 'this-week']],
    ],
    ['F8: 31 days before the visa ends, nothing', issued('2026-12-21'), '2026-11-20', []],
    ['F8: 30 days before', issued('2026-12-20'), '2026-11-20', [['visa-ending', '2026-12-20', 'later']]],
    ['F8: 7 days before', issued('2026-11-27'), '2026-11-20', [['visa-ending', '2026-11-27', 'act-now']]],
    ['F8: ended yesterday', issued('2026-11-19'), '2026-11-20', [['visa-ending', '2026-11-19', 'act-now']]],
    ['F8: return checked', issued('2026-11-27', { returnCheckedOn: '2026-11-19' }), '2026-11-20', []],
    [
      'F8: a precaution is renewed 90 days before',
      issued('2027-02-18', { reason: 'precaution' }),
      '2026-11-20',
      [['visa-renewal', '2027-02-18', 'later']],
    ],
    ['F8: a precaution, 91 days before', issued('2027-02-19', { reason: 'precaution' }), '2026-11-20', []],
  ])('%s', (_, more, today, expected) => {
    expect(said(owed([request(more)], today))).toEqual(expected);
  });

  it('F4 L1: they are told within the days that the mission set', () => {
    expect(said(owed([request(refused)], '2026-11-18', [], { feedback: 3 }))).toEqual([
      ['visa-told', '2026-11-19', 'this-week'],
    ]);
  });

  it('F4: a tick does not close it, only what the request says', () => {
    const done = stored(
      'duty-closing',
      { duty: `${entry}:visa-told`, outcome: 'done', on: '2026-11-17' },
      otherEntry,
    );
    expect(owed([request(refused), done], '2026-11-18')).toMatchObject([
      { kind: 'visa-told', closesIn: 'entry', opens: { what: 'change', entry, section: 'told' } },
    ]);
  });

  it('F4: within three days when the risk is critical', () => {
    const critical = stored(
      'defender',
      { about: oskel, unit: 'individual', riskLevel: 'critical' },
      otherEntry,
    );
    expect(said(owed([request(refused), critical], '2026-11-18'))).toEqual([
      ['visa-told', '2026-11-19', 'this-week'],
    ]);
  });

  it('F8: what was settled a month before is looked at again a week before', () => {
    const [early] = owed([request(issued('2026-12-20'))], '2026-11-20');
    const closed = stored('duty-closing', { duty: early?.id, outcome: 'done', on: '2026-11-20' }, otherEntry);
    expect(owed([request(issued('2026-12-20')), closed], '2026-11-21')).toEqual([]);
    expect(said(owed([request(issued('2026-12-20')), closed], '2026-12-14'))).toEqual([
      ['visa-ending', '2026-12-20', 'act-now'],
    ]);
  });

  it('F8: a renewal asks again for the same people, and is quiet once it was asked', () => {
    const held = request(issued('2027-02-01', { reason: 'precaution' }));
    const [renewal] = owed([held]);
    expect(renewal?.opens).toMatchObject({
      what: 'new',
      kind: 'visa-request',
      values: { about: oskel, reason: 'precaution', applicants: [{ code: oskel, applies: 'own' }] },
    });
    const asked = { ...request({ day: '2026-11-19' as Day }), entry: otherEntry };
    expect(owed([held, asked]).filter(({ kind }) => kind === 'visa-renewal')).toEqual([]);
  });
});

describe('F6 at the consular desk', () => {
  const bundle = (more: AnyRecord = {}): Entry =>
    stored(
      'consular-file',
      { request: entry, about: oskel, officer, givenBy: officer, givenOn: '2026-11-12', ...more },
      otherEntry,
    );

  it.each<[string, readonly Entry[], readonly string[]]>([
    ['its request is open: it stays', [request(), bundle()], []],
    [
      'its request is closed',
      [request({ ...refused, toldOn: '2026-11-18', closedOn: '2026-11-18' }), bundle()],
      ['visa-desk-over'],
    ],
    ['its request is gone', [bundle()], ['visa-desk-over']],
    ['it was taken back', [bundle({ withdrawnOn: '2026-11-19' })], []],
  ])('F6: a bundle is taken back when nobody needs it there: %s', (_, entries, expected) => {
    expect(owed(entries).map(({ kind }) => kind)).toEqual(expected);
  });

  const agreed = decision({ grants: [grant('visa', ['embassy'])] });
  it.each<[string, ConsentFile, readonly string[]]>([
    ['they agreed', file([agreed]), []],
    ['they withdrew everything', file([agreed, refusal({ outcome: 'withdrawn' })]), ['visa-desk-over']],
    ['they refused visas', file([refusal({ refuses: [grant('visa', [])] })]), ['visa-desk-over']],
    ['they refused something else', file([refusal({ refuses: [grant('trial', [])] })]), []],
    [
      'they refused, then agreed',
      file([refusal(), decision({ ...agreed, id: 'later', at: '2026-11-01T10:00:00Z' as Instant })]),
      [],
    ],
  ])('F6: a bundle of an open request is taken back when its people say no: %s', (_, held, expected) => {
    expect(owed([request(), bundle()], '2026-11-20', [held]).map(({ kind }) => kind)).toEqual(expected);
  });
});
