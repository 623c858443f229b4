/** Three missions at their desks in one circle, and the ways in which Aldermark shares a hearing with the others. */

import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { Code, Day, EntryId, MissionCode } from '../../../../src/domain/ids.ts';
import type { SharePlan } from '../../../../src/log/circle/contract/sharing.ts';
import { addDefender } from '../../../support/log-world.ts';
import { shareLooked } from '../../../support/share-looked.ts';
import {
  type AtDesk,
  agreedTo,
  brenland,
  corvia,
  openSharingWorld,
  type SharingWorld,
  threeMissions,
} from '../../../support/sharing-world.ts';

export const until = '2027-02-01' as Day;

export type SharingDesks = ReturnType<typeof sharingDesks>;

/** Opened once, before the first case of the group it is called in. */
export function sharingDesks(where: 'memory' | 'the local tenant') {
  let world: SharingWorld;
  let desks: Awaited<ReturnType<typeof threeMissions>>;

  beforeAll(async () => {
    world = await openSharingWorld(where);
    desks = await threeMissions(world);
  });
  afterAll(() => world.close());

  async function hearingOf(desk: AtDesk, about: Code, more: object = {}): Promise<EntryId> {
    const entry = desk.log.newEntryId();
    const saved = await desk.log.save({
      kind: 'hearing',
      entry,
      values: {
        about,
        court: 'Oskel District Court',
        start: { day: '2026-12-03', time: '10:00', zone: 'Asia/Tbilisi' },
        dateSource: 'lawyer',
        note: 'Counsel asks us to come early',
        ...more,
      },
    });
    if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved));
    return entry;
  }

  function planFor(
    desk: AtDesk,
    source: EntryId,
    to: readonly MissionCode[],
    more: Partial<SharePlan> = {},
  ): SharePlan {
    return {
      share: desk.log.newEntryId(),
      source,
      to,
      parts: ['start', 'court', 'note', 'observers'],
      identity: 'none',
      categories: [],
      until,
      ...more,
    };
  }

  function rowOf(desk: AtDesk, share: EntryId): EntryId {
    const row = desk.circle.view().shares.find((one) => one.entry === share)?.record.row;
    if (!row) throw new Error('no such share');
    return row as EntryId;
  }

  /** A hearing of a new defender, shared by Aldermark with these missions. */
  async function shared(to: readonly MissionCode[] = [brenland], more: Partial<SharePlan> = {}) {
    const desk = desks.aldermark;
    const about = await addDefender(desk.log);
    await desk.log.recordConsent(agreedTo(about, 'trial', [brenland, corvia]));
    const source = await hearingOf(desk, about);
    const plan = planFor(desk, source, to, more);
    const outcome = await shareLooked(desk.circle.sharing, plan);
    if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
    return { about, source, plan, row: rowOf(desk, plan.share) };
  }

  /** By itself: nobody of ours has to look again. */
  async function isTakenBackThere(row: EntryId): Promise<void> {
    await vi.waitFor(
      async () => {
        await desks.brenland.hear();
        expect(desks.brenland.entry(row)).toMatchObject({ state: 'retracted' });
      },
      { timeout: 20_000, interval: 50 },
    );
    expect(desks.brenland.entry(row)?.content).toBeUndefined();
  }

  /** The hearing of this entry is at another court from now on. */
  async function moved(desk: AtDesk, source: EntryId): Promise<void> {
    const held = desk.log.view().byEntry.get(source);
    if (!held) throw new Error('no hearing');
    const { id, version, record } = held;
    const values = { ...record, court: 'Meren City Court' };
    const saved = await desk.log.save({
      kind: 'hearing',
      entry: source,
      base: { id, version, record },
      values,
    });
    if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved));
  }

  return {
    get world() {
      return world;
    },
    get desks() {
      return desks;
    },
    hearingOf,
    planFor,
    rowOf,
    shared,
    isTakenBackThere,
    moved,
  };
}
