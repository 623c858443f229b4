/** Brings in what the first load left out and everything older: in the background, within a budget of SharePoint's patience. */

import type { Day } from '../../domain/ids.ts';
import type { AnyKind } from '../../domain/record-kind.ts';
import type { Book, Page, PageToken } from '../../store/book.ts';
import type { Environment } from '../environment.ts';
import type { Sync } from '../log.ts';
import { openAllowance } from './allowance.ts';

interface LeftOver {
  readonly kind: AnyKind;
  readonly page: PageToken;
}

export interface OlderOptions {
  /** Kinds whose older entries are wanted, in this order. */
  readonly kinds: readonly AnyKind[];
  readonly since: Day;
  readonly environment: Environment;
  readonly load: (kind: AnyKind, window: Parameters<Book['load']>[1]) => Promise<Page>;
  /** Takes a page into memory; whether it held anything. */
  readonly arrive: (page: Page) => boolean;
  /** Something arrived: told now and then, not for every page. */
  readonly told: () => void;
  readonly onSync: (change: Pick<Sync, 'older'>) => void;
}

export interface Older {
  /** Goes on in the background; `pages` are the rest of a first load that did not fit into one page. */
  begin(pages: readonly LeftOver[]): Promise<void>;
  /** The rest of the first load is here. */
  left(): Promise<void>;
  /** Everything is here: for who cannot go on without it, so it no longer waits for its turn. */
  complete(): Promise<void>;
}

/**
 * A page of a list costs two resource units, and two more where a list turns out too long to be filtered. Fifty pages at once
 * and sixty a minute are, with what listening costs beside them, at most 250 units in any minute, of the 1,250 that a small
 * tenant grants the app; after the first minute 120.
 */
const PAGES_AT_ONCE = 50;
const PAGES_A_MINUTE = 60;
/** Every telling computes the whole screen anew. */
const TELL_EVERY_MS = 5_000;

export function openOlder(options: OlderOptions): Older {
  const { kinds, since, environment, load, arrive, told, onSync } = options;
  const allowance = openAllowance(environment, PAGES_AT_ONCE, PAGES_A_MINUTE);
  let left: readonly LeftOver[] = [];
  let gettingLeft: Promise<void> | undefined;
  let gettingAll: Promise<void> | undefined;
  /** Kinds of which everything is here: what broke off goes on with the next. */
  let whole = 0;
  let done = false;
  let toldAt = Number.NEGATIVE_INFINITY;
  let untold = false;
  /** Kinds that are here, where that was not told yet. */
  let step: number | undefined;
  let telling: (() => void) | undefined;

  function take(page: Page): void {
    untold = arrive(page) || untold;
    tellInTime();
  }

  /** In a turn of its own: whoever is told draws a page, and taking one in was work enough. */
  function tellInTime(): void {
    if (telling || environment.now() - toldAt < TELL_EVERY_MS) return;
    if (untold || step !== undefined) telling = environment.after(0, tell);
  }

  function tell(): void {
    telling?.();
    telling = undefined;
    if (untold) told();
    if (step !== undefined) onSync({ older: { done: step, all: kinds.length } });
    untold = false;
    step = undefined;
    toldAt = environment.now();
  }

  /** What failed is asked for again the next time. */
  function fetchLeft(): Promise<void> {
    gettingLeft ??= fetchPages().finally(() => {
      gettingLeft = undefined;
      tell();
    });
    return gettingLeft;
  }

  async function fetchPages(): Promise<void> {
    for (let [first, ...rest] = left; first; [first, ...rest] = left) {
      const { kind, page } = first;
      const more = await load(kind, { since, page });
      take(more);
      left = more.next ? [{ kind, page: more.next }, ...rest] : rest;
    }
  }

  async function fetchAll(): Promise<void> {
    // Said from the start: what is shown until then is not all there is.
    if (kinds.length > 0) {
      step = whole;
      tell();
    }
    await fetchLeft();
    for (const kind of kinds.slice(whole)) {
      if (whole > 0) step = whole;
      tellInTime();
      for (let page: PageToken | undefined, first = true; first || page !== undefined; first = false) {
        await allowance.turn();
        const came = await load(kind, { before: since, ...(page === undefined ? {} : { page }) });
        take(came);
        page = came.next;
      }
      whole += 1;
    }
    done = true;
    step = kinds.length;
    tell();
  }

  async function everything(): Promise<void> {
    if (done) return;
    gettingAll ??= fetchAll().finally(() => {
      gettingAll = undefined;
      tell();
    });
    await gettingAll;
  }

  return {
    begin(pages) {
      left = [...left, ...pages];
      return everything();
    },
    left: fetchLeft,
    complete() {
      allowance.hurry();
      return everything();
    },
  };
}
