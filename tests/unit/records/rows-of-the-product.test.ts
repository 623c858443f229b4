/** What each row of the product asks of records, proven on the kinds themselves. */

import { describe, expect, test } from 'vitest';
import { consentActions } from '../../../src/domain/consent/need.ts';
import type { Code, Day, EntryId } from '../../../src/domain/ids.ts';
import { type AnyKind, type AnyRecord, checkRecord, codesOf } from '../../../src/domain/record-kind.ts';
import { caseKind } from '../../../src/domain/records/case.ts';
import { claim } from '../../../src/domain/records/claim.ts';
import { contact } from '../../../src/domain/records/contact.ts';
import { defender } from '../../../src/domain/records/defender.ts';
import { hearing } from '../../../src/domain/records/hearing.ts';
import { measureKeys, measures } from '../../../src/domain/records/measures.ts';
import { proceeding } from '../../../src/domain/records/proceeding.ts';
import { recognition } from '../../../src/domain/records/recognition.ts';
import { statusChange } from '../../../src/domain/records/status-change.ts';
import { trialObservation } from '../../../src/domain/records/trial-observation.ts';
import { recordKinds } from '../../../src/domain/registry.ts';
import { identity } from '../../../src/domain/system/identity.ts';
import { exampleOf } from '../../support/examples.ts';
import { plainWords } from '../../support/plain-words.ts';

const today = '2026-11-20' as Day;
const heron = '9BGPNH00W' as Code;
const child = 'GSCP57DRW' as Code;
const other = '2GW9KRPCZ' as Code;

function brokenRules(kind: AnyKind, change: AnyRecord): Readonly<Record<string, unknown>> {
  const checked = checkRecord(kind, { ...exampleOf(kind), ...change }, today);
  if (checked.ok) return {};
  return Object.fromEntries(
    Object.entries(checked.problems).map(([key, [first]]) => [key, first?.values?.rule ?? first?.code]),
  );
}

function recordOf(kind: AnyKind, change: AnyRecord): AnyRecord {
  const checked = checkRecord(kind, { ...exampleOf(kind), ...change }, today);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.record;
}

