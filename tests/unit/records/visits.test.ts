/** Visits: how a request ends, what is asked only in private, what consent each step needs, what we owe afterwards. */

import { describe, expect, it } from 'vitest';
import { accessDenied, outcomeOf, waitingDays } from '../../../src/domain/access-denied.ts';
import { duties } from '../../../src/domain/duties/duties.ts';
import type { Duty } from '../../../src/domain/duties/duty.ts';
import type { Code, Day, EntryId, Instant, MissionCode } from '../../../src/domain/ids.ts';
import { type AnyKind, type AnyRecord, checkRecord, type Entry } from '../../../src/domain/record-kind.ts';
import { fieldVisit, fieldVisitExample } from '../../../src/domain/records/field-visit.ts';
import { prisonVisit, prisonVisitExample } from '../../../src/domain/records/prison-visit.ts';
import type { PrisonVisit } from '../../../src/domain/records/prison-visit-fields.ts';
import { sensitive } from '../../../src/domain/records/prison-visit-fields.ts';
import { protectionActor, protectionActorExample } from '../../../src/domain/records/protection-actor.ts';
import type { OwnDays } from '../../../src/domain/usual-days.ts';
import { circumstances, now, officer, oskel } from '../consent/consent-cases.ts';

const today = '2026-11-20' as Day;

function visit(more: AnyRecord = {}): AnyRecord {
  return { about: oskel, type: 'prison', facility: 'Oskel Colony', step: 'planned', ...more };
}
function sound(kind: AnyKind, raw: AnyRecord): AnyRecord {
  const checked = checkRecord(kind, raw, today);
  if (!checked.ok) throw new TypeError(JSON.stringify(checked.problems));
  return checked.record;
}
const kept = (more: AnyRecord = {}) => sound(prisonVisit as AnyKind, visit(more)) as PrisonVisit;
const asked = (askedOn: string, more: AnyRecord = {}) =>
  kept({ step: 'asked', askedOn, askedTo: 'prison-administration', ...more });
const answered = (answer: string, more: AnyRecord = {}) =>
  asked('2026-11-01', { step: 'answered', answer, answeredOn: '2026-11-09', ...more });
function broken(raw: AnyRecord): readonly string[] {
  const checked = checkRecord(prisonVisit, raw, today);
  if (checked.ok) return [];
  return Object.values(checked.problems).flatMap((all) => all.map(({ values }) => String(values?.rule)));
}

let count = 0;
function stored(kind: string, record: AnyRecord, more: Partial<Entry> = {}): Entry {
  count += 1;
  return {
    kind,
    id: `${count}`,
    entry: `01HZX3K8Q2W7V5R4T9N6M1C1${String(count).padStart(2, '0')}` as EntryId,
    version: '1',
    at: now,
    createdAt: now,
    schema: 1,
    by: officer,
    under: ['none'],
    record,
    ...more,
  };
}
const known = (more: AnyRecord = {}) => stored('defender', { about: oskel, unit: 'individual', ...more });
function owed(entries: readonly Entry[], kind: string, days?: OwnDays): readonly Duty[] {
  const byKind = new Map<string, Entry[]>();
  for (const each of entries) byKind.set(each.kind, [...(byKind.get(each.kind) ?? []), each]);
  return duties({
    entries: byKind,
    files: [],
    closings: [],
    circumstances: (code) => circumstances({ code }),
    mission: 'aldermark' as MissionCode,
    zone: 'Asia/Tbilisi',
    days,
    now: '2026-11-20T09:00:00Z' as Instant,
  }).filter((duty) => duty.kind === kind);
}

