/** H2 · A verified text proves those it lists as signed before it by the same key, and nothing else does. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { EntryId, Instant, MissionCode } from '../../../src/domain/ids.ts';
import { digestOf } from '../../../src/sealing/bytes.ts';
import { canonical } from '../../../src/sealing/canonical.ts';
import { type Batch, openMany } from '../../../src/sealing/open-many.ts';
import type { Row } from '../../../src/sealing/opening.ts';
import {
  type AnyPayload,
  bindingOf,
  forge,
  payloadFrom,
  sign,
  signedAs,
} from '../../support/sealing/forgery.ts';
import {
  card,
  circle,
  knownTo,
  newCircle,
  newSigner,
  type Signer,
  type TestMission,
} from '../../support/sealing/test-circle.ts';

const names = ['aldermark', 'brenland', 'corvale'] as const;
let a: TestMission;
let b: TestMission;
let c: TestMission;
let deputy: Signer;
let standing: Batch['standing'];

beforeAll(async () => {
  ({ aldermark: a, brenland: b, corvale: c } = await newCircle(names));
  deputy = await newSigner('deputy');
  const ofDeputy = await card(a.code, deputy.pair, 'person', a.head, { person: deputy.person });
  const all = [a, b, c];
  standing = await knownTo(b, all, { cards: [...all.flatMap(({ cards }) => cards), ofDeputy] });
});

const minute = (nth: number) => `2026-11-20T09:0${nth}:00Z` as Instant;

/** The nth of one sender, at that minute. */
const nth = (seq: number, more: object = {}, from = a): AnyPayload =>
  payloadFrom(from, [a, b, c], { seq, at: minute(seq), ...more });

const digest = (payload: AnyPayload): string => digestOf(canonical(payload));
const listing = async (seq: number, ...listed: readonly AnyPayload[]): Promise<AnyPayload> =>
  nth(seq, { earlier: await Promise.all(listed.map(digest)) });

/** In the list of the circle, with that signature under that kid. */
async function itemOf(payload: AnyPayload, signer: Signer, kid = payload.from.kid, row: Partial<Row> = {}) {
  const envelope = await forge({
    plaintext: await sign(payload, signer, kid),
    binding: await bindingOf(payload),
    to: [a, b, c],
  });
  const { entry, code, from, to, at } = payload;
  const audience = to.map(({ mission }) => mission);
  const own = { entry, from: from.mission, audience, writtenAt: at };
  return { envelope, at, row: { ...own, ...(code === undefined ? {} : { code }), ...row } };
}

/** As brenland opens them: what became of each, in the order given. */
async function opens(items: Batch['items'], seen: Batch['seen'] = new Map()): Promise<readonly string[]> {
  const found = new Map<EntryId, string>();
  const batch = { items, carriers: [], place: { circle }, me: b.code, keys: b.keys, standing, seen };
  await openMany(
    batch,
    (bite) => {
      for (const { entry, outcome } of bite) found.set(entry, outcome.ok ? 'opened' : outcome.code);
    },
    () => Promise.resolve(),
  );
  return items.map(({ row }) => found.get(row.entry) ?? 'nothing');
}

/** Signed by corvale, a recipient, in aldermark's name: right only where something else proves it. */
const unsigned = (payload: AnyPayload) => itemOf(payload, c.officer);

describe('H2 · a text that is listed as earlier', () => {
  it('is proven by the one that lists it, and proves what it lists itself', async () => {
    const first = nth(1);
    const second = await listing(2, first);
    const third = await listing(3, second);
    const items = [await unsigned(first), await unsigned(second), await itemOf(third, a.officer)];
    expect(await opens(items)).toEqual(['opened', 'opened', 'opened']);
    expect(await opens(items.slice(0, 2))).toEqual(['bad-signature', 'bad-signature']);
  });

  it('also when it comes in a later bite', async () => {
    const old = Array.from({ length: 60 }, () => nth(1));
    const listed = old.slice(0, 4);
    const many = await Promise.all(
      old.map((each) => (listed.includes(each) ? unsigned(each) : itemOf(each, a.officer))),
    );
    const items = [await itemOf(await listing(2, ...listed), a.officer), ...many];
    expect(new Set(await opens(items))).toEqual(new Set(['opened']));
  });

  it('opens by its own signature where the one that lists it is gone', async () => {
    const first = nth(1);
    const second = await listing(2, first);
    expect(await opens([await itemOf(first, a.officer), await unsigned(second)])).toEqual([
      'opened',
      'bad-signature',
    ]);
  });
});

