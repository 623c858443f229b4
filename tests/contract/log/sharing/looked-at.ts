/** What is looked at is what is sent: nothing that was changed since, nothing kept for the own mission. */

import { expect, it } from 'vitest';
import { addDefender } from '../../../support/log-world.ts';
import { shareLooked } from '../../../support/share-looked.ts';
import { agreedTo, brenland, corvia } from '../../../support/sharing-world.ts';
import type { SharingDesks } from './desks.ts';

export function whatIsLookedAt(at: SharingDesks): void {
  const { hearingOf, planFor, rowOf, shared, moved } = at;

  it('H2 · what was looked at is what they read, name, further people and day with it: every leaf', async () => {
    const desk = at.desks.aldermark;
    const [about, other, refusing] = [
      await addDefender(desk.log),
      await addDefender(desk.log),
      await addDefender(desk.log),
    ];
    await desk.log.saveIdentity(about, { about, fullName: 'Ana Torres' });
    const agreement = { identity: 'full-name' } as const;
    for (const each of [about, other])
      await desk.log.recordConsent(agreedTo(each, 'trial', [brenland], agreement));
    await desk.log.withdrawConsent(agreedTo(refusing, 'trial', [], { outcome: 'refused', grants: [] }));
    const source = await hearingOf(desk, about, { named: [other, refusing] });
    const parts = ['start', 'court', 'named'];
    const plan = planFor(desk, source, [brenland], { parts, identity: 'full-name' });
    const before = await at.world.host();
    const looked = await desk.circle.sharing.look(plan);
    if (!looked || 'problems' in looked) throw new Error('nothing to look at');
    // Looking sends nothing, and makes nothing that the host could see.
    expect(await at.world.host()).toBe(before);
    expect(looked.body).toMatchObject({
      day: '2026-12-03',
      identity: { level: 'full-name', name: 'Ana Torres' },
      others: [expect.any(String)],
      fields: { named: [expect.any(String)] },
    });
    const { index } = desk.circle.sharing.preview(plan);
    expect(index).toMatchObject({ week: '2026-W49', code: looked.body.code });
    expect(await desk.circle.sharing.share(plan, looked)).toMatchObject({ outcome: 'done' });
    await at.desks.brenland.hear();
    const there = at.desks.brenland.entry(rowOf(desk, plan.share));
    expect(there?.content?.body).toEqual(looked.body);
    expect(there).toMatchObject({ week: index.week, code: index.code, state: index.state });
  });

  it('H2 · what was changed since it was looked at is not sealed', async () => {
    const desk = at.desks.aldermark;
    const about = await addDefender(desk.log);
    await desk.log.recordConsent(agreedTo(about, 'trial', [brenland]));
    const source = await hearingOf(desk, about);
    const plan = planFor(desk, source, [brenland]);
    const looked = await desk.circle.sharing.look(plan);
    if (!looked || 'problems' in looked) throw new Error('nothing to look at');
    await moved(desk, source);
    expect(await desk.circle.sharing.share(plan, looked)).toEqual({ outcome: 'blocked', why: ['changed'] });
    expect(desk.circle.view().shares.some(({ entry }) => entry === plan.share)).toBe(false);
    const elsewhere = { ...plan, to: [corvia] };
    expect(await desk.circle.sharing.share(elsewhere, looked)).not.toMatchObject({ outcome: 'done' });
    const forged = { to: looked.to, body: looked.body };
    await expect(desk.circle.sharing.share(plan, forged)).rejects.toThrow(TypeError);
    expect(await shareLooked(desk.circle.sharing, plan)).toMatchObject({ outcome: 'done' });
  });

  it('H2 · what was changed since is sent anew, not taken for what they have', async () => {
    const desk = at.desks.aldermark;
    const { row, source, plan } = await shared();
    at.world.time.now += 60_000;
    await moved(desk, source);
    const again = await shareLooked(desk.circle.sharing, { ...plan, share: desk.log.newEntryId() });
    expect(again.outcome).toBe('done');
    await at.desks.brenland.hear();
    expect(at.desks.brenland.entry(row)?.content?.body).toMatchObject({
      fields: { court: 'Meren City Court' },
    });
  });

  it('H1 · what is marked for the own mission alone is not shared', async () => {
    const desk = at.desks.aldermark;
    const about = await addDefender(desk.log, { ownMissionOnly: true });
    await desk.log.recordConsent(agreedTo(about, 'trial', [brenland]));
    const plan = planFor(desk, await hearingOf(desk, about), [brenland]);
    expect(await shareLooked(desk.circle.sharing, plan)).toEqual({
      outcome: 'blocked',
      why: ['own-mission-only'],
    });
  });
}
