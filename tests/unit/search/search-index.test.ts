/** M8: what is found, in every script, and that an index kept up to date answers like one made anew. */

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { openSearchIndex, type SearchIndex } from '../../../src/app/search/search-index.ts';
import { passing, plain } from '../../../src/app/table/filter.ts';
import { openShownTexts } from '../../../src/app/table/shown-texts.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import type { Words } from '../../../src/domain/fields/field.ts';
import type { Code, Day, EntryId, Instant } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';

const heron = '9BGPNH00W' as Code;
const names: Readonly<Record<string, string>> = {
  'kinds.contact.one': 'Contact',
  'kinds.contact.many': 'Contacts',
  'kinds.hearing.one': 'Hearing',
  'kinds.hearing.many': 'Hearings',
  'choices.channels.in-person': 'In person',
};
const words: Words = {
  locale: 'en',
  text: (key) => names[key] ?? '',
  day: (day) => day,
  instant: (instant) => instant,
  cover: coverName,
  entry: () => undefined,
};

let made = 0;
function entry(kind: string, record: AnyRecord, id?: string): Entry {
  made += 1;
  const name = (id ?? made.toString(36).toUpperCase()).padStart(26, '0') as EntryId;
  return {
    kind,
    id: name,
    entry: name,
    version: String(made),
    at: '2026-11-20T09:00:00Z' as Instant,
    createdAt: '2026-11-20T09:00:00Z' as Instant,
    schema: 1,
    by: { objectId: 'o', tenantId: 't', name: 'Ines Calder' },
    under: ['none'],
    record,
  };
}
const contact = (gist: string, day = '2026-11-01', more: AnyRecord = {}): Entry =>
  entry('contact', { about: heron, day, gist, direction: 'by-defender', channel: 'in-person', ...more });
const hearing = (court: string, more: AnyRecord = {}): Entry =>
  entry('hearing', {
    about: heron,
    start: { day: '2026-12-03', time: '10:00', zone: 'Asia/Tbilisi' },
    court,
    ...more,
  });

function indexOf(...entries: readonly Entry[]): SearchIndex {
  const index = openSearchIndex();
  const kinds = [...new Set(entries.map((each) => each.kind))];
  index.take(new Map(kinds.map((kind) => [kind, entries.filter((each) => each.kind === kind)])), words);
  return index;
}
const idsOf = (index: SearchIndex, typed: string) =>
  index.find(typed, 100).flatMap((group) => group.entries.map((each) => each.entry));

describe('M8: one entry', () => {
  const one = hearing('Tribunal d’Oškel', { room: '4', registryNumber: 'MER-2026-129' });
  const index = indexOf(one);
  it.each([
    ['its court', 'tribunal'],
    ['its court without marks', 'oskel'],
    ['its court with other marks', 'Ośkel'],
    ['the beginning of a word', 'trib'],
    ['words in any order', 'oskel tribunal'],
    ['its kind', 'hearing'],
    ['kind and court', 'hearings oskel'],
    ['its registry number', 'MER-2026-129'],
    ['a part of its registry number', '2026-129'],
    ['its code', heron],
    ['its code as people write it', '9bgp-nh00-w'],
    ['the beginning of its code', '9bgp'],
    ['its cover name', coverName(heron)],
  ])('is found by %s', (_, typed) => {
    expect(idsOf(index, typed)).toEqual([one.entry]);
  });
  it.each([
    ['nothing', '  '],
    ['only signs', '·—!'],
    ['the middle of a word', 'ribunal'],
    ['one word that fits and one that does not', 'oskel passport'],
  ])('is not found by %s', (_, typed) => {
    expect(idsOf(index, typed)).toEqual([]);
  });
});

describe('A12: what defenders say of themselves', () => {
  it('is found by no search', () => {
    const one = entry('defender', {
      about: heron,
      unit: 'individual',
      tags: ['lgbtqi'],
      tagsPurpose: 'For a fund',
    });
    const speaking: Words = { ...words, text: (key) => key };
    const index = openSearchIndex();
    index.take(new Map([['defender', [one]]]), speaking);
    expect(idsOf(index, 'individual')).toEqual([one.entry]);
    expect(idsOf(index, 'lgbtqi')).toEqual([]);
    expect(idsOf(index, 'fund')).toEqual([]);
    const shown = openShownTexts(speaking, () => ({ entries: new Map(), byEntry: new Map() }));
    const context = { me: one.by, today: '2026-11-20' as Day, zone: 'UTC', shown };
    expect(passing({ text: 'lgbtqi' }, context)(one)).toBe(false);
  });
});

