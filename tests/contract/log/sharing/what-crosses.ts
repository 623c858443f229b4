/** What crosses to the missions chosen, and what stays: consent, codes, identity, parts, people. */

import { expect, it } from 'vitest';
import { addDefender } from '../../../support/log-world.ts';
import { shareLooked } from '../../../support/share-looked.ts';
import { agreedTo, aldermark, brenland, corvia } from '../../../support/sharing-world.ts';
import { type SharingDesks, until } from './desks.ts';

export function whatCrosses(at: SharingDesks): void {
  const { hearingOf, planFor, rowOf, shared } = at;

  it('H1 · without consent towards that mission nothing is shared, and the preview says so', async () => {
    const desk = at.desks.aldermark;
    const about = await addDefender(desk.log);
    await desk.log.recordConsent(agreedTo(about, 'trial', [corvia]));
    const plan = planFor(desk, await hearingOf(desk, about), [brenland]);
    expect(desk.circle.sharing.preview(plan).blocked).toEqual(['refused']);
    const outcome = await shareLooked(desk.circle.sharing, plan);
    expect(outcome).toMatchObject({ outcome: 'refused' });
    expect(desk.circle.view().shares.some(({ entry }) => entry === plan.share)).toBe(false);
  });

  it('H2 · the missions chosen read the parts chosen; the other one sees the index line and no content', async () => {
    const { row, about } = await shared();
    await at.desks.brenland.hear();
    await at.desks.corvia.hear();
    const there = at.desks.brenland.entry(row);
    expect(there?.withheld).toBeUndefined();
    expect(there?.content).toMatchObject({
      type: 'shared-entry',
      until,
      body: {
        kind: 'hearing',
        fields: {
          court: 'Oskel District Court',
          start: { day: '2026-12-03', time: '10:00', zone: 'Asia/Tbilisi' },
        },
      },
    });
    expect(there).toMatchObject({
      from: aldermark,
      coarse: 'trial',
      week: '2026-W49',
      state: 'no-observer',
      fresh: true,
    });
    expect(JSON.stringify(there)).not.toContain(about);
    expect(there?.attestedUntil).toBeDefined();
    const outside = at.desks.corvia.entry(row);
    expect(outside).toMatchObject({ withheld: 'not-for-us', coarse: 'trial' });
    expect(outside?.content).toBeUndefined();
    expect(there?.content?.body.fields).not.toHaveProperty('note');
    const host = await at.world.host();
    for (const secret of [about, 'Oskel District Court', '2026-12-03', 'Counsel asks'])
      expect(host).not.toContain(secret);
  });

  it('H2 · the same person has another code towards another set of missions', async () => {
    const desk = at.desks.aldermark;
    const about = await addDefender(desk.log);
    await desk.log.recordConsent(agreedTo(about, 'trial', [brenland, corvia]));
    const codes = new Map<string, unknown>();
    for (const [name, to] of [
      ['one', [brenland]],
      ['both', [brenland, corvia]],
      ['again', [brenland]],
    ] as const) {
      const plan = planFor(desk, await hearingOf(desk, about), to);
      await shareLooked(desk.circle.sharing, plan);
      codes.set(name, desk.circle.view().shares.find(({ entry }) => entry === plan.share)?.record.code);
    }
    expect(codes.get('one')).toBe(codes.get('again'));
    expect(codes.get('one')).not.toBe(codes.get('both'));
  });

  it('H2 · initials cross where the consent says so, to the mission it names', async () => {
    const desk = at.desks.aldermark;
    const about = await addDefender(desk.log);
    await desk.log.saveIdentity(about, { about, fullName: 'Ana Torres' });
    const plan = planFor(desk, await hearingOf(desk, about), [brenland], { identity: 'initials' });
    await desk.log.recordConsent(agreedTo(about, 'trial', [brenland]));
    expect(await shareLooked(desk.circle.sharing, plan)).toMatchObject({ outcome: 'refused' });
    // Of two words of the same second the narrower one counts.
    at.world.time.now += 60_000;
    await desk.log.recordConsent(agreedTo(about, 'trial', [brenland], { identity: 'initials' }));
    expect(await shareLooked(desk.circle.sharing, plan)).toMatchObject({ outcome: 'done' });
    await at.desks.brenland.hear();
    expect(at.desks.brenland.entry(rowOf(desk, plan.share))?.content?.body.identity).toEqual({
      level: 'initials',
      initials: 'A. T.',
    });
  });

  it('H1 H2 · a part about their health asks for consent to tell of health, whatever is ticked', async () => {
    const desk = at.desks.aldermark;
    const about = await addDefender(desk.log, { needs: ['medical'] });
    const grant = { action: 'quiet-contact', audiences: [`mission:${brenland}`], identity: 'none' } as const;
    const given = (categories: readonly 'health'[]) =>
      desk.log.recordConsent(agreedTo(about, 'quiet-contact', [], { grants: [{ ...grant, categories }] }));
    await given([]);
    const held = (desk.log.view().entries.get('defender') ?? []).find(({ record }) => record.about === about);
    if (!held) throw new Error('no defender');
    const bare = planFor(desk, held.entry, [brenland], { parts: ['unit'] });
    expect(desk.circle.sharing.preview(bare)).toMatchObject({ told: [], blocked: [] });
    const plan = { ...bare, parts: ['unit', 'needs'] };
    expect(desk.circle.sharing.preview(plan)).toMatchObject({ told: ['health'], blocked: ['refused'] });
    expect(await shareLooked(desk.circle.sharing, plan)).toMatchObject({ outcome: 'refused' });
    // Of two words of the same second the narrower one counts.
    at.world.time.now += 60_000;
    await given(['health']);
    expect(await shareLooked(desk.circle.sharing, plan)).toMatchObject({ outcome: 'done' });
    const [share] = desk.circle.view().shares.filter(({ entry }) => entry === plan.share);
    expect(share?.record.categories).toEqual(['health']);
  });

  it('H2 · sharing again what broke off or was lost does nothing twice', async () => {
    const { plan, row } = await shared();
    expect(await shareLooked(at.desks.aldermark.circle.sharing, plan)).toMatchObject({ outcome: 'done' });
    await at.desks.brenland.hear();
    expect(at.desks.brenland.entry(row)?.rev).toBe(1);
  });

  it('B13 · an edited entry is another text: what was attested before carries nobody to the new one', async () => {
    const { plan, source, row } = await shared();
    const desk = at.desks.aldermark;
    const held = desk.log.view().byEntry.get(source);
    if (!held) throw new Error('no hearing');
    await desk.log.save({
      kind: 'hearing',
      entry: source,
      base: { id: held.id, version: held.version, record: held.record },
      values: { ...held.record, court: 'Meren City Court' },
    });
    await at.desks.brenland.hear();
    const before = at.desks.brenland.entry(row);
    expect(await shareLooked(desk.circle.sharing, plan)).toMatchObject({ outcome: 'done' });
    await at.desks.brenland.hear();
    const after = at.desks.brenland.entry(row);
    expect(after).toMatchObject({ rev: 2 });
    expect(after?.content?.body.fields).toMatchObject({ court: 'Meren City Court' });
    expect(after?.content?.body.digestOfSource).not.toBe(before?.content?.body.digestOfSource);
    expect(after?.attestedUntil).toBeDefined();
  });

  it('H2 · who refuses is left out by name, the rest of a case proceed', async () => {
    const desk = at.desks.aldermark;
    const [yes, no] = [await addDefender(desk.log), await addDefender(desk.log)];
    await desk.log.recordConsent(agreedTo(yes, 'trial', [brenland]));
    await desk.log.withdrawConsent(agreedTo(no, 'trial', [], { outcome: 'refused', grants: [] }));
    const plan = planFor(desk, await hearingOf(desk, yes, { named: [no] }), [brenland], {
      parts: ['start', 'court', 'named'],
    });
    expect(await shareLooked(desk.circle.sharing, plan)).toMatchObject({ outcome: 'done' });
    const share = desk.circle.view().shares.find(({ entry }) => entry === plan.share);
    expect(share?.record).toMatchObject({ about: yes });
    expect(share?.record.named).toBeUndefined();
    await at.desks.brenland.hear();
    const body = at.desks.brenland.entry(rowOf(desk, plan.share))?.content?.body;
    expect(body).not.toHaveProperty('others');
    expect(body?.fields).not.toHaveProperty('named');
    // That there is somebody who was left out is not told either.
    expect(body?.parts).toEqual(['start', 'court']);
  });

  it('H2 · a day whose part was not chosen crosses no other way', async () => {
    const { row } = await shared([brenland], { parts: ['court'] });
    await at.desks.brenland.hear();
    const there = at.desks.brenland.entry(row)?.content;
    expect(there?.body).toMatchObject({ fields: { court: 'Oskel District Court' } });
    expect(JSON.stringify(there?.body)).not.toContain('2026-12-03');
    // Nor does the index tell the whole circle its week.
    expect(at.desks.brenland.entry(row)?.week).not.toBe('2026-W49');
  });
}