describe('people and cases', () => {
  test('A1: a case has a code of its own and holds several defenders, and one defender stands in several cases', () => {
    const one = recordOf(caseKind, { about: '5Z9DSRTT4', named: [heron, other] });
    const two = recordOf(caseKind, { about: 'P9W9M5J5C', named: [heron] });
    expect(codesOf(one)).toEqual(['5Z9DSRTT4', other, heron]);
    expect(codesOf(two)).toContain(heron);
    expect(brokenRules(caseKind, { named: [] })).toEqual({ named: 'required' });
    expect(brokenRules(caseKind, { named: ['5Z9DSRTT4'] })).toEqual({ named: 'not-its-own-defender' });
  });

  test('A2: recognition is a dated judgement of what someone does, never amended, reopened by a newer one', () => {
    expect(recognition.appendOnly).toBe(true);
    for (const key of ['day', 'does', 'peacefulMeans', 'result'])
      expect(brokenRules(recognition, { [key]: undefined })).toEqual({ [key]: 'required' });
    expect(brokenRules(recognition, { result: 'not-now', reason: undefined })).toEqual({ reason: 'say-why' });
    expect(recognition.fields.replaces.settings.of).toBe('recognition');
    expect(Object.keys(recognition.fields).join(' ')).not.toMatch(/self|calls|identifies/i);
  });

  test('A3: a group is a unit with members by code and a level of risk of its own', () => {
    const group = {
      unit: 'group',
      minor: undefined,
      members: [{ id: 'm1', code: child }],
      relations: undefined,
    };
    const kept = recordOf(defender, group);
    expect(kept.members).toEqual([{ id: 'm1', code: child }]);
    expect(kept.riskLevel).toBe('high');
    expect(brokenRules(defender, { ...group, riskReview: undefined })).toEqual({
      riskReview: 'level-needs-review',
    });
    expect(brokenRules(defender, { ...group, members: [{ id: 'm1', code: heron }] })).toEqual({
      members: 'member-of-itself',
    });
    expect(recordOf(defender, { members: [{ id: 'm1', code: child }] })).not.toHaveProperty('members');
  });

  test('A4: titles show cover names, no field of a list holds an identity, and names stand in a list apart', () => {
    expect(identity).toMatchObject({ apart: true, versionless: true, system: true });
    for (const kind of recordKinds) {
      for (const key of Object.keys(kind.fields))
        expect(`${kind.key}.${key}`).not.toMatch(
          /name$|alias|birth|passport|nationality|address|phone|photo/i,
        );
      expect(kind.summary(exampleOf(kind), plainWords('en'))).not.toContain(exampleOf(identity).fullName);
    }
    expect(defender.summary(exampleOf(defender), plainWords('en'))).toMatch(
      /^[A-Z][a-z]+ [A-Z][a-z]+ · Individual$/,
    );
    expect(identity.summary(exampleOf(identity), plainWords('en'))).not.toContain(
      exampleOf(identity).fullName,
    );
  });

  test('A5: family members are defenders with a code, risk and needs of their own', () => {
    const daughter = recordOf(defender, {
      about: child,
      unit: 'family-member',
      minor: true,
      relations: [{ id: 'r1', relation: 'parent', code: heron }],
      needs: ['schooling', 'travel-document'],
    });
    expect(daughter).toMatchObject({ about: child, minor: true, needs: ['travel-document', 'schooling'] });
    expect(brokenRules(defender, { relations: [{ id: 'r1', relation: 'parent', code: heron }] })).toEqual({
      relations: 'related-to-itself',
    });
  });

  test('A6: who speaks is kept in the order the defender gave, with proof, dates and limits, and who must never be asked', () => {
    const speakers = [
      {
        id: 's2',
        giver: 'family',
        giverRef: 'elder sister',
        proof: 'Letter seen',
        from: '2026-01-01',
        limits: 'Health only',
      },
      { id: 's1', giver: 'legal-representative', giverRef: 'chosen lawyer' },
      { id: 's3', giver: 'family', giverRef: 'uncle', doNotInvolve: true },
    ];
    expect(recordOf(defender, { speakers }).speakers).toEqual(speakers);
    const field = defender.fields.speakers;
    expect(field.decode(field.encode(recordOf(defender, { speakers }).speakers as never))).toEqual(speakers);
  });

  test('A7: an unverified claim, or one of doubtful independence, cannot be used in public', () => {
    for (const key of ['source', 'verification', 'use'])
      expect(brokenRules(claim, { [key]: undefined })).toEqual({ [key]: 'required' });
    expect(brokenRules(claim, { use: 'public', verification: 'unverified' })).toEqual({
      use: 'unverified-not-public',
    });
    expect(brokenRules(claim, { use: 'public', independence: 'in-doubt' })).toEqual({
      use: 'in-doubt-not-public',
    });
    expect(brokenRules(claim, { use: 'public', verification: 'confirmed' })).toEqual({});
    expect(claim.need(exampleOf(claim))).toEqual({ kind: 'none' });
    for (const use of ['shared', 'public'] as const)
      expect(claim.need({ ...exampleOf(claim), use })).toMatchObject({
        action: 'publicity',
        audiences: ['public'],
        basis: 'consent',
        persons: [heron, child],
      });
  });

  test('A11: status and whereabouts are a coded history that is never rewritten', () => {
    expect(statusChange.appendOnly).toBe(true);
    expect(statusChange.fields.status.settings.choices?.keys).toHaveLength(15);
    expect(brokenRules(statusChange, { status: 'in jail' })).toEqual({ status: 'not-a-choice' });
    expect(brokenRules(statusChange, { source: undefined })).toEqual({ source: 'required' });
    expect(statusChange.live(exampleOf(statusChange))).toBe('open');
  });

  test('A12: what people say of themselves is optional, and says why it is kept', () => {
    expect(brokenRules(defender, { tagsPurpose: undefined })).toEqual({ tagsPurpose: 'tags-need-purpose' });
    expect(brokenRules(defender, { tags: undefined, tagsPurpose: undefined })).toEqual({});
    expect(defender.table).not.toContain('tags');
  });
});

