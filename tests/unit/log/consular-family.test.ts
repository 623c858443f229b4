/** A family at the consular desk, a no while the bundle lies there, and who is somebody else although the id is the same. */

import { describe, expect, it } from 'vitest';
import type { Code } from '../../../src/domain/ids.ts';
import type { AnyRecord } from '../../../src/domain/record-kind.ts';
import { applicant, ask, givenWorld, recordOf } from '../../support/consular-world.ts';
import { addDefender, agreed, ines, openLogWorld, pavel } from '../../support/log-world.ts';

const toThisEmbassy = {
  grants: [{ action: 'visa', audiences: ['embassy'], identity: 'full-name', categories: [] }],
} as const;
const no = (code: Code, outcome: 'withdrawn' | 'refused' = 'withdrawn') =>
  agreed(code, { outcome, grants: [], informed: [] });

describe('F1 F2 a family: one applies in person, for a child somebody else does', () => {
  async function family() {
    const world = await openLogWorld();
    const log = await world.open(ines);
    const about = await addDefender(log);
    const spouse = await addDefender(log, { unit: 'family-member' });
    const child = await addDefender(log, { unit: 'family-member' });
    await log.recordConsent(agreed(child, toThisEmbassy));
    world.time.now += 60_000;
    const rows = [
      applicant(about),
      applicant(spouse, { role: 'spouse' }),
      applicant(child, { role: 'child', applies: 'for-them' }),
    ];
    return { world, log, rows, people: { about, spouse, child } };
  }
  type Who = keyof Awaited<ReturnType<typeof family>>['people'];

  it.each<[string, Who | undefined, 'refused' | 'withdrawn', string, readonly Who[]]>([
    ['nobody said no', undefined, 'refused', 'saved', ['about', 'spouse', 'child']],
    ['the spouse, who applies in person, had refused', 'spouse', 'refused', 'saved', ['about', 'child']],
    ['the spouse had withdrawn', 'spouse', 'withdrawn', 'saved', ['about', 'child']],
    ['the child had withdrawn', 'child', 'withdrawn', 'saved', ['about', 'spouse']],
    ['whom it is about had refused', 'about', 'refused', 'refused', []],
    ['whom it is about had withdrawn', 'about', 'withdrawn', 'refused', []],
  ])('F2: %s', async (_, who, outcome, expected, stay) => {
    const { log, rows, people } = await family();
    if (who) await log.recordConsent(no(people[who], outcome));
    const entry = log.newEntryId();
    const said = await log.save({
      kind: 'visa-request',
      entry,
      values: {
        about: people.about,
        day: '2026-11-18',
        visaKind: 'schengen-uniform',
        urgency: '72-hours',
        applicants: rows,
        stage: 'asked',
      },
    });
    expect(said.outcome).toBe(expected);
    const kept = (recordOf(log, entry)?.applicants ?? []) as readonly AnyRecord[];
    expect(kept.map(({ code }) => code)).toEqual(stay.map((each) => people[each]));
    if (said.outcome === 'saved') expect(said.left).toEqual(who ? [people[who]] : []);
  });

  it.each<Who>(['about', 'spouse', 'child'])(
    'F6: a no of the %s, recorded after the request was saved: the bundle is not given, with or without them',
    async (who) => {
      const { world, log, rows, people } = await family();
      const request = await ask(log, people.about, rows);
      world.time.now += 60_000;
      await log.recordConsent(no(people[who]));
      expect(await log.consular.give(request, pavel)).toMatchObject({
        outcome: 'refused',
        verdict: { allowed: false, left: [people[who]] },
      });
      expect(log.view().entries.get('consular-file') ?? []).toEqual([]);
    },
  );

  it.each<Who>(['about', 'spouse', 'child'])(
    'F6: a no of the %s while the bundle lies at the desk: request and bundle are halted, and who had it is told',
    async (who) => {
      const { world, log, rows, people } = await family();
      const request = await ask(log, people.about, rows);
      const given = await log.consular.give(request, pavel);
      if (given.outcome !== 'saved') throw new Error(given.outcome);
      world.time.now += 60_000;
      const { halted, received } = await log.withdrawConsent(no(people[who]));
      expect(halted.map(({ entry }) => entry).sort()).toEqual([request, given.entry.entry].sort());
      expect(received.map(({ entry }) => entry)).toContain(given.entry.entry);
      expect(log.view().duties.map(({ kind }) => kind)).toContain('visa-desk-over');
    },
  );
});

describe('F6 a no while the bundle lies at the desk', () => {
  it.each<[string, boolean]>([
    ['their own application', false],
    ['a child for whom somebody else applies', true],
  ])(
    'F6: of %s: the bundle stands among what was halted, and not once it was taken back',
    async (_, isChild) => {
      const world = await openLogWorld();
      const log = await world.open(ines);
      const about = await addDefender(log);
      const child = await addDefender(log, { unit: 'family-member' });
      await log.recordConsent(agreed(child, toThisEmbassy));
      const rows = [applicant(about), ...(isChild ? [applicant(child, { applies: 'for-them' })] : [])];
      const request = await ask(log, about, rows);
      const given = await log.consular.give(request, pavel);
      if (given.outcome !== 'saved') throw new Error(given.outcome);
      world.time.now += 60_000;
      const { halted } = await log.withdrawConsent(no(isChild ? child : about));
      expect(halted.map(({ entry }) => entry)).toContain(given.entry.entry);
      expect(halted.map(({ entry }) => entry)).toContain(request);

      await log.consular.takeBack(request);
      world.time.now += 60_000;
      const again = await log.withdrawConsent(no(isChild ? child : about));
      expect(again.halted.map(({ entry }) => entry)).not.toContain(given.entry.entry);
    },
  );
});

describe('F6 the same object id in another tenant is another person', () => {
  const stranger = { ...pavel, tenantId: '7e4a0002-7e4a-4000-8000-7e4a7e4a7e4a', name: 'Another officer' };
  async function withStranger() {
    const given = await givenWorld();
    await given.log.savePeople([...given.log.me.mission.people, { ...stranger, roles: ['consular'] }]);
    return { ...given, other: await given.world.open(stranger) };
  }

  it('F6: who answers what was given to the first of them, and nothing is written', async () => {
    const { world, file, log, other } = await withStranger();
    const before = recordOf(log, file);
    await expect(other.consular.answer(file, { answerNote: 'Not mine' })).rejects.toThrow(
      'this bundle was not given to you',
    );
    await log.refresh();
    expect(recordOf(log, file)).toEqual(before);
    const officer = await world.open(pavel);
    expect(await officer.consular.answer(file, { answerNote: 'Mine' })).toMatchObject({ outcome: 'saved' });
  });

  it('F6: given to the other one, what the first answered does not go along', async () => {
    const { world, log, request, file } = await withStranger();
    const officer = await world.open(pavel);
    await officer.consular.answer(file, { answerNote: 'Bring the insurance' });
    await log.consular.give(request, stranger);
    expect(recordOf(log, file)).toMatchObject({ officer: { tenantId: stranger.tenantId } });
    expect(recordOf(log, file)?.answerNote).toBeUndefined();
  });
});
