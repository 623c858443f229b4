/**
 * Three missions in three tenants work one trial and one visa together: keys, numbers compared, a hearing shared and observed,
 * help asked and given, a name after the yes, everything taken back. Then the circle's host looks at all of it.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { circleLists } from '../../../src/domain/circle/registry.ts';
import type { Code, Day, EntryId, MissionCode } from '../../../src/domain/ids.ts';
import type { AnyRecord } from '../../../src/domain/record-kind.ts';
import { canaries, finderOf, finderOfTexts } from '../../support/canaries.ts';
import type { RawList } from '../../support/circle-world.ts';
import { addDefender } from '../../support/log-world.ts';
import { shareLooked } from '../../support/share-looked.ts';
import {
  type AtDesk,
  agreedTo,
  aldermark,
  brenland,
  corvia,
  openSharingWorld,
  type SharingWorld,
  threeMissions,
} from '../../support/sharing-world.ts';

const until = '2027-02-01' as Day;
const both = [brenland, corvia] as const;

/** What people wrote, and none of the others' hosts may read. */
const places = ['Oskel District Court', 'Courtroom Fourteen', 'Hotel Meridiana'];
const days = ['2026-12-03', '2026-12-09'];
const words = [
  'Counsel asks us to come early',
  'A mother and two children, passports held back',
  'Only with a letter of invitation',
  'We share a car from the fountain',
  'Bettina Quastner',
];
const { fullName = '', alias = '' } = canaries[0] ?? {};

let world: SharingWorld;
let desks: Awaited<ReturnType<typeof threeMissions>>;
/** Our own code of her, and what Brenland calls the same person. */
let about: Code;
let theirs: Code;
let hearing: EntryId;
let asked: EntryId;
let file: EntryId;
/** What the host could copy while everything stood. */
let before: readonly RawList[];

beforeAll(async () => {
  world = await openSharingWorld('the local tenant');
  desks = await threeMissions(world);
  about = await addDefender(desks.aldermark.log);
  theirs = await addDefender(desks.brenland.log);
  await desks.aldermark.log.saveIdentity(about, { about, fullName, alias });
});

afterAll(() => world?.close());

async function saved(desk: AtDesk, kind: string, values: AnyRecord): Promise<EntryId> {
  const entry = desk.log.newEntryId();
  const outcome = await desk.log.save({ kind, entry, values });
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return entry;
}

/** The row in which the others see it. */
function rowOf(share: EntryId): EntryId {
  const found = desks.aldermark.circle.view().shares.find(({ entry }) => entry === share);
  if (!found) throw new Error('no such share');
  return found.record.row as EntryId;
}

async function share(source: EntryId, to: readonly MissionCode[], parts: readonly string[], more = {}) {
  const entry = desks.aldermark.log.newEntryId();
  const plan = { share: entry, source, to, parts, until, identity: 'none' as const, categories: [], ...more };
  return { entry, outcome: await shareLooked(desks.aldermark.circle.sharing, plan) };
}

async function everybodyHears(): Promise<void> {
  for (const desk of [desks.aldermark, desks.brenland, desks.corvia]) await desk.hear();
}

/** The five lists, without what the site itself brings along. */
function ours(lists: readonly RawList[]): readonly RawList[] {
  return lists.filter(({ name }) => circleLists.some(({ list }) => list === name));
}