describe('contacts', () => {
  test('C1: a contact is who, which day and one line; the rest is optional and it needs no consent', () => {
    const short = { about: heron, day: '2026-11-20', gist: 'Called to say all is well' };
    expect(checkRecord(contact, short, today)).toEqual({ ok: true, record: short });
    expect(contact.need(exampleOf(contact))).toEqual({ kind: 'none' });
    const alone = checkRecord(contact, { day: today, gist: 'x' }, today);
    expect(alone).toMatchObject({ ok: false, problems: { about: [{ values: { rule: 'somebody' } }] } });
    expect(checkRecord(contact, { day: today, gist: 'x', otherParty: 'ngo' }, today).ok).toBe(true);
    expect(brokenRules(contact, { day: '2026-11-25' })).toEqual({ day: 'already-happened' });
    expect(brokenRules(contact, { day: '2026-11-21' })).toEqual({ day: 'already-happened' });
  });

  test('C4: a promise has words, an owner and a due day, and stays in view beyond it', () => {
    const row = exampleOf(contact).promises?.[0];
    for (const part of ['what', 'owner', 'due']) {
      const checked = checkRecord(
        contact,
        { ...exampleOf(contact), promises: [{ ...row, [part]: undefined }] },
        today,
      );
      expect(checked).toMatchObject({
        ok: false,
        problems: { promises: [{ code: 'required', row: 'p1', part }] },
      });
    }
    expect(contact.live(exampleOf(contact)) > '2026-11-27').toBe(true);
    expect(contact.calendar?.(exampleOf(contact))).toEqual([{ day: '2026-11-27', word: 'promise' }]);
  });

  test('C5: when something was asked, what we told them is asked for', () => {
    expect(brokenRules(contact, { told: undefined })).toEqual({ told: 'asked-needs-told' });
    expect(brokenRules(contact, { asked: undefined, told: undefined })).toEqual({});
    expect(brokenRules(contact, { told: ['not-told-yet'] })).toEqual({});
    for (const measure of measureKeys) expect(consentActions).toContain(measures[measure].action);
  });

  test('C5: a leaflet that was given says in which language it was', () => {
    expect(brokenRules(contact, { leafletLanguage: undefined })).toEqual({
      leafletLanguage: 'leaflet-needs-language',
    });
    expect(brokenRules(contact, { leaflet: undefined, leafletLanguage: undefined })).toEqual({});
    expect(recordOf(contact, { leaflet: false })).not.toHaveProperty('leafletLanguage');
  });

  test('a channel cannot be safe and forbidden at once', () => {
    expect(brokenRules(defender, { forbiddenChannels: ['in-person'] })).toEqual({
      forbiddenChannels: 'safe-and-forbidden',
    });
  });
});

