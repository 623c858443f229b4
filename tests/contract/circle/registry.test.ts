/** Missions added to a circle and removed from it, and their regional groups. */

import { afterEach, describe, expect, it } from 'vitest';
import { membersOfRegion } from '../../../src/domain/circle/regions.ts';
import type { MissionCode } from '../../../src/domain/ids.ts';
import { removedBy } from '../../../src/log/circle/trust/beliefs.ts';
import { recipientsFrom } from '../../../src/sealing/standing.ts';
import {
  openTrustWorld,
  readyMission,
  type TrustWorld,
  verifiedInPerson,
} from '../../support/trust-world.ts';

let world: TrustWorld;
const opened: TrustWorld[] = [];
async function openWorld(where?: Parameters<typeof openTrustWorld>[0]): Promise<void> {
  world = await openTrustWorld(where);
  opened.push(world);
}
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

const brenland = 'brenland' as MissionCode;

describe.each(['memory', 'the local tenant'] as const)('The registry over %s', (where) => {
  it('L4 · one action removes a mission: nothing more is sealed to it, and one action brings it back', async () => {
    await openWorld(where);
    const { focal: ours } = await readyMission(world, 'aldermark');
    const { focal: theirs } = await readyMission(world, 'brenland');
    await verifiedInPerson(ours, theirs);
    await ours.registry.remove(brenland);
    expect(recipientsFrom(ours.trust.standing(), [brenland])).toMatchObject({
      missing: [{ mission: brenland, why: 'removed' }],
    });
    expect(missionIn(ours, 'brenland')).toMatchObject({ removed: true, connected: false });
    // Whoever was removed cannot take it back.
    await verifiedInPerson(theirs, ours);
    await expect(theirs.registry.add(asRow('brenland', true))).rejects.toThrow(TypeError);
    await ours.hear();
    expect(missionIn(ours, 'brenland')?.removed).toBe(true);
    await ours.registry.add(asRow('brenland', true));
    expect(missionIn(ours, 'brenland')?.removed).toBe(false);
    expect(recipientsFrom(ours.trust.standing(), [brenland]).ok).toBe(true);
  });

  it('L4 · a mission that is not connected stands in the registry, and nothing is sealed to it', async () => {
    await openWorld(where);
    const { focal: ours } = await readyMission(world, 'aldermark');
    await ours.registry.add(asRow('corvia', false));
    expect(missionIn(ours, 'corvia')).toMatchObject({ connected: false, pin: 'no-card', regions: ['south'] });
    expect(recipientsFrom(ours.trust.standing(), ['corvia' as MissionCode]).ok).toBe(false);
  });
});

function missionIn({ trust }: Awaited<ReturnType<TrustWorld['open']>>, code: string) {
  return trust.view().missions.find((each) => each.code === code);
}

function asRow(slug: string, connected: boolean) {
  return {
    code: slug as MissionCode,
    name: `Embassy of ${slug}`,
    tenantId: '7e4a0003-7e4a-4000-8000-7e4a7e4a7e4a',
    connected,
    regions: ['south'],
  };
}

describe('Who is removed', () => {
  type Said = 'mission-added' | 'mission-removed';
  const second = (one: number) => `2026-11-20T09:00:0${one}Z`;
  const said = (type: Said, from: string, mission: string, at: number, written = at) =>
    ({ row: '', written: second(written), act: { type, from, mission, at: second(at) } }) as never;

  it.each([
    ['nobody said anything', [], []],
    ['removed', [said('mission-removed', 'a', 'b', 1)], ['b']],
    [
      'removed and added again',
      [said('mission-removed', 'a', 'b', 1), said('mission-added', 'a', 'b', 2)],
      [],
    ],
    ['adding oneself', [said('mission-removed', 'a', 'b', 1), said('mission-added', 'b', 'b', 2)], ['b']],
    [
      'each other: the first counts',
      [said('mission-removed', 'a', 'b', 1), said('mission-removed', 'b', 'a', 2)],
      ['b'],
    ],
    [
      'whoever was removed dates theirs back',
      [said('mission-removed', 'b', 'a', 1, 3), said('mission-removed', 'a', 'b', 2)],
      ['b'],
    ],
  ])('%s', (_case, acts, removed) => {
    expect([...removedBy(acts).keys()]).toEqual(removed);
  });
});

describe('Regional groups', () => {
  const missions = [
    { code: 'aldermark', connected: true, removed: false, regions: ['north'] },
    { code: 'brenland', connected: true, removed: false, regions: ['north', 'west'] },
    { code: 'corvia', connected: false, removed: false, regions: ['north'] },
    { code: 'estmark', connected: false, removed: true, regions: ['north'] },
  ] as never;

  it.each([
    ['north', ['brenland']],
    ['west', ['brenland']],
    ['centre', []],
  ])('H5 · %s stands for its members of today, by name', (region, members) => {
    expect(membersOfRegion(region, missions, 'aldermark' as MissionCode)).toEqual(members);
  });
});
