/** Small decisions of the form: checklist keys, rows, offered entries, open merges, duties closed by speaking. */

import { describe, expect, it } from 'vitest';
import { closingOf } from '../../../src/app/consent/closings.ts';
import { answered, pressed } from '../../../src/app/fields/checklist-keys.ts';
import { codesOffered } from '../../../src/app/fields/code-lists.ts';
import { offeredEntries, othersIn } from '../../../src/app/fields/offered-entries.ts';
import { changeRow, insertRow, removeRow } from '../../../src/app/fields/row-edits.ts';
import { chosenValues, openingChoices, undecided } from '../../../src/app/record/merge-choices.ts';
import type { Duty } from '../../../src/domain/duties/duty.ts';
import type { Day, EntryId } from '../../../src/domain/ids.ts';
import type { Entry } from '../../../src/domain/record-kind.ts';
import type { MergePlan } from '../../../src/log/writing/saving.ts';

const answers = ['respected', 'concern', 'violated', 'not-observed', 'not-applicable'];

describe('checklist keys', () => {
  it.each([
    ['1', 0, { do: 'answer', choice: 'respected', focus: 1 }],
    ['5', 3, { do: 'answer', choice: 'not-applicable', focus: 4 }],
    ['2', 13, { do: 'answer', choice: 'concern', focus: 13 }],
    ['PageDown', 13, { do: 'move', focus: 13 }],
    ['PageUp', 0, { do: 'move', focus: 0 }],
    ['6', 0, undefined],
    ['0', 0, undefined],
    ['a', 0, undefined],
    ['Enter', 0, undefined],
  ])('%s on line %i', (key, line, effect) => {
    expect(pressed(key, line, 14, answers)).toEqual(effect);
  });

  it('fourteen figures fill fourteen lines', () => {
    let line = 0;
    const given = Array.from({ length: 14 }, () => {
      const effect = pressed('3', line, 14, answers);
      const here = line;
      line = effect?.focus ?? line;
      return here;
    });
    expect(new Set(given).size).toBe(14);
  });

  it('counts answers, not notes, and nothing that is not a checklist', () => {
    expect(answered({ a: { answer: 'x' }, b: { note: 'y' } }, ['a', 'b'])).toBe(1);
    expect([answered(undefined, ['a']), answered('a', ['a']), answered([], ['a'])]).toEqual([0, 0, 0]);
  });
});

describe('rows', () => {
  const rows = [{ id: 'a', what: 'x' }, { id: 'b' }, { id: 'c' }];

  it('a removal taken back stands where it stood', () => {
    const row = { id: 'b' };
    expect(insertRow(removeRow(rows, 'b'), row, 1)).toEqual(rows);
  });

  it('taking it back twice adds nothing', () => {
    expect(insertRow(rows, { id: 'b' }, 0)).toEqual(rows);
  });

  it('a row keeps its id whatever is written into it', () => {
    expect(changeRow(rows, 'a', 'what', undefined)[0]).toEqual({ id: 'a' });
    expect(changeRow(rows, 'a', 'id', 'z')[0]?.id).toBe('z');
  });
});

describe('J3: a merge', () => {
  const plan: MergePlan = {
    kind: 'defender',
    theirs: entry('1', {}),
    settled: { unit: 'individual' },
    fields: [
      { key: 'note', base: 'a', mine: 'b', theirs: 'c', suggestion: 'theirs' },
      { key: 'riskLevel', base: 'low', mine: 'high', theirs: 'critical' },
    ],
  };

  it('starts without a choice for risk, consent and audience, and waits for the person', () => {
    const choices = openingChoices(plan);
    expect(choices).toEqual({ note: { side: 'theirs' } });
    expect(undecided(plan, choices)).toEqual(['riskLevel']);
    expect(() => chosenValues(plan, choices)).toThrow('riskLevel is not decided');
  });

  it('gives the chosen side or what was written for each field', () => {
    const choices = { note: { side: 'written', raw: 'b and c' }, riskLevel: { side: 'mine' } } as const;
    expect(undecided(plan, choices)).toEqual([]);
    expect(chosenValues(plan, choices)).toEqual({ note: 'b and c', riskLevel: 'high' });
  });
});

