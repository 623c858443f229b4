/** The life of entries through the log: removed and restored, held, made anonymous. */

import { beforeEach, describe, expect, it } from 'vitest';
import type { Day, EntryId } from '../../../src/domain/ids.ts';
import { consentFileIn } from '../../../src/log/gate/people.ts';
import type { Life } from '../../../src/log/life/life.ts';
import type { Log } from '../../../src/log/log.ts';
import type { Book } from '../../../src/store/book.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { counts, everything, noProgress, savedEntry, story, YEARS } from '../../support/life-story.ts';
import {
  addDefender,
  contactDraft,
  greta,
  ines,
  type LogWorld,
  openLogWorld,
  tomas,
} from '../../support/log-world.ts';

let world: LogWorld;
let log: Log;
let life: Life;

beforeEach(async () => {
  world = await openLogWorld();
  log = await world.open(ines);
  life = await log.life();
});

describe('L6: a mistaken entry', () => {
  it('leaves every list, comes back as it was, and both are in the journal', async () => {
    const about = await addDefender(log);
    const entry = await savedEntry(log, contactDraft(log, about));
    const before = log.view().byEntry.get(entry);
    const others = await world.open(tomas);
    expect(await life.remove(entry, 'Logged twice')).toEqual({ outcome: 'removed' });
    expect(log.view().entries.get('contact')).toEqual([]);
    expect(log.view().byEntry.has(entry)).toBe(false);
    expect(life.removed().map((each) => each.entry)).toEqual([entry]);
    expect((await life.notes()).get(entry)).toMatchObject({ state: 'removed', reason: 'Logged twice' });
    await others.refresh();
    expect(others.view().entries.get('contact')).toEqual([]);
    await (await others.life()).restore(entry);
    await log.refresh();
    const after = log.view().byEntry.get(entry);
    expect(after?.record).toEqual(before?.record);
    expect(after?.under).toEqual(before?.under);
    expect(life.removed()).toEqual([]);
  });

  it('comes back under the consent and the ticket that cleared it', async () => {
    const about = await addDefender(log);
    const { observed } = await story(log, about);
    const before = log.view().byEntry.get(observed);
    expect(before?.under).not.toEqual(['none']);
    await life.remove(observed, 'Another hearing');
    await life.restore(observed);
    const after = log.view().byEntry.get(observed);
    expect([after?.under, after?.ticket]).toEqual([before?.under, before?.ticket]);
  });

  it('is not there for who opens the book later', async () => {
    const about = await addDefender(log);
    const entry = await savedEntry(log, contactDraft(log, about));
    await life.remove(entry, 'Logged twice');
    const later = await world.open(tomas);
    expect(later.view().byEntry.has(entry)).toBe(false);
    expect((await later.life()).removed()).toHaveLength(1);
  });

  it('cannot be changed while it is away', async () => {
    const about = await addDefender(log);
    const draft = contactDraft(log, about);
    const entry = await savedEntry(log, draft);
    const held = log.view().byEntry.get(entry);
    await life.remove(entry, 'Logged twice');
    const { id, version, record } = held ?? ({} as never);
    expect(await log.save({ ...draft, base: { id, version, record } })).toMatchObject({
      outcome: 'read-only',
      why: 'put-away',
    });
  });

  it('stays where others would speak of nobody without it', async () => {
    const about = await addDefender(log);
    const defender = log.view().entries.get('defender')?.[0]?.entry as EntryId;
    await savedEntry(log, contactDraft(log, about));
    expect(await life.remove(defender, 'A mistake')).toEqual({ outcome: 'needed', by: 1 });
    expect(log.view().byEntry.has(defender)).toBe(true);
  });

  it('owes nobody anything', async () => {
    const about = await addDefender(log);
    const promises = [{ id: 'p1', what: 'Ask the court', owner: ines, due: '2026-11-25' }];
    const entry = await savedEntry(log, contactDraft(log, about, { values: { promises } }));
    expect(log.view().duties.map(({ kind }) => kind)).toContain('follow-up');
    await life.remove(entry, 'Logged twice');
    expect(log.view().duties.map(({ kind }) => kind)).not.toContain('follow-up');
  });

  it('after 30 days is for an owner to delete, and the tick says who and when', async () => {
    const about = await addDefender(log);
    const entry = await savedEntry(log, contactDraft(log, about));
    await life.remove(entry, 'Logged twice');
    expect(await life.purges()).toEqual([]);
    world.time.now += 31 * 86_400_000;
    const [purge] = await life.purges();
    expect(purge).toMatchObject({ entry, kind: 'contact', what: 'item' });
    if (purge) await life.tickPurge(purge);
    expect((await life.purges())[0]?.done).toMatchObject({ by: ines, on: '2026-12-21' });
  });
});

