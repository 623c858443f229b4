/** Whatever a person types or pastes ends in the list as text, or with a problem that names the field. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Code } from '../../../src/domain/ids.ts';
import type { AnyKind, AnyRecord } from '../../../src/domain/record-kind.ts';
import { contact } from '../../../src/domain/records/contact.ts';
import { hearing } from '../../../src/domain/records/hearing.ts';
import { type IdentityRecord, identity } from '../../../src/domain/system/identity.ts';
import type { Draft } from '../../../src/log/writing/saving.ts';
import type { Book } from '../../../src/store/book.ts';
import { type GraphWorld, openGraphWorld, type Tab } from '../../support/graph-world.ts';
import { addDefender, contactDraft } from '../../support/log-world.ts';

let world: GraphWorld;
let tab: Tab;
let about: Code;
/** Reads what is in the list, past everything the tab holds in memory. */
let lists: Book;

beforeAll(async () => {
  world = await openGraphWorld();
  tab = await world.open('ines');
  about = await addDefender(tab.log);
  lists = world.book('ines').book;
});
afterAll(() => world.close());

const kept: readonly (readonly [string, string])[] = [
  ['an apostrophe', "the court's list"],
  ['a quoted apostrophe', "O'' or 1 eq 1"],
  ['an encoded apostrophe', 'a%27b%2527'],
  ['ampersand, hash and plus', 'a & b # c + d ? e = f'],
  ['a script element', '<script>alert(1)</script>'],
  ['an image that runs code', '"><img src=x onerror=alert(1)>'],
  ['a character entity', '&lt;b&gt;'],
  ['a formula', '=cmd|/c calc'],
  ['other beginnings of a formula', '@SUM(1) -1+1'],
  ['emoji with joiners', '👩🏽‍⚖️ 🏳️‍🌈'],
  ['Georgian', 'ოსკელის სასამართლო'],
  ['Cyrillic', 'Мерен'],
  ['Arabic', 'محكمة أوسكيل'],
  ['Persian with a non-joiner', 'می\u200cروم'],
  ['right-to-left marks', 'ab\u200Fc\u200E'],
  ['decomposed letters', 'Ze\u0301la, A\u030Angstro\u0308m'],
  ['JSON', '{"__proto__":{"polluted":true}}'],
  ['a path and a placeholder', '../../etc {{name}} $(name) %s'],
  ['backslashes', 'a\\b\\u0000'],
  ['a word of JavaScript', 'constructor'],
];

const refused: readonly (readonly [string, string, string])[] = [
  ['a null character', 'a\u0000b', 'control-character'],
  ['a C1 control', 'a\u0085b', 'control-character'],
  ['a direction override', 'a\u202Eb', 'direction-character'],
  ['a direction isolate', 'a\u2066b\u2069', 'direction-character'],
  ['a zero-width space', 'a\u200Bb', 'control-character'],
  ['a byte order mark inside', 'a\uFEFFb', 'control-character'],
  ['hidden tag letters', 'a\u{E0041}b', 'control-character'],
  ['half a surrogate pair', 'a\uD83Db', 'broken-character'],
  ['a noncharacter', 'a\uFFFFb', 'broken-character'],
];

const typed = [...kept, ...refused].map(([name, text]) => [name, text] as const);

const textKeys = (kind: AnyKind) =>
  Object.entries(kind.fields)
    .filter(([, field]) => field.kind === 'text' || field.kind === 'note')
    .map(([key]) => key);

function everyText(kind: AnyKind, text: string): AnyRecord {
  return Object.fromEntries(textKeys(kind).map((key) => [key, text]));
}

const forms: readonly (readonly [AnyKind, () => AnyRecord])[] = [
  [contact, () => ({ about, day: '2026-11-20', leaflet: true, leafletLanguage: 'Varosian' })],
  [
    hearing,
    () => ({
      about,
      start: { day: '2026-11-26', time: '10:00', zone: 'Asia/Tbilisi' },
      outcome: 'postponed',
    }),
  ],
];

function draftOf(kind: AnyKind, values: AnyRecord): Draft {
  return { kind: kind.key, entry: tab.log.newEntryId(), values };
}

describe.each(forms)('Bad input in every text of a $key', (kind, start) => {
  it.each(kept)('keeps %s as text, as it was typed', async (_, text) => {
    const draft = draftOf(kind, { ...start(), ...everyText(kind, text) });
    expect(await tab.log.save(draft)).toMatchObject({ outcome: 'saved' });
    const there = await lists.find(kind, draft.entry);
    expect(there?.entry.record).toEqual({ ...start(), ...everyText(kind, text.normalize('NFC')) });
  });

  it.each(refused)('names each field with %s and stores nothing', async (_, text, code) => {
    const draft = draftOf(kind, { ...start(), ...everyText(kind, text) });
    const outcome = await tab.log.save(draft);
    const problems = Object.fromEntries(textKeys(kind).map((key) => [key, [{ code }]]));
    expect(outcome).toMatchObject({ outcome: 'invalid', problems });
    expect(await lists.find(kind, draft.entry)).toBeUndefined();
  });

  it.each(typed)('M6 loses nothing of a draft with %s', async (_, text) => {
    const draft = draftOf(kind, { ...start(), ...everyText(kind, text) });
    await tab.log.keepDraft(draft);
    const again = await world.open('ines');
    expect(again.log.view().drafts.map((each) => each.draft)).toContainEqual(draft);
  });
});

