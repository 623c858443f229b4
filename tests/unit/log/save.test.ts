import { beforeEach, describe, expect, it } from 'vitest';
import type { DataCategory } from '../../../src/domain/consent/need.ts';
import type { Code, EntryId } from '../../../src/domain/ids.ts';
import type { Log } from '../../../src/log/log.ts';
import { consentFileIn } from '../../../src/log/people.ts';
import type { Draft, SaveOutcome } from '../../../src/log/saving.ts';
import {
  addDefender,
  agreed,
  contactDraft,
  ines,
  type LogWorld,
  openLogWorld,
  tomas,
} from '../../support/log-world.ts';
import { textOf } from '../../support/plain-words.ts';

let world: LogWorld;
let log: Log;

beforeEach(async () => {
  world = await openLogWorld();
  log = await world.open(ines);
});

function saved(outcome: SaveOutcome) {
  if (outcome.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(outcome)}`);
  return outcome;
}

async function addHearing(about: Code): Promise<EntryId> {
  const outcome = await log.save({
    kind: 'hearing',
    entry: log.newEntryId(),
    values: {
      about,
      court: 'Oskel District Court',
      start: { day: '2026-11-26', time: '10:00', zone: 'Asia/Tbilisi' },
    },
  });
  return saved(outcome).entry.entry;
}

async function plan(about: Code, more: Draft['values'] = {}): Promise<Draft> {
  const hearing = await addHearing(about);
  return {
    kind: 'trial-observation',
    entry: log.newEntryId(),
    values: { about, hearing, day: '2026-11-26', step: 'planned', basis: 'for-defender', ...more },
  };
}

function fileOf(about: Code) {
  const held = log
    .view()
    .entries.get('consent-file')
    ?.find((entry) => entry.record.about === about);
  return held ? consentFileIn(held) : undefined;
}

describe('saving a contact', () => {
  it('M1 stores the contact and what they asked us to do in one save', async () => {
    const about = await addDefender(log);
    const draft = contactDraft(log, about, { consent: [agreed(about)] });
    saved(await log.save(draft));
    expect(log.view().entries.get('contact')).toHaveLength(1);
    expect(fileOf(about)?.decisions).toMatchObject([{ outcome: 'given', source: draft.entry, by: ines }]);
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
    expect(fileOf(about)?.decisions.map(({ outcome }) => outcome)).toEqual(['given', 'withdrawn']);
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
    const outcome = await log.save(await plan(about));
    expect(outcome).toMatchObject({
      outcome: 'refused',
      verdict: { allowed: false, refusals: [{ person: about, code: 'not-asked', audience: 'embassy' }] },
    });
    expect(log.view().entries.get('trial-observation') ?? []).toHaveLength(0);
    expect(fileOf(about)).toBeUndefined();
  });

  it('takes one ticket under the consent that covers it and marks it used', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    const draft = await plan(about);
    const { entry } = saved(await log.save(draft));
    const file = fileOf(about);
    expect(file?.tickets).toMatchObject([
      { entry: draft.entry, state: 'used', under: file?.decisions[0]?.id },
    ]);
    expect(entry.under).toEqual([file?.decisions[0]?.id]);
    expect(entry.ticket).toBe(file?.tickets[0]?.id);
  });

  it('B8 is decided again on the file as it is in the book, not as it was when the form opened', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    const draft = await plan(about);
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
    const draft = await plan(about);
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
    const draft = await plan(about);
    const head = await world.open((await import('../../support/log-world.ts')).greta);
    expect((await head.save(draft)).outcome).toBe('refused');
  });

  it('goes ahead as a matter of principle unless somebody refused', async () => {
    const about = await addDefender(log);
    saved(await log.save(await plan(about, { basis: 'principle' })));
    const other = await addDefender(log);
    await log.recordConsent(agreed(other, { outcome: 'refused', grants: [] }));
    expect((await log.save(await plan(other, { basis: 'principle' }))).outcome).toBe('refused');
  });

  it('that we go to a hearing is not entered for somebody who refused it', async () => {
    const [open, closed] = [await addDefender(log), await addDefender(log)];
    await log.recordConsent(agreed(closed, { outcome: 'refused', grants: [] }));
    const going = async (about: Code) => {
      const id = await addHearing(about);
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
    const outcome = saved(await log.save(await plan(first, { named: [second] })));
    expect(outcome.left).toEqual([second]);
    expect(outcome.entry.record.named).toBeUndefined();
  });
});

describe('the report of a visit', () => {
  const visit = (about: Code, ...reportTo: readonly object[]): Draft => ({
    kind: 'prison-visit',
    entry: log.newEntryId(),
    values: { about, type: 'family', step: 'done', visitOn: '2026-11-19', talk: 'private', reportTo },
  });
  const toCapital = { id: 'r1', to: 'Human rights desk', reader: 'capital' };
  const toCapitalOf = (about: Code, categories: readonly DataCategory[]) =>
    agreed(about, {
      grants: [
        { action: 'quiet-contact', audiences: ['embassy', 'ministry'], identity: 'full-name', categories },
      ],
    });

  it('B4 goes to nobody whom their consent does not reach, and the usual words say whom it lacks', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    // That it is their family who is seen is left out.
    const draft = visit(about, { ...toCapital, leavesOut: ['family'] });
    const outcome = await log.save(draft);
    expect(outcome).toMatchObject({
      outcome: 'refused',
      verdict: {
        refusals: [{ person: about, code: 'audience-not-covered', audience: 'ministry' }],
      },
    });
    expect(textOf('consent', 'en', 'consent.refusals.audience-not-covered')).toContain('{{audience}}');
    await log.recordConsent(toCapitalOf(about, []));
    const { entry } = saved(await log.save(draft));
    expect(entry.under).not.toContain('none-on-record');
  });

  it('B4 E3 that tells of health goes to whom they agreed to for health, or without it', async () => {
    const about = await addDefender(log);
    await log.recordConsent(toCapitalOf(about, []));
    const heard = (leavesOut: readonly string[]) => {
      const draft = visit(about, { ...toCapital, leavesOut: ['family', ...leavesOut] });
      return { ...draft, values: { ...draft.values, healthNeed: 'Tablets that ran out' } };
    };
    expect(await log.save(heard([]))).toMatchObject({
      outcome: 'refused',
      verdict: { refusals: [{ person: about, code: 'category-not-covered', audience: 'ministry' }] },
    });
    saved(await log.save(heard(['health'])));
    world.time.now += 60_000;
    await log.recordConsent(toCapitalOf(about, ['health']));
    const { entry } = saved(await log.save(heard([])));
    expect(entry.ticket).toBeDefined();
    expect(entry.under).not.toContain('none-on-record');
  });

  it('B4 that went is written down as it went, with why there was no consent for its reader', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    const sent = visit(about, { ...toCapital, on: '2026-11-20' });
    expect((await log.save(sent)).outcome).toBe('say-why');
    const why = { ...sent, values: { ...sent.values, withoutConsentWhy: 'Sent before anybody asked' } };
    expect(saved(await log.save(why)).entry.under).toEqual(['none-on-record']);
  });

  it('B4 goes to their own side without a further yes', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    saved(await log.save(visit(about, { ...toCapital, reader: 'their-side' })));
  });
});

describe('a measure that is reported to the capital', () => {
  it('G8 B4 passes under consent that reaches the capital, and says why where there is none', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    const draft: Draft = {
      kind: 'measure-taken',
      entry: log.newEntryId(),
      values: {
        about,
        subject: 'defender',
        measure: 'visit-to-defender',
        gist: 'Tea at home',
        day: '2026-11-19',
        step: 'sent',
        identity: 'none',
      },
    };
    const { entry } = saved(await log.save(draft));
    const reported = { ...draft, base: entry, values: { ...entry.record, reportedOn: '2026-11-20' } };
    expect(await log.save(reported)).toMatchObject({ outcome: 'say-why' });
    await log.recordConsent(
      agreed(about, {
        grants: [
          { action: 'quiet-contact', audiences: ['embassy', 'ministry'], identity: 'none', categories: [] },
        ],
      }),
    );
    const after = saved(await log.save(reported)).entry;
    expect(after.under).not.toContain('none-on-record');
    expect(after.ticket).not.toBe(entry.ticket);
  });
});

describe('recording the past', () => {
  it('is never refused, but asks why there is no consent on record', async () => {
    const about = await addDefender(log);
    const draft = await plan(about, { day: '2026-11-19', step: 'done', access: 'admitted' });
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

describe('two people', () => {
  it('J3 merge what they changed in different fields without a question', async () => {
    const about = await addDefender(log);
    const { entry } = saved(await log.save(contactDraft(log, about)));
    const base = { id: entry.id, version: entry.version, record: entry.record };
    const colleague = await world.open(tomas);
    saved(
      await colleague.save({
        kind: 'contact',
        entry: entry.entry,
        base,
        values: { ...entry.record, place: 'mission' },
      }),
    );
    const outcome = await log.save({
      kind: 'contact',
      entry: entry.entry,
      base,
      values: { ...entry.record, channel: 'in-person' },
    });
    expect(saved(outcome).entry.record).toMatchObject({ place: 'mission', channel: 'in-person' });
  });

  it('J3 show both texts when they changed the same field, and store what the person settles', async () => {
    const about = await addDefender(log);
    const { entry } = saved(await log.save(contactDraft(log, about)));
    const base = { id: entry.id, version: entry.version, record: entry.record };
    const colleague = await world.open(tomas);
    saved(
      await colleague.save({
        kind: 'contact',
        entry: entry.entry,
        base,
        values: { ...entry.record, gist: 'Theirs' },
      }),
    );
    const mine: Draft = {
      kind: 'contact',
      entry: entry.entry,
      base,
      values: { ...entry.record, gist: 'Mine' },
    };
    const outcome = await log.save(mine);
    if (outcome.outcome !== 'merge') throw new Error(`expected a merge, got ${outcome.outcome}`);
    expect(outcome.plan.fields).toMatchObject([{ key: 'gist', mine: 'Mine', theirs: 'Theirs' }]);
    expect(outcome.plan.theirs.by).toEqual(tomas);
    const settled = await log.saveMerged(mine, outcome.plan, { gist: 'Both' });
    expect(saved(settled).entry.record.gist).toBe('Both');
  });

  it('gives no default choice where risk is at stake', async () => {
    const about = await addDefender(log);
    const entry = log.view().entries.get('defender')?.[0];
    if (!entry) throw new Error('no defender');
    const base = { id: entry.id, version: entry.version, record: entry.record };
    const risk = (riskLevel: string) => ({ about, unit: 'individual', riskLevel, riskReview: '2026-12-01' });
    const colleague = await world.open(tomas);
    saved(await colleague.save({ kind: 'defender', entry: entry.entry, base, values: risk('high') }));
    const outcome = await log.save({ kind: 'defender', entry: entry.entry, base, values: risk('medium') });
    if (outcome.outcome !== 'merge') throw new Error(`expected a merge, got ${outcome.outcome}`);
    expect(outcome.plan.fields.find(({ key }) => key === 'riskLevel')?.suggestion).toBeUndefined();
  });
});

describe('the clock', () => {
  it('is the server’s: a machine that is a day ahead does not end a consent early once it heard the server', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about, { validity: { kind: 'until', day: '2026-11-20' as never } }));
    const ahead = await world.open(tomas, { skewMs: 86_400_000 });
    await ahead.keepDraft(contactDraft(ahead, about));
    expect(Math.abs(ahead.view().sync.clockSkewSeconds - 86_400)).toBeLessThan(5);
    expect((await ahead.save(await plan(about))).outcome).toBe('saved');
  });
});
