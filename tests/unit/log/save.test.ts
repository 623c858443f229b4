/** What a save through the log stores, asks or refuses. */

import { beforeEach, describe, expect, it } from 'vitest';
import type { Code } from '../../../src/domain/ids.ts';
import type { Log } from '../../../src/log/log.ts';
import {
  addDefender,
  agreed,
  contactDraft,
  ines,
  type LogWorld,
  openLogWorld,
  tomas,
} from '../../support/log-world.ts';
import { addHearing, fileOf, plan, saved } from '../../support/planned.ts';

let world: LogWorld;
let log: Log;

beforeEach(async () => {
  world = await openLogWorld();
  log = await world.open(ines);
});

describe('saving a contact', () => {
  it('M1 stores the contact and what they asked us to do in one save', async () => {
    const about = await addDefender(log);
    const draft = contactDraft(log, about, { consent: [agreed(about)] });
    saved(await log.save(draft));
    expect(log.view().entries.get('contact')).toHaveLength(1);
    expect(fileOf(log, about)?.decisions).toMatchObject([
      { outcome: 'given', source: draft.entry, by: ines },
    ]);
  });

  it('B1 adds a decision and overwrites none, even when the same save is repeated', async () => {
    const about = await addDefender(log);
    const draft = contactDraft(log, about, { consent: [agreed(about)] });
    saved(await log.save(draft));
    saved(await log.save(draft));
    saved(
      await log.save(
        contactDraft(log, about, { consent: [agreed(about, { outcome: 'withdrawn', grants: [] })] }),
      ),
    );
    expect(fileOf(log, about)?.decisions.map(({ outcome }) => outcome)).toEqual(['given', 'withdrawn']);
    expect(log.view().entries.get('contact')).toHaveLength(2);
  });

  it('names the field and what is wrong with it, and stores nothing', async () => {
    const about = await addDefender(log);
    const outcome = await log.save(contactDraft(log, about, { values: { gist: 'x'.repeat(300) } }));
    expect(outcome).toMatchObject({ outcome: 'invalid', problems: { gist: [{ code: 'too-long' }] } });
    expect(log.view().entries.get('contact') ?? []).toHaveLength(0);
  });

  it('is refused to a role that records nothing', async () => {
    const consular = await world.open((await import('../../support/log-world.ts')).pavel);
    const outcome = await consular.save(contactDraft(consular, await addDefender(log)));
    expect(outcome).toEqual({ outcome: 'read-only', why: 'role' });
  });
});

describe('planning', () => {
  it('B6 M3 is refused without consent, told per person why, and writes neither entry nor ticket', async () => {
    const about = await addDefender(log);
    const outcome = await log.save(await plan(log, about));
    expect(outcome).toMatchObject({
      outcome: 'refused',
      verdict: { allowed: false, refusals: [{ person: about, code: 'not-asked', audience: 'embassy' }] },
    });
    expect(log.view().entries.get('trial-observation') ?? []).toHaveLength(0);
    expect(fileOf(log, about)).toBeUndefined();
  });

  it('takes one ticket under the consent that covers it and marks it used', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    const draft = await plan(log, about);
    const { entry } = saved(await log.save(draft));
    const file = fileOf(log, about);
    expect(file?.tickets).toMatchObject([
      { entry: draft.entry, state: 'used', under: file?.decisions[0]?.id },
    ]);
    expect(entry.under).toEqual([file?.decisions[0]?.id]);
    expect(entry.ticket).toBe(file?.tickets[0]?.id);
  });

  it('B8 is decided again on the file as it is in the book, not as it was when the form opened', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    const draft = await plan(log, about);
    expect(log.decide(log.need(draft)).allowed).toBe(true);
    const colleague = await world.open(tomas);
    await colleague.withdrawConsent(agreed(about, { outcome: 'withdrawn', grants: [] }));
    expect(await log.save(draft)).toMatchObject({
      outcome: 'refused',
      verdict: { refusals: [{ code: 'withdrawn' }] },
    });
  });

  it('tells whoever saves that consent was taken back while the act was under way', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    const draft = await plan(log, about);
    const colleague = await world.open(tomas);
    const interrupted = await world.open(ines, {
      over: (book) => ({
        ...book,
        async add(cleared) {
          if (cleared.kind.key === draft.kind)
            await colleague.withdrawConsent(agreed(about, { outcome: 'withdrawn', grants: [] }));
          return book.add(cleared);
        },
      }),
    });
    expect(saved(await interrupted.save(draft)).recalled).toEqual([about]);
  });

  it('B7 is refused to the head of mission just the same', async () => {
    const about = await addDefender(log);
    const draft = await plan(log, about);
    const head = await world.open((await import('../../support/log-world.ts')).greta);
    expect((await head.save(draft)).outcome).toBe('refused');
  });

  it('goes ahead as a matter of principle unless somebody refused', async () => {
    const about = await addDefender(log);
    saved(await log.save(await plan(log, about, { basis: 'principle' })));
    const other = await addDefender(log);
    await log.recordConsent(agreed(other, { outcome: 'refused', grants: [] }));
    expect((await log.save(await plan(log, other, { basis: 'principle' }))).outcome).toBe('refused');
  });

  it('that we go to a hearing is not entered for somebody who refused it', async () => {
    const [open, closed] = [await addDefender(log), await addDefender(log)];
    await log.recordConsent(agreed(closed, { outcome: 'refused', grants: [] }));
    const going = async (about: Code) => {
      const id = await addHearing(log, about);
      const held = log.view().byEntry.get(id);
      if (!held) throw new Error('no hearing');
      const observers = [{ id: 'o1', mission: 'aldermark', part: 'lead', state: 'confirmed' }];
      const base = { id: held.id, version: held.version, record: held.record };
      return log.save({ kind: 'hearing', entry: id, base, values: { ...held.record, observers } });
    };
    expect((await going(open)).outcome).toBe('saved');
    expect((await going(closed)).outcome).toBe('refused');
  });

  it('clears the members of a case one by one and leaves out who refused', async () => {
    const [first, second] = [await addDefender(log), await addDefender(log)];
    await log.recordConsent(agreed(first));
    await log.recordConsent(agreed(second, { outcome: 'refused', grants: [] }));
    const outcome = saved(await log.save(await plan(log, first, { named: [second] })));
    expect(outcome.left).toEqual([second]);
    expect(outcome.entry.record.named).toBeUndefined();
  });
});

describe('recording the past', () => {
  it('is never refused, but asks why there is no consent on record', async () => {
    const about = await addDefender(log);
    const draft = await plan(log, about, { day: '2026-11-19', step: 'done', access: 'admitted' });
    expect((await log.save(draft)).outcome).toBe('say-why');
    const again = {
      ...draft,
      values: { ...draft.values, withoutConsentWhy: 'The hearing was moved overnight' },
    };
    const { entry } = saved(await log.save(again));
    expect(entry.under).toEqual(['none-on-record']);
    expect(log.view().duties.map(({ kind }) => kind)).toContain('told-without-consent');
  });
});
