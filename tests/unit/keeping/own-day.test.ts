/** Days in the life of entries are the mission's own, wherever it is: a hold lasts until its own midnight. */

import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/ids.ts';
import { noProgress, savedEntry } from '../../support/life-story.ts';
import { addDefender, contactDraft, ines, openLogWorld } from '../../support/log-world.ts';

/** The same last day of a hold, and a moment on either side of its end. */
const missions = [
  ['eight hours behind UTC', 'America/Los_Angeles', '2026-12-01T07:30:00Z', '2026-12-01T08:30:00Z'],
  ['four hours ahead of UTC', 'Asia/Tbilisi', '2026-11-30T19:30:00Z', '2026-11-30T20:30:00Z'],
] as const;

describe.each(missions)('J5: in a mission %s', (_, zone, before, after) => {
  async function held() {
    const world = await openLogWorld(1, zone);
    const log = await world.open(ines);
    const life = await log.life();
    const about = await addDefender(log);
    await log.saveIdentity(about, { about, fullName: 'Nino Mtisdze' });
    const entry = await savedEntry(log, contactDraft(log, about));
    await life.placeHold(about, 'A complaint before the United Nations', '2026-11-30' as Day);
    return { world, log, life, about, entry };
  }

  it('a hold stands until midnight there: nothing is removed, emptied or erased', async () => {
    const { world, life, about, entry } = await held();
    world.time.now = Date.parse(before);
    expect(await life.remove(entry, 'Logged twice')).toEqual({ outcome: 'held' });
    expect(await life.emptyIdentity(about)).toBe('held');
    expect((await life.erase(about, noProgress)).done).toBe(0);
  });

  it('it is over after midnight there', async () => {
    const { world, life, about, entry } = await held();
    world.time.now = Date.parse(after);
    expect(await life.emptyIdentity(about)).toBe('emptied');
    expect(await life.remove(entry, 'Logged twice')).toEqual({ outcome: 'removed' });
  });

  it('a note of a removal and a tick carry the day it is there', async () => {
    const { world, log, life, entry } = await held();
    world.time.now = Date.parse(after);
    await life.remove(entry, 'Logged twice');
    expect((await life.notes()).get(entry)).toMatchObject({ on: '2026-12-01' });
    world.time.now += 31 * 86_400_000;
    const [purge] = await life.purges();
    if (purge) await life.tickPurge(purge);
    expect((await life.purges())[0]?.done?.on).toBe(log.today());
  });
});
