/** How long a search takes over many entries in memory, and how long they take to become searchable. */

import { openSearchIndex, searchedText } from '../../src/app/search/search-index.ts';
import { codeFrom } from '../../src/domain/codes.ts';
import { coverName } from '../../src/domain/cover-names.ts';
import type { Words } from '../../src/domain/fields/field.ts';
import { addDays, type Day, type EntryId, type Instant } from '../../src/domain/ids.ts';
import type { Entry } from '../../src/domain/record-kind.ts';

export interface SearchFigures {
  readonly entries: number;
  /** Ms of processor time, here and below, to take them all in. */
  readonly takenIn: number;
  /** Ms of one search: the median and the worst. */
  readonly median: number;
  readonly worst: number;
  /** The median beside that of a plain `includes` over the same texts, already in small letters. */
  readonly besideIncludes: number;
}

const words: Words = {
  locale: 'en',
  text: (key) => key.replaceAll('.', ' '),
  day: (day) => day,
  instant: (instant) => instant,
  cover: coverName,
  entry: () => undefined,
};
const places = ['Oskel', 'Meren', 'Tarvin', 'Lower Brae'];
const said = [
  'asked',
  'about',
  'the',
  'passport',
  'hearing',
  'family',
  'wants',
  'somebody',
  'there',
  'again',
  'medicine',
];

export function measureSearch(entries = 100_000): SearchFigures {
  const lists = invented(entries);
  const index = openSearchIndex();
  const began = process.cpuUsage();
  index.take(lists, words);
  const takenIn = spentSince(began);
  const typings = [
    'o',
    'os',
    'oskel',
    'oskel d',
    'oskel district 17',
    'amber',
    'hearing meren 4',
    'x2931',
    'p',
    'passport family',
  ].flatMap((typed) => Array.from({ length: 5 }, () => typed));
  const texts = [...lists.values()].flat().map((entry) => searchedText(entry, words).toLowerCase());
  const times = timed(typings, (typed) => index.find(typed, 5));
  const scans = timed(typings, (typed) => texts.filter((text) => text.includes(typed)));
  const median = middle(times);
  return { entries, takenIn, median, worst: Math.max(...times), besideIncludes: median / middle(scans) };
}

/** Milliseconds of processor time of each: other work on the machine does not count. */
function timed(typings: readonly string[], search: (typed: string) => unknown): readonly number[] {
  return typings.map((typed) => {
    const start = process.cpuUsage();
    search(typed);
    return spentSince(start);
  });
}

function spentSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

function invented(count: number): ReadonlyMap<string, readonly Entry[]> {
  const of = (place: number): Entry => {
    const about = codeFrom(Uint8Array.of(place % 7, place % 31, place % 13, place % 5, place % 41));
    const day = addDays('2020-01-01' as Day, place % 2000);
    const common = {
      id: String(place),
      entry: place.toString().padStart(26, '0') as EntryId,
      version: '1',
      at: `${day}T09:00:00Z` as Instant,
      createdAt: `${day}T09:00:00Z` as Instant,
      schema: 1,
      by: { objectId: 'o', tenantId: 't', name: 'Focal point' },
      under: ['none'],
    };
    const town = places[place % places.length] ?? '';
    return place % 2 === 0
      ? {
          ...common,
          kind: 'hearing',
          record: {
            about,
            start: { day, time: '10:00', zone: 'Asia/Tbilisi' },
            court: `${town} District Court ${place % 90}`,
            registryNumber: `x${place}`,
          },
        }
      : {
          ...common,
          kind: 'contact',
          record: {
            about,
            day,
            direction: 'by-defender',
            channel: 'phone',
            gist: Array.from({ length: 8 }, (_, nth) => said[(place * 7 + nth * 3) % said.length]).join(' '),
          },
        };
  };
  const all = Array.from({ length: count }, (_, place) => of(place));
  return new Map(['contact', 'hearing'].map((kind) => [kind, all.filter((entry) => entry.kind === kind)]));
}

if (process.argv[1]?.endsWith('bench/search.ts')) {
  const { entries, takenIn, median, worst, besideIncludes } = measureSearch();
  console.log(
    `search over ${entries.toLocaleString('en')} entries: median ${median.toFixed(1)} ms, worst ${worst.toFixed(1)} ms (target 50), ${besideIncludes.toFixed(2)} × a plain includes; taken in within ${Math.round(takenIn)} ms`,
  );
}
