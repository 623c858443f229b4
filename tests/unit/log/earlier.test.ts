/** H2 · What a mission sends lists what the same officer sent before it to the same missions. */

import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EntryId } from '../../../src/domain/ids.ts';
import type { SharePlan } from '../../../src/log/circle/contract/sharing.ts';
import { openSharePair, type SharePair } from '../../support/share-pair.ts';

let pair: SharePair;

beforeEach(async () => {
  pair = await openSharePair();
});

afterEach(() => pair.close());

async function shares(plan: SharePlan): Promise<EntryId> {
  expect(await pair.share(pair.ours, plan)).toMatchObject({ outcome: 'done' });
  return pair.rowOf(plan.share);
}

/** As brenland opens it. */
async function got(row: EntryId) {
  await pair.theirs.hear();
  const content = pair.theirs.exchange.envelopes.of(row);
  if (!content || !('payload' in content)) throw new Error('not opened');
  return content;
}

it('H2 · the latest four digests, the newest first', async () => {
  const digests: string[] = [];
  for (let nth = 0; nth < 6; nth += 1) {
    const { source } = await pair.hearing();
    const { digest, payload } = await got(await shares(pair.plan(source)));
    const listed = payload.earlier ?? [];
    // Before the first came only what brought the key, which is listed once it was read again.
    expect(listed.slice(0, nth)).toEqual(digests.slice(0, 4));
    expect(listed.length).toBeLessThanOrEqual(4);
    digests.unshift(digest);
  }
});

it('H2 · without what it replaces: that digest stands in no row any more', async () => {
  const before = await got(await shares(pair.plan((await pair.hearing()).source)));
  const plan = pair.plan((await pair.hearing()).source);
  const row = await shares(plan);
  const first = await got(row);
  expect(first.payload.earlier?.[0]).toBe(before.digest);
  await shares({ ...plan, parts: ['start'] });
  const second = await got(row);
  expect(second.payload.rev).toBe(2);
  expect(second.payload.earlier?.[0]).toBe(before.digest);
  expect(second.payload.earlier).not.toContain(first.digest);
});

it('H2 · nothing that another key of the mission signed, nor what others receive', async () => {
  const { source } = await pair.hearing();
  const { payload, digest } = await got(await shares(pair.plan(source)));
  const { signedBefore } = pair.ours.exchange.envelopes;
  const other = pair.log.newEntryId();
  expect(signedBefore(payload.from.kid, payload.to, other)).toContain(digest);
  expect(signedBefore(payload.from.kid, payload.to.slice(0, 1), other)).toEqual([]);
  expect(signedBefore('another', payload.to, other)).toEqual([]);
});