describe('a request to visit', () => {
  it.each([
    ['E2: refused', answered('refused', { ground: 'security' }), 'refused'],
    ['E2: cancelled at the gate', answered('cancelled-at-gate'), 'cancelled-at-gate'],
    ['E2: leave withdrawn', answered('withdrawn'), 'withdrawn'],
    ['E2: nobody answered, as somebody wrote down', answered('no-reply'), 'no-reply'],
    ['E2: granted with conditions', answered('with-conditions'), 'granted'],
    ['E2: waiting on day 13', asked('2026-11-07'), 'waiting'],
    ['E2: no reply from day 14', asked('2026-11-06'), 'no-reply'],
    ['E2: asked for nothing yet', kept(), undefined],
    ['E2: given up by ourselves', asked('2026-11-01', { step: 'cancelled' }), undefined],
  ])('%s', (_, record, outcome) => {
    expect(outcomeOf(record, today)).toBe(outcome);
  });

  it('E2: silence counts as no reply after the days that the mission set', () => {
    const days = { 'no-reply': 21 };
    expect(outcomeOf(asked('2026-10-31'), today, days)).toBe('waiting');
    expect(outcomeOf(asked('2026-10-30'), today, days)).toBe('no-reply');
    expect(accessDenied([asked('2026-10-31')], today, days)[0]?.counts).toMatchObject({ waiting: 1 });
    const answer = (own?: Readonly<Record<string, number>>) =>
      prisonVisit.attendance?.(asked('2026-10-31'), today, own)?.answer;
    expect([answer(), answer(days)]).toEqual(['no-reply', 'waiting']);
    const waiting = [known(), stored('prison-visit', asked('2026-10-31'))];
    expect(owed(waiting, 'visit-no-reply')).toHaveLength(1);
    expect(owed(waiting, 'visit-no-reply', days)).toEqual([]);
  });

  it('E1: waits from the day it was asked to the day of the answer, or to today', () => {
    expect(waitingDays(asked('2026-11-06'), today)).toBe(14);
    expect(waitingDays(answered('granted'), today)).toBe(8);
    expect(waitingDays(kept(), today)).toBeUndefined();
  });

  it('E2: refusals, silence and the gate are counted apart, by authority and ground', () => {
    const lines = accessDenied(
      [
        answered('granted', { askedTo: 'ministry' }),
        answered('refused', { ground: 'security' }),
        answered('refused', { ground: 'security' }),
        answered('refused', { ground: 'none-given' }),
        answered('cancelled-at-gate'),
        asked('2026-11-06'),
        kept(),
      ],
      today,
    );
    expect(lines.map(({ authority, asked: n }) => [authority, n])).toEqual([
      ['prison-administration', 5],
      ['ministry', 1],
    ]);
    expect(lines[0]?.counts).toMatchObject({ refused: 3, 'no-reply': 1, 'cancelled-at-gate': 1, granted: 0 });
    expect(lines[0]?.grounds).toEqual([
      ['security', 2],
      ['none-given', 1],
    ]);
    expect(lines[0]?.longest).toBe(14);
  });

  it.each([
    ['E1: asked names day and authority', visit({ step: 'asked' }), ['asked-needs-day', 'asked-needs-whom']],
    [
      'E1: answered names answer and day',
      visit({ step: 'answered' }),
      ['answered-needs-answer', 'answered-needs-day'],
    ],
    [
      'E2: a refusal names its ground, even that there was none',
      visit({ step: 'answered', answer: 'refused', answeredOn: '2026-11-09' }),
      ['refused-needs-ground'],
    ],
    ['E3: done names day and talk', visit({ step: 'done' }), ['done-needs-day', 'done-needs-talk']],
    [
      'E1: an answer is not before its request',
      visit({ step: 'answered', askedOn: '2026-11-09', answer: 'granted', answeredOn: '2026-11-01' }),
      ['answer-is-later'],
    ],
    [
      'E1: done lies behind us',
      visit({ step: 'done', talk: 'private', visitOn: '2026-12-01' }),
      ['already-happened'],
    ],
    ['E1: somebody is visited', { type: 'prison', step: 'planned' }, ['somebody']],
  ])('%s', (_, raw, rules) => {
    expect([...broken(raw)].sort()).toEqual([...rules].sort());
  });

  it.each([
    ['no-treaty-right', { legalBasis: ['consular-convention'], whoseNational: 'not-ours' }, true],
    ['no-treaty-right', { legalBasis: ['consular-convention'] }, true],
    ['no-treaty-right', { legalBasis: ['courtesy'] }, false],
    ['no-treaty-right', { legalBasis: ['consular-convention'], whoseNational: 'dual' }, false],
    ['consular-case', { whoseNational: 'dual' }, true],
    ['consular-case', { whoseNational: 'not-ours' }, false],
  ])('E1: the caution %s for %o is %s', (name, more, is) => {
    const found = prisonVisit.cautions?.(kept(more), undefined) ?? [];
    expect(found.some((caution) => caution.name === name)).toBe(is);
  });

  it('E1: after a refusal we may ask again or make a démarche; after a visit, ask for the next', () => {
    const kinds = (record: PrisonVisit) =>
      prisonVisit.next?.(record, '01HZX3K8Q2W7V5R4T9N6M1C0BE' as EntryId).map(({ kind }) => kind);
    expect(kinds(answered('refused', { ground: 'security' }))).toEqual(['prison-visit', 'demarche']);
    expect(kinds(answered('granted'))).toEqual([]);
    expect(kinds(asked('2026-11-19'))).toEqual([]);
    expect(kinds(prisonVisitExample)).toEqual(['prison-visit']);
  });
});

