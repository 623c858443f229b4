/** Whom a mission believes: numbers compared in person, heads who change, missions vouched for, and a host who cheats. */

import { afterEach, describe, expect, it } from 'vitest';
import { clearNone } from '../../../src/domain/consent/clear.ts';
import type { MissionCode } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/record-kind.ts';
import { mission as missionKind } from '../../../src/domain/system/mission.ts';
import { type Missing, recipientsFrom } from '../../../src/sealing/standing.ts';
import type { Book } from '../../../src/store/book.ts';
import { fakeHead } from '../../support/fake-head.ts';
import { personOf } from '../../support/set-up-mission.ts';
import {
  type AtWork,
  openTrustWorld,
  readyMission,
  type TrustWorld,
  verifiedInPerson,
} from '../../support/trust-world.ts';

let world: TrustWorld;
afterEach(() => world.close());

const brenland = 'brenland' as MissionCode;
const corvia = 'corvia' as MissionCode;

function pinOf({ trust }: AtWork, mission: string) {
  return trust.view().missions.find(({ code }) => code === mission);
}

function missing({ trust }: AtWork, mission: string): Missing['why'] | undefined {
  const found = recipientsFrom(trust.standing(), [mission as MissionCode]);
  return found.ok ? undefined : found.missing[0]?.why;
}

describe.each(['memory', 'the local tenant'] as const)('Pins over %s', (where) => {
  it('J8 · nothing is sealed to a mission before both compared in person, and then both say so', async () => {
    world = await openTrustWorld(where);
    const ours = await readyMission(world, 'aldermark');
    const theirs = await readyMission(world, 'brenland');
    await ours.focal.hear();
    expect(pinOf(ours.focal, 'brenland')).toMatchObject({ pin: 'unpinned', connected: true });
    expect(missing(ours.focal, 'brenland')).toBe('unpinned');
    expect(pinOf(ours.focal, 'brenland')?.fingerprint).toBe(theirs.focal.trust.view().ownFingerprint);

    await verifiedInPerson(ours.focal, theirs.focal);
    expect(pinOf(ours.focal, 'brenland')).toMatchObject({ pin: 'in-person', pinnedOn: '2026-11-20' });
    expect(missing(ours.focal, 'brenland')).toBeUndefined();
    await verifiedInPerson(theirs.focal, ours.focal);
    await ours.focal.hear();
    expect(pinOf(ours.focal, 'brenland')?.verifiedUsOn).toBe('2026-11-20');

    const colleague = await world.open('tomas');
    expect(pinOf(colleague, 'brenland')).toMatchObject({ pin: 'in-person' });
    expect(colleague.trust.view().alarms).toEqual([]);
  });
});

describe('A number that differs', () => {
  it('pins nobody of the whole meeting', async () => {
    world = await openTrustWorld();
    const { focal } = await readyMission(world, 'aldermark');
    const two = [await readyMission(world, 'brenland'), await readyMission(world, 'corvia')];
    await focal.hear();
    const [right, wrong] = two.map(({ focal: of }) => of.trust.view().ownFingerprint ?? '');
    await expect(
      focal.trust.pins.verify([
        { mission: brenland, fingerprint: right ?? '' },
        {
          mission: corvia,
          fingerprint: (wrong ?? '').replace(/^\d/, (digit) => (digit === '9' ? '0' : '9')),
        },
      ]),
    ).rejects.toThrow(TypeError);
    expect(pinOf(focal, 'brenland')?.pin).toBe('unpinned');
    expect(pinOf(focal, 'corvia')?.pin).toBe('unpinned');
  });

  it('does not pin with a locked key', async () => {
    world = await openTrustWorld();
    const { focal } = await readyMission(world, 'aldermark');
    const { focal: theirs } = await readyMission(world, 'brenland');
    focal.trust.keys.lock();
    await expect(verifiedInPerson(focal, theirs)).rejects.toThrow(TypeError);
    await focal.hear();
    expect(pinOf(focal, 'brenland')?.pin).toBe('unpinned');
  });
});

