/** Two officers of one mission see each other's work and lose none of it; another mission sees nothing; a look at a name leaves its trace first. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Code } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { recordKinds } from '../../../src/domain/registry.ts';
import { identity } from '../../../src/domain/system/identity.ts';
import { journal } from '../../../src/domain/system/journal.ts';
import { systemKinds } from '../../../src/domain/system-kinds.ts';
import type { Log } from '../../../src/log/log.ts';
import type { Draft } from '../../../src/log/writing/saving.ts';
import { baseOf, type GraphWorld, listPath, openGraphWorld, type Tab } from '../../support/graph-world.ts';
import { addDefender, agreed, contactDraft } from '../../support/log-world.ts';

let world: GraphWorld;
let ines: Tab;
let tomas: Tab;

beforeAll(async () => {
  world = await openGraphWorld(['aldermark', 'brenland']);
  ines = await world.open('ines');
  tomas = await world.open('tomas');
});
afterEach(() => world.tenant.faults.clear());
afterAll(() => world.close());

async function save(log: Log, draft: Draft): Promise<Entry> {
  const outcome = await log.save(draft);
  if (outcome.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(outcome)}`);
  return outcome.entry;
}

/** A contact that both officers have on their screens. */
async function sharedContact(): Promise<Entry> {
  const entry = await save(ines.log, contactDraft(ines.log, await addDefender(ines.log)));
  await tomas.log.refresh();
  expect(tomas.log.view().byEntry.get(entry.entry)?.record).toEqual(entry.record);
  return entry;
}

function edit(entry: Entry, change: AnyRecord): Draft {
  return {
    kind: entry.kind,
    entry: entry.entry,
    base: baseOf(entry),
    values: { ...entry.record, ...change },
  };
}

describe('A colleague’s change', () => {
  it('arrives with the next beat, without loading the page again, and is marked', async () => {
    const entry = await sharedContact();
    let told = 0;
    const stop = ines.log.subscribe(() => {
      told += 1;
    });
    await save(tomas.log, edit(entry, { gist: 'Came to the mission with a friend' }));
    const before = ines.sent.length;
    await ines.log.refresh();
    stop();
    expect(ines.log.view().byEntry.get(entry.entry)).toMatchObject({
      by: world.person('tomas'),
      record: { gist: 'Came to the mission with a friend' },
    });
    expect(told).toBeGreaterThan(0);
    expect(ines.log.view().changedByOthers.has(entry.entry)).toBe(true);
    ines.log.markSeen(entry.entry);
    expect(ines.log.view().changedByOthers.has(entry.entry)).toBe(false);
    const asked = ines.sent.slice(before).map(({ path }) => path);
    expect(asked.some((path) => path.includes('/Journal/items/delta'))).toBe(true);
    expect(asked.length).toBeLessThanOrEqual(6);
  });

  it('of the same second as the one before arrives as well', async () => {
    const entry = await sharedContact();
    const stand = world.time.now;
    const first = await save(tomas.log, edit(entry, { gist: 'First' }));
    await ines.log.refresh();
    const second = await save(tomas.log, edit(first, { gist: 'Second' }));
    expect(world.time.now - stand).toBeLessThan(10_000);
    await ines.log.refresh();
    expect(ines.log.view().byEntry.get(entry.entry)?.record.gist).toBe(second.record.gist);
  });

  it('is not lost when the feed of changes is too old, cut off or comes twice', async () => {
    for (const kind of ['resync', 'truncatedDelta', 'duplicateDelta'] as const) {
      const entry = await sharedContact();
      await save(tomas.log, edit(entry, { gist: kind }));
      world.tenant.faults.add({ kind, always: true, count: 1 });
      await ines.log.refresh();
      world.tenant.faults.clear();
      expect(ines.log.view().byEntry.get(entry.entry)?.record.gist).toBe(kind);
    }
  });

  it('B4 that withdraws consent is seen on the colleague’s screen and stops the plan there', async () => {
    const about = await addDefender(ines.log);
    await ines.log.recordConsent(agreed(about));
    await tomas.log.refresh();
    const start = { day: '2026-11-26', time: '10:00', zone: 'Asia/Tbilisi' };
    const values = { about, court: 'Oskel District Court', start };
    const { entry: hearing } = await save(tomas.log, {
      kind: 'hearing',
      entry: tomas.log.newEntryId(),
      values,
    });
    const step = { about, hearing, day: '2026-11-26', step: 'planned', basis: 'for-defender' };
    const plan: Draft = { kind: 'trial-observation', entry: tomas.log.newEntryId(), values: step };
    expect(tomas.log.decide(tomas.log.need(plan)).allowed).toBe(true);
    await ines.log.withdrawConsent(agreed(about, { outcome: 'withdrawn', grants: [] }));
    await tomas.log.refresh();
    expect(tomas.log.decide(tomas.log.need(plan))).toMatchObject({
      allowed: false,
      refusals: [{ person: about, code: 'withdrawn' }],
    });
  });
});

