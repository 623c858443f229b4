/**
 * Opening 5,000 envelopes. Beside each form stands a bare loop over jose: it decrypts and checks every signature, 50 at a
 * time as we do, with every key at hand, and looks at nothing it gets. What we add: the standing of all missions from their
 * cards, one spelling of every text, row, recipients, commitment, sender's card, revision, and fetching audience keys.
 * The forms are run in turn, several rounds; a figure is the median of the ratios of each round, once in processor time
 * of all threads (other work on the machine does not count) and once by the clock.
 */

import { compactVerify, flattenedDecrypt } from 'jose';
import { audienceKeyIn } from '../../src/sealing/audience-key.ts';
import { fromUtf8 } from '../../src/sealing/bytes.ts';
import { audienceKeyIdOf } from '../../src/sealing/decrypt.ts';
import type { Outer } from '../../src/sealing/envelope.ts';
import { type Batch, type Item, type Outcome, openMany } from '../../src/sealing/open-many.ts';
import { signerAt, standingOf } from '../../src/sealing/standing.ts';
import { allSeen, manyEnvelopes } from '../support/sealing/many-envelopes.ts';

/** Milliseconds of processor time, and by the clock. */
export interface Time {
  readonly spent: number;
  readonly clock: number;
}

export interface SealingFigures {
  readonly envelopes: number;
  /** One opening in the form the app sends in, when nothing is known, in milliseconds; and until the newest 50 are there. */
  readonly ms: Time;
  readonly firstFiftyMs: Time;
  /** One secret derived and one signature checked per entry, beside jose doing the same. */
  readonly directBesideJose: Time;
  /** Under audience keys, each signature checked, beside jose doing the same. */
  readonly aloneBesideJose: Time;
  /** As the app sends, beside jose that decrypts and checks each signature; and beside jose that only decrypts. */
  readonly underBesideJose: Time;
  readonly underBesideDecrypting: Time;
  /** How many times faster than one secret per entry: with each signature checked, as the app sends, and on every opening but the first. */
  readonly aloneFaster: Time;
  readonly underFaster: Time;
  readonly underSeenFaster: Time;
}

const BITE = 50;
const ROUNDS = 5;

/** @throws when anything did not open: a loop that skips is fast */
export async function measureSealing(count = 5_000): Promise<SealingFigures> {
  const { direct, alone, under } = await manyEnvelopes(count, 20, 5);
  const opened: Outcome[] = [];
  for (const batch of [direct, alone, under]) await open(batch, (bite) => opened.push(...bite));
  const digests = new Map(opened.map(({ entry, outcome }) => [entry, outcome.ok ? outcome.digest : '']));
  const seen = { ...under, seen: allSeen(under.items, digests) };
  const keys = await keysByItem([direct, alone, under], opened);
  const runs = {
    direct: async () => (await open(direct)).time,
    bareDirect: () => bareLoop(direct.items, keys),
    alone: async () => (await open(alone)).time,
    bareAlone: () => bareLoop(alone.items, keys),
    under: async () => (await open(under)).time,
    bareUnder: () => bareLoop(under.items, keys),
    bareDecrypting: () => bareLoop(under.items, keys, false),
    seen: async () => (await open(seen)).time,
    first: async () => (await open(under)).first,
  };
  const rounds: Record<keyof typeof runs, Time>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const times: Partial<Record<keyof typeof runs, Time>> = {};
    for (const name of Object.keys(runs) as (keyof typeof runs)[]) times[name] = await runs[name]();
    rounds.push(times as Record<keyof typeof runs, Time>);
  }
  const ratio = (of: keyof typeof runs, to: keyof typeof runs): Time => ({
    spent: median(rounds.map((times) => times[of].spent / times[to].spent)),
    clock: median(rounds.map((times) => times[of].clock / times[to].clock)),
  });
  const usual = (of: keyof typeof runs): Time => ({
    spent: median(rounds.map((times) => times[of].spent)),
    clock: median(rounds.map((times) => times[of].clock)),
  });
  return {
    envelopes: count,
    ms: usual('under'),
    firstFiftyMs: usual('first'),
    directBesideJose: ratio('direct', 'bareDirect'),
    aloneBesideJose: ratio('alone', 'bareAlone'),
    underBesideJose: ratio('under', 'bareUnder'),
    underBesideDecrypting: ratio('under', 'bareDecrypting'),
    aloneFaster: ratio('direct', 'alone'),
    underFaster: ratio('direct', 'under'),
    underSeenFaster: ratio('direct', 'seen'),
  };
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
}

function stopwatch(): () => Time {
  const now = () => {
    const { user, system } = process.cpuUsage();
    return { spent: (user + system) / 1000, clock: performance.now() };
  };
  const start = now();
  return () => {
    const { spent, clock } = now();
    return { spent: spent - start.spent, clock: clock - start.clock };
  };
}

/** The outcomes only where they are wanted: a loop that keeps nothing leaves less to clear away. */
async function open(
  batch: Batch,
  keep?: (opened: readonly Outcome[]) => void,
): Promise<{ time: Time; first: Time }> {
  let failed: Outcome | undefined;
  const read = stopwatch();
  let first: Time | undefined;
  await openMany(
    batch,
    (bite) => {
      first ??= read();
      failed ??= bite.find(({ outcome }) => !outcome.ok);
      keep?.(bite);
    },
    () => Promise.resolve(),
  );
  const time = read();
  if (failed) throw new Error(JSON.stringify(failed));
  return { time, first: first ?? time };
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

async function bareLoop(
  items: readonly Item[],
  keys: ReadonlyMap<string, Keys>,
  verifies = true,
): Promise<Time> {
  const read = stopwatch();
  for (let bite = 0; bite < items.length; bite += BITE)
    await Promise.all(
      items.slice(bite, bite + BITE).map((item) => bareOpen(item, keys.get(item.row.entry), verifies)),
    );
  return read();
}

async function bareOpen({ envelope }: Item, keys: Keys | undefined, verifies: boolean): Promise<unknown> {
  if (keys === undefined) throw new Error('a key is missing');
  const { recipients, ...shared } = JSON.parse(envelope) as Outer;
  // The bench has put our mission first in every list.
  const jwe = recipients === undefined ? shared : { ...shared, ...recipients[0] };
  const { plaintext } = await flattenedDecrypt(jwe, keys.decrypt);
  const jws = fromUtf8(plaintext).trimEnd();
  if (!verifies) return jws;
  const { payload } = await compactVerify(jws, keys.verify);
  return JSON.parse(fromUtf8(payload));
}

if (process.argv[1]?.endsWith('bench/sealing.ts'))
  console.log(await measureSealing(Number(process.argv[2] ?? 5_000)));
