/** Visits: how a request ends, what is asked only in private, who may be a source. */

import { describe, expect, it } from 'vitest';
import { accessDenied, outcomeOf, waitingDays } from '../../../src/domain/access-denied.ts';
import type { Duty } from '../../../src/domain/duties/duty.ts';
import type { Day, EntryId } from '../../../src/domain/ids.ts';
import { type AnyRecord, checkRecord, type Entry } from '../../../src/domain/record-kind.ts';
import { protectionActor, protectionActorExample } from '../../../src/domain/records/protection-actor.ts';
import { prisonVisit, prisonVisitExample } from '../../../src/domain/records/visit/prison-visit.ts';
import type { PrisonVisit } from '../../../src/domain/records/visit/prison-visit-fields.ts';
import { sensitive } from '../../../src/domain/records/visit/prison-visit-fields.ts';
import type { OwnDays } from '../../../src/domain/usual-days.ts';
import { oskel } from '../consent/consent-cases.ts';
import { owed as owedBy, stored as storedAs } from '../duties/duty-cases.ts';
import { answered, asked, broken, kept, today, visit } from './visit-cases.ts';

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
    expect(waitingDays({ ...asked('2026-11-06'), visitOn: '2026-12-02' as Day }, today)).toBe(14);
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