describe('three missions', () => {
  it('H2 · each trusts the others once numbers were compared in person', () => {
    for (const desk of [desks.aldermark, desks.brenland, desks.corvia]) {
      const view = desk.circle.view();
      expect(view.keys).toBe('ready');
      const pins = [aldermark, ...both].map((one) => view.missions.find(({ code }) => code === one)?.pin);
      expect(pins.toSorted()).toEqual(['in-person', 'in-person', 'own']);
      expect(view.alarms).toEqual([]);
    }
  });

  it('H2 · share a hearing with those whom the defender named', async () => {
    const { log } = desks.aldermark;
    const source = await saved(desks.aldermark, 'hearing', {
      about,
      court: places[0],
      room: places[1],
      start: { day: days[0], time: '10:00', zone: 'Asia/Tbilisi' },
      dateSource: 'lawyer',
      note: words[0],
    });
    const parts = ['start', 'court', 'room', 'observers'];
    expect((await share(source, both, parts)).outcome.outcome).toBe('refused');
    await log.recordConsent(agreedTo(about, 'trial', both));
    const done = await share(source, both, parts);
    expect(done.outcome.outcome).toBe('done');
    hearing = rowOf(done.entry);
    await everybodyHears();
    for (const desk of [desks.brenland, desks.corvia])
      expect(desk.entry(hearing)?.content?.body.fields).toMatchObject({
        court: places[0],
        room: places[1],
        start: { day: days[0] },
      });
  });

  it('D3 · observe together: one leads, one stands in reserve, and a word about the car', async () => {
    const going = { to: hearing, says: 'yes', state: 'confirmed' } as const;
    const parts = [
      [desks.brenland, 'lead'],
      [desks.corvia, 'reserve'],
    ] as const;
    for (const [desk, part] of parts) {
      const entry = desk.log.newEntryId();
      const outcome = await desk.circle.sharing.answer({ ...going, entry, part, who: words[4] ?? '' });
      expect(outcome.outcome).toBe('done');
    }
    const entry = desks.brenland.log.newEntryId();
    await desks.brenland.circle.sharing.comment({ entry, to: hearing, words: words[3] ?? '' });
    await everybodyHears();
    for (const desk of [desks.aldermark, desks.brenland, desks.corvia]) {
      const shown = desk.circle.view().hearings.find((one) => one.entry === hearing);
      const observers = (shown?.observers ?? []).map(({ mission, part, state }) => [mission, part, state]);
      expect(observers.toSorted()).toEqual([
        [brenland, 'lead', 'confirmed'],
        [corvia, 'reserve', 'confirmed'],
      ]);
      const said = desk.circle.view().entries.filter(({ content }) => content?.type === 'comment');
      expect(said.map(({ content }) => content?.body.words)).toEqual([words[3]]);
    }
  });

  it('F5 · one asks for a visa without a name; one says yes, one on conditions', async () => {
    await desks.aldermark.log.recordConsent(agreedTo(about, 'visa', both));
    const entry = desks.aldermark.log.newEntryId();
    const outcome = await desks.aldermark.circle.sharing.ask({
      ...{ entry, asks: 'visa', about, to: both, urgency: '72-h', people: 3, place: places[2] ?? '' },
      ...{ by: days[1] as Day, words: words[1] ?? '', until },
    });
    expect(outcome.outcome).toBe('done');
    asked = rowOf(entry);
    await everybodyHears();
    const body = desks.brenland.entry(asked)?.content?.body ?? {};
    expect(body).toMatchObject({ asks: 'visa', people: 3, place: places[2], by: days[1] });
    expect(JSON.stringify(body)).not.toContain(about);
    const answers = [
      [desks.brenland, { says: 'yes' }],
      [desks.corvia, { says: 'conditions', conditions: words[2] ?? '' }],
    ] as const;
    for (const [desk, says] of answers) {
      const answer = { entry: desk.log.newEntryId(), to: asked, ...says };
      expect((await desk.circle.sharing.answer(answer)).outcome).toBe('done');
    }
    await desks.aldermark.hear();
    const said = desks.aldermark.circle
      .view()
      .entries.filter(({ content }) => content?.type === 'answer' && content.body.to === asked);
    expect(said.map(({ from, content }) => `${from} ${content?.body.says}`).toSorted()).toEqual([
      'brenland yes',
      'corvia conditions',
    ]);
  });

  it('H1 F5 · the name goes to the one that said yes, once the defender agreed to that too', async () => {
    const { log } = desks.aldermark;
    const source = await saved(desks.aldermark, 'visa-request', {
      ...{ about, day: '2026-11-20', visaKind: 'schengen-uniform', urgency: '72-hours', stage: 'asked' },
      ...{ entries: 'multiple', wantedFrom: days[1] },
      applicants: [{ id: 'a1', code: about, role: 'defender', applies: 'own', document: 'seized' }],
    });
    const parts = ['visaKind', 'applicants', 'wantedFrom'];
    const named = { identity: 'full-name', categories: ['immigration'] } as const;
    expect((await share(source, [brenland], parts, named)).outcome.outcome).toBe('refused');
    await log.recordConsent(
      agreedTo(about, 'visa', both, {
        grants: [
          { action: 'visa', audiences: ['mission:corvia'], identity: 'none', categories: [] },
          {
            ...{ action: 'visa', audiences: ['mission:brenland'], identity: 'full-name' },
            categories: ['immigration'],
          },
        ],
      }),
    );
    expect((await share(source, both, parts, named)).outcome.outcome).toBe('refused');
    const done = await share(source, [brenland], parts, named);
    expect(done.outcome).toMatchObject({ outcome: 'done' });
    file = rowOf(done.entry);
    await everybodyHears();
    const identity = { level: 'full-name', name: fullName.normalize('NFC') };
    expect(desks.brenland.entry(file)?.content?.body.identity).toEqual(identity);
    expect(desks.corvia.entry(file)).toMatchObject({ withheld: 'not-for-us' });
    expect(desks.corvia.entry(file)?.content).toBeUndefined();
    const code = desks.brenland.entry(file)?.code ?? '';
    await desks.brenland.circle.sharing.link({ from: aldermark, code }, theirs);
    before = ours(await world.raw());
  });

  it('B9 · a withdrawal takes all of it back everywhere, and each confirms the deletion', async () => {
    const { log } = desks.aldermark;
    const outcome = await log.withdrawConsent(
      agreedTo(about, 'trial', [], { outcome: 'withdrawn', grants: [] }),
    );
    const halted = outcome.halted.filter(({ kind }) => kind === 'share').map(({ entry }) => rowOf(entry));
    expect(halted.toSorted()).toEqual([hearing, asked, file].toSorted());
    // Whoever of the mission is there does it, with no key of their own.
    const locked = await world.open('ines', { locked: true });
    await locked.hear();
    await everybodyHears();
    const readers = [
      [desks.brenland, [hearing, asked, file]],
      [desks.corvia, [hearing, asked]],
    ] as const;
    for (const [desk, rows] of readers)
      for (const row of rows) {
        expect(desk.entry(row)).toMatchObject({ withheld: 'withdrawn', state: 'retracted' });
        expect(desk.entry(row)?.content).toBeUndefined();
        expect(desk.circle.view().hearings.some(({ entry }) => entry === row)).toBe(false);
        await desk.circle.sharing.confirmDeletion(row);
      }
    await locked.hear();
    const received = locked.circle.sharing.received(about);
    const three = [brenland, brenland, brenland];
    expect(received.map(({ mission }) => mission).toSorted()).toEqual([...three, corvia, corvia]);
    expect(received.filter(({ deletedOn }) => deletedOn === undefined)).toEqual([]);
    locked.close();
  });

  it('D3 · nobody can be sent there any more', async () => {
    const entry = desks.brenland.log.newEntryId();
    const late = { entry, to: hearing, says: 'yes', state: 'confirmed', part: 'lead' } as const;
    const nothing = desks.brenland.circle.sharing.answer(late);
    await expect(nothing).rejects.toThrow('there is nothing to answer here');
  });
});

