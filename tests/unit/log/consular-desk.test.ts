/** A visa bundle goes to a consular officer and comes back: what the officer sees, who may write what, and the gate before all. */

import { describe, expect, it } from 'vitest';
import type { Code, EntryId } from '../../../src/domain/ids.ts';
import type { AnyRecord } from '../../../src/domain/record-kind.ts';
import { consularFile } from '../../../src/domain/system/consular-file.ts';
import type { Log } from '../../../src/log/log.ts';
import {
  addDefender,
  agreed,
  greta,
  ines,
  type LogWorld,
  openLogWorld,
  pavel,
} from '../../support/log-world.ts';

const applicant = (code: Code, more: AnyRecord = {}): AnyRecord => ({
  id: code.toLowerCase(),
  code,
  role: 'defender',
  applies: 'own',
  document: 'valid',
  ...more,
});

async function ask(
  log: Log,
  about: Code,
  applicants: readonly AnyRecord[],
  more: AnyRecord = {},
): Promise<EntryId> {
  const outcome = await log.save({
    kind: 'visa-request',
    entry: log.newEntryId(),
    values: {
      about,
      day: '2026-11-18',
      visaKind: 'schengen-uniform',
      urgency: '72-hours',
      applicants,
      stage: 'asked',
      reason: 'immediate-danger',
      note: 'The whole story',
      ...more,
    },
  });
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.entry.entry;
}

async function givenWorld(): Promise<{
  world: LogWorld;
  log: Log;
  about: Code;
  request: EntryId;
  file: EntryId;
}> {
  const world = await openLogWorld();
  const log = await world.open(ines);
  const about = await addDefender(log);
  const request = await ask(log, about, [applicant(about)]);
  const given = await log.consular.give(request, pavel);
  if (given.outcome !== 'saved') throw new Error(JSON.stringify(given));
  return { world, log, about, request, file: given.entry.entry };
}
const recordOf = (log: Log, entry: EntryId) => log.view().byEntry.get(entry)?.record;

