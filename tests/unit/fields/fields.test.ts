/** Examples of what each field kind takes, refuses and merges. */

import { describe, expect, test } from 'vitest';
import { checklist } from '../../../src/domain/fields/checklist.ts';
import { choices } from '../../../src/domain/fields/choice.ts';
import { optional } from '../../../src/domain/fields/define-field.ts';
import { number, yesNo } from '../../../src/domain/fields/number.ts';
import { defenders, entry, mission, person } from '../../../src/domain/fields/reference.ts';
import { rows } from '../../../src/domain/fields/rows.ts';
import { note, text } from '../../../src/domain/fields/text.ts';
import { day, instant, localTime } from '../../../src/domain/fields/time.ts';
import { recordKinds } from '../../../src/domain/registry.ts';
import { draft } from '../../../src/domain/system/draft.ts';
import { journal } from '../../../src/domain/system/journal.ts';
import { plainWords } from '../../support/plain-words.ts';

const en = plainWords('en');
const tbilisi = { day: '2026-12-03', time: '10:00', zone: 'Asia/Tbilisi' };

describe('times', () => {
  test.each([
    ['a day that does not exist', { ...tbilisi, day: '2026-02-30' }, 'not-a-day'],
    ['an hour that does not exist', { ...tbilisi, time: '24:00' }, 'not-a-time'],
    ['a zone that is only an offset', { ...tbilisi, zone: '+04:00' }, 'not-a-zone'],
    ['a zone nobody knows', { ...tbilisi, zone: 'Asia/Meren' }, 'not-a-zone'],
    ['a text', '2026-12-03 10:00', 'not-a-time'],
  ])('a local time refuses %s', (_, raw, code) => {
    expect(localTime().check(raw)).toMatchObject({ ok: false, problem: { code } });
  });

  test('a local time half erased in the list is malformed, a fully erased one is absent', () => {
    const field = localTime();
    expect(() => field.decode(['2026-12-03', null, null])).toThrow();
    expect(field.decode([null, '', undefined])).toBeUndefined();
    expect(field.decode(['2026-12-03', '10:00', 'Asia/Tbilisi'])).toEqual(tbilisi);
  });

  test('an instant loses its fractions, a day that rolls over is refused', () => {
    expect(instant().check('2026-11-20T09:00:00.123Z')).toEqual({ ok: true, value: '2026-11-20T09:00:00Z' });
    expect(instant().check('2026-02-30T09:00:00Z')).toMatchObject({ ok: false });
    expect(day().check(' 2026-11-20 ')).toEqual({ ok: true, value: '2026-11-20' });
  });
});

describe('numbers', () => {
  test.each([
    ['12', { ok: true, value: 12 }],
    [-0, { ok: true, value: 0 }],
    [Number.NaN, { ok: false, problem: { code: 'not-a-number' } }],
    ['1e9', { ok: false, problem: { code: 'not-a-number' } }],
    [100, { ok: false, problem: { code: 'too-large', values: { max: 99 } } }],
    [-1, { ok: false, problem: { code: 'too-small', values: { min: 0 } } }],
    [1.5, { ok: false, problem: { code: 'not-a-number' } }],
  ])('%s gives %j', (raw, expected) => {
    expect(number({ min: 0, max: 99, whole: true }).check(raw)).toEqual(expected);
  });
});

describe('references', () => {
  test('a person without a name or with a path for an id is refused', () => {
    const one = { objectId: 'a1', tenantId: 't1', name: 'Deputy, Brenland' };
    expect(person().check({ ...one, extra: 1 })).toEqual({ ok: true, value: one });
    expect(person().check({ ...one, name: ' ' })).toMatchObject({
      ok: false,
      problem: { code: 'not-a-person' },
    });
    expect(person().check({ ...one, objectId: '../x' })).toMatchObject({ ok: false });
  });

  test('codes are kept once each in the order of the codes', () => {
    expect(defenders().check(['GSCP57DRW', '9BGPNH00W', 'GSCP57DRW'])).toEqual({
      ok: true,
      value: ['9BGPNH00W', 'GSCP57DRW'],
    });
  });

  test('an entry not known here is shown as its kind, a mission by its code in words', () => {
    expect(entry('hearing').print('01HZX3K8Q2W7V5R4T9N6M1C0BF' as never, en)).toBe('Hearing');
    expect(mission().print('western-union' as never, en)).toBe('Western Union');
  });
});

