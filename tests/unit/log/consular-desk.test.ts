/** A visa bundle goes to a consular officer and comes back: what the officer sees, who may write what, and the gate before all. */

import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../../src/domain/record-kind.ts';
import { consularFile } from '../../../src/domain/system/consular-file.ts';
import { applicant, ask, givenWorld, recordOf } from '../../support/consular-world.ts';
import { addDefender, agreed, greta, ines, openLogWorld, pavel } from '../../support/log-world.ts';

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

  it('F6: once an applicant dropped out, the officer decides about who is left', async () => {
    const world = await openLogWorld();
    const log = await world.open(ines);
    const [about, other] = [await addDefender(log), await addDefender(log)];
    const [stays, leaves] = [applicant(about), applicant(other, { role: 'other', missing: ['insurance'] })];
    const request = await ask(log, about, [stays, leaves]);
    const given = await log.consular.give(request, pavel);
    if (given.outcome !== 'saved') throw new Error(given.outcome);
    const file = given.entry.entry;
    const officer = await world.open(pavel);
    const lacking = { id: String(leaves.id), missing: ['insurance' as const] };
    const first = await officer.consular.answer(file, {
      answerStage: 'lodged',
      answerLodged: '2026-11-19' as never,
      answers: [lacking],
    });
    expect(first).toMatchObject({ outcome: 'saved' });
    const held = log.view().byEntry.get(request);
    if (!held) throw new Error('no request');
    const { id, version, record } = held;
    const applicants = [stays, { ...leaves, state: 'not-applying' }];
    const changed = await log.save({
      kind: 'visa-request',
      entry: request,
      values: { ...record, applicants },
      base: { id, version, record },
    });
    expect(changed).toMatchObject({ outcome: 'saved' });
    expect(await log.consular.give(request, pavel)).toMatchObject({ outcome: 'saved' });
    expect(recordOf(log, file)).toMatchObject({ answerStage: 'lodged', applicants: [{ code: about }] });
    expect(recordOf(log, file)?.answers).toBeUndefined();
    const decided = { id: String(stays.id), decision: 'issued' as const, decidedOn: '2026-11-20' as never };
    // The form of an officer who had it open still holds what was said of the other.
    for (const answers of [[decided, lacking], [decided]]) {
      const outcome = await officer.consular.answer(file, {
        answerStage: 'decided',
        answerLodged: '2026-11-19' as never,
        answers,
      });
      expect(outcome).toMatchObject({ outcome: 'saved' });
    }
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