describe('J8 · the administrator of the host, with every list in hand', () => {
  const needles = () => [...places, ...days, ...words, about, theirs];
  const finders = () => [finderOf([fullName, alias]), finderOfTexts(needles())];
  const found = (text: string) => finders().flatMap((find) => find(text));

  it('would find what is looked for where it belongs, in the tenants of the missions', () => {
    const all = world.everything();
    const seen = found(all);
    for (const needle of needles()) expect(seen.join('\n')).toContain(needle);
    expect(seen.some((line) => line.startsWith(fullName.split(' ')[0] ?? ''))).toBe(true);
  });

  it.each([
    ['while everything stood', () => Promise.resolve(before)],
    ['after it was taken back', async () => ours(await world.raw())],
  ])('reads no name, court, place, day, word or own code %s', async (_, read) => {
    const lists = await read();
    expect(lists.map(({ name }) => name).toSorted()).toEqual(circleLists.map(({ list }) => list).toSorted());
    for (const { name, items } of lists) {
      expect(items.length, name).toBeGreaterThan(0);
      expect(found(JSON.stringify(items)), name).toEqual([]);
    }
  });

  it('H1 · reads of a log row the index and an envelope, and of what was taken back no envelope in any state', async () => {
    const columns = ['coarse', 'code', 'from', 'week', 'state', 'audience', 'envelope'];
    const own = ['entry', 'live', 'schema'];
    const rows = (lists: readonly RawList[]) => lists.find(({ name }) => name === 'Log')?.items ?? [];
    const after = rows(await world.raw());
    for (const { fields } of [...rows(before), ...after]) {
      const there = Object.keys(fields).filter((key) => key.startsWith('fp_'));
      const other = there.filter((key) => ![...columns, ...own].includes(key.slice(3)));
      expect(other).toEqual([]);
      expect(fields.fp_week).toMatch(/^\d{4}-W\d\d$/);
    }
    const taken = (items: typeof after) =>
      items.filter(({ fields }) => [hearing, asked, file].includes(fields.fp_entry as EntryId));
    expect(taken(rows(before)).filter(({ fields }) => !fields.fp_envelope)).toEqual([]);
    expect(taken(after)).toHaveLength(3);
    for (const item of taken(after)) {
      expect(item.fields.fp_state).toBe('retracted');
      expect(JSON.stringify(item)).not.toContain('ciphertext');
      expect(item.versions.length).toBeLessThanOrEqual(1);
    }
  });
});