describe('a visit', () => {
  const told = { illTreatment: 'alleged', healthNeed: 'Tablets', consentAsked: true, isolationDays: 16 };
  it.each([
    ['private', {}, true],
    ['in-sight', {}, true],
    ['in-sight', { withinHearing: ['other-prisoners'] }, false],
    ['staff-hear', {}, false],
    ['glass-or-phone', {}, false],
    ['not-met', {}, false],
  ])('E3: talk "%s" %o keeps what may only be said in private: %s', (talk, more, keeps) => {
    const record = kept({ step: 'done', visitOn: '2026-11-18', talk, ...told, ...more });
    expect(sensitive.some((key) => key in record)).toBe(keeps);
  });

  it('E4: shows the numbers of the standard rules, each item answered for itself', () => {
    expect(kept({ ...prisonVisitExample }).treatment).toEqual(prisonVisitExample.treatment);
  });

  it('E4: more than 15 days alone is prolonged', () => {
    const alone = (isolationDays: number) =>
      (prisonVisit.cautions?.({ ...prisonVisitExample, isolationDays }, undefined) ?? []).map(
        ({ name }) => name,
      );
    expect(alone(16)).toContain('prolonged-isolation');
    expect(alone(15)).not.toContain('prolonged-isolation');
  });

  it.each([
    ['E6: prison', 'prison', 'prison-visit'],
    ['E6: house arrest', 'house-arrest', 'house-arrest-visit'],
    ['E6: the family', 'family', 'family-visit'],
  ])('%s counts as its own measure', (_, type, measure) => {
    const record = kept({ type, step: 'done', visitOn: '2026-11-18', talk: 'private' });
    expect(prisonVisit.measure?.(record)).toBe(measure);
    expect(prisonVisit.measure?.({ ...record, step: 'not-met' })).toBeUndefined();
  });
});

