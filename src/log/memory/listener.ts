/** Keeps memory in step with the book: older pages in the background, the pulse of the journal, a slow sweep for what the pulse lost. */

import type { Day, EntryId } from '../../domain/ids.ts';
import { isEntryId } from '../../domain/ids.ts';
import type { AnyKind, Entry } from '../../domain/record-kind.ts';
import type { Book, Changes, ChangeToken, Fresh, Page, PageToken } from '../../store/book.ts';
import { isStoreError } from '../bookkeeping.ts';
import type { Clock } from '../clock.ts';
import type { Environment } from '../environment.ts';
import type { Sync } from '../log.ts';
import { openOlder } from './older.ts';
import { openPulse } from './pulse.ts';
import type { Replica } from './replica.ts';

export interface ListenerOptions {
  readonly book: Book;
  readonly kinds: readonly AnyKind[];
  /** Those of them whose older entries are fetched in the background, in this order. */
  readonly olderKinds: readonly AnyKind[];
  readonly pulseKind: AnyKind;
  readonly replica: Replica;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly token: ChangeToken;
  readonly since: Day;
  readonly isOwn: (entry: Entry) => boolean;
  readonly onChanged: (entries: readonly Entry[]) => void;
  /** `error`: what keeps us from hearing. */
  readonly onSync: (change: Partial<Sync>, error?: unknown) => void;
}

export interface Listener {
  /** Starts listening; `pages` are the rest of a first load that did not fit into one page. */
  start(pages: readonly { readonly kind: AnyKind; readonly page: PageToken }[]): void;
  stop(): void;
  beat(): Promise<void>;
  /** An answer is waited for. */
  sooner(): void;
  /** What the first load left out is here, and what others told the journal until now. */
  caughtUp(): Promise<void>;
  /** Reads that list itself: what nobody told the journal of is in it all the same. */
  readAgain(kind: AnyKind): Promise<void>;
  /** Older entries are here too. */
  complete(): Promise<void>;
}

/** So many entries are asked for one by one; more of a kind are read as a page. */
const SINGLE = 12;
/** One kind is read again with every n-th beat. */
const SWEEP_EVERY = 8;

