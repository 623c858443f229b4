/** What each row of the product asks of records, proven on the kinds themselves. */

import { describe, expect, test } from 'vitest';
import { consentActions } from '../../../src/domain/consent/need.ts';
import { checkRecord, codesOf } from '../../../src/domain/record-kind.ts';
import { caseKind } from '../../../src/domain/records/case.ts';
import { claim } from '../../../src/domain/records/claim.ts';
import { contact } from '../../../src/domain/records/contact.ts';
import { defender } from '../../../src/domain/records/defender.ts';
import { measureKeys, measures } from '../../../src/domain/records/measures/measures.ts';
import { recognition } from '../../../src/domain/records/recognition.ts';
import { statusChange } from '../../../src/domain/records/status-change.ts';
import { recordKinds } from '../../../src/domain/registry.ts';
import { identity } from '../../../src/domain/system/identity.ts';
import { brokenRules, child, heron, other, recordOf, today } from '../../support/checked-records.ts';
import { exampleOf } from '../../support/examples.ts';
import { plainWords } from '../../support/plain-words.ts';

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
