/** Measures and démarches: what must be known before one goes out, who may agree, what counts. */

import { describe, expect, test } from 'vitest';
import type { EntryId } from '../../../src/domain/ids.ts';
import type { AnyRecord } from '../../../src/domain/record-kind.ts';
import { demarche } from '../../../src/domain/records/measures/demarche.ts';
import { measureTaken } from '../../../src/domain/records/measures/measure-taken.ts';
import { exampleOf } from '../../support/examples.ts';
import {
  agreed,
  bare,
  broken,
  greta,
  heron,
  kept,
  note,
  statement,
  today,
  withRisk,
} from '../../support/measure-drafts.ts';

describe('practice 13: required by weight', () => {
  test('an informal measure needs one line', () => {
    expect(broken(measureTaken, { ...bare, measure: 'good-offices', step: 'agreed' })).toEqual({});
  });
  test.each<[string, AnyRecord, AnyRecord]>([
    ['a draft needs nothing more', {}, {}],
    [
      'put before the head of mission it needs the risk',
      { step: 'for-decision' },
      { reprisalDefender: 'risk-note-first' },
    ],
    [
      'not assessed is no assessment',
      { step: 'for-decision', reprisalDefender: 'not-assessed' },
      { reprisalDefender: 'risk-note-first' },
    ],
    ['with the risk it goes', { step: 'for-decision', ...withRisk }, {}],
    [
      'what was delivered is not refused for want of one, but says so',
      { step: 'sent' },
      { reprisalDefender: 'say-if-assessed' },
    ],
    ['delivered, not assessed', { step: 'sent', reprisalDefender: 'not-assessed' }, {}],
    [
      'delivered in the future',
      { step: 'sent', ...withRisk, day: '2026-12-20' },
      { day: 'already-happened' },
    ],
  ])('a formal measure: %s', (_, values, problems) => {
    expect(broken(demarche, { ...note, ...values })).toEqual(problems);
  });
  test.each(['preferred', 'alternatives', 'whyThis', 'riskToldOn'])(
    'G13: a public measure needs %s before it is decided',
    (key) => {
      expect(broken(measureTaken, statement)).toEqual({});
      expect(broken(measureTaken, { ...statement, [key]: undefined })).toEqual({ [key]: 'public-needs-all' });
      expect(broken(measureTaken, { ...statement, step: 'sent', [key]: undefined })).toEqual({});
      expect(measureTaken.needs?.({ ...statement })).toContain(key);
    },
  );
  test.each([
    ['unverified', { verification: 'unverified' }],
    ['from a source in doubt', { verification: 'confirmed', independence: 'in-doubt' }],
  ])('a public text does not rest on a claim %s', (_, claim) => {
    const claims = [{ id: 'c', claim: '01HZX3K8Q2W7V5R4T9N6M1C0BE' }];
    expect(broken(measureTaken, { ...statement, claims }, undefined, claim)).toEqual({
      claims: 'claim-not-verified',
    });
    expect(broken(measureTaken, { ...statement, claims }, undefined, { verification: 'confirmed' })).toEqual(
      {},
    );
    expect(broken(measureTaken, { ...statement, step: 'sent', claims }, undefined, claim)).toEqual({});
  });
});

describe('the head of mission decides', () => {
  const put = kept(demarche, { ...note, ...withRisk, step: 'for-decision' });
  const decided = { by: greta, on: today };

  test('agreed without them is refused for a formal measure', () => {
    expect(broken(demarche, { ...put, step: 'agreed' })).toEqual({ step: 'head-decides' });
  });
  test.each([
    ['agreed', undefined, { step: 'agreed', decision: 'agreed' }],
    ['sent-back', 'Shorter', { step: 'draft', decision: 'sent-back', decisionWhy: 'Shorter' }],
    ['declined', 'Not now', { step: 'declined', decision: 'declined', whyNot: 'Not now' }],
  ] as const)('their answer "%s" is a sound record that says who and when', (answer, why, result) => {
    const after =
      demarche.decision?.take(put as never, answer, { ...decided, ...(why ? { why } : {}) }) ?? {};
    const record = kept(demarche, after);
    expect(record).toMatchObject({ ...result, decidedBy: greta, decidedOn: today });
    expect(demarche.decision?.taken(record as never, put)).toEqual(greta);
    expect(demarche.decision?.taken(record as never, record)).toBeUndefined();
  });
  test('sent back, put before them again: no decision is taken by that', () => {
    const back = kept(
      demarche,
      demarche.decision?.take(put as never, 'sent-back', { ...decided, why: 'Shorter' }) ?? {},
    );
    const again = kept(demarche, { ...back, step: 'for-decision' });
    expect(demarche.decision?.taken(again as never, back)).toBeUndefined();
    expect(demarche.decision?.isDue(again as never)).toBe(true);
  });
  test('an agreed measure that goes back to be a draft is no longer agreed', () => {
    expect(kept(demarche, { ...put, ...agreed, step: 'draft' })).not.toHaveProperty('decision');
    expect(kept(demarche, { ...put, ...agreed })).not.toHaveProperty('decision');
  });
  test.each(['points', 'level', 'gist', 'identity'])(
    'G3: other %s after they agreed asks them again',
    (key) => {
      const held = kept(demarche, { ...put, ...agreed, step: 'agreed' });
      const values: AnyRecord = { points: 'Other', level: 'minister', gist: 'Other', identity: 'initials' };
      expect(broken(demarche, { ...held, [key]: values[key] }, held)).toEqual({
        step: 'changed-since-agreed',
      });
      expect(broken(demarche, { ...held, note: 'Parking is at the back' }, held)).toEqual({});
      expect(broken(demarche, { ...held, [key]: values[key], step: 'for-decision' }, held)).toEqual({});
    },
  );
  test('a decision says who and when, and why unless they agree', () => {
    expect(broken(demarche, { ...put, step: 'agreed', decision: 'agreed' })).toEqual({
      decision: 'who-decided',
    });
    expect(broken(demarche, { ...put, ...agreed, step: 'draft', decision: 'sent-back' })).toEqual({
      decisionWhy: 'say-why-not',
    });
  });
});

