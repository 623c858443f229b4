/** What is owed around a measure: the decision of the head of mission, promises made to us, answers, the effect, telling them. */

import { describe, expect, it } from 'vitest';
import type { Duty } from '../../../src/domain/duties/duty.ts';
import type { Instant } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { entry, oskel, otherEntry } from '../consent/consent-cases.ts';
import { owed as owedBy, stored } from './duty-cases.ts';

const delivered = {
  about: oskel,
  subject: 'defender',
  gist: 'Asked to drop the charge',
  day: '2026-11-01',
  step: 'sent',
  form: 'verbal',
  reprisalDefender: 'possible',
};

function owed(record: AnyRecord, kind = 'demarche', more: Partial<Entry> = {}): readonly Duty[] {
  const person = stored('defender', { about: oskel, unit: 'individual' }, { entry: otherEntry });
  const measure = stored(kind, { ...delivered, ...record }, { under: ['yes'], ...more });
  return owedBy([measure, person]);
}
const of = (kind: string, found: readonly Duty[]) => found.filter((duty) => duty.kind === kind);

describe('what waits for the head of mission', () => {
  it('G7: is due by the day asked for, else within 2 days, and only who may approve can do it', () => {
    const put = { step: 'for-decision', day: '2026-12-01' };
    expect(of('decision-due', owed(put))).toMatchObject([
      { due: '2026-11-22', whoMay: 'approve', urgency: 'this-week', values: { what: delivered.gist } },
    ]);
    expect(of('decision-due', owed({ ...put, decideBy: '2026-11-21' }))).toMatchObject([
      { due: '2026-11-21', urgency: 'act-now' },
    ]);
    expect(owed({ step: 'draft' })).toEqual([]);
    expect(owed({ step: 'agreed' })).toEqual([]);
  });

  it('G7: put before them again after it was sent back, it is another duty', () => {
    const later = '2026-12-03T09:00:00Z' as Instant;
    const first = of('decision-due', owed({ step: 'for-decision' }))[0]?.id;
    const again = of('decision-due', owed({ step: 'for-decision' }, 'demarche', { at: later }))[0]?.id;
    expect(first).toBeDefined();
    expect(again).not.toBe(first);
  });
});

describe('what they promised us', () => {
  const promise = { id: 'c1', what: 'A visit' };
  it.each<[string, AnyRecord, AnyRecord[]]>([
    [
      'is asked about on its day',
      { ...promise, due: '2026-11-15' },
      [{ due: '2026-11-15', urgency: 'act-now' }],
    ],
    [
      'without a day 30 days after the reply',
      promise,
      [{ due: '2026-12-05', opens: { what: 'change', entry } }],
    ],
    ['is over once somebody said whether it was kept', { ...promise, kept: 'not-kept' }, []],
  ])('G7: %s', (_, row, found) => {
    const record = { reply: 'promise', replyOn: '2026-11-05', commitments: [row] };
    expect(of('commitment-due', owed(record))).toMatchObject(found);
    expect(of('commitment-due', owed(record))).toHaveLength(found.length);
  });
});

describe('what they asked us', () => {
  it.each<[string, AnyRecord, number]>([
    ['is answered within 7 days', {}, 1],
    ['is over once answered', { answeredOn: '2026-11-06' }, 0],
    ['is over once the measure is closed', { after: 'closed' }, 0],
    ['another reply asks nothing', { reply: 'denies' }, 0],
  ])('G8: %s', (_, more, count) => {
    const found = of('asks-for-reply', owed({ reply: 'asks-for-more', replyOn: '2026-11-05', ...more }));
    expect(found).toHaveLength(count);
    if (count > 0) expect(found).toMatchObject([{ due: '2026-11-12' }]);
  });
});

describe('the effect', () => {
  it.each<[string, string, AnyRecord, number]>([
    ['of a démarche is looked at after 30 days', 'demarche', {}, 1],
    ['is known', 'demarche', { effectOfficer: 'minus' }, 0],
    ['is no longer asked for once closed', 'demarche', { after: 'closed' }, 0],
    ['of a word in private, too', 'measure-taken', { measure: 'good-offices' }, 1],
    ['of quiet help is asked about when we next speak', 'measure-taken', { measure: 'training' }, 0],
  ])('G9: %s', (_, kind, more, count) => {
    const found = of('effect-due', owed(more, kind));
    expect(found).toHaveLength(count);
    if (count > 0) expect(found).toMatchObject([{ due: '2026-12-01', about: oskel }]);
  });
});

describe('C6 telling those it concerned', () => {
  it('what was delivered, within 7 days', () => {
    expect(of('feedback', owed({}))).toMatchObject([{ due: '2026-11-08', step: 'tell' }]);
  });
  it.each(['declined', 'not-possible', 'halted'])(
    'what came to nothing (%s), from the day it was written, not from the day planned',
    (step) => {
      expect(
        of('feedback', owed({ step, day: '2026-12-24', whyNot: 'x' }, 'demarche', { under: ['none'] })),
      ).toMatchObject([{ due: '2026-11-27', about: oskel }]);
    },
  );
  it('nobody, where nobody is named', () => {
    const { about: _, ...nobody } = delivered;
    const found = owed(
      { ...nobody, about: undefined, subject: 'law', step: 'declined', whyNot: 'x' },
      'demarche',
      { under: ['none'] },
    );
    expect(of('feedback', found)).toEqual([]);
  });
});

describe('E5 whether anything happened to them because of it', () => {
  const seen = { hearing: otherEntry, basis: 'for-defender', day: '2026-11-18', step: 'done' };
  const both = [
    ['2026-11-21', 3],
    ['2026-12-02', 14],
  ];
  it.each<[string, AnyRecord, readonly unknown[]]>([
    ['a hearing that was observed', { access: 'admitted' }, both],
    ['one that was observed in part', { access: 'partly' }, both],
    ['one where we were turned away at the door', { access: 'refused', accessGround: 'no-reason' }, both],
    ['one where we waited outside', { access: 'waited-outside' }, both],
    ['one that was followed online', { access: 'online' }, both],
    ['one that was closed to the public', { access: 'closed' }, both],
    ['one that was postponed before us', { access: 'postponed' }, []],
    ['one that did not take place', { access: 'not-held' }, []],
    ['one that we did not go to', { step: 'not-held' }, []],
    ['one that lies ahead', { step: 'planned' }, []],
    ['one that was announced', { step: 'announced', notice: 'ministry' }, []],
  ])('E5 · after %s is asked on day 3 and day 14, or never', (_, more, expected) => {
    const found = of('reprisal-check', owed({ ...seen, ...more }, 'trial-observation'));
    expect(found.map(({ due, values }) => [due, values.days])).toEqual(expected);
    for (const duty of found) expect(duty).toMatchObject({ about: oskel, needsContact: true });
  });

  it('E5 · what was entered long after it happened asks nothing', () => {
    const old = { ...seen, access: 'admitted', day: '2026-10-01' };
    expect(of('reprisal-check', owed(old, 'trial-observation'))).toEqual([]);
  });
});