describe('merging', () => {
  test('two people who add and remove ticks both get their way', () => {
    const field = choices('needs', ['visa', 'medical', 'schooling']);
    expect(field.merge(['visa', 'medical'], ['visa'], ['visa', 'medical', 'schooling'])).toEqual({
      value: ['visa', 'schooling'],
    });
  });

  const table = rows({ what: text(), due: optional(day()) });
  type Rows = NonNullable<ReturnType<typeof table.decode>>;
  const row = (id: string, what: string, due?: string) =>
    ({ id, what, ...(due ? { due } : {}) }) as Rows[number];

  test('two people who edit different cells and add rows both get their way', () => {
    const merged = table.merge(
      [row('a', 'x'), row('b', 'y')],
      [row('a', 'x2'), row('b', 'y'), row('c', 'mine')],
      [row('a', 'x', '2026-12-01'), row('d', 'theirs')],
    );
    expect(merged).toEqual({ value: [row('a', 'x2', '2026-12-01'), row('d', 'theirs'), row('c', 'mine')] });
  });

  test('a row that one removed and the other changed is for a person to decide', () => {
    expect(table.merge([row('a', 'x')], [], [row('a', 'y')])).toEqual({ conflict: true });
  });

  test('rows that fitted one by one but not together are for a person to decide', () => {
    const long = rows({ what: note() });
    const big = (id: string) => [{ id, what: 'x'.repeat(40_000) }];
    expect(long.merge(undefined, big('a'), big('b'))).toEqual({ conflict: true });
  });

  test('checklist items merge one by one, and the same item answered twice is a conflict', () => {
    const field = checklist('fair-trial', ['equality', 'appeal'], 'fair-trial-answers', [
      'respected',
      'concern',
    ]);
    expect(field.merge({}, { equality: { answer: 'concern' } }, { appeal: { answer: 'respected' } })).toEqual(
      { value: { equality: { answer: 'concern' }, appeal: { answer: 'respected' } } },
    );
    expect(
      field.merge({}, { equality: { answer: 'concern' } }, { equality: { answer: 'respected' } }),
    ).toEqual({ conflict: true });
    expect(field.print({ equality: { answer: 'concern' }, appeal: { answer: 'concern' } }, en)).toBe(
      'Concern: 2',
    );
  });
});

describe('rows', () => {
  test('an empty row is dropped, a row twice is refused, and a problem says which row and part', () => {
    const field = rows({ what: text(), due: day() });
    expect(field.check([{ id: 'a' }, { id: 'b', what: 'x', due: '2026-12-01' }])).toEqual({
      ok: true,
      value: [{ id: 'b', what: 'x', due: '2026-12-01' }],
    });
    expect(field.check([{ id: 'a', what: 'x', due: 'soon' }])).toEqual({
      ok: false,
      problem: { code: 'not-a-day', row: 'a', part: 'due' },
    });
    expect(
      field.check([
        { id: 'a', what: 'x' },
        { id: 'a', what: 'y' },
      ]),
    ).toMatchObject({ ok: false });
  });
});

describe('system documents', () => {
  test('a draft keeps what was typed, sound or not, through the list', () => {
    const content = { values: { gist: 'half \uD83D and \u202E and \u0000' } };
    const field = draft.fields.content;
    expect(field.decode(field.encode(content))).toEqual(content);
  });

  test('the journal counts from one and is never amended', () => {
    expect(journal.appendOnly).toBe(true);
    expect(journal.fields.sequence.check(0)).toMatchObject({ ok: false });
    expect(journal.fields.sequence.columns[0]).toMatchObject({ type: 'number', indexed: true });
  });
});

describe('on an empty sheet', () => {
  test.each<[string, { onPaper(): object }, object]>([
    ['a line to write on', text(), { boxes: [], lines: 1 }],
    ['a day', day(), { boxes: [], lines: 1 }],
    [
      'answers to tick',
      choices('talks', ['private', 'heard']),
      { boxes: ['choices.talks.private', 'choices.talks.heard'], lines: 0 },
    ],
    ['yes or no', yesNo(), { boxes: ['choices.yes-no.yes', 'choices.yes-no.no'], lines: 0 }],
    ['rows', rows({ what: text() }), { boxes: [], lines: 6 }],
    [
      'also where it is optional',
      optional(yesNo()),
      { boxes: ['choices.yes-no.yes', 'choices.yes-no.no'], lines: 0 },
    ],
    [
      'a checklist, item by item',
      checklist('rules', ['food', 'air'], 'answers', ['ok', 'bad']),
      {
        boxes: ['choices.answers.ok', 'choices.answers.bad'],
        lines: 0,
        items: ['checklists.rules.food', 'checklists.rules.air'],
      },
    ],
  ])('E3: %s', (_, field, paper) => {
    expect(field.onPaper()).toEqual(paper);
  });

  test('E3: a sheet asks nothing that says who it is about, and every field of it is there', () => {
    const sheets = recordKinds.flatMap(({ blankSheet, fields, key }) =>
      blankSheet ? [{ blankSheet, fields, key }] : [],
    );
    expect(sheets.map(({ key }) => key)).toEqual(['trial-observation', 'prison-visit']);
    for (const { blankSheet, fields } of sheets)
      for (const name of [...blankSheet.open, ...(blankSheet.inPrivate ?? [])]) {
        expect(['defender', 'defenders', 'entry', 'person', 'mission']).not.toContain(fields[name]?.kind);
        expect(fields[name]).toBeDefined();
      }
  });
});
