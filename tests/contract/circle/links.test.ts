/** H1 · Which of ours a code of another mission stands for: said once of the code, and the same in every entry that bears it. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { circleEntry } from '../../../src/domain/circle/kinds/circle-entry.ts';
import { codeFrom } from '../../../src/domain/codes.ts';
import type { Code, Day, EntryId } from '../../../src/domain/ids.ts';
import { randomBytes } from '../../../src/sealing/bytes.ts';
import type { MemoryBook } from '../../../src/store/memory.ts';
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

let world: SharingWorld;
let desks: Awaited<ReturnType<typeof threeMissions>>;
let site: MemoryBook;
let joris: AtDesk;
/** Two entries of Aldermark's about one defender, and one of Corvia's under the very same code. */
let first: EntryId;
let second: EntryId;
let foreign: EntryId;
let code: string;
let mine: Code;
let other: Code;

beforeAll(async () => {
  world = await openSharingWorld();
  desks = await threeMissions(world);
  const about = await addDefender(desks.aldermark.log);
  first = await told(desks.aldermark, about);
  second = await told(desks.aldermark, about);
  foreign = await told(desks.corvia, await addDefender(desks.corvia.log));
  const circle = (book: unknown) => {
    site = book as MemoryBook;
    return site;
  };
  (await world.open('joris', { locked: true, over: { circle } })).close();
  await desks.brenland.hear();
  code = desks.brenland.entry(first)?.code ?? '';
  [mine, other] = [await addDefender(desks.brenland.log), await addDefender(desks.brenland.log)];
  const row = await site.find(circleEntry, foreign);
  site.byHand.edit(circleEntry, row?.entry.id ?? '', { fp_code: code });
  joris = await world.open('joris');
});
afterAll(() => world.close());

async function told(desk: AtDesk, about: Code): Promise<EntryId> {
  await desk.log.recordConsent(agreedTo(about, 'trial', [brenland]));
  const source = desk.log.newEntryId();
  const start = { day: '2026-12-03', time: '10:00', zone: 'Asia/Tbilisi' };
  const values = { about, court: 'Oskel District Court', start, dateSource: 'lawyer' };
  await desk.log.save({ kind: 'hearing', entry: source, values });
  const share = desk.log.newEntryId();
  const plan = { share, source, to: [brenland], parts: ['start', 'court'], until: '2027-02-01' as Day };
  const outcome = await shareLooked(desk.circle.sharing, { ...plan, identity: 'none', categories: [] });
  expect(outcome).toMatchObject({ outcome: 'done' });
  return desk.circle.view().shares.find(({ entry }) => entry === share)?.record.row as EntryId;
}

const linked = () => [first, second, foreign].map((entry) => joris.entry(entry)?.linked);
const link = (own: Code | undefined, from = aldermark, of = code) =>
  joris.circle.sharing.link({ from, code: of }, own);

it('H1 · it is nobody until a person says so', () => {
  expect(joris.entry(second)?.code).toBe(code);
  expect(joris.entry(foreign)?.code).toBe(code);
  expect(linked()).toEqual([undefined, undefined, undefined]);
});

it('H1 · it is said of the code: every entry of that mission follows, and none of another that uses the same', async () => {
  await link(mine);
  expect(linked()).toEqual([mine, mine, undefined]);
});

it('H1 · it stands for one of ours: for another only once the link was taken back', async () => {
  await expect(link(other)).rejects.toThrow('somebody else');
  expect(linked()).toEqual([mine, mine, undefined]);
  await link(mine);
  await link(undefined);
  expect(linked()).toEqual([undefined, undefined, undefined]);
  await link(other);
  expect(linked()).toEqual([other, other, undefined]);
});

it('H1 · the same code of another mission may stand for somebody else', async () => {
  await link(mine, corvia);
  expect(linked()).toEqual([other, other, mine]);
});

it('H4 · a code that a comparison brought is linked before any entry bears it', async () => {
  const fresh = codeFrom(randomBytes(5));
  await link(mine, aldermark, fresh);
  await expect(link(other, aldermark, fresh)).rejects.toThrow('somebody else');
});

it.each([
  ['of what is no code', () => link(mine, aldermark, 'Nino')],
  ['of a code of our own', () => link(mine, brenland)],
  ['with a defender that is none of ours', () => link(codeFrom(randomBytes(5)), corvia)],
])('H1 · no link %s', async (_, linking) => {
  await expect(linking()).rejects.toThrow(TypeError);
});
