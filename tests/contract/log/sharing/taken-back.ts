/** What was shared is taken back: by a withdrawal, by our own wish, after its last day, by a mark, by erasing. */

import { expect, it } from 'vitest';
import type { Day } from '../../../../src/domain/ids.ts';
import type { Book } from '../../../../src/store/book.ts';
import { StoreError } from '../../../../src/store/store-error.ts';
import { shareLooked } from '../../../support/share-looked.ts';
import { agreedTo, brenland, corvia } from '../../../support/sharing-world.ts';
import type { SharingDesks } from './desks.ts';

export function whatIsTakenBack(at: SharingDesks): void {
  const { shared, isTakenBackThere } = at;

  it('B9 · a withdrawal halts the share, empties the row, and tells who had received it and who deleted it', async () => {
    const { about, plan, row } = await shared([brenland, corvia]);
    await at.desks.brenland.hear();
    expect(at.desks.brenland.entry(row)?.content).toBeDefined();
    const outcome = await at.desks.aldermark.log.withdrawConsent(
      agreedTo(about, 'trial', [], { outcome: 'withdrawn', grants: [] }),
    );
    expect(outcome.halted.map(({ entry }) => entry)).toContain(plan.share);
    // Whoever is there does it, with no key of their own.
    const locked = await at.world.open('ines', { locked: true });
    await locked.hear();
    await at.desks.brenland.hear();
    const there = at.desks.brenland.entry(row);
    expect(there).toMatchObject({ withheld: 'withdrawn', state: 'retracted' });
    expect(there?.content).toBeUndefined();
    expect(there?.attestedUntil).toBeUndefined();
    await at.desks.brenland.circle.sharing.confirmDeletion(row);
    await locked.hear();
    const received = locked.circle.sharing.received(about);
    expect(received.map(({ mission, deletedOn }) => [mission, deletedOn !== undefined])).toEqual([
      [brenland, true],
      [corvia, false],
    ]);
    locked.close();
  });

  it('H2 · our own wish takes a share back without a passphrase', async () => {
    const { plan, row } = await shared();
    const locked = await at.world.open('ines', { locked: true });
    await locked.circle.sharing.revoke(plan.share);
    await at.desks.brenland.hear();
    expect(at.desks.brenland.entry(row)).toMatchObject({ withheld: 'retracted' });
    locked.close();
  });

  it('H2 · after its last day a share is withheld there, and taken back by whoever of ours is there', async () => {
    const { row } = await shared([brenland], { until: '2026-11-22' as Day });
    await at.desks.brenland.hear();
    expect(at.desks.brenland.entry(row)?.content).toBeDefined();
    at.world.time.now = Math.max(at.world.time.now, Date.parse('2026-11-23T00:00:01Z'));
    await at.desks.brenland.hear();
    expect(at.desks.brenland.entry(row)).toMatchObject({ withheld: 'ended' });
    expect(at.desks.brenland.entry(row)?.content).toBeUndefined();
    const goes = { entry: at.desks.brenland.log.newEntryId(), to: row, says: 'yes' as const };
    await expect(at.desks.brenland.circle.sharing.answer(goes)).rejects.toThrow('nothing to answer');
    await at.desks.aldermark.hear();
    await at.desks.brenland.hear();
    expect(at.desks.brenland.entry(row)).toMatchObject({ withheld: 'retracted', state: 'retracted' });
  });

  it('B9 J10 · what could not be taken back is told, and no longer once a later try got through', async () => {
    const { plan } = await shared();
    let isShut = true;
    const shut = (book: Book): Book => ({
      ...book,
      async amend(cleared, at) {
        if (isShut && cleared.kind.key === 'circle-entry') throw new StoreError('unavailable');
        return book.amend(cleared, at);
      },
    });
    const desk = await at.world.open('ines', { locked: true, over: { circle: shut } });
    await expect(desk.circle.sharing.revoke(plan.share)).rejects.toThrow('unavailable');
    await desk.hear();
    expect(desk.circle.view().undone).toMatchObject([
      { what: 'taking-back', share: plan.share, cause: { code: 'unavailable' } },
    ]);
    isShut = false;
    await desk.hear();
    expect(desk.circle.view().undone).toEqual([]);
    desk.close();
  });

  it('H1 · what is marked for the own mission alone after it went out is taken back', async () => {
    const desk = at.desks.aldermark;
    const { about, row } = await shared();
    const held = desk.log
      .view()
      .entries.get('defender')
      ?.find(({ record }) => record.about === about);
    if (!held) throw new Error('no defender');
    const { entry, id, version, record } = held;
    const values = { ...record, ownMissionOnly: true };
    await desk.log.save({ kind: 'defender', entry, base: { id, version, record }, values });
    await isTakenBackThere(row);
  });

  it('H2 L6 · what is removed as a mistake after it went out is taken back, and comes back to us alone', async () => {
    const desk = at.desks.aldermark;
    const { source, row, plan } = await shared();
    await at.desks.brenland.hear();
    expect(at.desks.brenland.entry(row)?.content).toBeDefined();
    const life = await desk.log.life();
    expect(await life.remove(source, 'Another court')).toEqual({ outcome: 'removed' });
    await isTakenBackThere(row);
    await desk.hear();
    expect(desk.circle.view().shares.find(({ entry }) => entry === plan.share)?.record.state).toBe('revoked');
    expect(await life.restore(source)).toEqual({ outcome: 'restored' });
    await desk.hear();
    await at.desks.brenland.hear();
    expect(at.desks.brenland.entry(row)).toMatchObject({ state: 'retracted' });
    const again = await shareLooked(desk.circle.sharing, { ...plan, share: desk.log.newEntryId() });
    expect(again).toMatchObject({ outcome: 'done' });
  });

  it('B9 · a withdrawal empties the row although nobody can say so in the circle now, and who deleted it may say so', async () => {
    const { about, row } = await shared();
    await at.desks.brenland.hear();
    const mute = (book: Book): Book => ({
      ...book,
      async add(cleared) {
        if (cleared.kind.key === 'act') throw new StoreError('forbidden');
        return book.add(cleared);
      },
    });
    const other = await shared();
    const silent = await at.world.open('ines', { locked: true, over: { circle: mute } });
    await silent.log.withdrawConsent(agreedTo(about, 'trial', [], { outcome: 'withdrawn', grants: [] }));
    await silent.log.withdrawConsent(
      agreedTo(other.about, 'trial', [], { outcome: 'withdrawn', grants: [] }),
    );
    await silent.hear();
    silent.close();
    await at.desks.brenland.hear();
    for (const one of [row, other.row]) {
      expect(at.desks.brenland.entry(one)).toMatchObject({ state: 'retracted' });
      expect(at.desks.brenland.entry(one)?.content).toBeUndefined();
    }
    const { sharing } = at.desks.brenland.circle;
    await sharing.confirmDeletion(row);
    await at.desks.aldermark.hear();
    expect(at.desks.aldermark.circle.sharing.received(about)).toMatchObject([
      { deletedOn: expect.any(String) },
    ]);
    const standing = await shared();
    await at.desks.brenland.hear();
    await expect(sharing.confirmDeletion(standing.row)).rejects.toThrow('nobody took this back');
  });

  it('K2 · who is erased is taken back from the circle, and nothing here leads from its codes to them', async () => {
    const { about, row } = await shared();
    await at.desks.brenland.hear();
    const desk = at.desks.aldermark;
    await desk.hear();
    await (await desk.log.life()).erase(about, () => undefined);
    await isTakenBackThere(row);
    await desk.hear();
    const left = desk.circle.view().shares.filter(({ record }) => JSON.stringify(record).includes(about));
    expect(left).toEqual([]);
    const again = await at.world.open('ines');
    expect(again.entry(row)?.linked).not.toBe(about);
    again.close();
  });
}