describe('trials', () => {
  test('D1: a proceeding has a court, a kind, a stage, judges, a prosecutor, and per defendant charge, article and counsel', () => {
    for (const key of ['kind', 'court'])
      expect(brokenRules(proceeding, { [key]: undefined })).toEqual({ [key]: 'required' });
    const [row] = recordOf(proceeding, {}).defendants as readonly AnyRecord[];
    expect(row).toMatchObject({ charge: expect.any(String), article: '187', counsel: ['private', 'chosen'] });
    expect(brokenRules(proceeding, { named: undefined })).toEqual({ named: 'defendants-are-named' });
  });

  test('D2: a hearing keeps the clocks of its court, and a postponement is a new hearing that names the one before', () => {
    const columns = hearing.fields.start.columns.map(({ suffix }) => suffix);
    expect(columns).toEqual(['Day', 'Time', 'Zone']);
    expect(hearing.calendar?.(exampleOf(hearing))).toEqual([
      {
        day: '2026-12-03',
        time: '10:00',
        zone: 'Asia/Tbilisi',
        word: 'postponed',
        appointment: true,
        off: true,
        place: 'Oskel District Court · 4',
      },
    ]);
    const id = '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId;
    const [next] = hearing.next?.(exampleOf(hearing), id) ?? [];
    expect(next).toMatchObject({
      kind: 'hearing',
      draft: { previous: id, about: heron, court: 'Oskel District Court' },
    });
    expect(next?.draft).not.toHaveProperty('start');
    const { compare } = hearing.fields.start;
    const at = (day: string, time: string) => ({ day: day as Day, time, zone: 'Asia/Tbilisi' });
    expect(
      [at('2026-12-03', '14:00'), at('2026-12-01', '09:00'), at('2026-12-03', '09:30')].sort(compare),
    ).toEqual([at('2026-12-01', '09:00'), at('2026-12-03', '09:30'), at('2026-12-03', '14:00')]);
  });

  test('D3 (own mission): observers stand by mission with lead or reserve and their answer, one lead at most', () => {
    const row = (id: string, part: string, state: string) => ({ id, mission: 'aldermark', part, state });
    expect(
      brokenRules(hearing, { observers: [row('a', 'lead', 'invited'), row('b', 'lead', 'confirmed')] }),
    ).toEqual({
      observers: 'one-lead',
    });
    expect(
      brokenRules(hearing, { observers: [row('a', 'lead', 'declined'), row('b', 'lead', 'confirmed')] }),
    ).toEqual({});
    const field = hearing.fields.observers;
    const base = [row('a', 'lead', 'invited'), row('b', 'reserve', 'invited')] as never;
    const mine = [row('a', 'lead', 'confirmed'), row('b', 'reserve', 'invited')] as never;
    const theirs = [row('a', 'lead', 'invited'), row('b', 'reserve', 'declined')] as never;
    expect(field.merge(base, mine, theirs)).toEqual({
      value: [row('a', 'lead', 'confirmed'), row('b', 'reserve', 'declined')],
    });
  });

  test('D6: access is coded, and a refusal names its ground', () => {
    expect(brokenRules(trialObservation, { access: undefined })).toEqual({ access: 'done-needs-access' });
    expect(brokenRules(trialObservation, { access: 'refused', accessGround: undefined })).toEqual({
      accessGround: 'refused-needs-ground',
    });
    expect(recordOf(trialObservation, { access: 'admitted' })).not.toHaveProperty('accessGround');
    expect(trialObservation.fields.access.settings.choices?.keys).toEqual(
      expect.arrayContaining([
        'admitted',
        'partly',
        'refused',
        'waited-outside',
        'online',
        'closed',
        'postponed',
      ]),
    );
  });

  test('D7: fourteen guarantees with five answers, none preset, and none asked when nothing was held', () => {
    const { settings } = trialObservation.fields.fairTrial;
    expect(settings.items?.keys).toHaveLength(14);
    expect(settings.choices?.keys).toEqual([
      'respected',
      'concern',
      'violated',
      'not-observed',
      'not-applicable',
    ]);
    expect(trialObservation.starts?.(today)).not.toHaveProperty('fairTrial');
    for (const change of [{ access: 'postponed' }, { access: 'not-held' }, { step: 'not-held' }])
      expect(recordOf(trialObservation, change)).not.toHaveProperty('fairTrial');
    expect(recordOf(trialObservation, {}).fairTrial).toEqual(exampleOf(trialObservation).fairTrial);
  });

  test('D8: the next hearing of a report opens that hearing with the same observers, asked again', () => {
    const [next] =
      trialObservation.next?.(exampleOf(trialObservation), '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId, () =>
        exampleOf(hearing),
      ) ?? [];
    expect(next).toMatchObject({
      kind: 'hearing',
      draft: {
        start: exampleOf(trialObservation).nextHearing,
        previous: exampleOf(trialObservation).hearing,
        court: 'Oskel District Court',
        proceeding: exampleOf(trialObservation).proceeding,
      },
    });
    const observers = next?.draft.observers as readonly AnyRecord[];
    expect(observers.map(({ mission, part, state }) => [mission, part, state])).toEqual([
      ['aldermark', 'lead', 'invited'],
      ['aldermark', 'reserve', 'invited'],
    ]);
    expect(checkRecord(hearing, next?.draft ?? {}, today).ok).toBe(true);
    expect(
      brokenRules(trialObservation, {
        nextHearing: { day: '2026-11-01', time: '10:00', zone: 'Asia/Tbilisi' },
      }),
    ).toEqual({
      nextHearing: 'next-is-later',
    });
  });

  test('D9: verdict, sentence, written reasons and the last day to appeal stand in the calendar until they are met', () => {
    expect(proceeding.calendar?.(exampleOf(proceeding))).toEqual([
      { day: '2026-12-01', word: 'appeal-deadline' },
      { day: '2026-11-30', word: 'reasons-due' },
    ]);
    const [first] = exampleOf(proceeding).defendants ?? [];
    const met = {
      ...exampleOf(proceeding),
      reasonsReceivedOn: today,
      defendants: first ? [{ ...first, appealLodgedOn: today }] : [],
    };
    expect(proceeding.calendar?.(met)).toEqual([]);
    expect(proceeding.live({ ...exampleOf(proceeding), closedOn: '2026-11-18' as Day })).toBe('2026-12-01');
  });

  test.each([
    ['planned', {}, { audiences: ['embassy'], identity: 'none', tense: 'ahead', basis: 'consent' }],
    ['announced', {}, { audiences: ['host-authority'], identity: 'full-name', tense: 'ahead' }],
    ['planned', { notice: 'ministry' }, { audiences: ['host-authority'], identity: 'full-name' }],
    [
      'announced',
      { notice: 'court-president' },
      { audiences: ['host-authority', 'court'], identity: 'full-name' },
    ],
    ['done', {}, { tense: 'past' }],
    ['planned', { basis: 'principle' }, { basis: 'no-refusal' }],
  ] as const)('an observation that is %s %j needs %j', (step, change, need) => {
    const record = { ...exampleOf(trialObservation), notice: 'none' as const, step, ...change };
    expect(trialObservation.need(record)).toMatchObject({
      kind: 'consent',
      action: 'trial',
      persons: [heron, other],
      proceeding: exampleOf(trialObservation).proceeding,
      ...need,
    });
  });

  test('the date of a hearing is nobody’s secret and needs no consent', () => {
    expect(hearing.need(exampleOf(hearing))).toEqual({ kind: 'none' });
  });
});