describe('Two officers who save the same entry', () => {
  it('J3 keep both changes where they touched different fields', async () => {
    const entry = await sharedContact();
    await save(tomas.log, edit(entry, { place: 'mission' }));
    const merged = await save(ines.log, edit(entry, { channel: 'in-person' }));
    expect(merged.record).toEqual({ ...entry.record, place: 'mission', channel: 'in-person' });
    await tomas.log.refresh();
    expect(tomas.log.view().byEntry.get(entry.entry)?.record).toEqual(merged.record);
  });

  it('J3 see both texts where they changed the same field, and store what the person settles', async () => {
    const entry = await sharedContact();
    await save(tomas.log, edit(entry, { gist: 'Theirs', place: 'mission' }));
    const mine = edit(entry, { gist: 'Mine', channel: 'in-person' });
    const outcome = await ines.log.save(mine);
    if (outcome.outcome !== 'merge') throw new Error(`expected a merge, got ${outcome.outcome}`);
    expect(outcome.plan.fields).toMatchObject([
      { key: 'gist', base: entry.record.gist, mine: 'Mine', theirs: 'Theirs' },
    ]);
    expect(outcome.plan.theirs.by).toEqual(world.person('tomas'));
    const settled = await ines.log.saveMerged(mine, outcome.plan, { gist: 'Both' });
    expect(settled).toMatchObject({
      outcome: 'saved',
      entry: { record: { gist: 'Both', place: 'mission', channel: 'in-person' } },
    });
  });

  it('J3 are asked again when a third change came while one of them was settling', async () => {
    const entry = await sharedContact();
    const theirs = await save(tomas.log, edit(entry, { gist: 'Theirs' }));
    const mine = edit(entry, { gist: 'Mine' });
    const outcome = await ines.log.save(mine);
    if (outcome.outcome !== 'merge') throw new Error(`expected a merge, got ${outcome.outcome}`);
    await save(tomas.log, edit(theirs, { gist: 'Theirs again' }));
    const again = await ines.log.saveMerged(mine, outcome.plan, { gist: 'Both' });
    expect(again).toMatchObject({
      outcome: 'merge',
      plan: { fields: [{ key: 'gist', mine: 'Both', theirs: 'Theirs again' }] },
    });
  });

  it('lose nothing when both write at the same moment', async () => {
    const entry = await sharedContact();
    const outcomes = await Promise.all([
      ines.log.save(edit(entry, { channel: 'in-person' })),
      tomas.log.save(edit(entry, { place: 'mission' })),
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['saved', 'saved']);
    await ines.log.refresh();
    expect(ines.log.view().byEntry.get(entry.entry)?.record).toEqual({
      ...entry.record,
      channel: 'in-person',
      place: 'mission',
    });
    for (const key of ['ines', 'tomas']) expect(await world.journalFaults(key)).toEqual([]);
  });
});

/** A promise that both officers have on their screens. */
async function sharedPromise(): Promise<Entry> {
  const about = await addDefender(ines.log);
  const values = { about, what: 'Call', due: '2026-11-27', owner: world.person('ines') };
  const entry = await save(ines.log, { kind: 'promise', entry: ines.log.newEntryId(), values });
  await tomas.log.refresh();
  return entry;
}

const because = (id: string, why: string) => ({ id, on: '2026-11-20', why });
const had = { what: 'Call', due: '2026-11-27' };

describe('C4 Two officers and one promise', () => {
  it.each([true, false])(
    'ask no reason of whoever changed something else (heard of it: %s)',
    async (heard) => {
      const entry = await sharedPromise();
      await save(tomas.log, edit(entry, { due: '2026-12-04', changes: [because('t', 'Office shut')] }));
      if (heard) await ines.log.refresh();
      const merged = await save(ines.log, edit(entry, { note: 'Rang twice' }));
      expect(merged.record).toEqual({
        ...entry.record,
        due: '2026-12-04',
        changes: [{ ...because('t', 'Office shut'), ...had }],
        note: 'Rang twice',
      });
    },
  );

  it('are each asked for their own reason, whatever the other one said', async () => {
    const entry = await sharedPromise();
    await save(tomas.log, edit(entry, { due: '2026-12-04', changes: [because('t', 'Office shut')] }));
    await ines.log.refresh();
    const why = { changes: [{ code: 'rule', values: { rule: 'changed-needs-why' } }] };
    for (const change of [{ due: '2026-12-11' }, { what: 'Write' }])
      expect(await ines.log.save(edit(entry, change))).toEqual({ outcome: 'invalid', problems: why });
  });

  it.each([true, false])('keep each state of it, and both reasons (heard of it: %s)', async (heard) => {
    const entry = await sharedPromise();
    await save(tomas.log, edit(entry, { due: '2026-12-04', changes: [because('t', 'Office shut')] }));
    if (heard) await ines.log.refresh();
    const mine = edit(entry, { due: '2026-12-11', changes: [because('i', 'They travel')] });
    const outcome = await ines.log.save(mine);
    if (outcome.outcome !== 'merge') throw new Error(`expected a merge, got ${outcome.outcome}`);
    expect(outcome.plan.fields.map(({ key }) => key)).toEqual(['due']);
    const settled = await ines.log.saveMerged(mine, outcome.plan, { due: '2026-12-11' });
    expect(settled).toMatchObject({
      outcome: 'saved',
      entry: {
        record: {
          due: '2026-12-11',
          changes: [
            { ...because('t', 'Office shut'), ...had },
            { ...because('i', 'They travel'), what: 'Call', due: '2026-12-04' },
          ],
        },
      },
    });
    const owed = ines.log.view().duties.filter((duty) => duty.entry === entry.entry);
    expect(owed).toMatchObject([{ kind: 'follow-up', due: '2026-12-11' }]);
  });

  it('change words and day at the same moment, and both stand with their reasons', async () => {
    const entry = await sharedPromise();
    const outcomes = await Promise.all([
      ines.log.save(edit(entry, { what: 'Write', changes: [because('i', 'No line')] })),
      tomas.log.save(edit(entry, { due: '2026-12-04', changes: [because('t', 'Office shut')] })),
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['saved', 'saved']);
    await ines.log.refresh();
    const { record } = ines.log.view().byEntry.get(entry.entry) as Entry;
    expect(record).toMatchObject({ what: 'Write', due: '2026-12-04' });
    const changes = record.changes as readonly AnyRecord[];
    expect(changes.map(({ why }) => why).sort()).toEqual(['No line', 'Office shut']);
    // Whoever came second changed what the first had left.
    expect(changes.map(({ what, due }) => `${what} ${due}`)).toContain('Call 2026-11-27');
    expect(changes.every(({ what, due }) => what !== undefined && due !== undefined)).toBe(true);
  });
});

describe('Another mission', () => {
  it('J1 is refused every list of this one, and no row ever reaches its browser', async () => {
    await sharedContact();
    await expect(world.open('joris', { mission: 'aldermark' })).rejects.toMatchObject({
      code: expect.stringMatching(/^(forbidden|not-found)$/),
    });
    const { book, sent } = world.book('joris', { mission: 'aldermark' });
    for (const kind of [...recordKinds, ...systemKinds])
      await expect(book.loadAll(kind)).rejects.toMatchObject({
        code: expect.stringMatching(/^(forbidden|not-found|not-provisioned)$/),
      });
    expect(sent.length).toBeGreaterThanOrEqual(recordKinds.length + systemKinds.length);
    for (const { status } of sent) expect([403, 404]).toContain(status);
  });

  it('J1 opens its own book and finds nothing of ours in it', async () => {
    const ours = await sharedContact();
    const joris = await world.open('joris');
    expect(joris.log.view().byEntry.has(ours.entry)).toBe(false);
    expect(joris.log.view().entries.get('contact') ?? []).toEqual([]);
    expect(joris.log.me.mission.code).toBe('brenland');
  });
});

describe('A name', () => {
  const mtisdze = { fullName: 'ნინო მთისძე', alias: 'Нино' };
  const looksAtNames = (tab: Tab) => tab.sent.filter(({ path }) => path.includes(listPath(identity)));

  async function named(): Promise<Code> {
    const about = await addDefender(ines.log);
    await ines.log.saveIdentity(about, { about, ...mtisdze });
    return about;
  }

  it('J4 is journalled before it is read, and who looked is listed', async () => {
    const about = await named();
    const tab = await world.open('tomas');
    const before = tab.sent.length;
    expect(await tab.log.showIdentity(about)).toEqual({ about, ...mtisdze });
    const calls = tab.sent.slice(before);
    const written = calls.find(({ method, path }) => method === 'POST' && path.includes(listPath(journal)));
    const read = calls.find(({ path }) => path.includes(listPath(identity)));
    expect(written?.answered).toBeLessThan(read?.came ?? 0);
    expect(await ines.log.whoLooked(about)).toMatchObject([{ by: world.person('tomas') }]);
    await ines.log.showIdentity(about);
    expect((await ines.log.whoLooked(about)).map(({ by }) => by.name)).toEqual(['Ines Calder', 'Tomas Rehn']);
  });

  it.each([
    ['refuses', { kind: 'removedPermission' }, 'forbidden'],
    ['has no time', { kind: 'throttled' }, 'throttled'],
    ['cannot be reached', { kind: 'lostRequest' }, 'offline'],
  ] as const)('J4 is not read when the journal %s', async (_, fault, code) => {
    const about = await named();
    const tab = await world.open('tomas');
    world.tenant.faults.add({ ...fault, method: 'POST', path: 'Journal/items' });
    await expect(tab.log.showIdentity(about)).rejects.toMatchObject({ code });
    expect(looksAtNames(tab)).toEqual([]);
    world.tenant.faults.clear();
    // The store spares a service that asked for patience.
    world.time.now += 60_000;
    expect(await ines.log.whoLooked(about)).toEqual([]);
  });

  it('J4 is not even asked for in a role that may not see names', async () => {
    const about = await named();
    const greta = await world.open('greta');
    await expect((async () => greta.log.showIdentity(about))()).rejects.toThrow(TypeError);
    expect(looksAtNames(greta)).toEqual([]);
    const { book, sent } = world.book('greta');
    await expect(book.loadAll(identity)).rejects.toMatchObject({
      code: expect.stringMatching(/^(forbidden|not-found|not-provisioned)$/),
    });
    for (const { status } of sent) expect([403, 404]).toContain(status);
  });

  it('J7 never comes with the first load, the pulse or the older entries', async () => {
    await named();
    const tab = await world.open('tomas');
    await tab.log.refresh();
    const asked = tab.sent.flatMap(({ path, body }) => [path, body]).join('\n');
    expect(asked).not.toContain(identity.list);
    expect(JSON.stringify([...tab.log.view().byEntry.values()])).not.toContain(mtisdze.fullName);
  });
});