describe('afterwards', () => {
  const out = { ...exampleOf(demarche) };
  test('G8: the reply is one of the codes, never before the day, and its promises each have a row', () => {
    expect(demarche.fields.reply.settings.choices?.keys).toEqual([
      'help',
      'promise',
      'asks-for-more',
      'token',
      'denies',
      'obstructs',
      'none',
      'other',
    ]);
    expect(broken(demarche, { ...out, replyOn: '2026-10-01' })).toEqual({ replyOn: 'reply-is-later' });
    expect(kept(demarche, { ...out, reply: 'none' })).not.toHaveProperty('commitments');
  });
  test('G9: officer and defender each say the effect, from strong plus to strong minus, or unknown', () => {
    const effects = ['strong-plus', 'plus', 'slight-plus', 'none', 'minus', 'strong-minus', 'unknown'];
    for (const key of ['effectOfficer', 'effectDefender'] as const)
      expect(demarche.fields[key].settings.choices?.keys).toEqual(effects);
    expect(broken(demarche, { ...out, effectOfficer: undefined })).toEqual({ effectOfficer: 'say-effect' });
  });
  test('G7: it stays open until its effect is known and every promise is answered', () => {
    expect(demarche.live(kept(demarche, out) as never)).toBe('2026-10-27');
    const open = [{ id: 'c', what: 'An answer', due: '2026-12-01' }];
    expect(demarche.live(kept(demarche, { ...out, commitments: open }) as never)).toBe('open');
    expect(demarche.calendar?.(kept(demarche, { ...out, commitments: open }) as never)).toEqual([
      { day: '2026-12-01', word: 'commitment' },
    ]);
  });
  test('G7: the next one takes the words over and goes back to this one', () => {
    const id = '01HZX3K8Q2W7V5R4T9N6M1C0BX' as EntryId;
    expect(demarche.next?.(kept(demarche, { ...out, followUp: 'repeat' }) as never, id)).toMatchObject([
      {
        kind: 'demarche',
        draft: { previous: id, about: heron, level: 'head-of-department', points: out.points },
      },
      { kind: 'contact', draft: { about: heron } },
    ]);
    expect(demarche.next?.(kept(demarche, { ...out, followUp: 'public' }) as never, id)?.[0]).toMatchObject({
      kind: 'measure-taken',
      draft: { measure: 'statement' },
    });
    expect(demarche.next?.(kept(demarche, note) as never, id)).toEqual([]);
  });
  test('S001 §104: what others learnt of is followed by a look at reprisals, quiet help and drafts are not', () => {
    const quiet = kept(measureTaken, { ...bare, measure: 'training', step: 'sent' });
    expect(demarche.checksReprisals?.(kept(demarche, out) as never)).toBe(out.day);
    expect(demarche.checksReprisals?.(kept(demarche, note) as never)).toBeUndefined();
    expect(measureTaken.checksReprisals?.(exampleOf(measureTaken))).toBe('2026-10-12');
    expect(measureTaken.checksReprisals?.(quiet as never)).toBeUndefined();
  });
  test('counts as its measure once it went out', () => {
    expect(demarche.measure?.(kept(demarche, out) as never)).toBe('demarche');
    expect(demarche.measure?.(kept(demarche, note) as never)).toBeUndefined();
    expect(measureTaken.measure?.(exampleOf(measureTaken))).toBe('good-offices');
  });
});
