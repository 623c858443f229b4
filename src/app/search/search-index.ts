/**
 * Every word of every entry, kept ready so that a search answers while somebody types: words are compared without
 * marks and case, by their beginnings. Pure: what is new is handed in, and only what is new is read again.
 */

import { formatCode } from '../../domain/codes.ts';
import type { Words } from '../../domain/fields/field.ts';
import { openIdTable } from '../../domain/id-table.ts';
import { codesOf, type Entry } from '../../domain/record-kind.ts';
import { kindByKey, recordKinds } from '../../domain/registry.ts';
import { plain, printedFields } from '../table/filter.ts';

/** Entries of one kind that hold everything typed, newest first. */
export interface FoundOfKind {
  readonly kind: string;
  readonly count: number;
  readonly entries: readonly Entry[];
}

export interface SearchIndex {
  /**
   * Takes in what is new or different, in the words of one language. Stops early when `enough` says so, asked after every
   * few entries. @returns whether everything is in
   */
  take(entries: ReadonlyMap<string, readonly Entry[]>, words: Words, enough?: () => boolean): boolean;
  /** By kind in the order of the registry; at most `most` entries of each. */
  find(typed: string, most: number): readonly FoundOfKind[];
}

/** In the place of a kind: this entry is no longer found. */
const GONE = -1;

const ENTRIES_BETWEEN_LOOKS = 32;
const MOST_WORDS = 12;

/** Words of a text as they are compared. */
export function wordsIn(text: string): readonly string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

export function openSearchIndex(): SearchIndex {
  // Of the entry in each place: itself, the place of its kind in the registry, and when it was. Apart, because a short
  // word meets tens of thousands of entries and asks of nearly all of them the last two only.
  const slots: (Entry | undefined)[] = [];
  const kinds: number[] = [];
  const times: number[] = [];
  const places = openIdTable<number>((place) => slots[place]?.entry);
  /** How many of each kind are found. */
  const held = recordKinds.map(() => 0);
  const whole = new Map<string, readonly Entry[]>();
  const postings = new Map<string, number[]>();
  let sorted: string[] = [];
  let unsorted: string[] = [];

  function put(entry: Entry, kind: number, words: Words): void {
    const before = places.get(entry.entry);
    const place = slots.length;
    slots.push(entry);
    kinds.push(kind);
    times.push(timeOf(entry));
    places.set(entry.entry, place);
    held[kind] = heldOf(kind) + 1;
    if (before !== undefined) clear(before);
    for (const word of new Set(wordsIn(searchedText(entry, words)))) {
      const known = postings.get(word);
      if (known) known.push(place);
      else {
        postings.set(word, [place]);
        unsorted.push(word);
      }
    }
  }

  function heldOf(kind: number): number {
    return held[kind] ?? 0;
  }

  function clear(place: number): void {
    const kind = kinds[place] ?? GONE;
    held[kind] = heldOf(kind) - 1;
    slots[place] = undefined;
    kinds[place] = GONE;
  }

  /** What is no longer in its list (removed as a mistake) is no longer found. */
  function drop(kind: number, list: readonly Entry[]): void {
    const still = new Set(list);
    for (const [place, entry] of slots.entries()) {
      if (!entry || kinds[place] !== kind || still.has(entry)) continue;
      places.delete(entry.entry);
      clear(place);
    }
  }

  function inOrder(): readonly string[] {
    if (unsorted.length > 0) {
      sorted = merged(sorted, unsorted.sort());
      unsorted = [];
    }
    return sorted;
  }

  return {
    take(entries, words, enough = () => false) {
      let looked = 0;
      for (const [kind, { key }] of recordKinds.entries()) {
        const list = entries.get(key) ?? [];
        if (whole.get(key) === list) continue;
        for (const entry of list) {
          const place = places.get(entry.entry);
          if (place !== undefined && slots[place] === entry) continue;
          put(entry, kind, words);
          looked += 1;
          if (looked % ENTRIES_BETWEEN_LOOKS === 0 && enough()) return false;
        }
        if (heldOf(kind) > list.length) drop(kind, list);
        whole.set(key, list);
      }
      // The first answer should not have to wait for it.
      inOrder();
      return true;
    },
    find(typed, most) {
      const wanted = [...new Set(wordsIn(typed))].slice(0, MOST_WORDS);
      if (wanted.length === 0) return [];
      const order = inOrder();
      // How many of the wanted words, in their order, each entry was found to hold.
      const met = new Uint8Array(slots.length);
      wanted.forEach((word, index) => {
        for (let at = firstFrom(order, word); order[at]?.startsWith(word); at += 1)
          for (const place of postings.get(order[at] ?? '') ?? [])
            if (met[place] === index) met[place] = index + 1;
      });
      const groups = recordKinds.map(({ key }) => ({ kind: key, count: 0, best: [] as number[] }));
      for (let place = 0; place < met.length; place += 1) {
        const group = met[place] === wanted.length ? groups[kinds[place] ?? GONE] : undefined;
        if (!group) continue;
        group.count += 1;
        keepBest(group.best, place, times, most);
      }
      return groups
        .filter(({ count }) => count > 0)
        .map(({ kind, count, best }) => ({
          ...{ kind, count },
          entries: best.flatMap((place) => slots[place] ?? []),
        }));
    },
  };
}

/** Everything by which people look for an entry, as one text. */
export function searchedText(entry: Entry, words: Words): string {
  const kind = kindByKey(entry.kind);
  if (!kind) return '';
  const need = kind.need(entry.record);
  return [
    words.text(`kinds.${entry.kind}.one`),
    words.text(`kinds.${entry.kind}.many`),
    need.kind === 'consent' ? words.text(`consent.actions.${need.action}`) : '',
    kind.summary(entry.record, words),
    ...codesOf(entry.record).flatMap((code) => [words.cover(code), code, formatCode(code)]),
    ...printedFields(entry, words),
  ].join(' ');
}

/** Keeps the places of the `most` latest, latest first. */
function keepBest(best: number[], place: number, times: readonly number[], most: number): void {
  const time = times[place] ?? 0;
  const timeAt = (at: number) => times[best[at] ?? 0] ?? 0;
  if (best.length >= most && timeAt(most - 1) >= time) return;
  let at = best.length;
  while (at > 0 && timeAt(at - 1) < time) at -= 1;
  best.splice(at, 0, place);
  if (best.length > most) best.pop();
}

const SECONDS = 2 ** 32;

/** Sorts by day, then by when it was made; what has no day comes last. */
function timeOf(entry: Entry): number {
  const days = Date.parse(kindByKey(entry.kind)?.day(entry.record) ?? '') / 86_400_000;
  const before = Number.isNaN(days) ? 0 : Math.floor(days) + 1_000_000;
  return before * SECONDS + Math.floor(Date.parse(entry.createdAt) / 1000);
}

/** Place of the first word that is not before `word`. */
function firstFrom(order: readonly string[], word: string): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((order[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two sorted lists as one. */
function merged(a: readonly string[], b: readonly string[]): string[] {
  const all: string[] = [];
  let fromB = 0;
  for (const word of a) {
    for (let next = b[fromB]; next !== undefined && next < word; next = b[fromB]) {
      all.push(next);
      fromB += 1;
    }
    all.push(word);
  }
  // One by one: a list of all words is longer than a call may have arguments.
  for (const word of b.slice(fromB)) all.push(word);
  return all;
}