describe('Bad input in an identity', () => {
  const keys = textKeys(identity);

  it.each(kept)('keeps %s as text, as it was typed', async (_, text) => {
    await tab.log.saveIdentity(about, identityWith(text));
    expect(await tab.log.showIdentity(about)).toEqual(identityWith(text.normalize('NFC')));
  });

  it.each(refused)('names each field with %s and keeps what was there', async (_, text) => {
    await tab.log.saveIdentity(about, identityWith('as before'));
    await expect(tab.log.saveIdentity(about, identityWith(text))).rejects.toThrow(keys.join(', '));
    expect(await tab.log.showIdentity(about)).toEqual(identityWith('as before'));
  });

  function identityWith(text: string): IdentityRecord {
    return { about, ...everyText(identity, text) } as unknown as IdentityRecord;
  }
});

describe('Limits', () => {
  const limits = [
    [contact, 'gist', 255],
    [contact, 'note', 63_999],
    [hearing, 'court', 255],
    [hearing, 'note', 63_999],
  ] as const;

  it.each(limits)('of $0.key.$1 are exactly $2 characters', async (kind: AnyKind, key, max) => {
    const [, start] = forms.find(([each]) => each === kind) ?? [];
    const base = { gist: 'Came to the mission', court: 'Oskel District Court', ...start?.() };
    const whole = Object.fromEntries(Object.entries(base).filter(([each]) => each in kind.fields));
    const fits = draftOf(kind, { ...whole, [key]: 'ა'.repeat(max) });
    expect(await tab.log.save(fits)).toMatchObject({ outcome: 'saved' });
    expect((await lists.find(kind, fits.entry))?.entry.record[key]).toBe('ა'.repeat(max));
    const over = draftOf(kind, { ...whole, [key]: 'ა'.repeat(max + 1) });
    expect(await tab.log.save(over)).toMatchObject({
      outcome: 'invalid',
      problems: { [key]: [{ code: 'too-long', values: { max, length: max + 1 } }] },
    });
    expect(await lists.find(kind, over.entry)).toBeUndefined();
  });

  it('of a draft are told by list and column; nothing that was kept before is lost', async () => {
    const draft = contactDraft(tab.log, about, { values: { note: 'n'.repeat(60_000) } });
    await tab.log.keepDraft(draft);
    const longer = { ...draft, values: { ...draft.values, note: 'n'.repeat(63_999) } };
    await expect(tab.log.keepDraft(longer)).rejects.toMatchObject({
      code: 'too-large',
      where: 'Drafts / fp_content',
    });
    expect((await world.open('ines')).log.view().drafts.map((each) => each.draft)).toContainEqual(draft);
    expect(await tab.log.save(longer)).toMatchObject({ outcome: 'saved' });
  });
});

describe('Hostile keys', () => {
  const hostile = '"__proto__":{"polluted":true},"constructor":{"x":1},"toString":"x","hasOwnProperty":"y"';

  it('in a form are left out of the entry and change nothing else', async () => {
    const values = JSON.parse(
      `{"about":"${about}","day":"2026-11-20","gist":"Came to the mission",${hostile}}`,
    ) as AnyRecord;
    const draft = draftOf(contact, values);
    await tab.log.keepDraft(draft);
    expect(await tab.log.save(draft)).toMatchObject({ outcome: 'saved' });
    const there = await lists.find(contact, draft.entry);
    expect(there?.entry.record).toEqual({ about, day: '2026-11-20', gist: 'Came to the mission' });
    expect(({} as AnyRecord).polluted).toBeUndefined();
  });

  it('in a row are left out of the row', async () => {
    const owner = JSON.stringify(world.person('ines'));
    const row = `{"id":"p1","what":"Say who attends","owner":${owner},"due":"2026-12-01",${hostile}}`;
    const draft = contactDraft(tab.log, about, { values: { promises: [JSON.parse(row)] } });
    expect(await tab.log.save(draft)).toMatchObject({ outcome: 'saved' });
    const there = await lists.find(contact, draft.entry);
    expect(there?.entry.record.promises).toEqual([
      { id: 'p1', what: 'Say who attends', owner: world.person('ines'), due: '2026-12-01' },
    ]);
    expect(({} as AnyRecord).polluted).toBeUndefined();
  });
});
