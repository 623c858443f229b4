import { beforeEach, describe, expect, it } from 'vitest';
import { clearNone } from '../../../src/domain/consent/clear.ts';
import { informedElements } from '../../../src/domain/consent/consent-file.ts';
import { type Code, type Day, type EntryId, entryIdFrom } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { statusChange } from '../../../src/domain/records/status-change.ts';
import { trialObservation } from '../../../src/domain/records/trial-observation.ts';
import { consentArchive, consentFile } from '../../../src/domain/system/consent-file.ts';
import { identity, identityExample } from '../../../src/domain/system/identity.ts';
import type { ConsentInput, Draft, Log, SaveOutcome } from '../../../src/log/log.ts';
import { consentFileIn } from '../../../src/log/people.ts';
import type { Book } from '../../../src/store/book.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import {
  addDefender,
  agreed,
  contactDraft,
  greta,
  ines,
  type LogWorld,
  openLogWorld,
  pavel,
  tomas,
} from '../../support/log-world.ts';

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

async function addHearing(about: Code, more: AnyRecord = {}): Promise<EntryId> {
  const start = { day: '2026-11-26', time: '10:00', zone: 'Asia/Tbilisi' };
  const values = { about, court: 'Oskel District Court', start, ...more };
  return saved(await log.save({ kind: 'hearing', entry: log.newEntryId(), values })).entry.entry;
}

async function plan(about: Code, more: AnyRecord = {}): Promise<Draft> {
  const hearing = more.hearing ?? (await addHearing(about));
  const values = { about, hearing, day: '2026-11-26', step: 'planned', basis: 'for-defender', ...more };
  return { kind: 'trial-observation', entry: log.newEntryId(), values };
}

async function addCase(...named: readonly Code[]): Promise<Entry> {
  const values = { about: log.newCode(), named, gist: 'Prosecution after the vigil', state: 'open' };
  return saved(await log.save({ kind: 'case', entry: log.newEntryId(), values })).entry;
}

function edit(entry: Entry, change: AnyRecord): Draft {
  const base = { id: entry.id, version: entry.version, record: entry.record };
  return { kind: entry.kind, entry: entry.entry, base, values: { ...entry.record, ...change } };
}

function withdrawn(about: Code, change: Partial<ConsentInput> = {}): ConsentInput {
  return agreed(about, { outcome: 'withdrawn', grants: [], ...change });
}

function refused(about: Code, change: Partial<ConsentInput> = {}): ConsentInput {
  return agreed(about, { outcome: 'refused', grants: [], ...change });
}

/** The consent file as the book holds it now. */
async function stored(about: Code) {
  const { entries } = await world.book.loadAll(consentFile);
  const held = entries.find(({ record }) => record.about === about);
  return held ? consentFileIn(held) : undefined;
}

function refusalsOf(outcome: SaveOutcome) {
  return outcome.outcome === 'refused' ? outcome.verdict.refusals.map(({ code }) => code) : outcome.outcome;
}

async function plansInTheBook(): Promise<readonly Entry[]> {
  return (await world.book.loadAll(trialObservation)).entries;
}

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