describe('consent', () => {
  it.each([
    ['planned', kept(), 'prison', ['embassy'], 'ahead'],
    ['asked', asked('2026-11-19'), 'prison', ['host-authority', 'prison'], 'ahead'],
    [
      'asked of a judge',
      asked('2026-11-19', { askedTo: 'judge' }),
      'prison',
      ['host-authority', 'prison', 'court'],
      'ahead',
    ],
    ['answered', answered('granted'), 'prison', ['host-authority', 'prison'], 'past'],
    [
      'house arrest, nobody asked',
      kept({ type: 'house-arrest', step: 'done', visitOn: '2026-11-18', talk: 'private' }),
      'prison',
      ['embassy'],
      'past',
    ],
    ['family', kept({ type: 'family' }), 'quiet-contact', ['embassy'], 'ahead'],
  ])('E1: %s', (_, record, action, audiences, tense) => {
    expect(prisonVisit.need(record)).toMatchObject({ action, audiences, tense, persons: [oskel] });
  });

  const reported = (...reportTo: readonly AnyRecord[]) =>
    kept({
      type: 'house-arrest',
      step: 'done',
      visitOn: '2026-11-18',
      talk: 'private',
      reportTo: reportTo.map((row, index) => ({ id: `r${index}`, to: 'A desk', ...row })),
    });
  it.each<[string, readonly AnyRecord[], readonly string[], string]>([
    ['nobody', [], ['embassy'], 'past'],
    ['our capital, still to be sent', [{ reader: 'capital' }], ['embassy', 'ministry'], 'ahead'],
    ['our capital, sent', [{ reader: 'capital', on: '2026-11-19' }], ['embassy', 'ministry'], 'past'],
    [
      'a mission, an organisation, one of them still to be sent',
      [
        { reader: 'other-mission', mission: 'corvia', on: '2026-11-19' },
        { reader: 'ngo', ngo: 'safe-haven' },
      ],
      ['embassy', 'mission:corvia', 'ngo:safe-haven'],
      'ahead',
    ],
    ['a UN body', [{ reader: 'un-regional' }], ['embassy', 'un-regional'], 'ahead'],
    ['their lawyer', [{ reader: 'their-side' }], ['embassy'], 'past'],
  ])('B4: a report goes to %s', (_, rows, audiences, tense) => {
    expect(prisonVisit.need(reported(...rows))).toMatchObject({
      audiences,
      tense,
      identity: audiences.length > 1 ? 'full-name' : 'none',
    });
  });

  it.each<[string, AnyRecord, AnyRecord, unknown]>([
    ['health that was spoken of', { healthNeed: 'Tablets' }, {}, ['health']],
    ['that nothing of health is wrong', { illTreatment: 'none' }, {}, ['health']],
    ['what was asked for', { followUps: ['family', 'books'] }, {}, ['family']],
    ['health, but not to this reader', { healthNeed: 'Tablets' }, { leavesOut: ['health'] }, undefined],
    [
      'religion and not health',
      { medicine: 'no', treatment: { 'books-religion': { answer: 'concern' } } },
      { leavesOut: ['health'] },
      ['religion'],
    ],
    ['nothing of the kind', { parcel: 'accepted' }, {}, undefined],
    ['it to their lawyer, who knows', { healthNeed: 'Tablets' }, { reader: 'their-side' }, undefined],
  ])('B4 E3: a report tells %s', (_, answers, row, categories) => {
    const record = kept({
      ...reported({ reader: 'capital', ...row }),
      ...answers,
    });
    const need = prisonVisit.need(record);
    expect(need).toMatchObject({ categories: [] });
    expect('more' in need ? need.more : undefined).toEqual(
      categories === undefined ? undefined : [{ to: 'ministry', categories }],
    );
  });

  it.each([
    ['who reads it', {}],
    ['which mission', { reader: 'other-mission' }],
    ['which organisation', { reader: 'ngo' }],
  ])('B4: a report says %s', (_, row) => {
    const report = { reportTo: [{ id: 'r1', to: 'A desk', ...row }] };
    expect(broken(visit({ step: 'done', visitOn: '2026-11-18', talk: 'private', ...report }))).toEqual([
      'report-needs-reader',
    ]);
  });

  it('C8: a field visit announced outside needs it of everybody met, one told to nobody does not', () => {
    const quiet = { ...fieldVisitExample, step: 'planned', announcedTo: 'nobody' } as const;
    expect(fieldVisit.need(quiet)).toEqual({ kind: 'none' });
    expect(fieldVisit.need({ ...quiet, announcedTo: 'police' })).toMatchObject({
      audiences: ['host-authority'],
      tense: 'ahead',
    });
    const { about: _about, named: _named, ...place } = quiet;
    expect(fieldVisit.need({ ...place, announcedTo: 'police' })).toEqual({ kind: 'none' });
  });
});

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

describe('a protection actor', () => {
  it('C10: whose independence is in doubt is never the only source', () => {
    const names = (independence: 'in-doubt' | 'independent') =>
      protectionActor
        .cautions?.({ ...protectionActorExample, independence }, undefined)
        .map(({ name }) => name);
    expect(names('in-doubt')).toEqual(['not-sole-source']);
    expect(names('independent')).toEqual([]);
  });

  it('C10: an answer on independence says when and how it was checked; "not checked" needs neither', () => {
    const { checkedOn: _on, checkedHow: _how, checkedBy: _by, ...rest } = protectionActorExample;
    const checked = checkRecord(protectionActor, rest, today);
    expect(checked).toMatchObject({ ok: false });
    expect(checkRecord(protectionActor, { ...rest, independence: 'not-checked' }, today)).toMatchObject({
      ok: true,
    });
  });
});
