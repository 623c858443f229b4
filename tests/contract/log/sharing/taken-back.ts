/** What was shared is taken back: by a withdrawal, by our own wish, after its last day, by a mark, by erasing. */

import { expect, it } from 'vitest';
import { circleEntry } from '../../../../src/domain/circle/kinds/circle-entry.ts';
import { clearNone } from '../../../../src/domain/consent/clear.ts';
import type { Day } from '../../../../src/domain/ids.ts';
import type { Book } from '../../../../src/store/book.ts';
import { StoreError } from '../../../../src/store/store-error.ts';
import { hiding } from '../../../support/hiding-host.ts';
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

  it('B9 · a withdrawal empties the row although nobody can say so in the circle now', async () => {
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
      expect(at.desks.brenland.entry(one)).toMatchObject({ state: 'retracted', withheld: 'emptied' });
      expect(at.desks.brenland.entry(one)?.content).toBeUndefined();
    }
  });

  it('H2 · who deleted what was taken back may say so before they were asked to', async () => {
    const { about, plan, row } = await shared();
    const refusing = (book: Book): Book => ({
      ...book,
      async add(cleared) {
        if (cleared.kind.key === 'act' && cleared.record.type === 'deletion-asked')
          throw new StoreError('unavailable');
        return book.add(cleared);
      },
    });
    const desk = await at.world.open('ines', { over: { circle: refusing } });
    const { sharing } = at.desks.brenland.circle;
    await at.desks.brenland.hear();
    await expect(sharing.confirmDeletion(row)).rejects.toThrow('nobody took this back');
    await expect(desk.circle.sharing.revoke(plan.share)).rejects.toThrow('unavailable');
    desk.close();
    await at.desks.brenland.hear();
    expect(at.desks.brenland.entry(row)).toMatchObject({ withheld: 'retracted' });
    await sharing.confirmDeletion(row);
    await at.desks.aldermark.hear();
    expect(at.desks.aldermark.circle.sharing.received(about)).toMatchObject([
      { deletedOn: expect.any(String) },
    ]);
  });

  it('H2 J10 · what another member empties is nobody’s word there, and its owner is told until they have taken it back', async () => {
    const { plan, row } = await shared();
    await at.desks.brenland.hear();
    let list: Book | undefined;
    const kept = (book: Book): Book => {
      list = book;
      return book;
    };
    const stranger = await at.world.open('lucia', { over: { circle: kept } });
    const there = (await list?.find(circleEntry, row))?.entry;
    if (!list || !there) throw new Error('no such row');
    const { envelope: _, ...left } = there.record;
    const record = { ...left, state: 'retracted' };
    await list.amend(clearNone({ kind: circleEntry, entry: row, record, by: there.by }), there);
    stranger.close();
    const reader = await at.world.open('joris');
    expect(reader.entry(row)).toMatchObject({ withheld: 'emptied' });
    expect(reader.entry(row)?.content).toBeUndefined();
    await expect(reader.circle.sharing.confirmDeletion(row)).rejects.toThrow('nobody took this back');
    const owner = await at.world.open('ines');
    expect(owner.circle.view().undone).toEqual([{ what: 'emptied', share: plan.share }]);
    await owner.circle.sharing.revoke(plan.share);
    expect(owner.circle.view().undone).toEqual([]);
    await reader.hear();
    expect(reader.entry(row)).toMatchObject({ withheld: 'retracted' });
    const again = await shareLooked(owner.circle.sharing, { ...plan, share: owner.log.newEntryId() });
    expect(again).toMatchObject({ outcome: 'done' });
    await reader.hear();
    const [fresh] = reader.circle.view().entries.filter(({ content }) => content?.type === 'shared-entry');
    expect(fresh?.entry).not.toBe(row);
    reader.close();
    owner.close();
  });

  it('H2 J10 · what is gone from the circle altogether is told to its owner', async () => {
    const { plan, row } = await shared();
    let isGone = true;
    const owner = await at.world.open('ines', {
      over: { circle: (book) => hiding(book, ({ entry }) => isGone && entry === row) },
    });
    await owner.hear();
    expect(owner.circle.view().undone).toEqual([{ what: 'emptied', share: plan.share }]);
    isGone = false;
    await owner.hear();
    expect(owner.circle.view().undone).toEqual([]);
    owner.close();
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