describe('what a colleague did a moment ago counts', () => {
  const mother = (about: Code) =>
    agreed(about, { giver: 'family', giverRef: 'mother', whyNotDefender: 'unreachable' });

  it('somebody whom the defender no longer wants involved cannot carry the step', async () => {
    const about = await addDefender(log);
    await log.recordConsent(mother(about));
    const draft = await plan(about);
    const colleague = await world.open(tomas);
    saved(await colleague.setSpeakers(about, [{ giver: 'family', giverRef: 'mother', doNotInvolve: true }]));
    expect(refusalsOf(await log.save(draft))).toEqual(['giver-not-to-be-involved']);
  });

  it('consent while detained ends with the release that this machine has not heard of', async () => {
    const about = await addDefender(log);
    const status = (who: Log, value: string, day: string) =>
      who.save({
        kind: 'status-change',
        entry: who.newEntryId(),
        values: { about, status: value, day, source: 'family' },
      });
    saved(await status(log, 'serving', '2026-11-01'));
    await log.recordConsent(
      agreed(about, { validity: { kind: 'while-detained', day: '2027-01-31' as Day } }),
    );
    const draft = await plan(about);
    const colleague = await world.open(tomas);
    saved(await status(colleague, 'released', '2026-11-19'));
    expect(refusalsOf(await log.save(draft))).toEqual(['not-detained-any-more']);
  });

  it('also right after opening, while the pages of the first load still arrive', async () => {
    const about = await addDefender(log);
    const add = (value: string, day: string) =>
      log.save({
        kind: 'status-change',
        entry: log.newEntryId(),
        values: { about, status: value, day, source: 'family' },
      });
    saved(await add('serving', '2026-11-01'));
    await log.recordConsent(
      agreed(about, { validity: { kind: 'while-detained', day: '2027-01-31' as Day } }),
    );
    const draft = await plan(about);
    saved(await add('released', '2026-11-19'));
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const slow = await world.open(tomas, {
      over: (book) => ({
        ...book,
        async open(...given) {
          const opening = await book.open(...given);
          const page = opening.pages.get(statusChange.key);
          if (!page) throw new Error('no statuses');
          const first = { ...page, entries: page.entries.slice(0, 1), next: 'rest' as never };
          return { ...opening, pages: new Map(opening.pages).set(statusChange.key, first) };
        },
        async load(kind, window) {
          if (window.page !== ('rest' as never)) return book.load(kind, window);
          await gate;
          return book.load(kind, { since: '2000-01-01' as Day });
        },
      }),
    });
    const saving = slow.save(draft);
    open();
    expect(refusalsOf(await saving)).toEqual(['not-detained-any-more']);
  });

  it('a withdrawal between the tickets of two people stops the act', async () => {
    const people = [await addDefender(log), await addDefender(log)].sort();
    const [first, second] = people as [Code, Code];
    for (const code of people) await log.recordConsent(agreed(code));
    const draft = await plan(first, { named: [second] });
    const colleague = await world.open(tomas);
    let done = false;
    const acting = await world.open(ines, {
      over: (book) => ({
        ...book,
        async amend(cleared, at) {
          if (cleared.kind.key === 'consent-file' && cleared.record.about === second && !done) {
            done = true;
            await colleague.withdrawConsent(withdrawn(first));
          }
          return book.amend(cleared, at);
        },
      }),
    });
    expect((await acting.save(draft)).outcome).toBe('refused');
    expect(await plansInTheBook()).toEqual([]);
    expect((await stored(second))?.tickets.map(({ state }) => state)).toEqual(['released']);
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

describe('decisions are kept', () => {
  it('a refusal repeated in the same contact after a consent is not taken for a retry', async () => {
    const about = await addDefender(log);
    const draft = contactDraft(log, about, { consent: [refused(about)] });
    const { entry } = saved(await log.save(draft));
    world.time.now += 60_000;
    await log.recordConsent(agreed(about));
    world.time.now += 60_000;
    saved(await log.save({ ...edit(entry, { gist: 'Came again' }), consent: [refused(about)] }));
    expect(refusalsOf(await log.save(await plan(about)))).toEqual(['refused']);
  });

  it('a consent recorded with an edit is recorded once, also through a merge, and lifts no withdrawal', async () => {
    const about = await addDefender(log);
    const { entry } = saved(await log.save(contactDraft(log, about)));
    const colleague = await world.open(tomas);
    saved(await colleague.save(edit(entry, { gist: 'Theirs' })));
    const mine = { ...edit(entry, { gist: 'Mine' }), consent: [agreed(about)] };
    const outcome = await log.save(mine);
    if (outcome.outcome !== 'merge') throw new Error(`expected a merge, got ${outcome.outcome}`);
    world.time.now += 60_000;
    await colleague.withdrawConsent(withdrawn(about));
    world.time.now += 60_000;
    saved(await log.saveMerged(mine, outcome.plan, { gist: 'Both' }));
    expect((await stored(about))?.decisions.map(({ outcome: said }) => said)).toEqual(['given', 'withdrawn']);
    expect(refusalsOf(await log.save(await plan(about)))).toEqual(['withdrawn']);
  });

  it('a decision that the file could not hold is turned away and leaves the file readable', async () => {
    const about = await addDefender(log);
    await log.recordConsent(refused(about));
    const unsound = { limits: 'x'.repeat(4001) };
    await expect(log.recordConsent(agreed(about, unsound))).rejects.toThrow(TypeError);
    await expect(log.withdrawConsent(withdrawn(about, unsound))).rejects.toThrow(TypeError);
    const again = await world.open(tomas);
    expect(refusalsOf(await again.save(await plan(about)))).toEqual(['refused']);
  });

  it('a file that vanished from the list is not taken for nobody having refused', async () => {
    const about = await addDefender(log);
    await log.recordConsent(refused(about));
    const draft = await plan(about, { basis: 'principle' });
    const blind = await world.open(ines, {
      over: (book) => ({
        ...book,
        find: async (kind, entry) => (kind.key === 'consent-file' ? undefined : book.find(kind, entry)),
      }),
    });
    expect(refusalsOf(await blind.save(draft))).toEqual(['file-not-read']);
  });

  it('consent is recorded by those whose role it is, also outside a form', async () => {
    const about = await addDefender(log);
    const consular = await world.open(pavel);
    await expect(consular.recordConsent(agreed(about))).rejects.toThrow(TypeError);
    expect(await stored(about)).toBeUndefined();
  });

  it('a code stays with its defender, and so do the decisions under it', async () => {
    const about = await addDefender(log);
    await log.recordConsent(refused(about));
    const held = log.view().entries.get('defender')?.[0];
    if (!held) throw new Error('no defender');
    const outcome = await log.save(edit(held, { about: log.newCode() }));
    expect(outcome).toMatchObject({ outcome: 'invalid', problems: { about: [{ code: 'rule' }] } });
    expect(log.view().entries.get('defender')?.[0]?.record.about).toBe(about);
  });
});

describe('tickets are kept', () => {
  /** Fails every marking of this person's ticket, as if the tab died between act and mark. */
  const dyingBeforeMark =
    (about: Code) =>
    (book: Book): Book => ({
      ...book,
      async amend(cleared, at) {
        const tickets = (cleared.record.tickets as { state: string }[] | undefined) ?? [];
        if (cleared.record.about === about && tickets.some(({ state }) => state === 'used'))
          throw new StoreError('offline');
        return book.amend(cleared, at);
      },
    });

  it('of everybody, when a save that broke off between two marks is tried again', async () => {
    const people = [await addDefender(log), await addDefender(log)].sort();
    const [first, second] = people as [Code, Code];
    for (const code of people) await log.recordConsent(agreed(code));
    const draft = await plan(first, { named: [second] });
    const dying = await world.open(ines, { over: dyingBeforeMark(second) });
    await expect(dying.save(draft)).rejects.toThrow();
    const again = await world.open(ines);
    saved(await again.save(draft));
    for (const code of people)
      expect((await stored(code))?.tickets.map(({ state }) => state)).toEqual(['used']);
  });

  it('and what was typed between two tries of one save is not lost', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    const draft = await plan(about);
    saved(await log.save(draft));
    const again = saved(await log.save({ ...draft, values: { ...draft.values, note: 'Added since' } }));
    expect(again.entry.record.note).toBe('Added since');
    expect((await plansInTheBook()).map(({ record }) => record.note)).toEqual(['Added since']);
  });

  it('who had received what is complete, also after rows moved to the archive', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    const { entry } = saved(await log.save(await plan(about)));
    const file = await stored(about);
    const held = (await world.book.loadAll(consentFile)).entries[0];
    if (!file || !held) throw new Error('no file');
    const { tickets, ...rest } = held.record;
    await world.book.add(
      clearNone({
        kind: consentArchive,
        entry: entryIdFrom(new Uint8Array(16).fill(7)),
        record: { about, part: 1, archivedOn: '2026-11-20', tickets },
        by: ines,
      }),
    );
    await world.book.amend(clearNone({ kind: consentFile, entry: held.entry, record: rest, by: ines }), held);
    const outcome = await log.withdrawConsent(withdrawn(about));
    expect(outcome.received.map((each) => each.entry)).toEqual([entry.entry]);
  });

  it('narrowing a consent recalls what is under way, like a withdrawal', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    const draft = await plan(about);
    const colleague = await world.open(tomas);
    const acting = await world.open(ines, {
      over: (book) => ({
        ...book,
        async add(cleared) {
          if (cleared.kind.key === 'trial-observation')
            await colleague.recordConsent(
              agreed(about, {
                outcome: 'given-in-part',
                grants: [],
                refuses: [{ action: 'trial', audiences: [], identity: 'none', categories: [] }],
              }),
            );
          return book.add(cleared);
        },
      }),
    });
    await acting.save(draft);
    expect((await stored(about))?.tickets.map(({ state }) => state)).toEqual(['recalled']);
  });

  it('taking back something else leaves alone what is under way for one proceeding', async () => {
    const about = await addDefender(log);
    const values = { about, kind: 'criminal', court: 'Oskel District Court' };
    const proceeding = saved(await log.save({ kind: 'proceeding', entry: log.newEntryId(), values })).entry
      .entry;
    await log.recordConsent(
      agreed(about, { validity: { kind: 'proceeding', entry: proceeding, day: '2027-01-31' as Day } }),
    );
    const hearing = await addHearing(about, { proceeding });
    saved(await log.save(await plan(about, { hearing, proceeding })));
    const outcome = await log.withdrawConsent(
      withdrawn(about, {
        grants: [{ action: 'quiet-contact', audiences: ['embassy'], identity: 'full-name', categories: [] }],
      }),
    );
    expect(outcome.received).toEqual([]);
    expect(outcome.halted).toEqual([]);
  });
});

describe('names and unfinished words stay where they belong', () => {
  it('nobody has the drafts of a colleague in memory', async () => {
    const about = await addDefender(log);
    await log.keepDraft(contactDraft(log, about, { values: { gist: 'Half a sentence about someone' } }));
    const colleague = await world.open(tomas);
    await colleague.refresh();
    expect(colleague.view().entries.get('draft') ?? []).toEqual([]);
    expect([...colleague.view().byEntry.values()].filter(({ kind }) => kind === 'draft')).toEqual([]);
    expect((await world.open(ines)).view().drafts).toHaveLength(1);
  });

  it('what is kept apart is never kept as a draft', async () => {
    const about = await addDefender(log);
    const values = { about, realName: 'Invented Name' };
    await expect(log.keepDraft({ kind: identity.key, entry: log.newEntryId(), values })).rejects.toThrow(
      TypeError,
    );
  });

  it.each([
    ['a head of mission', greta],
    ['a consular officer', pavel],
  ])('%s neither reads nor writes a name', async (_, person) => {
    const about = await addDefender(log);
    const other = await world.open(person);
    await expect(other.saveIdentity(about, { ...identityExample, about })).rejects.toThrow(TypeError);
    await expect(other.showIdentity(about)).rejects.toThrow(TypeError);
    expect(await log.showIdentity(about)).toBeUndefined();
  });

  it('a name that was shown is nowhere in memory, in the journal or in a title afterwards', async () => {
    const about = await addDefender(log);
    await log.saveIdentity(about, { ...identityExample, about } as never);
    const shown = await log.showIdentity(about);
    const name = String((shown as unknown as AnyRecord).realName ?? (shown as unknown as AnyRecord).name);
    expect(name.length).toBeGreaterThan(3);
    await log.refresh();
    const view = log.view();
    expect(JSON.stringify([[...view.entries], [...view.byEntry], view.duties, log.trail()])).not.toContain(
      name,
    );
    const { journal } = await import('../../../src/domain/system/journal.ts');
    expect(JSON.stringify(await world.book.loadAll(journal))).not.toContain(name);
  });
});