export function openListener(options: ListenerOptions): Listener {
  const { book, kinds, pulseKind, replica, environment, clock, since, onChanged, onSync } = options;
  let token = options.token;
  let beats = 0;
  let swept = 0;

  function take(entries: readonly Entry[], malformed: Parameters<Replica['apply']>[1] = []): boolean {
    const fresh = replica.apply(entries, malformed);
    if (fresh.length > 0 || malformed.length > 0) onChanged(fresh);
    return fresh.length > 0;
  }

  /** Rows that were there before the reader came are no news from a colleague: they arrive unmarked. */
  function arrive({ entries, malformed }: Page): boolean {
    return replica.apply(entries, malformed).length > 0 || malformed.length > 0;
  }

  async function fetchNamed(rows: readonly Entry[]): Promise<boolean> {
    const wanted = new Map<string, Set<EntryId>>();
    for (const { record } of rows) {
      const id = record.ofEntry;
      if (!isEntryId(id) || !kinds.some((kind) => kind.key === record.ofKind)) continue;
      const held = replica.find(id);
      // Instants have whole seconds: within the same one the row may tell of a later change than the one held.
      if (held && held.at > String(record.happened)) continue;
      const set = wanted.get(String(record.ofKind)) ?? new Set();
      wanted.set(String(record.ofKind), set.add(id));
    }
    let news = false;
    const named: Entry[] = [];
    for (const [key, ids] of wanted) {
      const kind = kinds.find((each) => each.key === key);
      if (!kind) continue;
      if (ids.size > SINGLE) news = (await readAgain(kind)) || news;
      else {
        const found = await Promise.all([...ids].map((id) => findOrNothing(kind, id)));
        named.push(...found.flatMap((fresh) => (fresh ? [fresh.entry] : [])));
        // A row edited by hand cannot be found one by one; the page lists it as unreadable and goes on.
        if (found.includes(undefined)) news = (await readAgain(kind)) || news;
      }
    }
    // At once, whatever their kind: what is told together may not be understood one without the other.
    return take(named) || news;
  }

  async function findOrNothing(kind: AnyKind, id: EntryId): Promise<Fresh | undefined> {
    try {
      return await book.find(kind, id);
    } catch (error) {
      if (isStoreError(error, 'unexpected-shape')) return undefined;
      throw error;
    }
  }

  /** A list that is not there for this person (a consular officer's view of the cases) has nothing to tell. */
  async function load(kind: AnyKind, window: Parameters<Book['load']>[1]): Promise<Page> {
    try {
      return await book.load(kind, window);
    } catch (error) {
      if (isStoreError(error, 'not-provisioned', 'forbidden', 'not-found'))
        return { entries: [], malformed: [] };
      throw error;
    }
  }

  async function readAgain(kind: AnyKind): Promise<boolean> {
    let page = await load(kind, { since });
    let news = take(page.entries, page.malformed);
    while (page.next) {
      page = await load(kind, { since, page: page.next });
      news = take(page.entries, page.malformed) || news;
    }
    return news;
  }

  let hearing: Promise<unknown> = Promise.resolve();

  /** One after the other, so that whoever asks hears everything that was told before. */
  function hear(): Promise<boolean> {
    const heard = hearing.then(hearOnce);
    hearing = heard.catch(() => undefined);
    return heard;
  }

  async function hearOnce(): Promise<boolean> {
    // Who may not see the journal has no token for it; the sweep alone keeps them in step.
    const changes = token.length > 0 ? await book.changes(pulseKind, token) : unheard(token);
    let news = false;
    if (changes.resynced) for (const kind of kinds) news = (await readAgain(kind)) || news;
    else news = await fetchNamed(changes.entries);
    // Only now: a beat that failed half-way asks for the same rows again.
    token = changes.next;
    return news;
  }

  async function ask(): Promise<boolean> {
    let news = await hear();
    for (const kind of kinds.filter((each) => each.unheard)) news = (await readAgain(kind)) || news;
    beats += 1;
    if (beats % SWEEP_EVERY === 0) {
      const kind = kinds[swept % kinds.length];
      swept += 1;
      if (kind) news = (await readAgain(kind)) || news;
    }
    return news;
  }

  const pulse = openPulse({
    environment,
    ask,
    isOffline: (error) => isStoreError(error, 'offline', 'signed-out'),
    onState(state, error) {
      onSync({ state, ...(state === 'live' ? { lastAt: clock.now() } : {}) }, error);
      if (state === 'live' && isBrokenOff) fetchOlder([]);
    },
  });

  const older = openOlder({
    kinds: options.olderKinds,
    since,
    environment,
    load,
    arrive,
    told: () => onChanged([]),
    onSync,
  });

  let isBrokenOff = false;

  /** What broke off goes on with the first beat that comes through: nobody would ask for it again. */
  function fetchOlder(pages: Parameters<typeof older.begin>[0]): void {
    isBrokenOff = false;
    older.begin(pages).catch((error: unknown) => {
      isBrokenOff = true;
      onSync({ state: isStoreError(error, 'offline') ? 'offline' : 'slowed' }, error);
    });
  }

  return {
    start(pages) {
      pulse.start();
      fetchOlder(pages);
    },
    stop: () => pulse.stop(),
    beat: () => pulse.beat(),
    sooner: () => pulse.sooner(),
    async caughtUp() {
      await older.left();
      await hear();
    },
    async readAgain(kind) {
      await readAgain(kind);
    },
    complete: () => older.complete(),
  };
}

function unheard(next: ChangeToken): Changes {
  return { entries: [], malformed: [], next, resynced: false };
}
