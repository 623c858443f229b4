/** A list edited by hand is shown for what it is, with list and column named, and loses nothing when others save. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnyKind, AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { contact } from '../../../src/domain/records/contact.ts';
import { defender } from '../../../src/domain/records/defender.ts';
import { hearing } from '../../../src/domain/records/hearing.ts';
import { consentFile } from '../../../src/domain/system/consent-file.ts';
import type { Log } from '../../../src/log/log.ts';
import type { Draft } from '../../../src/log/writing/saving.ts';
import { baseOf, type GraphWorld, listPath, openGraphWorld, type Tab } from '../../support/graph-world.ts';
import { addDefender, agreed, contactDraft } from '../../support/log-world.ts';

let world: GraphWorld;
let tab: Tab;

beforeAll(async () => {
  world = await openGraphWorld(['aldermark', 'brenland', 'corvia']);
  tab = await world.open('ines');
});
afterAll(() => world.close());

async function save(log: Log, draft: Draft): Promise<Entry> {
  const outcome = await log.save(draft);
  if (outcome.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(outcome)}`);
  return outcome.entry;
}

async function addContact(log: Log, more: AnyRecord = {}): Promise<Entry> {
  return save(log, contactDraft(log, await addDefender(log), { values: more }));
}

async function setByHand(kind: AnyKind, id: string, columns: AnyRecord): Promise<void> {
  await world.byHand('PATCH', `${listPath(kind, id)}/fields`, columns);
}

async function cells(kind: AnyKind, id: string): Promise<AnyRecord> {
  const item = await world.byHand('GET', `${listPath(kind, id)}?$expand=fields`);
  return (item as { fields: AnyRecord }).fields;
}

function fileOf(log: Log, about: string): Entry {
  const held = log
    .view()
    .entries.get('consent-file')
    ?.find(({ record }) => record.about === about);
  if (!held) throw new Error('no consent file');
  return held;
}

describe('A cell that nobody can read', () => {
  const broken: readonly (readonly [string, string, unknown, string])[] = [
    ['an unknown choice', 'fp_channel', 'telepathy', 'not-a-choice'],
    ['broken JSON in a note', 'fp_promises', '[{"id":"p1","what":', 'malformed'],
    ['JSON of another shape', 'fp_promises', '{"p1":"Say who attends"}', 'malformed'],
    ['a day that does not exist', 'fp_day', '2026-02-31', 'not-a-day'],
    ['a needed text that was emptied', 'fp_gist', '', 'required'],
    ['a code with a slip', 'fp_about', '9BGPNH00X', 'not-a-code'],
    ['no author', 'fp_byObject', '', 'required'],
    ['no schema', 'fp_schema', null, 'required'],
  ];

  it.each(broken)('is told by list and column: %s', async (_, column, value, code) => {
    const { id, entry } = await addContact(tab.log);
    const other = await addContact(tab.log);
    await setByHand(contact, id, { [column]: value });
    const before = await cells(contact, id);

    const fresh = await world.open('tomas');
    expect(fresh.log.view().malformed).toContainEqual({ kind: 'contact', id, column, code });
    expect(fresh.log.view().byEntry.has(entry)).toBe(false);
    const values = { ...other.record, place: 'mission' };
    await save(fresh.log, { kind: 'contact', entry: other.entry, base: baseOf(other), values });
    expect(await cells(contact, id)).toEqual(before);
  });

  it('is shown as sound again once somebody has mended it', async () => {
    const { id, entry } = await addContact(tab.log);
    await setByHand(contact, id, { fp_channel: 'telepathy' });
    const fresh = await world.open('tomas');
    const broken = () => fresh.log.view().malformed.filter((each) => each.id === id);
    expect(broken()).toHaveLength(1);
    await setByHand(contact, id, { fp_channel: 'in-person' });
    const kept = await addContact(tab.log);
    for (let beats = 0; broken().length > 0 && beats < 200; beats += 1) await fresh.log.refresh();
    expect(broken()).toEqual([]);
    expect(fresh.log.view().byEntry.get(entry)?.record.channel).toBe('in-person');
    expect(fresh.log.view().byEntry.has(kept.entry)).toBe(true);
  });

  it('that somebody broke while a form was open stops the save, naming it, and the cell stays', async () => {
    const held = await addContact(tab.log);
    await setByHand(contact, held.id, { fp_promises: 'not JSON' });
    const before = await cells(contact, held.id);
    const values = { ...held.record, place: 'mission' };
    await expect(
      tab.log.save({ kind: 'contact', entry: held.entry, base: baseOf(held), values }),
    ).rejects.toMatchObject({ code: 'unexpected-shape', where: 'Contacts / fp_promises' });
    expect(await cells(contact, held.id)).toEqual(before);
  });

  it('in a consent file closes the gate, and no decision is written over it', async () => {
    const about = await addDefender(tab.log);
    await tab.log.recordConsent(agreed(about));
    const file = fileOf(tab.log, about);
    await setByHand(consentFile, file.id, { fp_decisions: '[{"outcome":"given"}]' });
    const before = await cells(consentFile, file.id);
    const where = { code: 'unexpected-shape', where: 'ConsentFiles / fp_decisions' };
    for (const log of [tab.log, (await world.open('tomas')).log]) {
      await expect(log.save(await observation(log, about))).rejects.toMatchObject(where);
      await expect(log.recordConsent(agreed(about))).rejects.toMatchObject(where);
    }
    expect(await cells(consentFile, file.id)).toEqual(before);
  });
});

describe('A list with another shape', () => {
  it('that lacks a column is read-only and says which; other lists are written as before', async () => {
    const joris = await world.open('joris');
    const held = await addContact(joris.log, { registryNumber: 'MER-2026-7' });
    await world.byHand('DELETE', `${listPath(contact)}/columns/fp_registryNumber`, undefined, 'brenland');
    const fresh = await world.open('anouk');
    const health = fresh.log.view().health.find(({ kind }) => kind === 'contact');
    expect(health).toMatchObject({ missingColumns: ['fp_registryNumber'], writable: false });
    expect(fresh.log.view().byEntry.get(held.entry)?.record.gist).toBe(held.record.gist);
    const about = await addDefender(fresh.log);
    expect(await fresh.log.save(contactDraft(fresh.log, about))).toEqual({
      outcome: 'read-only',
      why: 'missing-column',
    });
    // Whoever opened the tab before is stopped by the list itself.
    const late = contactDraft(joris.log, about, { values: { registryNumber: 'MER-2026-8' } });
    await expect(joris.log.save(late)).rejects.toMatchObject({
      code: 'not-provisioned',
      where: 'Contacts / fp_registryNumber',
    });
  });

  it('with a column of another type is read-only and says which', async () => {
    const lucia = await world.open('lucia');
    const held = await addContact(lucia.log);
    await world.byHand('DELETE', `${listPath(contact)}/columns/fp_note`, undefined, 'corvia');
    const column = { name: 'fp_note', displayName: 'note', number: {} };
    await world.byHand('POST', `${listPath(contact)}/columns`, column, 'corvia');
    const fresh = await world.open('lucia');
    const health = fresh.log.view().health.find(({ kind }) => kind === 'contact');
    expect(health).toMatchObject({ missingColumns: [], wrongColumns: ['fp_note'], writable: false });
    expect(fresh.log.view().byEntry.get(held.entry)?.record.gist).toBe(held.record.gist);
    const outcome = await fresh.log.save(contactDraft(fresh.log, await addDefender(fresh.log)));
    expect(outcome).toEqual({ outcome: 'read-only', why: 'missing-column' });
  });
});

describe('What a newer app wrote', () => {
  it.each([contact, hearing, defender] as const)(
    'is shown and never written: $key',
    async (kind: AnyKind) => {
      const about = await addDefender(tab.log);
      const values: Record<string, AnyRecord> = {
        contact: { about, day: '2026-11-20', gist: 'Came to the mission' },
        hearing: {
          about,
          court: 'Oskel District Court',
          start: { day: '2026-11-26', time: '10:00', zone: 'Asia/Tbilisi' },
        },
        defender: { about: tab.log.newCode(), unit: 'individual' },
      };
      const record = values[kind.key] ?? {};
      const held = await save(tab.log, { kind: kind.key, entry: tab.log.newEntryId(), values: record });
      await setByHand(kind, held.id, { fp_schema: 99 });
      const before = await cells(kind, held.id);
      const fresh = await world.open('tomas');
      const shown = fresh.log.view().byEntry.get(held.entry);
      expect(shown).toMatchObject({ newer: true, schema: 99, record });
      if (!shown) throw new Error('not shown');
      const draft = {
        kind: kind.key,
        entry: held.entry,
        values: { ...record, registryNumber: 'MER-2026-9' },
      };
      const refused = { outcome: 'read-only', why: 'newer-schema' };
      expect(await fresh.log.save({ ...draft, base: baseOf(shown) })).toEqual(refused);
      // A tab that read it before the newer app wrote meets it when it saves.
      expect(await tab.log.save({ ...draft, base: baseOf(held) })).toEqual(refused);
      expect(await cells(kind, held.id)).toEqual(before);
    },
  );

  it('closes the gate where it is a consent file', async () => {
    const about = await addDefender(tab.log);
    await tab.log.recordConsent(agreed(about));
    const file = fileOf(tab.log, about);
    await setByHand(consentFile, file.id, { fp_schema: 99 });
    const before = await cells(consentFile, file.id);
    const refused = { outcome: 'read-only', why: 'newer-schema' };
    const fresh = await world.open('tomas');
    expect(await fresh.log.save(await observation(fresh.log, about))).toEqual(refused);
    const contactWithConsent = contactDraft(fresh.log, about, { consent: [agreed(about)] });
    expect(await fresh.log.save(contactWithConsent)).toEqual(refused);
    expect(fresh.log.view().byEntry.has(contactWithConsent.entry)).toBe(false);
    expect(await cells(consentFile, file.id)).toEqual(before);
  });
});

async function observation(log: Log, about: string): Promise<Draft> {
  const start = { day: '2026-11-26', time: '10:00', zone: 'Asia/Tbilisi' };
  const values = { about, court: 'Oskel District Court', start };
  const heard = await save(log, { kind: 'hearing', entry: log.newEntryId(), values });
  return {
    kind: 'trial-observation',
    entry: log.newEntryId(),
    values: { about, hearing: heard.entry, day: '2026-11-26', step: 'planned', basis: 'principle' },
  };
}
