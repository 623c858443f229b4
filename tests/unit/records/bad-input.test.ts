/** Bad input ends as stored text shown as text, or as a problem with a name; nothing is executed and nothing is lost silently. */

import { describe, expect, test } from 'vitest';
import { MalformedValue } from '../../../src/domain/fields/field.ts';
import { note, text } from '../../../src/domain/fields/text.ts';
import type { Day } from '../../../src/domain/ids.ts';
import { checkRecord } from '../../../src/domain/record-kind.ts';
import { recordKinds } from '../../../src/domain/registry.ts';
import { systemKinds } from '../../../src/domain/system-kinds.ts';
import { exampleOf } from '../../support/examples.ts';
import { plainWords } from '../../support/plain-words.ts';

const today = '2026-11-20' as Day;
const kinds = [...recordKinds, ...systemKinds];
const textFields = kinds.flatMap((kind) =>
  Object.entries(kind.fields)
    .filter(([, field]) => field.kind === 'text' || field.kind === 'note')
    .map(([key, field]) => [`${kind.key}.${key}`, field] as const),
);

const kept: readonly (readonly [string, string, string])[] = [
  ['an apostrophe', "the court's list", "the court's list"],
  ['an encoded apostrophe', 'a%27b', 'a%27b'],
  ['ampersand and hash', 'a & b # c', 'a & b # c'],
  ['a script element', '<script>1</script>', '<script>1</script>'],
  ['a formula', '=cmd|x', '=cmd|x'],
  ['emoji with joiners', '👩🏽‍⚖️ 🏳️‍🌈', '👩🏽‍⚖️ 🏳️‍🌈'],
  ['Georgian', 'ოსკელი', 'ოსკელი'],
  ['Cyrillic', 'Мерен', 'Мерен'],
  ['Arabic', 'محكمة', 'محكمة'],
  ['Persian with a non-joiner', 'می\u200cروم', 'می\u200cروم'],
  ['right-to-left marks', 'ab\u200Fc\u200E', 'ab\u200Fc\u200E'],
  ['decomposed letters, composed', 'Ze\u0301la', 'Zéla'],
  ['spaces around', '  Oskel\t', 'Oskel'],
  ['hostile words', '__proto__', '__proto__'],
];

const refused: readonly (readonly [string, string, string])[] = [
  ['a null character', 'a\u0000b', 'control-character'],
  ['a bell', 'a\u0007b', 'control-character'],
  ['a C1 control', 'a\u0085b', 'control-character'],
  ['a line separator', 'a\u2028b', 'control-character'],
  ['a direction override', 'a\u202Eb', 'direction-character'],
  ['a direction isolate', 'a\u2066b\u2069', 'direction-character'],
  ['a zero-width space', 'a\u200Bb', 'control-character'],
  ['a soft hyphen', 'a\u00ADb', 'control-character'],
  ['a byte order mark inside', 'a\uFEFFb', 'control-character'],
  ['hidden tag letters', 'a\u{E0041}b', 'control-character'],
  ['half a surrogate pair', 'a\uD83Db', 'broken-character'],
  ['a noncharacter', 'a\uFFFFb', 'broken-character'],
];

describe.each(textFields)('Bad input in %s', (_, field) => {
  test.each(kept)('keeps %s as text', (_, raw, clean) => {
    expect(field.check(raw)).toEqual({ ok: true, value: clean });
    expect(field.decode(field.encode(clean))).toBe(clean);
    expect(field.print(clean, plainWords('en'))).toBe(clean);
  });

  test.each(refused)('names the problem with %s', (_, raw, code) => {
    const checked = field.check(raw);
    expect(checked).toMatchObject({ ok: false, problem: { code } });
    expect(JSON.stringify(checked)).not.toContain(raw);
    expect(() => field.decode([raw])).toThrow(MalformedValue);
  });

  test('takes a text of its full length and names a longer one too long', () => {
    const max = field.settings.max ?? 0;
    expect(max).toBeGreaterThan(0);
    expect(field.check('x'.repeat(max))).toMatchObject({ ok: true });
    expect(field.check('x'.repeat(max + 1))).toEqual({
      ok: false,
      problem: { code: 'too-long', values: { max, length: max + 1 } },
    });
    expect(field.check('e\u0301'.repeat(max))).toMatchObject({ ok: true });
  });
});

describe('Bad input', () => {
  test('a line holds 255 characters and no line break, a note holds 63,999 and keeps its lines', () => {
    expect(text().settings.max).toBe(255);
    expect(note().settings.max).toBe(63_999);
    expect(text().check('a\nb')).toMatchObject({ ok: false, problem: { code: 'control-character' } });
    expect(note().check('a\r\nb\tc')).toEqual({ ok: true, value: 'a\nb\tc' });
  });

  test.each(kinds.map((kind) => [kind.key, kind] as const))('hostile keys do nothing to a %s', (_, kind) => {
    const hostile = JSON.parse(
      `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":"x","unknown":1}`,
    ) as Record<string, unknown>;
    const checked = checkRecord(kind, { ...exampleOf(kind), ...hostile }, today);
    expect(checked).toEqual({ ok: true, record: exampleOf(kind) });
    expect(checkRecord(kind, Object.assign(hostile, exampleOf(kind)), today)).toEqual({
      ok: true,
      record: exampleOf(kind),
    });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test.each(kinds.map((kind) => [kind.key, kind] as const))(
    'a %s of wrong types is a problem per field, all of them at once',
    (_, kind) => {
      const wrong = Object.fromEntries(Object.keys(kind.fields).map((key) => [key, new Map([[1, 2]])]));
      const checked = checkRecord(kind, wrong, today);
      expect(checked.ok).toBe(false);
      if (!checked.ok) {
        const required = Object.keys(kind.fields).filter((key) => kind.fields[key]?.required);
        expect(Object.keys(checked.problems)).toEqual(expect.arrayContaining(required));
      }
    },
  );

  test.each([
    ['rows', 'contact', 'promises', '[{"id":"p1"'],
    ['rows without an id', 'contact', 'promises', '[{"what":"x"}]'],
    ['a list that is an object', 'contact', 'asked', '{"0":"visa"}'],
    ['an unknown answer', 'contact', 'channel', 'pigeon'],
    ['a code with a wrong check character', 'contact', 'about', '9BGPNH001'],
    ['a day that does not exist', 'contact', 'day', '2026-02-30'],
    [
      'decisions with an unknown member',
      'consent-file',
      'decisions',
      '[{"id":"x","outcome":"given","all":true}]',
    ],
    ['a number as text with a comma', 'trial-observation', 'otherMissions', '2,5'],
  ])('a column edited by hand to %s is malformed, not half-read', (_, key, name, stored) => {
    const field = kinds.find((kind) => kind.key === key)?.fields[name];
    expect(() => field?.decode([stored])).toThrow(MalformedValue);
  });

  test('rows that do not fit into one note are too long as a whole', () => {
    const promises = recordKinds.find(({ key }) => key === 'defender')?.fields.speakers;
    const many = Array.from({ length: 40 }, (_, index) => ({
      id: `s${index}`,
      giver: 'family',
      giverRef: 'aunt',
      limits: 'x'.repeat(2000),
    }));
    expect(promises?.check(many)).toMatchObject({ ok: false, problem: { code: 'too-long' } });
  });
});
