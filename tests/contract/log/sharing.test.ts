/** Three missions in one circle: what one shares, the others read, act on and delete; what nobody agreed to goes nowhere. */

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addDays, type Code, type Day, type EntryId, type MissionCode } from '../../../src/domain/ids.ts';
import type { Entry } from '../../../src/domain/record-kind.ts';
import type { SharePlan } from '../../../src/log/circle/contract/sharing.ts';
import { browserEnvironment, derivedEntryId } from '../../../src/log/environment.ts';
import type { Book } from '../../../src/store/book.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { addDefender } from '../../support/log-world.ts';
import { shareLooked } from '../../support/share-looked.ts';
import {
  type AtDesk,
  agreedTo,
  aldermark,
  brenland,
  circleId,
  corvia,
  openSharingWorld,
  type SharingWorld,
  threeMissions,
} from '../../support/sharing-world.ts';

const until = '2027-02-01' as Day;

describe.each(['memory', 'the local tenant'] as const)('H2 · three missions over %s', (where) => {
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

  it('H1 · without consent towards that mission nothing is shared, and the preview says so', async () => {
    const desk = desks.aldermark;
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
    await desks.brenland.hear();
    await desks.corvia.hear();
    const there = desks.brenland.entry(row);
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
    const outside = desks.corvia.entry(row);
    expect(outside).toMatchObject({ withheld: 'not-for-us', coarse: 'trial' });
    expect(outside?.content).toBeUndefined();
    expect(there?.content?.body.fields).not.toHaveProperty('note');
    const host = await world.host();
    for (const secret of [about, 'Oskel District Court', '2026-12-03', 'Counsel asks'])
      expect(host).not.toContain(secret);
  });

  it('H2 · the same person has another code towards another set of missions', async () => {
    const desk = desks.aldermark;
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
    const desk = desks.aldermark;
    const about = await addDefender(desk.log);
    await desk.log.saveIdentity(about, { about, fullName: 'Ana Torres' });
    const plan = planFor(desk, await hearingOf(desk, about), [brenland], { identity: 'initials' });
    await desk.log.recordConsent(agreedTo(about, 'trial', [brenland]));
    expect(await shareLooked(desk.circle.sharing, plan)).toMatchObject({ outcome: 'refused' });
    // Of two words of the same second the narrower one counts.
    world.time.now += 60_000;
    await desk.log.recordConsent(agreedTo(about, 'trial', [brenland], { identity: 'initials' }));
    expect(await shareLooked(desk.circle.sharing, plan)).toMatchObject({ outcome: 'done' });
    await desks.brenland.hear();
    expect(desks.brenland.entry(rowOf(desk, plan.share))?.content?.body.identity).toEqual({
      level: 'initials',
      initials: 'A. T.',
    });
  });

  it('H1 H2 · a part about their health asks for consent to tell of health, whatever is ticked', async () => {
    const desk = desks.aldermark;
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
    world.time.now += 60_000;
    await given(['health']);
    expect(await shareLooked(desk.circle.sharing, plan)).toMatchObject({ outcome: 'done' });
    const [share] = desk.circle.view().shares.filter(({ entry }) => entry === plan.share);
    expect(share?.record.categories).toEqual(['health']);
  });

  it('H2 · sharing again what broke off or was lost does nothing twice', async () => {
    const { plan, row } = await shared();
    expect(await shareLooked(desks.aldermark.circle.sharing, plan)).toMatchObject({ outcome: 'done' });
    await desks.brenland.hear();
    expect(desks.brenland.entry(row)?.rev).toBe(1);
  });

  it('B13 · an edited entry is another text: what was attested before carries nobody to the new one', async () => {
    const { plan, source, row } = await shared();
    const desk = desks.aldermark;
    const held = desk.log.view().byEntry.get(source);
    if (!held) throw new Error('no hearing');
    await desk.log.save({
      kind: 'hearing',
      entry: source,
      base: { id: held.id, version: held.version, record: held.record },
      values: { ...held.record, court: 'Meren City Court' },
    });
    await desks.brenland.hear();
    const before = desks.brenland.entry(row);
    expect(await shareLooked(desk.circle.sharing, plan)).toMatchObject({ outcome: 'done' });
    await desks.brenland.hear();
    const after = desks.brenland.entry(row);
    expect(after).toMatchObject({ rev: 2 });
    expect(after?.content?.body.fields).toMatchObject({ court: 'Meren City Court' });
    expect(after?.content?.body.digestOfSource).not.toBe(before?.content?.body.digestOfSource);
    expect(after?.attestedUntil).toBeDefined();
  });

  it('B9 · a withdrawal halts the share, empties the row, and tells who had received it and who deleted it', async () => {
    const { about, plan, row } = await shared([brenland, corvia]);
    await desks.brenland.hear();
    expect(desks.brenland.entry(row)?.content).toBeDefined();
    const outcome = await desks.aldermark.log.withdrawConsent(
      agreedTo(about, 'trial', [], { outcome: 'withdrawn', grants: [] }),
    );
    expect(outcome.halted.map(({ entry }) => entry)).toContain(plan.share);
    // Whoever is there does it, with no key of their own.
    const locked = await world.open('ines', { locked: true });
    await locked.hear();
    await desks.brenland.hear();
    const there = desks.brenland.entry(row);
    expect(there).toMatchObject({ withheld: 'withdrawn', state: 'retracted' });
    expect(there?.content).toBeUndefined();
    expect(there?.attestedUntil).toBeUndefined();
    await desks.brenland.circle.sharing.confirmDeletion(row);
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
    const locked = await world.open('ines', { locked: true });
    await locked.circle.sharing.revoke(plan.share);
    await desks.brenland.hear();
    expect(desks.brenland.entry(row)).toMatchObject({ withheld: 'retracted' });
    locked.close();
  });

  it('H2 · after its last day a share is withheld there, and taken back by whoever of ours is there', async () => {
    const { row } = await shared([brenland], { until: '2026-11-22' as Day });
    await desks.brenland.hear();
    expect(desks.brenland.entry(row)?.content).toBeDefined();
    world.time.now = Math.max(world.time.now, Date.parse('2026-11-23T00:00:01Z'));
    await desks.brenland.hear();
    expect(desks.brenland.entry(row)).toMatchObject({ withheld: 'ended' });
    expect(desks.brenland.entry(row)?.content).toBeUndefined();
    await desks.aldermark.hear();
    await desks.brenland.hear();
    expect(desks.brenland.entry(row)).toMatchObject({ withheld: 'retracted', state: 'retracted' });
  });

  it('H3 · a mission confirms that it observes while the owner attests, and cannot once that ended', async () => {
    const { about, row } = await shared();
    const desk = desks.brenland;
    await desk.hear();
    const answer = { to: row, says: 'yes', part: 'lead', state: 'confirmed', who: 'Joris Veld' } as const;
    expect(await desk.circle.sharing.answer({ ...answer, entry: desk.log.newEntryId() })).toMatchObject({
      outcome: 'done',
    });
    await desks.aldermark.hear();
    const seen = desks.aldermark.circle.view().hearings.find(({ entry }) => entry === row);
    expect(seen?.observers).toMatchObject([{ mission: brenland, part: 'lead', state: 'confirmed' }]);
    await desks.corvia.hear();
    expect(desks.corvia.entry(row)).toMatchObject({ withheld: 'not-for-us', state: 'observer' });
    await desks.aldermark.log.withdrawConsent(
      agreedTo(about, 'trial', [], { outcome: 'withdrawn', grants: [] }),
    );
    await desks.aldermark.hear();
    const late = desk.circle.sharing.answer({ ...answer, entry: desk.log.newEntryId() });
    expect(await late).toEqual({ outcome: 'blocked', why: ['ask-the-owner'] });
  });

  it('H3 · no attestation lives: ask the owner', async () => {
    const { row } = await shared();
    const desk = desks.brenland;
    await desk.hear();
    const before = world.time.now;
    world.time.now += 80 * 3_600_000;
    await desk.hear();
    const answer = { entry: desk.log.newEntryId(), to: row, says: 'yes', state: 'confirmed' } as const;
    expect(await desk.circle.sharing.answer(answer)).toEqual({ outcome: 'blocked', why: ['ask-the-owner'] });
    await desks.aldermark.hear();
    await desk.hear();
    expect(desk.entry(row)?.attestedUntil).toBeDefined();
    expect(await desk.circle.sharing.answer(answer)).toMatchObject({ outcome: 'done' });
    expect(world.time.now).toBeGreaterThan(before);
  });

  it('F5 H3 · a request goes out without a name, is answered yes, on conditions, or no with a reason', async () => {
    const desk = desks.aldermark;
    const about = await addDefender(desk.log);
    await desk.log.recordConsent(agreedTo(about, 'visa', [brenland, corvia]));
    const asked = {
      entry: desk.log.newEntryId(),
      asks: 'visa',
      about,
      to: [brenland, corvia],
      urgency: '72-h',
      people: 3,
      until,
    } as const;
    expect(await desk.circle.sharing.ask(asked)).toMatchObject({ outcome: 'done' });
    const row = rowOf(desk, asked.entry);
    await desks.brenland.hear();
    await desks.corvia.hear();
    expect(desks.brenland.entry(row)?.content?.body).toMatchObject({
      asks: 'visa',
      urgency: '72-h',
      people: 3,
    });
    const no = { entry: desks.corvia.log.newEntryId(), to: row, says: 'no' } as const;
    expect(await desks.corvia.circle.sharing.answer(no)).toMatchObject({ outcome: 'invalid' });
    const why = 'No consular section here';
    expect(await desks.corvia.circle.sharing.answer({ ...no, conditions: why })).toMatchObject({
      outcome: 'done',
    });
    const yes = {
      entry: desks.brenland.log.newEntryId(),
      to: row,
      says: 'conditions',
      conditions: 'With a letter',
    } as const;
    expect(await desks.brenland.circle.sharing.answer(yes)).toMatchObject({ outcome: 'done' });
    await desk.hear();
    expect(desk.entry(row)).toMatchObject({ state: 'answered' });
    const said = desk.circle
      .view()
      .entries.filter(({ content }) => content?.type === 'answer' && content.body.to === row);
    expect(said.map(({ from, content }) => [from, content?.body.says]).sort()).toEqual([
      [brenland, 'conditions'],
      [corvia, 'no'],
    ]);
    const nobody = await addDefender(desk.log);
    const refused = { ...asked, entry: desk.log.newEntryId(), about: nobody };
    expect(await desk.circle.sharing.ask(refused)).toMatchObject({ outcome: 'refused' });
  });

  it('C7 · others learn the week in which we were in touch, and nothing more', async () => {
    const desk = desks.aldermark;
    const about = await addDefender(desk.log);
    await desk.log.recordConsent(agreedTo(about, 'quiet-contact', [brenland]));
    expect(await desk.circle.sharing.tellInTouch(about, [brenland])).toMatchObject({ outcome: 'done' });
    await desks.brenland.hear();
    const told = desks.brenland.circle.view().entries.find(({ content }) => content?.type === 'in-touch');
    expect(Object.keys(told?.content?.body ?? {}).sort()).toEqual(['code', 'week']);
    expect(told?.coarse).toBe('contact');
    // Said twice in a week it is one row, whose id nobody finds by trying our own codes.
    expect(await desk.circle.sharing.tellInTouch(about, [brenland])).toMatchObject({ outcome: 'done' });
    await desks.brenland.hear();
    const all = desks.brenland.circle.view().entries.filter(({ content }) => content?.type === 'in-touch');
    expect(all).toHaveLength(1);
    const key = `in touch ${circleId} ${about} ${brenland} ${told?.content?.body.week}`;
    const guessed = await derivedEntryId(browserEnvironment(), key);
    expect(told?.entry).not.toBe(await derivedEntryId(browserEnvironment(), `circle row ${guessed}`));
  });

  it('H2 · words on an entry reach those who can read it', async () => {
    const { row } = await shared();
    const desk = desks.brenland;
    await desk.hear();
    const said = { entry: desk.log.newEntryId(), to: row, words: 'We can share a car.' };
    expect(await desk.circle.sharing.comment(said)).toMatchObject({ outcome: 'done' });
    await desks.aldermark.hear();
    const there = desks.aldermark.circle.view().entries.find(({ content }) => content?.type === 'comment');
    expect(there?.content?.body).toMatchObject({ to: row, words: 'We can share a car.' });
  });

  it('H2 · who refuses is left out by name, the rest of a case proceed', async () => {
    const desk = desks.aldermark;
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
    await desks.brenland.hear();
    const body = desks.brenland.entry(rowOf(desk, plan.share))?.content?.body;
    expect(body).not.toHaveProperty('others');
    expect(body?.fields).not.toHaveProperty('named');
    // That there is somebody who was left out is not told either.
    expect(body?.parts).toEqual(['start', 'court']);
  });

  it('H2 · two colleagues who share the same at the same moment send it once', async () => {
    const desk = desks.aldermark;
    const head = desks.heads.aldermark;
    const about = await addDefender(desk.log);
    await desk.log.recordConsent(agreedTo(about, 'trial', [brenland]));
    const source = await hearingOf(desk, about);
    await head.hear();
    const outcomes = await Promise.all(
      [desk, head].map(async (each) => {
        const plan = planFor(each, source, [brenland]);
        const first = await shareLooked(each.circle.sharing, plan);
        // Whose code for them came second has looked at another one: they look again.
        return first.outcome === 'blocked' ? shareLooked(each.circle.sharing, plan) : first;
      }),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    await desk.hear();
    await desks.brenland.hear();
    const code = desk.circle.view().shares.find(({ record }) => record.source === source)?.record.code;
    const rows = desks.brenland.circle.view().entries.filter((one) => one.code === code);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.content).toBeDefined();
  });

  /** A share that reached our own book and not the circle. */
  async function brokenOff(identity: 'none' | 'initials' = 'none') {
    let isDown = true;
    const down = (book: Book): Book => ({
      ...book,
      async add(cleared) {
        if (isDown && cleared.kind.key === 'circle-entry' && cleared.record.coarse === 'trial')
          throw new StoreError('unavailable');
        return book.add(cleared);
      },
    });
    const about = await addDefender(desks.aldermark.log);
    await desks.aldermark.log.recordConsent(agreedTo(about, 'trial', [brenland], { identity }));
    await desks.aldermark.log.saveIdentity(about, { about, fullName: 'Ana Torres' });
    const source = await hearingOf(desks.aldermark, about);
    const stopped = await world.open('ines', { over: { circle: down } });
    const plan = planFor(stopped, source, [brenland], { identity });
    await expect(shareLooked(stopped.circle.sharing, plan)).rejects.toThrow('unavailable');
    isDown = false;
    return { stopped, plan, about, source };
  }

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
    const desk = await world.open('ines', { locked: true, over: { circle: shut } });
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

  it('H2 · a share that broke off is completed by the next colleague who is there', async () => {
    const { stopped, plan } = await brokenOff();
    stopped.close();
    await desks.heads.aldermark.hear();
    await desks.brenland.hear();
    const row = rowOf(desks.heads.aldermark, plan.share);
    expect(desks.brenland.entry(row)?.content).toBeDefined();
    expect(desks.brenland.entry(row)?.attestedUntil).toBeDefined();
  });

  it('H2 · what broke off and was changed since waits for another look, and is then sent as it reads now', async () => {
    const { stopped, plan, source } = await brokenOff();
    await moved(stopped, source);
    stopped.close();
    const head = desks.heads.aldermark;
    await head.hear();
    await desks.brenland.hear();
    const row = rowOf(head, plan.share);
    expect(desks.brenland.entry(row)).toBeUndefined();
    const [share] = head.circle.view().shares.filter(({ entry }) => entry === plan.share);
    expect(share?.record).toMatchObject({ state: 'shared' });
    expect(share?.record.digest).toBeUndefined();
    expect(head.circle.view().undone).toMatchObject([
      { what: 'completing', share: plan.share, cause: { why: 'changed' } },
    ]);
    expect(await shareLooked(head.circle.sharing, plan)).toMatchObject({ outcome: 'done' });
    await desks.brenland.hear();
    expect(desks.brenland.entry(row)?.content?.body).toMatchObject({ fields: { court: 'Meren City Court' } });
  });

  it('H2 · a name that broke off on its way is sealed by nobody who has not read it', async () => {
    const { stopped, plan } = await brokenOff('initials');
    stopped.close();
    // The same person in another tab may read names, and has not read this one.
    const desk = desks.aldermark;
    await desk.hear();
    await desks.brenland.hear();
    expect(desks.brenland.entry(rowOf(desk, plan.share))).toBeUndefined();
    expect(desk.circle.view().undone).toMatchObject([{ share: plan.share, cause: { why: 'changed' } }]);
  });

  it('H3 · the word of a mission that is not connected is reported, marked, and nothing is sealed to it', async () => {
    const desk = desks.aldermark;
    const estmark = 'estmark' as MissionCode;
    await desk.circle.registry.add({
      ...{ code: estmark, name: 'Embassy of Estmark', tenantId: 'none', connected: false, regions: [] },
    });
    const { row, source } = await shared();
    expect(await shareLooked(desk.circle.sharing, planFor(desk, source, [estmark]))).toEqual({
      outcome: 'blocked',
      why: ['recipient-not-verified'],
    });
    await desks.brenland.hear();
    const reporting = desks.brenland;
    const reported = { by: 'Kaja Lind', how: 'phone' } as const;
    const answer = { to: row, says: 'yes', state: 'confirmed', part: 'member' } as const;
    const about = (mission: MissionCode) => ({
      ...{ ...answer, entry: reporting.log.newEntryId(), reported: { ...reported, mission } },
    });
    expect(await reporting.circle.sharing.answer(about(corvia))).toMatchObject({ outcome: 'invalid' });
    expect(await reporting.circle.sharing.answer(about(estmark))).toMatchObject({ outcome: 'done' });
    await desk.hear();
    const observers = desk.circle.view().hearings.find(({ entry }) => entry === row)?.observers;
    expect(observers).toMatchObject([{ mission: estmark, state: 'confirmed', reportedBy: brenland }]);
  });

  it('J10 · a host who shows an older revision of a row is found out', async () => {
    const older = new Map<string, Entry>();
    let isShowingOlder = false;
    const shown = (entry: Entry): Entry => {
      if (entry.kind !== 'circle-entry') return entry;
      const before = older.get(entry.entry) ?? entry;
      older.set(entry.entry, before);
      return isShowingOlder ? { ...entry, record: before.record, version: `${entry.version} again` } : entry;
    };
    const rollingBack = (book: Book): Book => ({
      ...book,
      async find(...given) {
        const found = await book.find(...given);
        return found && { entry: shown(found.entry) };
      },
      async load(...given) {
        const page = await book.load(...given);
        return { ...page, entries: page.entries.map(shown) };
      },
    });
    const head = await world.open('casimir', { over: { circle: rollingBack } });
    const { plan, source, row } = await shared();
    await head.hear();
    expect(head.entry(row)).toMatchObject({ rev: 1 });
    const held = desks.aldermark.log.view().byEntry.get(source);
    if (!held) throw new Error('no hearing');
    const base = { id: held.id, version: held.version, record: held.record };
    const values = { ...held.record, court: 'Meren City Court' };
    await desks.aldermark.log.save({ kind: 'hearing', entry: source, base, values });
    await shareLooked(desks.aldermark.circle.sharing, plan);
    await head.hear();
    expect(head.entry(row)).toMatchObject({ rev: 2 });
    isShowingOlder = true;
    for (let beat = 0; beat < 40; beat += 1) await head.hear();
    expect(head.entry(row)).toMatchObject({ withheld: 'altered' });
    expect(head.entry(row)?.content).toBeUndefined();
    head.close();
  });

  it('H2 · a day whose part was not chosen crosses no other way', async () => {
    const { row } = await shared([brenland], { parts: ['court'] });
    await desks.brenland.hear();
    const there = desks.brenland.entry(row)?.content;
    expect(there?.body).toMatchObject({ fields: { court: 'Oskel District Court' } });
    expect(JSON.stringify(there?.body)).not.toContain('2026-12-03');
    // Nor does the index tell the whole circle its week.
    expect(desks.brenland.entry(row)?.week).not.toBe('2026-W49');
  });

  it('H2 · what was looked at is what they read, name, further people and day with it: every leaf', async () => {
    const desk = desks.aldermark;
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
    const before = await world.host();
    const looked = await desk.circle.sharing.look(plan);
    if (!looked || 'problems' in looked) throw new Error('nothing to look at');
    // Looking sends nothing, and makes nothing that the host could see.
    expect(await world.host()).toBe(before);
    expect(looked.body).toMatchObject({
      day: '2026-12-03',
      identity: { level: 'full-name', name: 'Ana Torres' },
      others: [expect.any(String)],
      fields: { named: [expect.any(String)] },
    });
    const { index } = desk.circle.sharing.preview(plan);
    expect(index).toMatchObject({ week: '2026-W49', code: looked.body.code });
    expect(await desk.circle.sharing.share(plan, looked)).toMatchObject({ outcome: 'done' });
    await desks.brenland.hear();
    const there = desks.brenland.entry(rowOf(desk, plan.share));
    expect(there?.content?.body).toEqual(looked.body);
    expect(there).toMatchObject({ week: index.week, code: index.code, state: index.state });
  });

  it('H2 · what was changed since it was looked at is not sealed', async () => {
    const desk = desks.aldermark;
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

  it('H2 · what was changed since is sent anew, not taken for what they have', async () => {
    const desk = desks.aldermark;
    const { row, source, plan } = await shared();
    const held = desk.log.view().byEntry.get(source);
    if (!held) throw new Error('no hearing');
    world.time.now += 60_000;
    const { id, version, record } = held;
    const values = { ...record, court: 'Meren City Court' };
    const kept = await desk.log.save({
      kind: 'hearing',
      entry: source,
      base: { id, version, record },
      values,
    });
    expect(kept.outcome).toBe('saved');
    const again = await shareLooked(desk.circle.sharing, { ...plan, share: desk.log.newEntryId() });
    expect(again.outcome).toBe('done');
    await desks.brenland.hear();
    expect(desks.brenland.entry(row)?.content?.body).toMatchObject({ fields: { court: 'Meren City Court' } });
  });

  it('H1 · what is marked for the own mission alone after it went out is taken back', async () => {
    const desk = desks.aldermark;
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
    const desk = desks.aldermark;
    const { source, row, plan } = await shared();
    await desks.brenland.hear();
    expect(desks.brenland.entry(row)?.content).toBeDefined();
    const life = await desk.log.life();
    expect(await life.remove(source, 'Another court')).toEqual({ outcome: 'removed' });
    await isTakenBackThere(row);
    await desk.hear();
    expect(desk.circle.view().shares.find(({ entry }) => entry === plan.share)?.record.state).toBe('revoked');
    expect(await life.restore(source)).toEqual({ outcome: 'restored' });
    await desk.hear();
    await desks.brenland.hear();
    expect(desks.brenland.entry(row)).toMatchObject({ state: 'retracted' });
    const again = await shareLooked(desk.circle.sharing, { ...plan, share: desk.log.newEntryId() });
    expect(again).toMatchObject({ outcome: 'done' });
  });

  it('H1 · what is marked for the own mission alone is not shared', async () => {
    const desk = desks.aldermark;
    const about = await addDefender(desk.log, { ownMissionOnly: true });
    await desk.log.recordConsent(agreedTo(about, 'trial', [brenland]));
    const plan = planFor(desk, await hearingOf(desk, about), [brenland]);
    expect(await shareLooked(desk.circle.sharing, plan)).toEqual({
      outcome: 'blocked',
      why: ['own-mission-only'],
    });
  });

  it('H1 · what is marked for the own mission alone after it broke off is never completed', async () => {
    const { stopped, plan, about } = await brokenOff();
    const [held] = (stopped.log.view().entries.get('defender') ?? []).filter(
      ({ record }) => record.about === about,
    );
    if (!held) throw new Error('no defender');
    const { entry, id, version, record } = held;
    const values = { ...record, ownMissionOnly: true };
    await stopped.log.save({ kind: 'defender', entry, base: { id, version, record }, values });
    stopped.close();
    await desks.heads.aldermark.hear();
    await desks.brenland.hear();
    const row = rowOf(desks.heads.aldermark, plan.share);
    expect(desks.brenland.entry(row)).toBeUndefined();
  });

  it('B9 · a withdrawal empties the row although nobody can say so in the circle now', async () => {
    const { about, row } = await shared();
    await desks.brenland.hear();
    const mute = (book: Book): Book => ({
      ...book,
      async add(cleared) {
        if (cleared.kind.key === 'act') throw new StoreError('forbidden');
        return book.add(cleared);
      },
    });
    const other = await shared();
    const silent = await world.open('ines', { locked: true, over: { circle: mute } });
    await silent.log.withdrawConsent(agreedTo(about, 'trial', [], { outcome: 'withdrawn', grants: [] }));
    await silent.log.withdrawConsent(
      agreedTo(other.about, 'trial', [], { outcome: 'withdrawn', grants: [] }),
    );
    await silent.hear();
    silent.close();
    await desks.brenland.hear();
    for (const one of [row, other.row]) {
      expect(desks.brenland.entry(one)).toMatchObject({ state: 'retracted' });
      expect(desks.brenland.entry(one)?.content).toBeUndefined();
    }
  });

  it('K2 · who is erased is taken back from the circle, and nothing here leads from its codes to them', async () => {
    const { about, row } = await shared();
    await desks.brenland.hear();
    const desk = desks.aldermark;
    await desk.hear();
    await (await desk.log.life()).erase(about, () => undefined);
    await isTakenBackThere(row);
    await desk.hear();
    const left = desk.circle.view().shares.filter(({ record }) => JSON.stringify(record).includes(about));
    expect(left).toEqual([]);
    const again = await world.open('ines');
    expect(again.entry(row)?.linked).not.toBe(about);
    again.close();
  });

  it('H3 · what was heard today is reported today, also while it is still yesterday in Greenwich', async () => {
    const desk = desks.aldermark;
    const estmark = 'estmark' as MissionCode;
    await desk.circle.registry.add({
      ...{ code: estmark, name: 'Embassy of Estmark', tenantId: 'none', connected: false, regions: [] },
    });
    const { row } = await shared();
    world.time.now = Math.ceil(world.time.now / 86_400_000) * 86_400_000 + 22.5 * 3_600_000;
    const today = desk.log.today();
    expect(today > desk.log.now().slice(0, 10)).toBe(true);
    const heard = (at: Day) => ({
      ...{ entry: desk.log.newEntryId(), to: row, says: 'yes' as const },
      reported: { mission: estmark, by: 'Second secretary', how: 'phone' as const, at },
    });
    expect(await desk.circle.sharing.answer(heard(addDays(today, 1)))).toMatchObject({ outcome: 'invalid' });
    expect(await desk.circle.sharing.answer(heard(today))).toMatchObject({ outcome: 'done' });
  });
});
