/** Which consent each measure needs, and which need none. */

import { describe, expect, test } from 'vitest';
import type { AnyKind, AnyRecord } from '../../../src/domain/record-kind.ts';
import { demarche } from '../../../src/domain/records/measures/demarche.ts';
import { measureTaken } from '../../../src/domain/records/measures/measure-taken.ts';
import { measureGroups, measureKeys, measures } from '../../../src/domain/records/measures/measures.ts';
import { bare, broken, heron, kept, needOf, note, today, withRisk } from '../../support/measure-drafts.ts';

describe('G1: each measure needs its consent', () => {
  test.each<[string, AnyRecord, AnyRecord]>([
    [
      'a word with an authority',
      { measure: 'good-offices' },
      { action: 'demarche', audiences: ['host-authority'], identity: 'full-name' },
    ],
    ['a training', { measure: 'training' }, { action: 'support', audiences: ['embassy'], identity: 'none' }],
    [
      'a statement',
      { measure: 'statement' },
      { action: 'publicity', audiences: ['public'], identity: 'full-name' },
    ],
    ['a company', { measure: 'company-contact' }, { action: 'company', audiences: ['company'] }],
    [
      'a UN body',
      { measure: 'un-or-regional-action' },
      { action: 'un-regional', audiences: ['un-regional'] },
    ],
    [
      'an organisation',
      { measure: 'ngo-link', toNgo: 'river-watch' },
      { action: 'support', audiences: ['ngo:river-watch'] },
    ],
    ['by initials', { measure: 'statement', identity: 'initials' }, { identity: 'initials' }],
    ['with health', { measure: 'good-offices', categories: ['health'] }, { categories: ['health'] }],
  ])('G1: %s', (_, values, need) => {
    expect(needOf(measureTaken, { ...bare, ...values })).toMatchObject({
      kind: 'consent',
      basis: 'consent',
      persons: [heron],
      tense: 'ahead',
      ...need,
    });
  });

  test('G1: every group of the guidelines has its measures, and each of them a consent action', () => {
    for (const group of measureGroups)
      expect(measureKeys.some((key) => measures[key].group === group)).toBe(true);
  });

  test.each([
    ['a court', 'judge', 'court'],
    ['a prison', 'prison-administration', 'prison'],
    ['a ministry', 'minister', 'host-authority'],
    ['nobody said yet', undefined, 'host-authority'],
  ])('G7: a démarche to %s asks for that audience', (_, level, audience) => {
    expect(needOf(demarche, { ...note, level })).toMatchObject({ action: 'demarche', audiences: [audience] });
  });

  test('G7: a mission that leads or joins learns whom it is for; one that was only asked does not', () => {
    const missions = [
      { id: 'm1', mission: 'corvia', part: 'joins' },
      { id: 'm2', mission: 'brenland', part: 'not-joining' },
    ];
    expect(needOf(demarche, { ...note, missions })).toMatchObject({
      audiences: ['host-authority', 'mission:corvia'],
    });
  });

  const sent = { ...bare, step: 'sent', reportedOn: today };
  test.each<[string, AnyKind, AnyRecord, AnyRecord]>([
    [
      'a démarche',
      demarche,
      { form: 'note-verbale', ...withRisk },
      { action: 'demarche', audiences: ['host-authority', 'ministry'], identity: 'full-name' },
    ],
    [
      'quiet help, whose name nobody outside knew',
      measureTaken,
      { measure: 'training' },
      { action: 'support', audiences: ['embassy', 'ministry'], identity: 'full-name' },
    ],
    [
      'quiet help without a name',
      measureTaken,
      { measure: 'training', identity: 'none' },
      { audiences: ['embassy', 'ministry'], identity: 'none' },
    ],
    [
      'help that tells of health',
      measureTaken,
      { measure: 'psychosocial-help', categories: ['family'] },
      { categories: ['family'], more: [{ to: 'ministry', categories: ['health'] }] },
    ],
  ])('G8 B4: %s that was reported to the capital asks for it too', (_, kind, values, need) => {
    const found = needOf(kind, { ...sent, ...values });
    expect(found).toMatchObject({ tense: 'past', ...need });
    const { reportedOn: _on, ...unreported } = { ...sent, ...values };
    const before = needOf(kind, unreported);
    expect(before).not.toMatchObject({ audiences: expect.arrayContaining(['ministry']) });
    expect(before).not.toHaveProperty('more');
  });
  test('G8: a report that was not made yet has no day', () => {
    const later = { ...sent, form: 'note-verbale', ...withRisk, reportedOn: '2026-12-20' };
    expect(broken(demarche, later)).toEqual({ reportedOn: 'not-yet' });
  });
  test('G7: quiet help together with another mission tells it a name', () => {
    const missions = [{ id: 'm1', mission: 'corvia', part: 'joins' }];
    expect(needOf(measureTaken, { ...bare, measure: 'training', missions })).toMatchObject({
      audiences: ['embassy', 'mission:corvia'],
      identity: 'full-name',
    });
  });

  test.each(['draft', 'for-decision'])('G7: %s lies ahead', (step) => {
    expect(needOf(demarche, { ...note, ...withRisk, step })).toMatchObject({ tense: 'ahead' });
  });
  test('G7: what was delivered lies in the past', () => {
    expect(needOf(demarche, { ...note, ...withRisk, step: 'sent' })).toMatchObject({ tense: 'past' });
  });
  test.each(['not-possible', 'declined', 'halted'])(
    'G7: what came to nothing (%s) tells nobody, and is told to them',
    (step) => {
      const values = { ...note, step, whyNot: 'Consent was taken back' };
      expect(needOf(demarche, values)).toEqual({ kind: 'none' });
      expect(demarche.refused?.(kept(demarche, values) as never)).toBe(true);
      expect(broken(demarche, { ...values, whyNot: undefined })).toEqual({ whyNot: 'say-why-not' });
    },
  );
});

describe('S004: a text about a situation', () => {
  const onTheLaw = { ...bare, about: undefined, subject: 'law', measure: 'statement' };
  test('that names nobody needs no consent', () => {
    expect(needOf(measureTaken, onTheLaw)).toEqual({ kind: 'none' });
  });
  test('that is linked to a defender is refused, and the gate would ask all the same', () => {
    const named = { ...onTheLaw, about: heron };
    expect(broken(measureTaken, named)).toEqual({ subject: 'names-nobody' });
    expect(measureTaken.need(named as never)).toMatchObject({ kind: 'consent', audiences: ['public'] });
    expect(measureTaken.need({ ...onTheLaw, named: [heron] } as never)).toMatchObject({ kind: 'consent' });
  });
  test('about a defender says whom', () => {
    expect(broken(measureTaken, { ...onTheLaw, subject: 'defender' })).toEqual({ about: 'somebody' });
  });
});
