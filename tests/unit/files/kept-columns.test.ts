/** The headings of a list that was imported before go where somebody put them then. */

import { describe, expect, it } from 'vitest';
import type { AnyKind } from '../../../src/domain/record-kind.ts';
import { contact } from '../../../src/domain/records/contact.ts';
import { codeList } from '../../../src/domain/system/code-list.ts';
import type { FileColumn } from '../../../src/files/find-table.ts';
import { keeping, withKept } from '../../../src/files/kept-columns.ts';
import { ADD_TO_NOTE, NOTHING } from '../../../src/files/match-columns.ts';

const kind = contact as unknown as AnyKind;
const columns = (...titles: readonly string[]) =>
  titles.map((title, place) => ({ title, place, samples: [] }) as unknown as FileColumn);
const kept = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([key, to]) => ({ key, labels: { to } }));

describe('I4 the next list with the same headings', () => {
  it.each<[string, readonly FileColumn[], Record<number, string>, ReturnType<typeof kept>, object]>([
    ['nothing kept: the guess stands', columns('Quand'), { 0: 'day' }, [], { 0: 'day' }],
    ['a heading kept', columns('Objet'), { 0: 'gist' }, kept(['objet', 'note']), { 0: 'note' }],
    [
      'in capitals and with accents',
      columns('RÉSUMÉ'),
      { 0: 'gist' },
      kept(['resume', 'note']),
      { 0: 'note' },
    ],
    [
      'another column had it',
      columns('A', 'B'),
      { 0: 'day', 1: NOTHING },
      kept(['b', 'day']),
      { 0: NOTHING, 1: 'day' },
    ],
    ['a field that is gone', columns('A'), { 0: 'day' }, kept(['a', 'no-such-field']), { 0: 'day' }],
    [
      'a column about consent never counts',
      columns('Accord'),
      { 0: NOTHING },
      kept(['accord', 'gist']),
      { 0: NOTHING },
    ],
    [
      'but may go to the note',
      columns('Accord'),
      { 0: NOTHING },
      kept(['accord', ADD_TO_NOTE]),
      { 0: ADD_TO_NOTE },
    ],
  ])('I4 · %s', (_, given, guess, list, expected) => {
    expect(withKept(guess, given, kind, list)).toEqual(expected);
  });

  it('I4 · what was chosen is kept once, also what goes nowhere; a sentence for a heading is not', () => {
    const long = 'What happened to them on that day in the court of Oskel';
    const list = keeping(kept(['a', 'day'], ['z', 'gist']), columns('A', 'B', long), {
      0: 'note',
      1: NOTHING,
      2: 'gist',
    });
    expect(list).toEqual(kept(['a', 'note'], ['b', NOTHING], ['z', 'gist']));
    expect(codeList.fields.codes.check(list)).toMatchObject({ ok: true });
    expect(keeping(list, columns('A', 'B'), { 0: 'note', 1: NOTHING })).toBe(list);
  });

  it('I4 · what was kept is found again', () => {
    const given = columns('Quoi', 'Salle');
    const chosen = { 0: 'note', 1: ADD_TO_NOTE };
    expect(withKept({ 0: 'gist', 1: NOTHING }, given, kind, keeping([], given, chosen))).toEqual(chosen);
  });
});
