/** The rows of the list: the entries that pass a filter, found without keeping anybody waiting, and kept still while others change them. */

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Entry } from '../../../domain/record-kind.ts';
import type { View } from '../../../log/log.ts';
import { useLog, useView } from '../../log-context.tsx';
import { allEntriesInBits, orderIn } from '../../table/all-entries.ts';
import { type Filter, isEmptyFilter, passing } from '../../table/filter.ts';
import { type Filtered, filtered, goOn, type Looking, type Stand } from '../../table/filtered.ts';
import { type Settled, settleRows } from '../../table/settle-rows.ts';
import { openShownTexts } from '../../table/shown-texts.ts';
import { useWords } from '../../words.tsx';

/** A bite leaves room for a frame. Ms. */
const BITE_MS = 8;
/** What comes sooner is shown in one go, and the rows of before stay until then. Ms. */
const SOON_MS = 100;

export interface Rows {
  readonly rows: readonly Entry[];
  /** These are not all rows of the filter yet, or still those of the one before. */
  readonly looking: boolean;
  /** New entries of others that wait to be let in. */
  readonly waiting: number;
  readonly letIn: () => void;
}

export function useRows(filter: Filter): Rows {
  const view = useView();
  const { rows: fresh, looking } = useFiltered(filter, view.entries);
  const before = useRef<
    Settled & { readonly filter: Filter; readonly lets: number; readonly looking: boolean }
  >(undefined);
  const [lets, setLets] = useState(0);
  const settled = useMemo(() => {
    const held = before.current;
    const isSame = held?.filter === filter && held.lets === lets && !held.looking;
    const next = settleRows(isSame && !view.sync.older ? held : undefined, fresh, view.changedByOthers);
    before.current = { ...next, filter, lets, looking };
    return next;
  }, [filter, fresh, lets, looking, view.changedByOthers, view.sync.older]);
  const letIn = useCallback(() => setLets((count) => count + 1), []);
  return { rows: settled.rows, looking, waiting: settled.waiting.size, letIn };
}

/** Entries that pass, newest day first. */
function useFiltered(filter: Filter, entries: View['entries']): Pick<Rows, 'rows' | 'looking'> {
  const log = useLog();
  const words = useWords();
  const { zone } = log.me.mission;
  const today = log.today();
  const shown = useMemo(() => openShownTexts(words, () => log.view()), [words, log]);
  const test = useMemo(() => {
    return isEmptyFilter(filter) ? everything : passing(filter, { me: log.me.person, today, zone, shown });
  }, [filter, log, today, zone, shown]);
  const before = useRef<Filtered & { readonly test: Test }>(undefined);
  const begun = useMemo<Begun>(() => {
    const held = before.current?.test === test ? before.current : undefined;
    const looking = rowsInBits(entries, zone, test, held);
    return { looking, found: goOn(looking, biteFrom(performance.now())).found };
  }, [entries, test, zone]);
  const [later, setLater] = useState<{ readonly begun: Begun; readonly stand: Stand }>();
  useEffect(() => {
    return begun.found ? undefined : inBites(begun.looking, (stand) => setLater({ begun, stand }));
  }, [begun]);
  const stand = later?.begun === begun ? later.stand : undefined;
  const found = begun.found ?? stand?.found;
  const last = useRef<Shown>({ rows: [], of: undefined });
  if (found) {
    last.current = { rows: found.rows, of: test };
    before.current = { ...found, test };
  } else if (stand?.soFar) last.current = { rows: stand.soFar, of: undefined };
  const { rows, of } = last.current;
  return { rows, looking: of !== test };
}

type Test = (entry: Entry) => boolean;
const everything: Test = () => true;

/** What is on screen, and of which filter these are all rows. */
interface Shown {
  readonly rows: readonly Entry[];
  readonly of: Test | undefined;
}

/** What the first bite found: all of a short list. */
interface Begun {
  readonly looking: Looking;
  readonly found: Filtered | undefined;
}

function* rowsInBits(
  entries: View['entries'],
  zone: string,
  test: Test,
  before: Filtered | undefined,
): Looking {
  const all = yield* allEntriesInBits(entries, zone);
  return test === everything ? { all, rows: all } : yield* filtered(before, all, test, orderIn(zone));
}

function biteFrom(began: number): () => boolean {
  return () => performance.now() - began >= BITE_MS;
}

/** Looks bite by bite. Each telling draws the list anew, so they come more rarely the longer it takes. */
function inBites(looking: Looking, tell: (stand: Stand) => void): () => void {
  const began = performance.now();
  let next = began + SOON_MS;
  let timer = setTimeout(bite, 0);
  function bite(): void {
    const now = performance.now();
    const stand = goOn(looking, biteFrom(now));
    if (stand.found) {
      tell(stand);
      return;
    }
    if (stand.soFar && now >= next) {
      tell(stand);
      next = now + (now - began);
    }
    timer = setTimeout(bite, 0);
  }
  return () => clearTimeout(timer);
}