describe('M8: every script', () => {
  it.each([
    ['Cyrillic', 'Городской суд, зал 4', 'городск'],
    ['Cyrillic with й and ё', 'Районный счёт', 'районныи счет'],
    ['Georgian', 'მერენის საქალაქო სასამართლო', 'სასამ'],
    ['Georgian capitals', 'ᲛᲔᲠᲔᲜᲘ', 'მერენი'],
    ['Arabic with vowels', 'مَحْكَمَة', 'محكمة'],
    ['Latin with marks', 'Łódź, Ærø, Đurđevac, Straße', 'lodz aero durd strasse'],
    ['dotless i', 'Kıbrıs', 'kibris'],
  ])('%s is found', (_, court, typed) => {
    const one = hearing(court);
    expect(idsOf(indexOf(one, hearing('Elsewhere')), typed)).toEqual([one.entry]);
  });
});

test('M8: a text without marks is compared in the same way as one that has some', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(plain(`${text} É`)).toBe(`${plain(text)} e`);
    }),
  );
});

describe('M8: many entries', () => {
  it('stand by kind, newest first, with how many there are', () => {
    const older = contact('Asked about Oskel', '2026-01-01');
    const newer = contact('Oskel again', '2026-06-01');
    const index = indexOf(older, newer, hearing('Oskel District Court'));
    expect(
      index.find('oskel', 1).map(({ kind, count, entries }) => [kind, count, entries[0]?.entry]),
    ).toEqual([
      ['contact', 2, newer.entry],
      ['hearing', 1, expect.any(String)],
    ]);
  });

  it('of one day stand by when they were made, the latest first', () => {
    const early = contact('Oskel, in the morning');
    const late = { ...contact('Oskel, at noon'), createdAt: '2026-11-20T12:00:00Z' as Instant };
    expect(idsOf(indexOf(early, late), 'oskel')).toEqual([late.entry, early.entry]);
    expect(idsOf(indexOf(late, early), 'oskel')).toEqual([late.entry, early.entry]);
  });

  it('one that changed is found by what it says by now, one removed not at all', () => {
    const before = contact('About the passport');
    const other = contact('About the school');
    const index = openSearchIndex();
    index.take(new Map([['contact', [before, other]]]), words);
    const after = { ...before, version: 'x', record: { ...before.record, gist: 'About the trial' } };
    index.take(new Map([['contact', [after, other]]]), words);
    expect(index.find('passport', 5)).toEqual([]);
    expect(idsOf(index, 'trial')).toEqual([before.entry]);
    index.take(new Map([['contact', [other]]]), words);
    expect(index.find('trial', 5)).toEqual([]);
    expect(index.find('about', 5).map(({ count }) => count)).toEqual([1]);
    expect(idsOf(index, 'school')).toEqual([other.entry]);
  });

  it('are taken in bite by bite, and none is lost', () => {
    const all = Array.from({ length: 200 }, (_, place) => contact(`Number x${place}`));
    const entries = new Map([['contact', all]]);
    const index = openSearchIndex();
    let bites = 1;
    while (!index.take(entries, words, () => true)) bites += 1;
    expect(bites).toBeGreaterThan(2);
    expect(index.find('number', 1)[0]?.count).toBe(200);
  });

  test('an index kept up to date answers like one made anew, and like reading every entry', () => {
    const letters = fc.constantFrom('oskel', 'Ośkel', 'trial', 'tribune', 'суд', 'судья', 'passport', 'pass');
    const gists = fc.array(letters, { minLength: 1, maxLength: 4 }).map((each) => each.join(' '));
    fc.assert(
      fc.property(fc.array(fc.array(gists, { maxLength: 6 }), { maxLength: 5 }), letters, (rounds, typed) => {
        const kept = openSearchIndex();
        let now: readonly Entry[] = [];
        for (const [round, texts] of rounds.entries()) {
          // Every second entry stays as it was, one goes, others come.
          now = [
            ...now.filter((_, place) => (place + round) % 3 !== 0),
            ...texts.map((gist) => contact(gist)),
          ];
          kept.take(new Map([['contact', now]]), words);
        }
        const wanted = now
          .filter((each) =>
            plain(String(each.record.gist))
              .split(' ')
              .some((word) => word.startsWith(plain(typed))),
          )
          .map((each) => each.entry);
        expect(idsOf(kept, typed).toSorted()).toEqual(wanted.toSorted());
        expect(idsOf(kept, typed).toSorted()).toEqual(idsOf(indexOf(...now), typed).toSorted());
      }),
    );
  });
});
