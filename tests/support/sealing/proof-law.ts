/** The law of proofs: whatever recipients and host put into the list, nothing opens that the named signer did not sign. */

import fc from 'fast-check';
import type { EntryId, Instant } from '../../../src/domain/ids.ts';
import { audienceKeyEntry, newAudienceKey } from '../../../src/sealing/audience-key.ts';
import { digestOf } from '../../../src/sealing/bytes.ts';
import { canonical, type Json } from '../../../src/sealing/canonical.ts';
import { type Item, openMany } from '../../../src/sealing/open-many.ts';
import { type AnyPayload, bindingOf, forgeUnder, payloadFrom, sign, signedAs } from './forgery.ts';
import {
  card,
  circle,
  clearedForNobody,
  knownTo,
  newCircle,
  newSigner,
  post,
  recipients,
  standingFor,
} from './test-circle.ts';

/** One text of aldermark's, to brenland and corvale. */
const text = fc.record({
  by: fc.constantFrom('officer' as const, 'deputy' as const),
  /** Signed as it says; the same words, signed by corvale in their name; words that only corvale wrote. */
  how: fc.constantFrom('signed', 'signed', 'unsigned', 'forged'),
  /** How far before it stand those that it lists; an honest signer lists only their own. */
  lists: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
  isThere: fc.constantFrom(true, true, true, false),
  /** Where the host dates it. */
  place: fc.nat(59),
});
const list = fc.array(text, { minLength: 6, maxLength: 12 });

const minute = (nth: number) => `2026-11-20T09:${String(nth).padStart(2, '0')}:00Z` as Instant;

/** @returns how many opened without a signature of their own. @throws with seed and list where the law does not hold */
export async function checkProofLaw(runs: number, seed: number): Promise<{ proven: number; opened: number }> {
  const world = await proofWorld();
  const tally = { proven: 0, opened: 0 };
  for (const texts of fc.sample(list, { numRuns: runs, seed })) {
    const made: { payload: AnyPayload; digest: string; item: Item }[] = [];
    for (const [nth, { by, how, lists, place }] of texts.entries()) {
      const isListed = (other: number) =>
        how === 'forged' || (texts[other]?.by === by && texts[other]?.how !== 'forged');
      const earlier = lists.map((back) => nth - back).filter((other) => other >= 0 && isListed(other));
      const payload = world.payload(
        by,
        nth + 2,
        earlier.map((other) => made[other]?.digest),
      );
      const item = await world.item(payload, how === 'signed' ? by : 'corvale', minute(place));
      made.push({ payload, digest: digestOf(canonical(payload)), item });
    }
    const there = texts.flatMap((each, nth) => {
      const item = made[nth]?.item;
      return each.isThere && item ? [{ ...each, item }] : [];
    });
    const opened = await world.opened(there.map(({ item }) => item));
    for (const { how, item } of there) {
      const isOpen = opened.has(item.row.entry);
      if (how === 'forged' ? isOpen : how === 'signed' && !isOpen)
        throw new Error(`seed ${seed}: ${how}, ${isOpen ? 'opened' : 'refused'}, ${JSON.stringify(texts)}`);
      tally.opened += isOpen ? 1 : 0;
      tally.proven += isOpen && how === 'unsigned' ? 1 : 0;
    }
  }
  return tally;
}

async function proofWorld() {
  const { aldermark, brenland, corvale } = await newCircle(['aldermark', 'brenland', 'corvale']);
  const all = [aldermark, brenland, corvale];
  const deputy = await newSigner('deputy');
  const ofDeputy = await card(aldermark.code, deputy.pair, 'person', aldermark.head, {
    person: deputy.person,
  });
  const cards = [...all.flatMap((mission) => mission.cards), ofDeputy];
  const sending = await standingFor(aldermark, all);
  const to = ['brenland', 'corvale'];
  const { key, body } = await newAudienceKey(recipients(sending, to), '2026-11');
  const sent = await post(aldermark, sending, to, {
    ...{ payload: { type: 'audience-key', concerns: () => [] }, body: body as unknown as Json },
    ...{ cleared: clearedForNobody(), entry: audienceKeyEntry(key.id), at: minute(0) },
  });
  const batch = {
    ...{ carriers: [{ ...sent, at: minute(0) }], place: { circle }, me: brenland.code, keys: brenland.keys },
    ...{ standing: await knownTo(brenland, all, { cards }), seen: new Map() },
  };
  const signers = { officer: aldermark.officer, deputy, corvale: corvale.officer };
  return {
    payload: (by: 'officer' | 'deputy', seq: number, earlier: readonly (string | undefined)[]) =>
      payloadFrom(aldermark, [brenland, corvale], {
        ...{ seq, at: minute(seq), ...signedAs(aldermark, signers[by]) },
        ...(earlier.length === 0 ? {} : { earlier }),
      }),
    async item(payload: AnyPayload, by: keyof typeof signers, at: Instant): Promise<Item> {
      const signed = await sign(payload, signers[by], payload.from.kid);
      const envelope = await forgeUnder(key.id, body.k, signed, await bindingOf(payload));
      const { entry, code = '', from } = payload;
      const audience = payload.to.map(({ mission }) => mission);
      return { envelope, at, row: { entry, code, from: from.mission, audience, writtenAt: payload.at } };
    },
    async opened(items: readonly Item[]): Promise<ReadonlySet<EntryId>> {
      const opened = new Set<EntryId>();
      await openMany(
        { ...batch, items },
        (bite) => {
          for (const { entry, outcome } of bite) if (outcome.ok) opened.add(entry);
        },
        () => Promise.resolve(),
      );
      return opened;
    },
  };
}
