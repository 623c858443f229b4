/**
 * Says which words of a text are names from the mission's own list. The list is read at most every ten minutes, journalled
 * before it is read; what stays in memory between are salted hashes, and what is told are words of the text itself.
 */

import { fingerprint } from '../domain/consent/fingerprint.ts';
import { type EntryId, msOf } from '../domain/ids.ts';
import { type NamedPerson, type Needles, namesIn, needlesOf } from '../domain/names.ts';
import { identity } from '../domain/system/identity.ts';
import type { Book } from '../store/book.ts';
import { isStoreError } from './bookkeeping.ts';
import type { Clock } from './clock.ts';
import type { Environment } from './environment.ts';
import type { Journal } from './journal.ts';

export interface NameCheck {
  /** For each text the names in it, as they stand there; undefined where nobody could compare them. */
  namesIn(texts: readonly string[]): Promise<readonly (readonly string[])[] | undefined>;
  /** The next check reads the list again. */
  forget(): void;
}

type Knows = (kind: keyof Needles, needle: string) => boolean;

const FRESH_MS = 10 * 60_000;

export function openNameCheck(desk: {
  readonly book: Book;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly environment: Environment;
  newEntryId(): EntryId;
}): NameCheck {
  const { book, journal, clock, environment } = desk;
  let held: { readonly until: number; readonly knows: Promise<Knows> } | undefined;

  /** No journal, no names. */
  async function read(): Promise<Knows> {
    await journal.write({ act: 'names-checked', kind: identity.key, entry: desk.newEntryId() });
    const { entries } = await book.loadAll(identity);
    const salt = environment.random(16).join(' ');
    const hash = (kind: keyof Needles, needle: string) => fingerprint(`${salt} ${kind} ${needle}`);
    const known = new Set<string>();
    for (const { record } of entries) {
      const { whole, single } = needlesOf(record as unknown as NamedPerson);
      for (const needle of whole) known.add(hash('whole', needle));
      for (const needle of single) known.add(hash('single', needle));
    }
    return (kind, needle) => known.has(hash(kind, needle));
  }

  function knowing(): Promise<Knows> {
    const now = msOf(clock.now());
    if (!held || held.until <= now) held = { until: now + FRESH_MS, knows: read() };
    return held.knows;
  }

  return {
    async namesIn(texts) {
      try {
        const knows = await knowing();
        return texts.map((text) => namesIn(text, knows));
      } catch (error) {
        held = undefined;
        // Whoever may not open that list, or cannot reach it now, saves as before.
        if (isStoreError(error)) return undefined;
        throw error;
      }
    },
    forget() {
      held = undefined;
    },
  };
}
