/** The life of entries through the log: removed and restored, held, made anonymous, gathered and erased. */

import { beforeEach, describe, expect, it } from 'vitest';
import { informedElements } from '../../../src/domain/consent/consent-file.ts';
import type { Code, Day, EntryId } from '../../../src/domain/ids.ts';
import { isAnonymised } from '../../../src/domain/keeping/marks.ts';
import { recordKinds } from '../../../src/domain/registry.ts';
import type { Life } from '../../../src/log/life/life.ts';
import type { Log } from '../../../src/log/log.ts';
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

const YEARS = 365 * 86_400_000;
const noProgress = () => undefined;

async function saved(draft: Parameters<Log['save']>[0]): Promise<EntryId> {
  const outcome = await log.save(draft);
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.entry.entry;
}

/** How many entries of each kind there are in each month, with the measure they count as. */
function counts(of: Log): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const kind of recordKinds)
    for (const { record } of of.view().entries.get(kind.key) ?? []) {
      const key = `${kind.key} ${kind.day(record)?.slice(0, 7) ?? ''} ${kind.measure?.(record) ?? ''}`;
      counted[key] = (counted[key] ?? 0) + 1;
    }
  return counted;
}

/** Everything the book holds, as text, but its journal of who looked. */
async function everything(book: Book, ...kinds: readonly string[]): Promise<string> {
  const pages = await Promise.all(
    [...recordKinds.map(({ key }) => key), ...kinds].map(async (key) => {
      const kind = (await import('../../../src/domain/registry.ts')).kindOf(key);
      return (await book.loadAll(kind)).entries;
    }),
  );
  return JSON.stringify(pages);
}

/** A hearing with an observation under consent, a promise and a closed duty. */
async function story(about: Code): Promise<{ readonly contact: EntryId; readonly observed: EntryId }> {
  await log.recordConsent(agreed(about));
  const start = { day: '2026-11-10', time: '10:00', zone: 'Asia/Tbilisi' };
  const hearing = await saved({
    kind: 'hearing',
    entry: log.newEntryId(),
    values: { about, court: 'Oskel District Court', start, outcome: 'held' },
  });
  const observed = await saved({
    kind: 'trial-observation',
    entry: log.newEntryId(),
    values: { about, hearing, day: '2026-11-10', step: 'done', basis: 'for-defender', access: 'admitted' },
  });
  const contact = await saved(
    contactDraft(log, about, { values: { gist: 'Told us of the river', note: 'Oskel' } }),
  );
  const duty = log.view().duties.find(({ entry }) => entry === observed);
  if (duty)
    await log.closeDuty({
      duty: duty.id,
      outcome: duty.step === 'tell' ? 'told' : 'done',
      on: '2026-11-20' as Day,
      ...(duty.step === 'tell' ? { reaction: 'mixed' } : {}),
    });
  return { contact, observed };
}

describe('L6: a mistaken entry', () => {
  it('leaves every list, comes back as it was, and both are in the journal', async () => {
    const about = await addDefender(log);
    const entry = await saved(contactDraft(log, about));
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
    const { observed } = await story(about);
    const before = log.view().byEntry.get(observed);
    expect(before?.under).not.toEqual(['none']);
    await life.remove(observed, 'Another hearing');
    await life.restore(observed);
    const after = log.view().byEntry.get(observed);
    expect([after?.under, after?.ticket]).toEqual([before?.under, before?.ticket]);
  });

  it('is not there for who opens the book later', async () => {
    const about = await addDefender(log);
    const entry = await saved(contactDraft(log, about));
    await life.remove(entry, 'Logged twice');
    const later = await world.open(tomas);
    expect(later.view().byEntry.has(entry)).toBe(false);
    expect((await later.life()).removed()).toHaveLength(1);
  });

  it('cannot be changed while it is away', async () => {
    const about = await addDefender(log);
    const draft = contactDraft(log, about);
    const entry = await saved(draft);
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
    await saved(contactDraft(log, about));
    expect(await life.remove(defender, 'A mistake')).toEqual({ outcome: 'needed', by: 1 });
    expect(log.view().byEntry.has(defender)).toBe(true);
  });

  it('owes nobody anything', async () => {
    const about = await addDefender(log);
    const promises = [{ id: 'p1', what: 'Ask the court', owner: ines, due: '2026-11-25' }];
    const entry = await saved(contactDraft(log, about, { values: { promises } }));
    expect(log.view().duties.map(({ kind }) => kind)).toContain('follow-up');
    await life.remove(entry, 'Logged twice');
    expect(log.view().duties.map(({ kind }) => kind)).not.toContain('follow-up');
  });

  it('after 30 days is for an owner to delete, and the tick says who and when', async () => {
    const about = await addDefender(log);
    const entry = await saved(contactDraft(log, about));
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
    const { contact } = await story(about);
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
    const { observed } = await story(about);
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
    const { contact } = await story(about);
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
    const { contact } = await story(about);
    expect(await life.anonymise([contact], noProgress)).toMatchObject({ done: 0, stayed: [{ why: 'open' }] });
  });

  it('goes on where it broke off', async () => {
    const about = await addDefender(log);
    await story(about);
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
    const { contact } = await story(about);
    world.time.now += 5 * YEARS;
    const head = await (await world.open(greta)).life();
    await expect(head.anonymise([contact], noProgress)).rejects.toThrow(TypeError);
    await expect(head.erase(about, noProgress)).rejects.toThrow(TypeError);
    await expect(head.gather(about)).rejects.toThrow(TypeError);
  });

  it('lists what an owner purges by hand', async () => {
    const about = await addDefender(log);
    const { contact } = await story(about);
    world.time.now += 5 * YEARS;
    await life.anonymise([contact], noProgress);
    expect(await life.purges()).toMatchObject([{ entry: contact, what: 'versions', kind: 'contact' }]);
  });

  it('is kept longer with a reason', async () => {
    const about = await addDefender(log);
    const { contact } = await story(about);
    world.time.now += 5 * YEARS;
    await life.renew(contact, '2040-01-01' as Day, 'Still before the court');
    expect((await life.due()).entries.map(({ entry }) => entry.entry)).not.toContain(contact);
  });

  it('and periods of the mission count', async () => {
    const about = await addDefender(log);
    const { contact } = await story(about);
    world.time.now += 2 * YEARS;
    const dueIds = async () => (await life.due()).entries.map(({ entry }) => entry.entry);
    expect(await dueIds()).not.toContain(contact);
    await life.setPeriods({ contact: 12 });
    expect(await dueIds()).toContain(contact);
    expect(log.me.mission.people).toHaveLength(4);
  });
});

