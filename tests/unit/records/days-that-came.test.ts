/** What has happened has a day that has come: every day of every kind, by what the kind says of tomorrow. */

import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../src/domain/ids.ts';
import { type AnyKind, type AnyRecord, checkRecord } from '../../../src/domain/record-kind.ts';
import { recordKinds } from '../../../src/domain/registry.ts';
import { consularFile } from '../../../src/domain/system/consular-file.ts';
import { dutyClosing } from '../../../src/domain/system/duty-closing.ts';
import { exampleOf } from '../../support/examples.ts';

/** The examples tell of no later day than this as past. */
const today = '2026-12-30' as Day;
const tomorrow = addDays(today, 1);

/** Days that may lie ahead, by kind and field (and part of a row). */
const mayLieAhead: Readonly<Record<string, readonly string[]>> = {
  contact: ['promises.due', 'promiseChanges.due'],
  promise: ['due', 'changes.due'],
  defender: ['riskReview', 'members.from', 'members.to', 'speakers.from', 'speakers.to'],
  proceeding: ['defendants.appealDeadline', 'reasonsDue'],
  hearing: ['start'],
  'trial-observation': ['nextHearing'],
  'risk-assessment': ['review'],
  demarche: ['decideBy', 'commitments.due'],
  'measure-taken': ['decideBy', 'commitments.due'],
  'prison-visit': ['requestedFor'],
  'field-visit': ['followUps.due'],
  'visa-request': [
    ...['wantedFrom', 'wantedUntil', 'appointmentOn', 'notToldReview'],
    ...['applicants.appealUntil', 'applicants.visaEnds'],
  ],
  'consular-file': [
    ...['wantedFrom', 'wantedUntil', 'appointmentOn', 'answerAppointment'],
    ...['answers.appealUntil', 'answers.visaEnds'],
  ],
  'duty-closing': ['until', 'keptUntil'],
};

/** Days nobody types there, by kind: copied from a record that was checked, or today as the app writes it. */
const fromElsewhere: Readonly<Record<string, readonly string[]>> = {
  'consular-file': [
    ...['givenOn', 'withdrawnOn', 'answeredOn'],
    ...['askedOn', 'lodgedOn', 'admissibleOn', 'extendedOn'],
  ],
};

/** What makes the day of a record one that has come, where its example still lies ahead. */
const done: Readonly<Record<string, AnyRecord>> = {
  demarche: { step: 'sent' },
  'measure-taken': { step: 'sent' },
  'trial-observation': { step: 'done' },
  'prison-visit': { step: 'done' },
  'field-visit': { step: 'done' },
  incident: { state: 'closed' },
  case: { state: 'closed' },
};

interface DayOf {
  readonly name: string;
  readonly kind: AnyKind;
  readonly field: string;
  readonly value: unknown;
}

/** Every field of a kind that holds days, and every part of its rows that does, set to tomorrow. */
function daysOf(kind: AnyKind): readonly DayOf[] {
  return Object.entries(kind.fields).flatMap(([field, declared]): readonly DayOf[] => {
    if (declared.kind === 'day') return [{ name: field, kind, field, value: tomorrow }];
    if (declared.kind === 'local-time')
      return [{ name: field, kind, field, value: { day: tomorrow, time: '09:30', zone: 'UTC' } }];
    const row = declared.settings.row;
    if (!row) return [];
    const [first] = (exampleOf(kind)[field] as readonly AnyRecord[] | undefined) ?? [];
    return Object.entries(row).flatMap(([part, { kind: partKind }]) =>
      partKind === 'day'
        ? [{ name: `${field}.${part}`, kind, field, value: [{ id: 'r1', ...first, [part]: tomorrow }] }]
        : [],
    );
  });
}

const days = [...recordKinds, consularFile, dutyClosing].flatMap(daysOf);
const rulesBroken = ({ kind, field, value }: DayOf) => {
  const checked = checkRecord(kind, { ...exampleOf(kind), ...done[kind.key], [field]: value }, today);
  return checked.ok ? [] : (checked.problems[field] ?? []).map(({ values }) => values?.rule);
};
const named = (each: DayOf) => ({ ...each, title: `${each.kind.key}: ${each.name}` });
const isIn = (table: typeof mayLieAhead, { kind, name }: DayOf) => table[kind.key]?.includes(name) === true;
const isFree = (each: DayOf) => isIn(mayLieAhead, each);
const isCopied = (each: DayOf) => isIn(fromElsewhere, each);
const refusals = ['already-happened', 'not-yet', 'held-lies-ahead', 'happened-before-discovered'];
/** Left away as it does not apply there: nothing is stored either. */
const isLeftAway = ({ kind, field, value }: DayOf) =>
  kind.hides?.({ ...exampleOf(kind), ...done[kind.key], [field]: value }).includes(field) === true;

describe('C1, E2, F2, G8: a day that has not come', () => {
  test.each(days.filter((each) => !isFree(each) && !isCopied(each)).map(named))(
    '$title is not stored',
    (each) => {
      const isRefused = rulesBroken(each).some((rule) => refusals.includes(String(rule)));
      expect(isRefused || isLeftAway(each)).toBe(true);
    },
  );

  test.each(days.filter(isFree).map(named))('$title may lie ahead', (each) => {
    expect(rulesBroken(each).filter((rule) => refusals.includes(String(rule)))).toEqual([]);
  });

  test.each(days.filter(isCopied).map(named))('$title is checked where it comes from', (each) => {
    expect(rulesBroken(each)).toEqual([]);
  });

  test('the tables name nothing that is not there', () => {
    const there = new Set(days.map(({ kind, name }) => `${kind.key}: ${name}`));
    const listed = [mayLieAhead, fromElsewhere]
      .flatMap(Object.entries<readonly string[]>)
      .flatMap(([key, names]) => names.map((name) => `${key}: ${name}`));
    expect(listed.filter((each) => !there.has(each))).toEqual([]);
  });
});