describe('H2 · nothing is proven', () => {
  it('by a list that nobody signed', async () => {
    const first = nth(1);
    const second = await listing(2, first);
    const third = await listing(3, second, first);
    expect(await opens([await unsigned(first), await unsigned(second), await unsigned(third)])).toEqual([
      'bad-signature',
      'bad-signature',
      'bad-signature',
    ]);
  });

  it('by another mission, nor by a colleague of the signer', async () => {
    const first = nth(1);
    const earlier = [await digest(first)];
    const byRecipient = nth(2, { earlier }, c);
    const byColleague = nth(3, { earlier, ...signedAs(a, deputy) });
    const items = [
      await unsigned(first),
      await itemOf(byRecipient, c.officer),
      await itemOf(byColleague, deputy),
    ];
    expect(await opens(items)).toEqual(['bad-signature', 'opened', 'opened']);
  });

  it('by words that are changed after they were listed', async () => {
    const first = nth(1);
    const second = await listing(2, first);
    const changed = { ...first, body: { court: 'Another court' } };
    expect(await opens([await unsigned(changed), await itemOf(second, a.officer)])).toEqual([
      'bad-signature',
      'opened',
    ]);
  });

  it.each<[string, object]>([
    ['has the same number', { seq: 2 }],
    ['has a higher number', { seq: 3 }],
    ['was signed later', { seq: 1, at: minute(3) }],
  ])('where what is listed as earlier %s', async (_, more) => {
    const first = nth(1, more);
    const second = await listing(2, first);
    expect(await opens([await unsigned(first), await itemOf(second, a.officer)])).toEqual([
      'bad-signature',
      'opened',
    ]);
  });

  it('where the row fits otherwise than its words', async () => {
    const first = nth(1);
    const second = await itemOf(await listing(2, first), a.officer);
    const before = await itemOf(first, c.officer, undefined, {
      writtenAt: '2026-11-18T09:00:00Z' as Instant,
    });
    expect(await opens([before, second])).toEqual(['other-time', 'opened']);
    const moved = await itemOf(first, c.officer, undefined, { audience: [a.code, b.code] });
    expect(await opens([moved, second])).toEqual(['other-recipients', 'opened']);
  });

  it('by what is itself refused: in another row, or older than what we know', async () => {
    const first = nth(1);
    const second = await listing(2, first);
    const moved = await itemOf(second, a.officer, undefined, { code: '9BGPNH00W' });
    expect(await opens([await unsigned(first), moved])).toEqual(['bad-signature', 'other-row']);
    const seen = seenOf(a.code, second, 2, 'x'.repeat(43));
    expect(await opens([await unsigned(first), await itemOf(second, a.officer)], seen)).toEqual([
      'bad-signature',
      'old-revision',
    ]);
  });

  it('by what only our own book holds as verified', async () => {
    const first = nth(1);
    const second = await listing(2, first);
    const seen = seenOf(a.code, second, 1, await digest(second));
    expect(await opens([await unsigned(first), await unsigned(second)], seen)).toEqual([
      'bad-signature',
      'opened',
    ]);
  });

  it('under another key of the same person than the one that lists it', async () => {
    const first = nth(1, signedAs(a, deputy));
    const second = await listing(2, first);
    expect(await opens([await unsigned(first), await itemOf(second, a.officer)])).toEqual([
      'bad-signature',
      'opened',
    ]);
    // The list names what was signed, the signer included: under another header it is another text.
    const asOfficer = await itemOf(first, c.officer, a.officer.pair.kid);
    expect(await opens([asOfficer, await itemOf(second, a.officer)])).toEqual(['signer-unknown', 'opened']);
  });
});

function seenOf(sender: MissionCode, { entry }: AnyPayload, rev: number, text: string): Batch['seen'] {
  return new Map([[sender, { highest: 9, entries: new Map([[entry, [rev, 1, text] as const]]) }]]);
}

describe('H2 · a list of earlier texts', () => {
  it.each<[string, unknown]>([
    ['is empty', []],
    ['is too long', Array.from({ length: 5 }, () => 'A'.repeat(43))],
    ['holds no digest', ['A'.repeat(42)]],
    ['is no list', 'A'.repeat(43)],
  ])('is refused when it %s', async (_, earlier) => {
    expect(await opens([await itemOf(nth(1, { earlier }), a.officer)])).toEqual(['malformed']);
  });
});
