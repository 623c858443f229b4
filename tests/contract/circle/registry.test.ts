/** Missions added to a circle and removed from it, their regional groups, and chains of acts that do not fit. */

import { afterEach, describe, expect, it } from 'vitest';
import { act as actKind } from '../../../src/domain/circle/kinds/act.ts';
import { membersOfRegion } from '../../../src/domain/circle/regions.ts';
import type { MissionCode } from '../../../src/domain/ids.ts';
import { removedBy } from '../../../src/log/circle/beliefs.ts';
import { recipientsFrom } from '../../../src/sealing/standing.ts';
import type { Book, Page } from '../../../src/store/book.ts';
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

/** A host who does not show a row. */
function hiding(book: Book, isHidden: (sequence: number, from: string) => boolean): Book {
  const shown = (page: Page): Page => ({
    ...page,
    entries: page.entries.filter(
      ({ kind, record }) => kind !== actKind.key || !isHidden(Number(record.sequence), String(record.from)),
    ),
  });
  return {
    ...book,
    async open(...asked) {
      const opening = await book.open(...asked);
      return { ...opening, pages: new Map([...opening.pages].map(([key, page]) => [key, shown(page)])) };
    },
    load: async (...asked) => shown(await book.load(...asked)),
    loadAll: async (...asked) => shown(await book.loadAll(...asked)),
    async find(kind, entry) {
      const found = await book.find(kind, entry);
      const record = found?.entry.record;
      return kind.key === actKind.key && record && isHidden(Number(record.sequence), String(record.from))
        ? undefined
        : found;
    },
  };
}

describe('Chains of acts', () => {
  /** Brenland said four things, and Aldermark saw them all. */
  async function told() {
    await openWorld();
    const { focal: ours } = await readyMission(world, 'aldermark');
    const { focal: theirs } = await readyMission(world, 'brenland');
    await verifiedInPerson(ours, theirs);
    const entry = theirs.ground.newEntryId();
    for (let n = 0; n < 4; n += 1) await theirs.trust.act('deleted', { entry });
    await ours.hear();
    expect(ours.trust.view().alarms).toEqual([]);
    expect(ours.trust.acts().filter(({ act }) => act.from === brenland)).toHaveLength(4);
    return { ours, theirs, entry };
  }

  it.each([
    ['gap', 'one in the middle is hidden', (sequence: number) => sequence === 2],
    ['rollback', 'the latest are hidden', (sequence: number) => sequence >= 3],
  ])('%s: %s', async (what, _case, isHidden) => {
    await told();
    const again = await world.open('ines', (book) =>
      hiding(book, (sequence, from) => from === 'brenland' && isHidden(sequence)),
    );
    expect(again.trust.view().alarms).toEqual([{ mission: brenland, what }]);
  });

  it('altered: a word changed by hand counts no more', async () => {
    const { ours } = await told();
    const row = ours.circle.replica.of(actKind.key).find(({ record }) => record.sequence === 3);
    const [header, , signature] = String(row?.record.jws).split('.');
    const other = ours.circle.replica.of(actKind.key).find(({ record }) => record.sequence === 2);
    const payload = String(other?.record.jws).split('.')[1];
    world.host?.byHand.edit(actKind, row?.id ?? '', { fp_jws: [header, payload, signature].join('.') });
    const again = await world.open('ines');
    expect(again.trust.view().alarms.map(({ what }) => what)).toContain('altered');
    expect(again.trust.acts().filter(({ act }) => act.from === brenland)).toHaveLength(3);
  });

  it('two colleagues who say something at the same moment both are heard, one after the other', async () => {
    const { theirs, entry, ours } = await told();
    const colleague = await world.open('anouk');
    await Promise.all([
      theirs.trust.act('deleted', { entry }),
      colleague.trust.act('deleted', { entry }),
      theirs.trust.act('deleted', { entry }),
    ]);
    await ours.hear();
    expect(ours.trust.view().alarms).toEqual([]);
    expect(
      ours.trust
        .acts()
        .filter(({ act }) => act.from === brenland)
        .map(({ act }) => act.seq),
    ).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