describe('entries to pick from', () => {
  it('offers those of the same people and those the form points to before all others', () => {
    const hearing = entry('1', { about: '7K2M9QXR4' });
    const pointed = entry('2', { proceeding: '01HZX3K8Q2W7V5R4T9N6M1C0BD' });
    const other = entry('3', { about: '3D8TW0HVN' });
    const values = { about: '7K2M9QXR4', proceeding: '01HZX3K8Q2W7V5R4T9N6M1C0BD' };
    const { same, others } = offeredEntries([other, hearing, pointed], values);
    expect([same, others]).toEqual([[hearing, pointed], [other]]);
  });

  it('counts the cases a defender stands in, and the people of a case, as the same', () => {
    const ofCase = entry('1', { about: '5H8R3CQ0M' });
    const ofDefender = entry('2', { about: '7K2M9QXR4' });
    const cases = [entry('3', { about: '5H8R3CQ0M', named: ['7K2M9QXR4'] })];
    const offered = (about: string) => offeredEntries([ofCase, ofDefender], { about }, cases).same;
    expect(offered('7K2M9QXR4')).toEqual([ofCase, ofDefender]);
    expect(offered('5H8R3CQ0M')).toEqual([ofCase, ofDefender]);
  });

  it.each([
    ['somebody else', { about: '3D8TW0HVN' }, { about: '7K2M9QXR4' }, ['3D8TW0HVN']],
    [
      'the same person among others',
      { about: '3D8TW0HVN', named: ['7K2M9QXR4'] },
      { about: '7K2M9QXR4' },
      [],
    ],
    ['anybody, while the form names nobody', { about: '3D8TW0HVN' }, {}, []],
    ['nobody', {}, { about: '7K2M9QXR4' }, []],
  ])('warns only of an entry about others: %s', (_, picked, values, warned) => {
    expect(othersIn(picked, values)).toEqual(warned);
  });
});

describe('open lists', () => {
  const view = {
    entries: new Map([
      [
        'code-list',
        [
          entry('1', {
            name: 'courts',
            codes: [
              { key: 'oskel', labels: { en: 'Oskel District Court', fr: "Tribunal d'Oskel" } },
              { key: 'appeal', labels: { en: 'Court of Appeal' } },
              { key: 'old', labels: { en: 'Old court' }, retired: true },
            ],
          }),
        ],
      ],
    ]),
  };

  it('L1: offers what is in use in the order of the list, in the language of the reader, else in English', () => {
    expect(codesOffered(view, 'courts', 'fr')).toEqual([
      { key: 'oskel', label: "Tribunal d'Oskel" },
      { key: 'appeal', label: 'Court of Appeal' },
    ]);
  });

  it('offers nothing for a list that nobody made', () => {
    expect(codesOffered(view, 'prisons', 'en')).toEqual([]);
  });
});

describe('C5: when you next speak', () => {
  const today = '2026-11-20' as Day;
  const duty = (kind: Duty['kind']): Duty => ({
    id: `x:${kind}`,
    kind,
    about: undefined,
    entry: undefined,
    due: today,
    urgency: 'this-week',
    waits: false,
    needsContact: false,
    values: {},
    step: 'tell',
  });

  it('only what a conversation settles can be ticked, with what speaking makes of it', () => {
    expect(closingOf(duty('hearing-report'), today)).toBeUndefined();
    expect(
      closingOf({ ...duty('visa-told' as Duty['kind']), bySpeaking: 'told', closesIn: 'entry' }, today),
    ).toBe(undefined);
    expect(closingOf({ ...duty('follow-up'), bySpeaking: 'kept' }, today)).toMatchObject({ outcome: 'kept' });
  });

  it('telling carries a reaction from the start, because telling without one closes nothing', () => {
    expect(closingOf({ ...duty('feedback'), bySpeaking: 'told' }, today)).toEqual({
      duty: 'x:feedback',
      outcome: 'told',
      on: today,
      reaction: 'unknown',
    });
  });
});

function entry(id: string, record: Entry['record']): Entry {
  return {
    kind: 'hearing',
    id,
    entry: `01HZX3K8Q2W7V5R4T9N6M1C0B${id}` as EntryId,
    version: '1',
    at: '2026-11-20T09:00:00Z' as never,
    createdAt: '2026-11-20T09:00:00Z' as never,
    schema: 1,
    by: { objectId: 'a', tenantId: 'b', name: 'Ines Calder' },
    under: ['none'],
    record,
  };
}