describe('F6 the consular desk', () => {
  it('F6: the officer is given facts without the story: no reason, no note, no letter', async () => {
    const { log, file } = await givenWorld();
    const given = recordOf(log, file);
    expect(given).toMatchObject({ visaKind: 'schengen-uniform', urgency: '72-hours', stage: 'asked' });
    expect(JSON.stringify(given)).not.toMatch(/immediate-danger|whole story/);
    expect(Object.keys(consularFile.fields)).not.toEqual(expect.arrayContaining(['reason']));
  });

  it('F6: a child is not given without consent, and is given with it', async () => {
    const world = await openLogWorld();
    const log = await world.open(ines);
    const about = await addDefender(log);
    const child = await addDefender(log, { unit: 'family-member' });
    await log.recordConsent(
      agreed(child, {
        grants: [{ action: 'visa', audiences: ['embassy'], identity: 'full-name', categories: [] }],
      }),
    );
    const request = await ask(log, about, [applicant(about), applicant(child, { applies: 'for-them' })]);
    world.time.now += 60_000;
    await log.recordConsent(agreed(child, { outcome: 'withdrawn', grants: [], informed: [] }));
    expect(await log.consular.give(request, pavel)).toMatchObject({ outcome: 'refused' });
    world.time.now += 60_000;
    await log.recordConsent(
      agreed(child, {
        grants: [{ action: 'visa', audiences: ['embassy'], identity: 'full-name', categories: [] }],
      }),
    );
    world.time.now += 60_000;
    expect(await log.consular.give(request, pavel)).toMatchObject({ outcome: 'saved' });
  });

  it('F6: the officer answers, and the focal point takes it over in one step', async () => {
    const { world, log, about, request, file } = await givenWorld();
    const officer = await world.open(pavel);
    const answer = {
      answerStage: 'decided' as const,
      answerLodged: '2026-11-19' as never,
      answers: [
        {
          id: about.toLowerCase(),
          decision: 'refused' as const,
          decidedOn: '2026-11-20' as never,
          grounds: ['return-in-doubt' as const],
        },
      ],
    };
    expect(await officer.consular.answer(file, answer)).toMatchObject({ outcome: 'saved' });
    await log.refresh();
    expect(log.view().duties.map(({ kind }) => kind)).toContain('visa-answer');
    expect(await log.consular.takeOver(request)).toMatchObject({ outcome: 'saved' });
    expect(recordOf(log, request)).toMatchObject({
      stage: 'decided',
      lodgedOn: '2026-11-19',
      reason: 'immediate-danger',
      applicants: [{ code: about, document: 'valid', decision: 'refused', grounds: ['return-in-doubt'] }],
    });
    const kinds = log.view().duties.map(({ kind }) => kind);
    expect(kinds).toContain('visa-told');
    expect(kinds).not.toContain('visa-answer');
    expect(await log.consular.takeOver(request)).toEqual({ outcome: 'nothing' });
  });

  it('F6: an answer that lacks its ground is not written', async () => {
    const { world, about, file } = await givenWorld();
    const officer = await world.open(pavel);
    const outcome = await officer.consular.answer(file, {
      answers: [{ id: about.toLowerCase(), decision: 'refused', decidedOn: '2026-11-20' as never }],
    });
    expect(outcome).toMatchObject({
      outcome: 'invalid',
      problems: {
        answers: [{ values: { rule: 'refused-needs-ground' }, row: about.toLowerCase(), part: 'grounds' }],
      },
    });
  });

  it('F6: giving again brings the facts up to date and keeps what the officer answered', async () => {
    const { world, log, request, file } = await givenWorld();
    const officer = await world.open(pavel);
    await officer.consular.answer(file, { answerNote: 'Bring the insurance' });
    const held = log.view().byEntry.get(request);
    if (!held) throw new Error('no request');
    const { id, version, record } = held;
    await log.save({
      kind: 'visa-request',
      entry: request,
      values: { ...record, urgency: '24-hours' },
      base: { id, version, record },
    });
    await log.consular.give(request, pavel);
    expect(recordOf(log, file)).toMatchObject({ urgency: '24-hours', answerNote: 'Bring the insurance' });
  });

  it.each<[string, readonly string[] | undefined, readonly string[] | undefined]>([
    ['the officer found another paper missing', ['insurance', 'fee'], ['insurance', 'fee']],
    ['the officer has all papers', undefined, undefined],
    ['the officer changed nothing', ['insurance'], ['insurance']],
  ])('F6: papers missing: %s', async (_, answered, expected) => {
    const world = await openLogWorld();
    const log = await world.open(ines);
    const about = await addDefender(log);
    const request = await ask(log, about, [applicant(about, { missing: ['insurance'] })]);
    const given = await log.consular.give(request, pavel);
    if (given.outcome !== 'saved') throw new Error(given.outcome);
    const officer = await world.open(pavel);
    const answers = answered ? [{ id: about.toLowerCase(), missing: answered as never }] : [];
    await officer.consular.answer(given.entry.entry, { answerStage: 'appointment', answers });
    await log.consular.takeOver(request);
    const [row] = (recordOf(log, request)?.applicants ?? []) as readonly AnyRecord[];
    expect(row?.missing).toEqual(expected);
    expect(row?.document).toBe('valid');
  });

  it('F6: taken back, nothing about the applicants is left and the officer cannot answer any more', async () => {
    const { world, log, about, request, file } = await givenWorld();
    const officer = await world.open(pavel);
    expect(await log.consular.takeBack(request)).toMatchObject({ outcome: 'saved' });
    expect(Object.keys(recordOf(log, file) ?? {}).sort()).toEqual([
      'about',
      'givenBy',
      'givenOn',
      'officer',
      'request',
      'withdrawnOn',
    ]);
    expect(about).toBe(recordOf(log, file)?.about);
    await expect(officer.consular.answer(file, { answerNote: 'Late' })).rejects.toThrow(TypeError);
  });

  it('F6: when somebody is erased, their bundle is emptied at the desk too', async () => {
    const { log, about, file } = await givenWorld();
    await (await log.life()).erase(about, () => undefined);
    const left = recordOf(log, file);
    expect(left?.withdrawnOn).toBe('2026-11-20');
    expect(left?.applicants).toBeUndefined();
    expect(JSON.stringify(left)).not.toContain(about);
  });

  it('F6: only a consular officer of the mission is given a bundle, and only those who act give it', async () => {
    const { world, log, request, file } = await givenWorld();
    await expect(log.consular.give(request, greta)).rejects.toThrow(TypeError);
    const officer = await world.open(pavel);
    await expect(officer.consular.give(request, pavel)).rejects.toThrow(TypeError);
    await expect(officer.consular.takeBack(request)).rejects.toThrow(TypeError);
    await expect(log.consular.answer(file, { answerNote: 'Not mine' })).rejects.toThrow(TypeError);
  });

  it('F6: a consular officer saves no entry of a case', async () => {
    const { world, about } = await givenWorld();
    const officer = await world.open(pavel);
    expect(
      await officer.save({
        kind: 'contact',
        entry: officer.newEntryId(),
        values: { about, day: '2026-11-20', gist: 'Came' },
      }),
    ).toEqual({ outcome: 'read-only', why: 'role' });
  });
});

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