describe('A head of mission who changes', () => {
  async function verified() {
    world = await openTrustWorld();
    const ours = await readyMission(world, 'aldermark');
    const theirs = await readyMission(world, 'corvia');
    await verifiedInPerson(ours.focal, theirs.focal);
    const next = await (await world.open('nadia')).unlocked();
    await theirs.head.hear();
    return { ours: ours.focal, before: theirs.head, next };
  }

  it('J8 · whose card the predecessor signed stays believed', async () => {
    const { ours, before, next } = await verified();
    const [heir] = await before.trust.keys.heirs();
    expect(heir?.name).toBe('Nadia Orsini');
    await before.trust.keys.handOver(heir?.kid ?? '');
    await next.hear();
    expect(next.trust.keys.isHead).toBe(true);
    await ours.hear();
    expect(pinOf(ours, 'corvia')?.pin).toBe('predecessor');
    expect(missing(ours, 'corvia')).toBeUndefined();
    expect(pinOf(ours, 'corvia')?.fingerprint).toBe(next.trust.view().ownFingerprint);
    // Our own book remembers whom the cards led to.
    expect(ours.trust.pins.counting().map(({ record }) => record.how)).toEqual(['in-person', 'predecessor']);
  });

  it('whom nobody signed breaks it until the number was compared again', async () => {
    const { ours, next } = await verified();
    await next.trust.keys.beginAnew();
    expect(next.trust.view().keys).toBe('ready');
    await ours.hear();
    expect(pinOf(ours, 'corvia')?.pin).toBe('broken');
    expect(missing(ours, 'corvia')).toBe('broken');
    await verifiedInPerson(ours, next);
    expect(pinOf(ours, 'corvia')?.pin).toBe('in-person');
    expect(missing(ours, 'corvia')).toBeUndefined();
  });

  it('J8 · invented by the host blocks as well, and is refuted by comparing once more', async () => {
    const { ours, before } = await verified();
    await fakeHead(world, corvia, ours);
    await ours.hear();
    expect(pinOf(ours, 'corvia')?.pin).toBe('broken');
    expect(pinOf(ours, 'corvia')?.fingerprint).not.toBe(before.trust.view().ownFingerprint);
    await verifiedInPerson(ours, before);
    expect(pinOf(ours, 'corvia')).toMatchObject({
      pin: 'in-person',
      fingerprint: before.trust.view().ownFingerprint,
    });
    expect(missing(ours, 'corvia')).toBeUndefined();
    // The invented one was refuted for good: its number is nobody's.
    const { refuted } = ours.trust.pins.counting().at(-1)?.record ?? {};
    expect(refuted).toBeDefined();
    // Comparing the same number once more takes nothing back.
    await verifiedInPerson(ours, before);
    expect(ours.trust.pins.counting().at(-1)?.record.refuted).toBe(refuted);
    expect(missing(ours, 'corvia')).toBeUndefined();
  });
});

describe('Somebody who leaves', () => {
  it('signs nothing more, and what they signed before still counts', async () => {
    world = await openTrustWorld();
    const { focal: ours } = await readyMission(world, 'aldermark');
    const { focal: theirs, head } = await readyMission(world, 'brenland');
    await verifiedInPerson(ours, theirs);
    await verifiedInPerson(theirs, ours);
    await ours.hear();
    const said = () =>
      ours.trust.acts().filter(({ act }) => act.from === brenland && act.type === 'verified');
    expect(said()).toHaveLength(1);
    await leave(await world.bookOf('casimir'), 'joris');
    await head.hear();
    expect(head.trust.keys.waiting).toMatchObject([{ use: 'person', name: 'Joris Vael', ends: true }]);
    await head.trust.keys.signCards();
    expect(head.trust.keys.waiting).toEqual([]);
    await theirs.hear();
    expect(theirs.trust.keyring().personSigner).toBeUndefined();
    await ours.hear();
    expect(said()).toHaveLength(1);
    expect(ours.trust.view().alarms).toEqual([]);
  });
});

async function leave(book: Book, who: string): Promise<void> {
  const [held] = (await book.loadAll(missionKind)).entries;
  if (!held) throw new Error('no mission');
  const people = (held.record.people as readonly Person[]).filter(
    ({ objectId }) => objectId !== personOf(who).objectId,
  );
  const record = { ...held.record, people };
  const cleared = clearNone({ kind: missionKind, entry: held.entry, record, by: personOf('casimir') });
  await book.amend(cleared, { id: held.id, version: held.version });
}

describe('Vouching', () => {
  it('counts from two missions that we verified in person, and not from one', async () => {
    world = await openTrustWorld();
    const { focal: ours } = await readyMission(world, 'aldermark');
    const first = (await readyMission(world, 'brenland')).focal;
    const second = (await readyMission(world, 'corvia')).focal;
    const { focal: stranger } = await readyMission(world, 'estmark');
    await verifiedInPerson(ours, first, second);
    for (const one of [first, second]) {
      expect(pinOf(ours, 'estmark')?.pin).toBe('unpinned');
      await verifiedInPerson(one, stranger);
      await one.trust.pins.vouch('estmark' as MissionCode);
      await ours.hear();
    }
    expect(pinOf(ours, 'estmark')?.pin).toBe('vouched');
    expect(missing(ours, 'estmark')).toBeUndefined();
    await expect(ours.trust.pins.vouch('estmark' as MissionCode)).rejects.toThrow(TypeError);
    await ours.trust.pins.unpin(brenland);
    await ours.hear();
    expect(pinOf(ours, 'estmark')?.pin).toBe('unpinned');
  });
});
