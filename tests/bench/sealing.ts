/**
 * Opening 5,000 envelopes, each time as a ratio measured in one run. Beside it stands a bare loop over jose that does the
 * same arithmetic and nothing else: it decrypts and checks the signature, 50 at a time as we do, with every key at hand,
 * and looks at nothing it gets. What we add: the standing of all missions from their cards, one spelling of
 * every text, row, recipients, commitment, sender's card, revision, and fetching audience keys.
 * The third and fourth figure compare our own two forms: one secret derived per entry, and one per audience key; first with every signature
 * checked, then when our own book already holds the digests as verified, as it does on every opening but the first.
 */

import { compactVerify, flattenedDecrypt } from 'jose';
import { audienceKeyIn } from '../../src/sealing/audience-key.ts';
import { fromUtf8 } from '../../src/sealing/bytes.ts';
import type { Outer } from '../../src/sealing/envelope.ts';
import { audienceKeyIdOf } from '../../src/sealing/open.ts';
import { type Batch, type Item, type Outcome, openMany } from '../../src/sealing/open-many.ts';
import { signerAt, standingOf } from '../../src/sealing/standing.ts';
import { allSeen, manyEnvelopes } from '../support/sealing/many-envelopes.ts';

export interface SealingFigures {
  readonly envelopes: number;
  /** Share of the whole time after which the newest 50 are there, and in milliseconds. */
  readonly firstFifty: { readonly share: number; readonly ms: number };
  readonly directBesideJose: number;
  readonly underBesideJose: number;
  /** How many times faster than one secret per entry. */
  readonly underFaster: number;
  readonly underSeenFaster: number;
  readonly directSeenFaster: number;
}

const BITE = 50;
const ROUNDS = 3;

/** @throws when anything did not open: a loop that skips is fast */
export async function measureSealing(count = 5_000): Promise<SealingFigures> {
  const { direct, under } = await manyEnvelopes(count, 20, 5);
  const opened = [...(await open(direct)).outcomes, ...(await open(under)).outcomes];
  const digests = new Map(opened.map(({ entry, outcome }) => [entry, outcome.ok ? outcome.digest : '']));
  const seen = (batch: Batch): Batch => ({ ...batch, seen: allSeen(batch.items, digests) });
  const keys = await keysByItem([direct, under], opened);
  const times = { direct: [], under: [], directSeen: [], underSeen: [], first: [] } as Record<
    string,
    number[]
  >;
  const bare = { direct: [] as number[], under: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const inDirect = await open(direct);
    times.direct?.push(inDirect.ms);
    times.first?.push(inDirect.first);
    bare.direct.push(await bareLoop(direct.items, keys));
    times.under?.push((await open(under)).ms);
    bare.under.push(await bareLoop(under.items, keys));
    times.underSeen?.push((await open(seen(under))).ms);
    times.directSeen?.push((await open(seen(direct))).ms);
  }
  const best = (list: readonly number[] | undefined): number => Math.min(...(list ?? []));
  return {
    envelopes: count,
    firstFifty: { share: best(times.first) / best(times.direct), ms: best(times.first) },
    directBesideJose: best(times.direct) / best(bare.direct),
    underBesideJose: best(times.under) / best(bare.under),
    underFaster: best(times.direct) / best(times.under),
    underSeenFaster: best(times.direct) / best(times.underSeen),
    directSeenFaster: best(times.direct) / best(times.directSeen),
  };
}

/** Processor time of all threads so far, in milliseconds: other work on this machine does not count. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function open(batch: Batch): Promise<{ ms: number; first: number; outcomes: readonly Outcome[] }> {
  const outcomes: Outcome[] = [];
  let first = 0;
  const start = spent();
  const pause = () => Promise.resolve();
  await openMany(
    batch,
    (bite) => {
      if (outcomes.length === 0) first = spent() - start;
      outcomes.push(...bite);
    },
    pause,
  );
  const ms = spent() - start;
  const failed = outcomes.find(({ outcome }) => !outcome.ok);
  if (failed) throw new Error(JSON.stringify(failed));
  return { ms, first, outcomes };
}

interface Keys {
  readonly decrypt: CryptoKey;
  readonly verify: CryptoKey;
}

async function keysByItem(batches: readonly Batch[], opened: readonly Outcome[]): Promise<Map<string, Keys>> {
  const audienceKeys = new Map<string, CryptoKey>();
  for (const { outcome } of opened) {
    const key = outcome.ok ? await audienceKeyIn(outcome.payload) : undefined;
    if (key) audienceKeys.set(key.id, key.key);
  }
  const kids = new Map(opened.map(({ entry, outcome }) => [entry, outcome.ok ? outcome.sender : undefined]));
  const found = new Map<string, Keys>();
  for (const { items, keys, standing: input } of batches) {
    const standing = await standingOf(input);
    const [own] = [...keys.values()];
    for (const { row, envelope, at } of items) {
      const decrypt = audienceKeys.get(audienceKeyIdOf(envelope) ?? '') ?? own;
      const verify = signerAt(standing, row.from, kids.get(row.entry)?.kid ?? '', at)?.key;
      if (decrypt === undefined || verify === undefined) throw new Error('a key is missing');
      found.set(row.entry, { decrypt, verify });
    }
  }
  return found;
}

async function bareLoop(items: readonly Item[], keys: ReadonlyMap<string, Keys>): Promise<number> {
  const start = spent();
  for (let bite = 0; bite < items.length; bite += BITE)
    await Promise.all(items.slice(bite, bite + BITE).map((item) => bareOpen(item, keys.get(item.row.entry))));
  return spent() - start;
}

async function bareOpen({ envelope }: Item, keys: Keys | undefined): Promise<unknown> {
  if (keys === undefined) throw new Error('a key is missing');
  const { recipients, ...shared } = JSON.parse(envelope) as Outer;
  // The bench has put our mission first in every list.
  const jwe = recipients === undefined ? shared : { ...shared, ...recipients[0] };
  const { plaintext } = await flattenedDecrypt(jwe, keys.decrypt);
  const { payload } = await compactVerify(fromUtf8(plaintext).trimEnd(), keys.verify);
  return JSON.parse(fromUtf8(payload));
}

if (process.argv[1]?.endsWith('bench/sealing.ts'))
  console.log(await measureSealing(Number(process.argv[2] ?? 5_000)));
