/** What the others say to it: observers, requests and answers, words, the word of a mission that is not connected. */

import { expect, it } from 'vitest';
import type { DataCategory } from '../../../../src/domain/consent/need.ts';
import { addDays, type Day, type MissionCode } from '../../../../src/domain/ids.ts';
import { browserEnvironment, derivedEntryId } from '../../../../src/log/environment.ts';
import { addDefender } from '../../../support/log-world.ts';
import { shareLooked } from '../../../support/share-looked.ts';
import { agreedTo, brenland, circleId, corvia } from '../../../support/sharing-world.ts';
import { type SharingDesks, until } from './desks.ts';

export function whatIsAnswered(at: SharingDesks): void {
  const { planFor, rowOf, shared } = at;

  it('H3 · a mission confirms that it observes while the owner attests, and cannot once that ended', async () => {
    const { about, row } = await shared();
    const desk = at.desks.brenland;
    await desk.hear();
    const answer = { to: row, says: 'yes', part: 'lead', state: 'confirmed', who: 'Joris Veld' } as const;
    expect(await desk.circle.sharing.answer({ ...answer, entry: desk.log.newEntryId() })).toMatchObject({
      outcome: 'done',
    });
    await at.desks.aldermark.hear();
    const seen = at.desks.aldermark.circle.view().hearings.find(({ entry }) => entry === row);
    expect(seen?.observers).toMatchObject([{ mission: brenland, part: 'lead', state: 'confirmed' }]);
    await at.desks.corvia.hear();
    expect(at.desks.corvia.entry(row)).toMatchObject({ withheld: 'not-for-us', state: 'observer' });
    await at.desks.aldermark.log.withdrawConsent(
      agreedTo(about, 'trial', [], { outcome: 'withdrawn', grants: [] }),
    );
    await at.desks.aldermark.hear();
    const late = desk.circle.sharing.answer({ ...answer, entry: desk.log.newEntryId() });
    expect(await late).toEqual({ outcome: 'blocked', why: ['ask-the-owner'] });
  });

  it('H3 · no attestation lives: ask the owner', async () => {
    const { row } = await shared();
    const desk = at.desks.brenland;
    await desk.hear();
    const before = at.world.time.now;
    at.world.time.now += 80 * 3_600_000;
    await desk.hear();
    const answer = { entry: desk.log.newEntryId(), to: row, says: 'yes', state: 'confirmed' } as const;
    expect(await desk.circle.sharing.answer(answer)).toEqual({ outcome: 'blocked', why: ['ask-the-owner'] });
    await at.desks.aldermark.hear();
    await desk.hear();
    expect(desk.entry(row)?.attestedUntil).toBeDefined();
    expect(await desk.circle.sharing.answer(answer)).toMatchObject({ outcome: 'done' });
    expect(at.world.time.now).toBeGreaterThan(before);
  });

  it('F5 B4 · a request whose words tell of health needs consent to that, and the tick itself crosses nowhere', async () => {
    const desk = at.desks.aldermark;
    const about = await addDefender(desk.log);
    const agree = (categories: readonly DataCategory[]) =>
      desk.log.recordConsent(
        agreedTo(about, 'visa', [brenland], {
          grants: [{ action: 'visa', audiences: [`mission:${brenland}`], identity: 'none', categories }],
        }),
      );
    await agree([]);
    const asked = {
      entry: desk.log.newEntryId(),
      asks: 'visa',
      about,
      to: [brenland],
      until,
      words: 'Needs treatment that nobody gives here',
    } as const;
    const ticked = { ...asked, categories: ['health'] } as const;
    expect(await desk.circle.sharing.ask(ticked)).toMatchObject({
      outcome: 'refused',
      verdict: { refusals: [{ person: about, code: 'category-not-covered' }] },
    });
    at.world.time.now += 60_000;
    await agree(['health']);
    expect(await desk.circle.sharing.ask(ticked)).toMatchObject({ outcome: 'done' });
    const row = rowOf(desk, asked.entry);
    await at.desks.brenland.hear();
    expect(at.desks.brenland.entry(row)?.content?.body).toEqual({
      ...{ asks: 'visa', words: asked.words },
      about: expect.any(String),
    });
    const further = { entry: desk.log.newEntryId(), to: row, words: 'Soon' };
    expect(await desk.circle.sharing.comment(further)).toMatchObject({ outcome: 'done' });
    const kept = desk.circle.view().shares.find(({ entry }) => entry === further.entry);
    expect(kept?.record).toMatchObject({ about, categories: ['health'] });
  });

  it('F5 H3 · a request goes out without a name, is answered yes, on conditions, or no with a reason', async () => {
    const desk = at.desks.aldermark;
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
    await at.desks.brenland.hear();
    await at.desks.corvia.hear();
    expect(at.desks.brenland.entry(row)?.content?.body).toMatchObject({
      asks: 'visa',
      urgency: '72-h',
      people: 3,
    });
    const no = { entry: at.desks.corvia.log.newEntryId(), to: row, says: 'no' } as const;
    expect(await at.desks.corvia.circle.sharing.answer(no)).toMatchObject({ outcome: 'invalid' });
    const why = 'No consular section here';
    expect(await at.desks.corvia.circle.sharing.answer({ ...no, conditions: why })).toMatchObject({
      outcome: 'done',
    });
    const yes = {
      entry: at.desks.brenland.log.newEntryId(),
      to: row,
      says: 'conditions',
      conditions: 'With a letter',
    } as const;
    expect(await at.desks.brenland.circle.sharing.answer(yes)).toMatchObject({ outcome: 'done' });
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
    const desk = at.desks.aldermark;
    const about = await addDefender(desk.log);
    await desk.log.recordConsent(agreedTo(about, 'quiet-contact', [brenland]));
    expect(await desk.circle.sharing.tellInTouch(about, [brenland])).toMatchObject({ outcome: 'done' });
    await at.desks.brenland.hear();
    const told = at.desks.brenland.circle.view().entries.find(({ content }) => content?.type === 'in-touch');
    expect(Object.keys(told?.content?.body ?? {}).sort()).toEqual(['code', 'week']);
    expect(told?.coarse).toBe('contact');
    // Said twice in a week it is one row, whose id nobody finds by trying our own codes.
    expect(await desk.circle.sharing.tellInTouch(about, [brenland])).toMatchObject({ outcome: 'done' });
    await at.desks.brenland.hear();
    const all = at.desks.brenland.circle.view().entries.filter(({ content }) => content?.type === 'in-touch');
    expect(all).toHaveLength(1);
    const key = `in touch ${circleId} ${about} ${brenland} ${told?.content?.body.week}`;
    const guessed = await derivedEntryId(browserEnvironment(), key);
    expect(told?.entry).not.toBe(await derivedEntryId(browserEnvironment(), `circle row ${guessed}`));
  });

  it('H2 · words on an entry reach those who can read it', async () => {
    const { row } = await shared();
    const desk = at.desks.brenland;
    await desk.hear();
    const said = { entry: desk.log.newEntryId(), to: row, words: 'We can share a car.' };
    expect(await desk.circle.sharing.comment(said)).toMatchObject({ outcome: 'done' });
    await at.desks.aldermark.hear();
    const there = at.desks.aldermark.circle.view().entries.find(({ content }) => content?.type === 'comment');
    expect(there?.content?.body).toMatchObject({ to: row, words: 'We can share a car.' });
  });

  it('H3 · the word of a mission that is not connected is reported, marked, and nothing is sealed to it', async () => {
    const desk = at.desks.aldermark;
    const estmark = 'estmark' as MissionCode;
    await desk.circle.registry.add({
      ...{ code: estmark, name: 'Embassy of Estmark', tenantId: 'none', connected: false, regions: [] },
    });
    const { row, source } = await shared();
    expect(await shareLooked(desk.circle.sharing, planFor(desk, source, [estmark]))).toEqual({
      outcome: 'blocked',
      why: ['recipient-not-verified'],
    });
    await at.desks.brenland.hear();
    const reporting = at.desks.brenland;
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

  it('H3 · what was heard today is reported today, also while it is still yesterday in Greenwich', async () => {
    const desk = at.desks.aldermark;
    const estmark = 'estmark' as MissionCode;
    await desk.circle.registry.add({
      ...{ code: estmark, name: 'Embassy of Estmark', tenantId: 'none', connected: false, regions: [] },
    });
    const { row } = await shared();
    at.world.time.now = Math.ceil(at.world.time.now / 86_400_000) * 86_400_000 + 22.5 * 3_600_000;
    const today = desk.log.today();
    expect(today > desk.log.now().slice(0, 10)).toBe(true);
    const heard = (at: Day) => ({
      ...{ entry: desk.log.newEntryId(), to: row, says: 'yes' as const },
      reported: { mission: estmark, by: 'Second secretary', how: 'phone' as const, at },
    });
    expect(await desk.circle.sharing.answer(heard(addDays(today, 1)))).toMatchObject({ outcome: 'invalid' });
    expect(await desk.circle.sharing.answer(heard(today))).toMatchObject({ outcome: 'done' });
  });
}
