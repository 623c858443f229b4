/** What somebody in a hurry might try on the way to a step: each way around the gate ends at the gate. */
import { beforeEach, describe, expect, it } from 'vitest';
import { informedElements } from '../../../src/domain/consent/consent-file.ts';
import type { Code, Day } from '../../../src/domain/ids.ts';
import type { AnyRecord } from '../../../src/domain/record-kind.ts';
import { trialObservation } from '../../../src/domain/records/trial-observation.ts';
import type { Log } from '../../../src/log/log.ts';
import type { Book } from '../../../src/store/book.ts';
import { addDefender, agreed, ines, type LogWorld, openLogWorld, tomas } from '../../support/log-world.ts';
import { attackOn, edit, refusalsOf, refused, saved, withdrawn } from './attack-world.ts';

let world: LogWorld;
let log: Log;

beforeEach(async () => {
  world = await openLogWorld();
  log = await world.open(ines);
});

const { addHearing, plan, addCase, stored, plansInTheBook } = attackOn(() => ({ world, log }));

describe('D10: a plan is announced only with consent, which is not that of going there', () => {
  it('even where the observation itself is a matter of principle', async () => {
    const about = await addDefender(log);
    const announced = await plan(about, { basis: 'principle', step: 'announced' });
    expect(refusalsOf(await log.save(announced))).toEqual(['not-asked']);
    const notified = await plan(about, { basis: 'principle', notice: 'ministry' });
    expect(refusalsOf(await log.save(notified))).toEqual(['not-asked']);
    const written = await plan(about, { basis: 'principle', notice: 'court-president' });
    expect(refusalsOf(await log.save(written))).toEqual(['not-asked']);
    expect(await plansInTheBook()).toEqual([]);
  });

  it('when only the notice of a stored plan is changed', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    const { entry } = saved(await log.save(await plan(about)));
    expect(refusalsOf(await log.save(edit(entry, { notice: 'ministry' })))).toEqual(['audience-not-covered']);
  });

  it('and with it passes under a ticket of its own, beside that of the plan', async () => {
    const about = await addDefender(log);
    const trial = { action: 'trial', identity: 'full-name', categories: [] } as const;
    const grants = [{ ...trial, audiences: ['embassy', 'host-authority'] as const }];
    await log.recordConsent(agreed(about, { grants, informed: informedElements }));
    const planned = saved(await log.save(await plan(about))).entry;
    const announced = saved(await log.save(edit(planned, { step: 'announced', notice: 'ministry' }))).entry;
    expect(announced.ticket).toBeDefined();
    expect(announced.ticket).not.toBe(planned.ticket);
    expect((await stored(about))?.tickets.map(({ audiences }) => audiences)).toEqual([
      ['embassy'],
      ['host-authority'],
    ]);
  });

  it('when a merge brings the notice of one person and the plan of another together', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    const { entry } = saved(await log.save(await plan(about)));
    const colleague = await world.open(tomas);
    saved(await colleague.save(edit(entry, { note: 'Bring the letter' })));
    expect((await log.save(edit(entry, { notice: 'ministry' }))).outcome).toBe('refused');
    expect((await plansInTheBook())[0]?.record.notice).toBeUndefined();
  });
});

describe('what is done cannot carry what is planned', () => {
  it('a past observation edited back to a plan passes the gate', async () => {
    const about = await addDefender(log);
    const done = await plan(about, {
      day: '2026-11-19',
      step: 'done',
      access: 'admitted',
      withoutConsentWhy: 'Moved overnight',
    });
    const { entry } = saved(await log.save(done));
    expect(refusalsOf(await log.save(edit(entry, { step: 'planned', day: '2026-11-26' })))).toEqual([
      'not-asked',
    ]);
  });

  it('consent for once is not used again by moving the same entry to another hearing', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about, { validity: { kind: 'once', day: '2027-01-31' as Day } }));
    const { entry } = saved(await log.save(await plan(about)));
    const other = await addHearing(about);
    const moved = edit(entry, { hearing: other, day: '2026-12-10' });
    expect(refusalsOf(await log.save(moved))).toEqual(['used-once']);
  });

  it('a plan is not moved to another hearing after the withdrawal', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    const { entry } = saved(await log.save(await plan(about)));
    await log.withdrawConsent(withdrawn(about));
    const moved = edit(entry, { hearing: await addHearing(about), day: '2026-12-10' });
    expect(refusalsOf(await log.save(moved))).toEqual(['withdrawn']);
  });

  it('the reason why there was no consent stays', async () => {
    const about = await addDefender(log);
    const why = { withoutConsentWhy: 'Moved overnight' };
    const done = await plan(about, { day: '2026-11-19', step: 'done', access: 'admitted', ...why });
    const { entry } = saved(await log.save(done));
    const { withoutConsentWhy: _, ...without } = entry.record;
    expect((await log.save({ ...edit(entry, {}), values: without })).outcome).toBe('say-why');
  });

  it('a row whose columns say that it needed nothing passes the gate at its next edit', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    const { entry } = saved(await log.save(await plan(about)));
    await log.withdrawConsent(withdrawn(about));
    const book = world.book as Book & {
      byHand: { edit(kind: unknown, id: string, columns: AnyRecord): void };
    };
    book.byHand.edit(trialObservation, entry.id, { fp_under: '["none"]', fp_ticket: null });
    const fresh = (await plansInTheBook())[0];
    if (!fresh) throw new Error('the plan is gone');
    const again = await world.open(ines);
    expect(refusalsOf(await again.save(edit(fresh, { note: 'Still going' })))).toEqual(['withdrawn']);
  });
});

