/** What was kept because it did not get through is asked about once more before it goes out, however long that takes. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { circleEntry } from '../../../src/domain/circle/kinds/circle-entry.ts';
import { addDays, type Day, dayOf } from '../../../src/domain/ids.ts';
import type { Book } from '../../../src/store/book.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { agreed, ines, tomas } from '../../support/log-world.ts';
import { openSharePair, type SharePair } from '../../support/share-pair.ts';
import { agreedTo, brenland } from '../../support/sharing-world.ts';

let pair: SharePair;
beforeEach(async () => {
  pair = await openSharePair();
});
afterEach(() => pair.close());

/** The circle's site, where for now no row of the log with something in it can be added. */
function shutting(): { readonly over: (book: Book) => Book; open(): void } {
  let isShut = true;
  const over = (book: Book): Book => ({
    ...book,
    async add(cleared) {
      if (isShut && cleared.kind.key === circleEntry.key && cleared.record.coarse !== 'circle')
        throw new StoreError('unavailable');
      return book.add(cleared);
    },
  });
  return {
    over,
    open() {
      isShut = false;
    },
  };
}

/** Every envelope but of keys that ever lay in the circle: an emptied row counts too. */
async function everSent(): Promise<number> {
  const { entries } = await pair.host.loadAll(circleEntry);
  return entries.filter(({ record }) => record.coarse !== 'circle').length;
}

describe('H2 B9 · right before it goes out', () => {
  it('H2 B9 · a withdrawal between the gate and the row: the row is never written', async () => {
    const { about, source } = await pair.hearing();
    const late = (book: Book): Book => ({
      ...book,
      async add(cleared) {
        // The audience key is the last thing written before the row.
        if (cleared.kind.key === circleEntry.key && cleared.record.coarse === 'circle')
          await pair.log.withdrawConsent(agreed(about, { outcome: 'withdrawn', grants: [] }));
        return book.add(cleared);
      },
    });
    const desk = await pair.open('ours', tomas, late);
    expect(await pair.share(desk, pair.plan(source))).toMatchObject({ outcome: 'refused' });
    expect(await everSent()).toBe(0);
  });

  it('H2 B9 · what was sent but never noted comes back once its consent was withdrawn, also where it was given again', async () => {
    const { about, source } = await pair.hearing();
    const lost = (book: Book): Book => ({
      ...book,
      async add(cleared) {
        const entry = await book.add(cleared);
        if (cleared.kind.key === circleEntry.key && cleared.record.coarse !== 'circle')
          throw new StoreError('unavailable');
        return entry;
      },
    });
    const cutOff = await pair.open('ours', tomas, lost);
    const plan = pair.plan(source);
    await expect(pair.share(cutOff, plan)).rejects.toThrow('unavailable');
    expect(await everSent()).toBe(1);
    // Whoever withdraws is cut off before they reach the share.
    const halfway = await pair.openLog(tomas, (book) => ({
      ...book,
      async amend(cleared, before) {
        if (cleared.kind.key === 'share') throw new StoreError('unavailable');
        return book.amend(cleared, before);
      },
    }));
    await halfway
      .withdrawConsent(agreed(about, { outcome: 'withdrawn', grants: [] }))
      .catch((error) => expect(error).toMatchObject({ code: 'unavailable' }));
    halfway.close();
    pair.time.now += 3_600_000;
    await pair.log.refresh();
    await pair.log.recordConsent(agreedTo(about, 'trial', [brenland]));
    await pair.ours.hear();
    await pair.ours.exchange.uphold();
    const row = (await pair.host.loadAll(circleEntry)).entries.find(
      ({ record }) => record.coarse !== 'circle',
    );
    expect(row?.record).toMatchObject({ state: 'retracted' });
    expect(row?.record.envelope).toBeUndefined();
    expect(pair.ours.exchange.shares.find(plan.share)?.record.state).toBe('retracted');
  });

  it('H2 · a kept share whose last day has passed is given up', async () => {
    const { source } = await pair.hearing();
    const site = shutting();
    const desk = await pair.open('ours', tomas, site.over);
    const plan = pair.plan(source, { until: addDays(dayOf(pair.log.now()), 1) });
    await expect(pair.share(desk, plan)).rejects.toThrow('unavailable');
    site.open();
    pair.time.now += 49 * 3_600_000;
    await desk.hear();
    await desk.exchange.uphold();
    expect(await everSent()).toBe(0);
    expect(desk.exchange.shares.find(plan.share)?.record.state).toBe('revoked');
  });

  it('F5 H1 · a kept request about somebody marked for the own mission since is given up', async () => {
    const { about } = await pair.hearing();
    await pair.log.recordConsent(agreedTo(about, 'visa', [brenland]));
    const site = shutting();
    const desk = await pair.open('ours', tomas, site.over);
    const entry = pair.log.newEntryId();
    const until = '2026-12-20' as Day;
    const asking = desk.exchange.sharing.ask({ entry, asks: 'visa', about, to: [brenland], until });
    await expect(asking).rejects.toThrow('unavailable');
    const held = (pair.log.view().entries.get('defender') ?? []).find(({ record }) => record.about === about);
    if (!held) throw new Error('no defender');
    const { id, version, record } = held;
    const values = { ...record, ownMissionOnly: true };
    await pair.log.save({ kind: 'defender', entry: held.entry, base: { id, version, record }, values });
    site.open();
    await desk.hear();
    await desk.exchange.uphold();
    expect(await everSent()).toBe(0);
    expect(desk.exchange.shares.find(entry)?.record.state).toBe('revoked');
  });

  it.each([
    ['a yes', { says: 'yes', state: 'confirmed' } as const],
    ['a no', { says: 'no' } as const],
  ])('H3 · %s that was kept is not said once the owner took it back', async (_, answer) => {
    const { source } = await pair.hearing();
    const plan = pair.plan(source);
    expect(await pair.share(pair.ours, plan)).toMatchObject({ outcome: 'done' });
    const site = shutting();
    const desk = await pair.open('theirs', ines, site.over);
    const entry = pair.log.newEntryId();
    const said = desk.exchange.sharing.answer({ entry, to: pair.rowOf(plan.share), ...answer });
    await expect(said).rejects.toThrow('unavailable');
    await pair.ours.exchange.sharing.revoke(plan.share);
    site.open();
    await desk.hear();
    await desk.exchange.uphold();
    expect(await everSent()).toBe(1);
    expect(desk.exchange.shares.find(entry)?.record.state).toBe('revoked');
  });

  it('H3 · a kept yes goes out while the owner still stands by it', async () => {
    const { source } = await pair.hearing();
    const plan = pair.plan(source);
    await pair.share(pair.ours, plan);
    const site = shutting();
    const desk = await pair.open('theirs', ines, site.over);
    const entry = pair.log.newEntryId();
    const answer = { entry, to: pair.rowOf(plan.share), says: 'yes', state: 'confirmed' } as const;
    await expect(desk.exchange.sharing.answer(answer)).rejects.toThrow('unavailable');
    site.open();
    await desk.hear();
    await desk.exchange.uphold();
    expect(await everSent()).toBe(2);
  });
});
