/** L1: open lists keep their keys, and two people's edits of one list merge line by line or are refused cleanly. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  goingOn,
  moved,
  placed,
  relabelled,
  retired,
  toStore,
  unnamed,
  withNew,
  without,
} from '../../../src/app/settings/code-edits.ts';
import { answersOf } from '../../../src/domain/answers.ts';
import { codeList, fixedLists, type ListedCode } from '../../../src/domain/system/code-list.ts';
import { keyFor, mergedCodes } from '../../../src/domain/system/code-list-edits.ts';
import { languages } from '../../../src/locales/languages.ts';
import { plainWords } from '../../support/plain-words.ts';

const code = (key: string, en: string, more: Partial<ListedCode> = {}): ListedCode => ({
  key,
  labels: { en },
  ...more,
});
const base = [code('a', 'City Court'), code('b', 'District Court'), code('c', 'Court of Appeal')];

describe('keys', () => {
  test.each([
    ['Meren City Court', [], 'meren-city-court'],
    ['Meren City Court', ['meren-city-court'], 'meren-city-court-2'],
    ["Cour d'appel, Été", [], 'cour-d-appel-ete'],
    ['ოსკელი', [], 'entry'],
    ['x'.repeat(80), [], 'x'.repeat(36)],
  ])('L1: %s gets a key that a field accepts', (label, taken, key) => {
    expect(keyFor(label, taken)).toBe(key);
  });

  test('L1: whatever the label, the key is sound, new, and may stand in an audience', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.constantFrom('a', 'entry', 'entry-2')),
        (label, taken) => {
          const key = keyFor(label, taken);
          expect(key).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/);
          expect(taken).not.toContain(key);
        },
      ),
    );
  });
});

describe('two edits of one list', () => {
  const renamed = [code('a', 'Court of the City'), ...base.slice(1)];
  test.each<[string, readonly ListedCode[], readonly ListedCode[], readonly ListedCode[] | undefined]>([
    ['one renames, the other adds', renamed, [...base, code('d', 'Bar')], [...renamed, code('d', 'Bar')]],
    [
      'both add',
      [...base, code('x', 'X')],
      [...base, code('y', 'Y')],
      [...base, code('y', 'Y'), code('x', 'X')],
    ],
    ['both add the same', [...base, code('x', 'X')], [...base, code('x', 'X')], [...base, code('x', 'X')]],
    [
      'both add one key with other labels',
      [...base, code('x', 'X')],
      [...base, code('x', 'Other')],
      undefined,
    ],
    ['both rename one line', renamed, [code('a', 'Other'), ...base.slice(1)], undefined],
    ['one moves, the other renames', [...base].reverse(), renamed, [...renamed].reverse()],
    ['both move, differently', [...base].reverse(), [base[1], base[0], base[2]] as ListedCode[], undefined],
    ['both move alike', [...base].reverse(), [...base].reverse(), [...base].reverse()],
    [
      'one retires, the other moves',
      [code('a', 'City Court', { retired: true }), ...base.slice(1)],
      [...base].reverse(),
      [base[2], base[1], code('a', 'City Court', { retired: true })] as ListedCode[],
    ],
  ])('L1: %s', (_, mine, theirs, merged) => {
    expect(mergedCodes(base, mine, theirs)).toEqual(merged);
  });

  test('L1: laws: what only one side changed is taken, and no key is ever lost', () => {
    const codes = fc.uniqueArray(
      fc
        .tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('1', '2'))
        .map(([key, en]) => code(key, en)),
      { selector: ({ key }) => key },
    );
    fc.assert(
      fc.property(codes, codes, (was, theirs) => {
        expect(mergedCodes(was, was, was)).toEqual(was);
        const merged = mergedCodes(was, was, theirs);
        for (const each of theirs) expect(merged).toContainEqual(each);
        for (const { key } of was) expect(merged?.map((each) => each.key)).toContain(key);
      }),
    );
  });
});

describe('L1: sets of answers that a mission may call otherwise', () => {
  test.each(fixedLists)('L1: %s has its lines, each with its usual words', (name) => {
    const keys = answersOf(name);
    expect(keys.length).toBeGreaterThan(4);
    for (const language of languages)
      for (const key of keys)
        expect(plainWords(language).text(`choices.${name}.${key}`)).not.toContain('choices.');
  });

  test('L1: also answers within rows are found, and a set that nobody has is empty', () => {
    expect(answersOf('refusal-grounds')).toContain('return-in-doubt');
    expect(answersOf('colours')).toEqual([]);
  });
});

describe('lines on screen', () => {
  test('L1: labels, order, retiring and bringing back; only a line that was never saved goes away', () => {
    expect(relabelled(base, 'a', 'fr', 'Tribunal')[0]?.labels).toEqual({ en: 'City Court', fr: 'Tribunal' });
    expect(moved(base, 'c', -1).map(({ key }) => key)).toEqual(['a', 'c', 'b']);
    expect(moved(base, 'a', -1)).toBe(base);
    const gone = retired(base, 'b', true);
    expect(gone[1]).toEqual(code('b', 'District Court', { retired: true }));
    expect(retired(gone, 'b', false)).toEqual(base);
    expect(without(base, 'a')).toEqual(base);
    expect(without(withNew(base, 'n'), 'n')).toEqual(base);
  });

  test('L1 J5: a place is given a region, which is kept, merged and taken away again', () => {
    const east = placed(base, 'a', 'east');
    expect(toStore(east)[0]).toEqual({ ...base[0], region: 'east' });
    expect(codeList.fields.codes.check(toStore(east)).ok).toBe(true);
    expect(mergedCodes(base, toStore(east), base)).toEqual(east);
    expect(mergedCodes(base, toStore(east), toStore(placed(base, 'a', 'west')))).toBeUndefined();
    expect(placed(east, 'a', undefined)).toEqual(base);
    const odd = [{ ...base[0], region: 'up' }];
    expect(codeList.fields.codes.check(odd).ok).toBe(false);
  });

  test('L1: a new line gets its key from its label; one without a label is not stored; labels are trimmed', () => {
    const lines = relabelled(withNew(withNew(base, 'n'), 'm'), 'n', 'en', '  Bar of Meren ');
    expect(toStore(lines)).toEqual([...base, code('bar-of-meren', 'Bar of Meren')]);
    expect(codeList.fields.codes.check(toStore(lines)).ok).toBe(true);
    expect(unnamed(relabelled(base, 'a', 'en', ' '))).toEqual(['a']);
  });
});

describe('L1: what is written while a save is under way', () => {
  const sent = relabelled(withNew(withNew(base, 'n1'), 'n2'), 'n1', 'en', 'Town Court');
  const written = relabelled(
    relabelled(sent, 'n1', 'en', 'Court of the Town'),
    'a',
    'en',
    'Court of the City',
  );

  test('stays, and a new line is not stored a second time', () => {
    const stored = toStore(sent);
    const next = toStore(goingOn(written, sent));
    expect(stored.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'town-court']);
    expect(mergedCodes(stored, next, stored)).toEqual([
      code('a', 'Court of the City'),
      ...base.slice(1),
      code('town-court', 'Court of the Town'),
    ]);
  });

  test('stands in the same row', () => {
    const rows = goingOn(written, sent).map(({ row, key }) => row ?? key);
    expect(rows).toEqual(written.map(({ key }) => key));
  });

  test('is still new where the line had no words yet', () => {
    expect(goingOn(written, sent).filter(({ fresh }) => fresh)).toEqual([
      { key: 'n2', labels: {}, fresh: true },
    ]);
  });
});
