/** Decisions, tickets, names and drafts: nothing of it is lost, revived or seen by the wrong person. */
import { beforeEach, describe, expect, it } from 'vitest';
import { clearNone } from '../../../src/domain/consent/clear.ts';
import { type Code, type Day, entryIdFrom } from '../../../src/domain/ids.ts';
import { consentArchive, consentFile } from '../../../src/domain/system/consent-file.ts';
import { identity, identityExample } from '../../../src/domain/system/identity.ts';
import type { Log } from '../../../src/log/log.ts';
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
import { attackOn, edit, refusalsOf, refused, saved, withdrawn } from './attack-world.ts';

let world: LogWorld;
let log: Log;

beforeEach(async () => {
  world = await openLogWorld();
  log = await world.open(ines);
});

const { addHearing, plan, stored, plansInTheBook } = attackOn(() => ({ world, log }));

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
    const name = identityExample.fullName;
    expect(shown?.fullName).toBe(name);
    await log.refresh();
    const view = log.view();
    expect(
      JSON.stringify([[...view.entries], [...view.byEntry.values()], view.duties, await log.trail()]),
    ).not.toContain(name);
    const { journal } = await import('../../../src/domain/system/journal.ts');
    expect(JSON.stringify(await world.book.loadAll(journal))).not.toContain(name);
  });
});