describe('E2: days of the mission', () => {
  it('hold at once for what waits, and stay when its people or periods change', async () => {
    const about = await addDefender(log);
    const values = {
      about,
      type: 'house-arrest',
      step: 'asked',
      askedOn: log.today(),
      askedTo: 'police',
    };
    await log.recordConsent(
      agreed(about, {
        informed: informedElements,
        grants: [
          {
            action: 'prison',
            audiences: ['embassy', 'host-authority'],
            identity: 'full-name',
            categories: [],
          },
        ],
      }),
    );
    expect((await log.save({ kind: 'prison-visit', entry: log.newEntryId(), values })).outcome).toBe('saved');
    world.time.now += 10 * 86_400_000;
    await log.refresh();
    const waits = () => log.view().duties.some(({ kind }) => kind === 'visit-no-reply');
    expect(waits()).toBe(false);
    await life.setDays({ 'no-reply': 7 });
    expect(waits()).toBe(true);
    await life.setPeriods({ contact: 12 });
    await log.savePeople(log.me.mission.people);
    expect(log.me.mission.days).toEqual({ 'no-reply': 7 });
    await life.setDays({});
    expect(log.me.mission).not.toHaveProperty('days');
    expect(waits()).toBe(false);
  });

  it.each([[0], [601], [1.5]])('are whole and from 1 to 600: %d is not', async (days) => {
    await expect(life.setDays({ 'no-reply': days })).rejects.toThrow(TypeError);
  });
});

describe('J6: one person', () => {
  it('gets everything about them, journalled before anything is read', async () => {
    const about = await addDefender(log);
    const { contact } = await story(about);
    await log.saveIdentity(about, { about, fullName: 'Nino Mtisdze' });
    const gathered = await life.gather(about);
    expect(gathered.entries.map(({ entry }) => entry)).toContain(contact);
    expect(gathered.decisions).toHaveLength(1);
    expect(gathered.tickets.length).toBeGreaterThan(0);
    expect(gathered.identity?.fullName).toBe('Nino Mtisdze');
    const journal = await everything(world.book, 'journal');
    expect(journal).toContain('subject-access');
  });

  it('is erased: nothing leads to them, and what concerns others and is open stays for a person', async () => {
    const about = await addDefender(log);
    const other = await addDefender(log);
    await story(about);
    await log.saveIdentity(about, { about, fullName: 'Nino Mtisdze' });
    const river = log.newCode();
    const cases = await saved({
      kind: 'case',
      entry: log.newEntryId(),
      values: { about: river, named: [about, other], gist: 'The vigil', state: 'open' },
    });
    const both = await saved(contactDraft(log, other, { values: { named: [about] } }));
    const outcome = await life.erase(about, noProgress);
    expect(outcome.stayed.map(({ entry, why }) => [entry.entry, why])).toEqual([[cases, 'others']]);
    expect(log.view().byEntry.get(both)?.record.about).toBe(other);
    const left = [...log.view().byEntry.values()].filter(
      ({ kind, record }) => kind !== 'consent-file' && JSON.stringify(record).includes(about),
    );
    expect(left.map(({ entry }) => entry)).toEqual([cases]);
    expect(await everything(world.book, 'identity')).not.toContain('Nino');
    expect(log.view().entries.get('contact')?.filter(isAnonymised)).toHaveLength(2);
  });
});