describe('consent valid for one proceeding', () => {
  it('does not carry a hearing of another proceeding, whatever the plan says', async () => {
    const about = await addDefender(log);
    const proceeding = async () =>
      saved(
        await log.save({
          kind: 'proceeding',
          entry: log.newEntryId(),
          values: { about, kind: 'criminal', court: 'Oskel District Court' },
        }),
      ).entry.entry;
    const [agreedOn, other] = [await proceeding(), await proceeding()];
    await log.recordConsent(
      agreed(about, { validity: { kind: 'proceeding', entry: agreedOn, day: '2027-01-31' as Day } }),
    );
    const hearing = await addHearing(about, { proceeding: other });
    expect((await log.save(await plan(about, { hearing, proceeding: agreedOn }))).outcome).not.toBe('saved');
    expect(refusalsOf(await log.save(await plan(about, { hearing, proceeding: other })))).toEqual([
      'other-proceeding',
    ]);
    const right = await addHearing(about, { proceeding: agreedOn });
    saved(await log.save(await plan(about, { hearing: right, proceeding: agreedOn })));
  });
});

describe('cases', () => {
  it('who refused is not concerned by a plan under the code of their case', async () => {
    const [first, second] = [await addDefender(log), await addDefender(log)];
    await log.recordConsent(agreed(first));
    await log.recordConsent(refused(second));
    const { record } = await addCase(first, second);
    const hearing = await addHearing(first);
    for (const values of [{ about: record.about }, { about: first, named: [record.about] }]) {
      const outcome = saved(await log.save(await plan(first, { hearing, ...values })));
      expect(outcome.left).toEqual([second]);
      const codes = [outcome.entry.record.about, ...((outcome.entry.record.named as Code[]) ?? [])];
      expect(codes.filter((code) => code !== undefined)).toEqual([first]);
    }
  });

  it('somebody who joined the case later is asked before its plan is saved again', async () => {
    const [first, second] = [await addDefender(log), await addDefender(log)];
    await log.recordConsent(agreed(first));
    await log.recordConsent(refused(second));
    const held = await addCase(first);
    const { entry } = saved(await log.save(await plan(first, { about: held.record.about })));
    saved(await log.save(edit(held, { named: [first, second] })));
    expect(saved(await log.save(edit(entry, { note: 'Two of us' }))).left).toEqual([second]);
  });

  it('somebody a colleague added a moment ago is asked, although this machine has not heard of it', async () => {
    const [first, second] = [await addDefender(log), await addDefender(log)];
    await log.recordConsent(agreed(first));
    await log.recordConsent(refused(second));
    const held = await addCase(first);
    const draft = await plan(first, { about: held.record.about });
    const colleague = await world.open(tomas);
    saved(await colleague.save(edit(held, { named: [first, second] })));
    expect(saved(await log.save(draft)).left).toEqual([second]);
  });

  it('a defender with the code of a case does not stand in for its defenders', async () => {
    const first = await addDefender(log);
    await log.recordConsent(refused(first));
    const { record } = await addCase(first);
    const code = record.about as Code;
    const values = { about: code, unit: 'individual' };
    await log.save({ kind: 'defender', entry: log.newEntryId(), values });
    await log.recordConsent(agreed(code));
    const outcome = await log.save(await plan(first, { about: code }));
    expect(outcome.outcome === 'saved' && outcome.entry.record.about === code).toBe(false);
  });
});

describe('clocks', () => {
  it('a withdrawal from a slow machine comes after the consent it takes back', async () => {
    const about = await addDefender(log);
    const slow = await world.open(tomas, { skewMs: -9 * 60_000 });
    world.time.now += 60_000;
    await log.recordConsent(agreed(about));
    world.time.now += 60_000;
    await slow.withdrawConsent(withdrawn(about));
    expect(refusalsOf(await log.save(await plan(about)))).toEqual(['withdrawn']);
  });

  it('a consent dated by a fast machine does not outlive its withdrawal', async () => {
    const about = await addDefender(log);
    const fast = await world.open(tomas, { skewMs: 86_400_000 });
    await fast.recordConsent(agreed(about));
    await log.withdrawConsent(withdrawn(about));
    world.time.now += 2 * 86_400_000;
    expect(refusalsOf(await log.save(await plan(about)))).toEqual(['withdrawn']);
  });

  it('a consent is over with the last second of its last day, on the server’s clock', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about, { validity: { kind: 'until', day: '2026-11-20' as Day } }));
    const draft = await plan(about);
    world.time.now = Date.parse('2026-11-20T23:59:59Z');
    const behind = await world.open(tomas, { skewMs: -86_400_000 });
    world.time.now = Date.parse('2026-11-21T00:00:00Z');
    expect(refusalsOf(await behind.save(draft))).toEqual(['expired']);
    expect(await plansInTheBook()).toEqual([]);
    expect((await stored(about))?.tickets.filter(({ state }) => state !== 'released')).toEqual([]);
  });
});
