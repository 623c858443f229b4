/** M6: words are kept at once, and of those still on their way to the book the latest stand. */

import { describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../../src/log/writing/saving.ts';
import type { Book } from '../../../src/store/book.ts';
import { addDefender, contactDraft, openLogWorld, tomas } from '../../support/log-world.ts';

/** A book whose next write of a draft waits until it is let go. */
function holdable(book: Book) {
  let waiting: Promise<void> | undefined;
  async function passed(kind: string): Promise<void> {
    if (kind !== 'draft' || !waiting) return;
    const held = waiting;
    waiting = undefined;
    await held;
  }
  return {
    book: {
      ...book,
      async add(cleared) {
        await passed(cleared.kind.key);
        return book.add(cleared);
      },
      async amend(cleared, at) {
        await passed(cleared.kind.key);
        return book.amend(cleared, at);
      },
    } satisfies Book,
    /** Answers with what lets the write go. */
    hold(): () => void {
      let go = () => {};
      waiting = new Promise((resolve) => {
        go = resolve;
      });
      return go;
    },
  };
}

async function opened(keptBefore: boolean) {
  const world = await openLogWorld();
  const held = holdable(world.book);
  const log = await world.open(tomas, { over: () => held.book });
  const first = contactDraft(log, await addDefender(log));
  if (keptBefore) await log.keepDraft(first);
  const saying = (gist: string): Draft => ({ ...first, values: { ...first.values, gist } });
  const kept = async () => (await world.open(tomas)).view().drafts.map(({ draft }) => draft.values.gist);
  return { world, log, held, first, saying, kept };
}

describe('M6: words still on their way to the book', () => {
  it.each([
    ['the first of the form', false],
    ['over earlier ones', true],
  ])('never come to stand over those kept after them: %s', async (_, keptBefore) => {
    const { log, held, saying, kept } = await opened(keptBefore);
    const go = held.hold();
    const slow = log.keepDraft(saying('They were seen'));
    await log.keepDraft(saying('They were seen at the mill'));
    go();
    await slow;
    expect(await kept()).toEqual(['They were seen at the mill']);
  });

  it('do not bring back a draft that was dropped meanwhile', async () => {
    const { log, held, first, saying, kept } = await opened(true);
    const go = held.hold();
    const slow = log.keepDraft(saying('They were seen'));
    await log.discardDraft(first);
    go();
    await slow;
    expect(await kept()).toEqual([]);
  });

  it('leave nothing behind when they are the first, and the form was saved meanwhile', async () => {
    const { log, held, first, saying, kept } = await opened(false);
    const go = held.hold();
    const slow = log.keepDraft(saying('They were seen'));
    await log.discardDraft(first);
    go();
    await slow;
    await vi.waitFor(async () => expect(await kept()).toEqual([]));
  });

  it('that were typed after the form was saved stay', async () => {
    const { log, held, first, saying, kept } = await opened(false);
    const go = held.hold();
    const slow = log.keepDraft(saying('They were seen'));
    await log.discardDraft(first);
    const later = log.keepDraft(saying('They were seen again'));
    go();
    await Promise.all([slow, later]);
    expect(await kept()).toEqual(['They were seen again']);
  });

  it('come to stand over what the same person kept in another tab meanwhile', async () => {
    const { world, log, held, saying, kept } = await opened(true);
    const other = await world.open(tomas);
    const go = held.hold();
    const slow = log.keepDraft(saying('From this tab'));
    await other.keepDraft(saying('From the other'));
    go();
    await slow;
    expect(await kept()).toEqual(['From this tab']);
  });
});

describe('M6: what writing takes', () => {
  it.each([
    ['is fetched before anybody writes', async () => {}],
    ['and cannot be fetched now keeps nobody from the gate', () => Promise.reject(new TypeError('offline'))],
  ])('%s', async (_, fetch) => {
    const world = await openLogWorld();
    let asked = 0;
    const readyToWrite = (): Promise<void> => {
      asked += 1;
      return fetch();
    };
    // `open` waits until the gate can be asked.
    const log = await world.open(tomas, { over: (book) => ({ ...book, readyToWrite }) });
    expect(asked).toBe(1);
    await log.keepDraft(contactDraft(log, await addDefender(log)));
    expect(log.view().drafts).toHaveLength(1);
  });
});
