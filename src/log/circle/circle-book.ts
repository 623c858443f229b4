/** A circle's book as the log works with it: what is in memory, what is written and told to the others, what they tell us. */

import { circleEntry } from '../../domain/circle/kinds/circle-entry.ts';
import { circleJournal } from '../../domain/circle/kinds/circle-journal.ts';
import { circleKindByKey, circleKinds } from '../../domain/circle/registry.ts';
import type { Cleared } from '../../domain/consent/clear.ts';
import type { EntryId } from '../../domain/ids.ts';
import type { AnyKind, Entry, Person } from '../../domain/record-kind.ts';
import type { Book, KindHealth } from '../../store/book.ts';
import { keepBook } from '../bookkeeping.ts';
import { type Clock, serverClock } from '../clock.ts';
import type { Environment } from '../environment.ts';
import type { Sync } from '../log.ts';
import { type Listener, openListener } from '../memory/listener.ts';
import { openReplica, type Replica } from '../memory/replica.ts';
import type { CircleOpened } from './begin.ts';
import type { CircleTrouble } from './circle.ts';
import { openCircleJournal } from './circle-journal.ts';
import { troubleOf } from './trouble.ts';

export interface CircleBook extends Pick<Listener, 'beat' | 'caughtUp' | 'readAgain' | 'complete' | 'stop'> {
  /** `host:/sites/path`. */
  readonly id: string;
  /** This person as the host of the circle knows them. */
  readonly me: Person;
  /** Time as the host's server stamps it. */
  readonly clock: Clock;
  readonly replica: Replica;
  readonly health: readonly KindHealth[];
  sync(): Sync;
  /** Why nothing is heard from its host at present. */
  trouble(): CircleTrouble | undefined;
  /** What the book holds now, or undefined. @throws StoreError */
  fresh(kind: AnyKind, entry: EntryId): Promise<Entry | undefined>;
  /** Adds an entry and tells the others; repeating it is harmless. @throws StoreError */
  add(cleared: Cleared): Promise<Entry>;
  /** Writes a new version and tells the others. @throws StoreError, NewerThanThis */
  amend(cleared: Cleared, at: Entry): Promise<Entry>;
  /** Listens from now on; after `stop`, again. */
  start(): void;
}

export interface CircleBookOptions {
  readonly id: string;
  readonly book: Book;
  readonly opened: CircleOpened;
  readonly environment: Environment;
  /** Entries that are new or different, our own included; none when only the state of listening changed. */
  readonly onChanged: (entries: readonly Entry[]) => void;
}

/** Takes in the first load; `start` is what makes it listen. */
export function openCircleBook({ id, book, opened, environment, onChanged }: CircleBookOptions): CircleBook {
  const { opening, person: me, since } = opened;
  const clock = serverClock(() => environment.now(), opened.issuedAt);
  if (opening.at) clock.atLeast(opening.at);
  const replica = openReplica(circleKindByKey);
  for (const page of opening.pages.values()) replica.apply(page.entries, page.malformed);
  let rest = [...opening.pages].flatMap(([key, { next }]) => {
    const kind = circleKindByKey(key);
    return kind && next ? [{ kind, page: next }] : [];
  });

  const books = keepBook(book, environment, clock, (entry) => {
    if (entry.kind !== circleJournal.key && replica.apply([entry]).length > 0) onChanged([entry]);
  });
  const journal = openCircleJournal(book, books, environment, clock, me);
  let sync: Sync = { state: 'live', lastAt: clock.now(), clockSkewSeconds: clock.skewSeconds() };
  let trouble: CircleTrouble | undefined;
  const listener = openListener({
    book,
    kinds: circleKinds,
    // Of acts and cards only those that count are held; of the log all that was.
    olderKinds: [circleEntry],
    pulseKind: circleJournal,
    replica,
    environment,
    clock,
    token: opening.pulse,
    since,
    isOwn: (entry) => entry.by.objectId === me.objectId,
    onChanged,
    onSync(change, error) {
      if (change.state !== undefined) trouble = change.state === 'live' ? undefined : troubleOf(error);
      const { older, ...state } = { ...sync, ...change };
      sync = {
        ...state,
        clockSkewSeconds: clock.skewSeconds(),
        ...(older && older.done !== older.all ? { older } : {}),
      };
      onChanged([]);
    },
  });

  /** Without the row the others hear of it with their next sweep. */
  async function tell(act: 'added' | 'amended', { kind, entry }: Entry): Promise<void> {
    await journal.write({ act, kind, entry }).catch(() => undefined);
    listener.sooner();
  }

  return {
    id,
    me,
    clock,
    replica,
    health: opening.health,
    sync: () => sync,
    trouble: () => trouble,
    fresh: (kind, entry) => books.fresh(kind, entry),
    async add(cleared) {
      const entry = await books.add(cleared);
      await tell('added', entry);
      return entry;
    },
    async amend(cleared, at) {
      const entry = await books.amend(cleared, at);
      await tell('amended', entry);
      return entry;
    },
    start() {
      listener.start(rest);
      rest = [];
    },
    stop: () => listener.stop(),
    beat: () => listener.beat(),
    caughtUp: () => listener.caughtUp(),
    readAgain: (kind) => listener.readAgain(kind),
    complete: () => listener.complete(),
  };
}
