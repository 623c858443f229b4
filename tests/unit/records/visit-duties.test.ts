/** What we owe after a visit was asked for, answered, or carried out. */

import { describe, expect, it } from 'vitest';
import type { Duty } from '../../../src/domain/duties/duty.ts';
import type { Code, EntryId, Instant } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { fieldVisitExample } from '../../../src/domain/records/field-visit.ts';
import type { OwnDays } from '../../../src/domain/usual-days.ts';
import { oskel } from '../consent/consent-cases.ts';
import { owed as owedBy, stored as storedAs } from '../duties/duty-cases.ts';
import { answered, asked, kept } from './visit-cases.ts';

let count = 0;
function stored(kind: string, record: AnyRecord, more: Partial<Entry> = {}): Entry {
  count += 1;
  const entry = `01HZX3K8Q2W7V5R4T9N6M1C1${String(count).padStart(2, '0')}` as EntryId;
  return storedAs(kind, record, { id: `${count}`, entry, ...more });
}
const known = (more: AnyRecord = {}) => stored('defender', { about: oskel, unit: 'individual', ...more });
function owed(entries: readonly Entry[], kind: string, days?: OwnDays): readonly Duty[] {
  return owedBy(entries, { days }).filter((duty) => duty.kind === kind);
}

describe('what is owed', () => {
  const done = (visitOn: string, more: AnyRecord = {}) =>
    kept({ step: 'done', visitOn, talk: 'private', ...more });

  it('E5: after 3 and after 14 days they are asked whether anything happened to them', () => {
    const entry = stored('prison-visit', done('2026-11-18'));
    const found = owed([known(), entry], 'reprisal-check');
    expect(found.map(({ id, due }) => [id, due])).toEqual([
      [`${entry.entry}:reprisal-check:3`, '2026-11-21'],
      [`${entry.entry}:reprisal-check:14`, '2026-12-02'],
    ]);
    expect(found.every(({ needsContact }) => needsContact)).toBe(true);
  });

  it('E5: waits where only they start contact, and is overdue where we may', () => {
    const entry = stored('prison-visit', done('2026-11-10'), {
      createdAt: '2026-11-10T09:00:00Z' as Instant,
    });
    expect(owed([known({ onlyThemStart: true }), entry], 'reprisal-check')[0]?.urgency).toBe('waiting');
    expect(owed([known(), entry], 'reprisal-check')[0]?.urgency).toBe('act-now');
  });

  it('E5: is not owed for an old list entered today, nor where nobody was met', () => {
    const old = stored('prison-visit', done('2026-08-01'));
    const unseen = stored('prison-visit', done('2026-11-18', { talk: 'not-met' }));
    expect(owed([known(), old, unseen], 'reprisal-check')).toEqual([]);
  });

  it('E5: is owed after a field visit, to each person met', () => {
    const other = '2GW9KRPCZ' as Code;
    const entry = stored('field-visit', {
      ...fieldVisitExample,
      about: oskel,
      named: [other],
      day: '2026-11-18',
    });
    const both = [known(), stored('defender', { about: other, unit: 'individual' }), entry];
    expect(owed(both, 'reprisal-check').map(({ about }) => about)).toEqual(
      expect.arrayContaining([oskel, other]),
    );
    expect(owed(both, 'reprisal-check')).toHaveLength(4);
  });

  it('E2: a request without reply comes back on day 14, with the days waited, until its entry says more', () => {
    const waiting = stored('prison-visit', asked('2026-11-05'));
    const [duty] = owed([known(), waiting, stored('prison-visit', asked('2026-11-07'))], 'visit-no-reply');
    expect(duty).toMatchObject({ entry: waiting.entry, values: { days: 15 }, closesIn: 'entry' });
    expect(owed([known(), stored('prison-visit', answered('no-reply'))], 'visit-no-reply')).toEqual([]);
  });

  it('E1: a visit whose day has passed is written down within 3 days', () => {
    const granted = stored('prison-visit', answered('granted', { visitOn: '2026-11-18' }));
    const ahead = stored('prison-visit', answered('granted', { visitOn: '2026-11-25' }));
    const found = owed([known(), granted, ahead], 'visit-report');
    expect(found.map(({ entry, due }) => [entry, due])).toEqual([[granted.entry, '2026-11-21']]);
  });

  it('E4: an urgent health need is acted on within a day', () => {
    const [duty, ...more] = owed(
      [known(), stored('prison-visit', done('2026-11-19', { urgentHealth: true }))],
      'urgent-health',
    );
    expect(duty).toMatchObject({ due: '2026-11-20', urgency: 'act-now' });
    expect(more).toEqual([]);
  });

  it('C8: what is to be done after a field visit is owed by its owner', () => {
    const [duty] = owed([stored('field-visit', { ...fieldVisitExample })], 'follow-up');
    expect(duty).toMatchObject({ due: '2026-11-24', owner: { name: 'Deputy, Aldermark' } });
  });
});
