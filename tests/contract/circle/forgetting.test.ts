/** What another mission shared leaves our memory when it may not be read any more: not hidden, gone. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Day, EntryId } from '../../../src/domain/ids.ts';
import { openSharePair, type SharePair } from '../../support/share-pair.ts';

let pair: SharePair;
let row: EntryId;
let share: EntryId;

beforeEach(async () => {
  pair = await openSharePair();
  const { source } = await pair.hearing();
  const plan = pair.plan(source, { until: '2026-11-25' as Day });
  share = plan.share;
  expect(await pair.share(pair.ours, plan)).toMatchObject({ outcome: 'done' });
  row = pair.rowOf(share);
  await pair.theirs.hear();
  expect(held()).toContain('Oskel District Court');
});
afterEach(() => pair.close());

/** Everything that the core of the other mission holds opened. */
function held(): string {
  const { envelopes } = pair.theirs.exchange;
  return JSON.stringify(envelopes.opened().map((entry) => envelopes.of(entry)));
}

const shown = () => pair.theirs.exchange.inbox.find(row);

describe('H2 J10 · what may not be read any more', () => {
  it('H2 · its last day passes: the clock drops it, with nobody looking and nothing heard', async () => {
    pair.time.now = Date.parse('2026-11-25T23:00:00Z');
    await pair.settle();
    expect(held()).toContain('Oskel District Court');
    pair.time.now = Date.parse('2026-11-26T00:00:10Z');
    await pair.settle();
    expect(held()).not.toContain('Oskel District Court');
    expect(shown()).toMatchObject({ withheld: 'ended' });
    // And it is not opened again by the next beat.
    await pair.theirs.hear();
    expect(held()).not.toContain('Oskel District Court');
    expect(shown()).toMatchObject({ withheld: 'ended' });
  });

  it('H2 · taken back: the next beat drops it', async () => {
    await pair.ours.exchange.sharing.revoke(share);
    await pair.theirs.hear();
    expect(held()).not.toContain('Oskel District Court');
    expect(shown()).toMatchObject({ withheld: 'retracted', state: 'retracted' });
  });

  it('H2 · its sender is no longer verified: dropped, and opened anew once they are again', async () => {
    pair.believe('unpinned');
    await pair.theirs.hear();
    expect(held()).not.toContain('Oskel District Court');
    expect(held()).not.toContain('"k":');
    expect(shown()).toMatchObject({ withheld: 'sender-not-verified' });
    pair.believe('pinned');
    await pair.theirs.hear();
    expect(held()).toContain('Oskel District Court');
    expect(shown()?.withheld).toBeUndefined();
  });
});