describe('J5: a legal hold', () => {
  it('blocks removing, emptying names, making anonymous and erasing, until it is ended with a reason', async () => {
    const about = await addDefender(log);
    const { contact } = await story(log, about);
    await life.placeHold(about, 'A complaint before the United Nations');
    expect(await life.remove(contact, 'A mistake')).toEqual({ outcome: 'held' });
    expect(await life.emptyIdentity(about)).toBe('held');
    world.time.now += 5 * YEARS;
    const before = log.view().byEntry.get(contact);
    const outcome = await life.anonymise([contact], noProgress);
    expect(outcome).toMatchObject({ done: 0, stayed: [{ why: 'held' }] });
    expect((await life.erase(about, noProgress)).done).toBe(0);
    expect(log.view().byEntry.get(contact)).toEqual(before);
    const hold = log.view().entries.get('legal-hold')?.[0]?.entry as EntryId;
    await expect(life.endHold(hold, ' ')).rejects.toThrow(TypeError);
    await life.endHold(hold, 'The complaint was decided');
    expect((await life.anonymise([contact], noProgress)).done).toBe(1);
  });
});

describe('J5: what is due is made anonymous', () => {
  it('with all its traces, and every count stays', async () => {
    const about = await addDefender(log);
    const { observed } = await story(log, about);
    await log.saveIdentity(about, { about, fullName: 'Nino Mtisdze' });
    world.time.now += 5 * YEARS;
    const before = counts(log);
    const due = await life.due();
    const ids = due.entries.map(({ entry }) => entry.entry);
    expect(ids).toContain(observed);
    expect(await life.anonymise(ids, noProgress)).toEqual({ done: ids.length, stayed: [] });
    expect(counts(log)).toEqual(before);
    const text = await everything(world.book, 'duty-closing');
    expect(text).not.toContain(about);
    expect(text).not.toContain('river');
    expect(text).not.toContain('Oskel');
    expect(await everything(world.book, 'identity')).not.toContain('Nino');
    const file = log.view().entries.get('consent-file')?.[0];
    expect(file && JSON.stringify(consentFileIn(file))).not.toContain(observed);
    expect(log.view().duties).toEqual([]);
  });

  it('again and again with the same result', async () => {
    const about = await addDefender(log);
    const { contact } = await story(log, about);
    world.time.now += 5 * YEARS;
    const ids = (await life.due()).entries.map(({ entry }) => entry.entry);
    await life.anonymise(ids, noProgress);
    const once = log.view().byEntry.get(contact);
    expect(await life.anonymise(ids, noProgress)).toEqual({ done: ids.length, stayed: [] });
    expect(log.view().byEntry.get(contact)).toEqual(once);
    expect((await life.due()).entries).toEqual([]);
  });

  it('leaves alone what is not due', async () => {
    const about = await addDefender(log);
    const { contact } = await story(log, about);
    expect(await life.anonymise([contact], noProgress)).toMatchObject({ done: 0, stayed: [{ why: 'open' }] });
  });

  it('goes on where it broke off', async () => {
    const about = await addDefender(log);
    await story(log, about);
    world.time.now += 5 * YEARS;
    let writes = 0;
    const breaking = (book: Book): Book => ({
      ...book,
      amend: async (cleared, at) => {
        writes += 1;
        if (writes === 3) throw new StoreError('offline');
        return book.amend(cleared, at);
      },
    });
    const shaky = await (await world.open(ines, { over: breaking })).life();
    const ids = (await shaky.due()).entries.map(({ entry }) => entry.entry);
    await expect(shaky.anonymise(ids, noProgress)).rejects.toThrow(StoreError);
    expect((await shaky.anonymise(ids, noProgress)).done).toBe(ids.length);
    expect(await everything(world.book, 'duty-closing')).not.toContain(about);
  });

  it('needs the ability to keep', async () => {
    const about = await addDefender(log);
    const { contact } = await story(log, about);
    world.time.now += 5 * YEARS;
    const head = await (await world.open(greta)).life();
    await expect(head.anonymise([contact], noProgress)).rejects.toThrow(TypeError);
    await expect(head.erase(about, noProgress)).rejects.toThrow(TypeError);
    await expect(head.gather(about)).rejects.toThrow(TypeError);
  });

  it('lists what an owner purges by hand', async () => {
    const about = await addDefender(log);
    const { contact } = await story(log, about);
    world.time.now += 5 * YEARS;
    await life.anonymise([contact], noProgress);
    expect(await life.purges()).toMatchObject([{ entry: contact, what: 'versions', kind: 'contact' }]);
  });

  it('is kept longer with a reason', async () => {
    const about = await addDefender(log);
    const { contact } = await story(log, about);
    world.time.now += 5 * YEARS;
    await life.renew(contact, '2040-01-01' as Day, 'Still before the court');
    expect((await life.due()).entries.map(({ entry }) => entry.entry)).not.toContain(contact);
  });

  it('and periods of the mission count', async () => {
    const about = await addDefender(log);
    const { contact } = await story(log, about);
    world.time.now += 2 * YEARS;
    const dueIds = async () => (await life.due()).entries.map(({ entry }) => entry.entry);
    expect(await dueIds()).not.toContain(contact);
    await life.setPeriods({ contact: 12 });
    expect(await dueIds()).toContain(contact);
    expect(log.me.mission.people).toHaveLength(4);
  });
});
