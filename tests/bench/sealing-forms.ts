/**
 * Opening many envelopes in each form, wherever that is done. Beside each stands a bare loop over jose. What we add: the
 * standing of all missions from their cards, one spelling of every text, row, recipients, commitment, sender's card, revision,
 * and fetching audience keys. The forms are run in turn, several rounds; a figure is the median of the ratios of each round,
 * once in processor time of all threads (other work on the machine does not count) and once by the clock.
 */

import { audienceKeyIn } from '../../src/sealing/audience-key.ts';
import { audienceKeyIdOf } from '../../src/sealing/decrypt.ts';
import type { Batch, OnBite, Outcome } from '../../src/sealing/open-many.ts';
import { signerAt, standingOf } from '../../src/sealing/standing.ts';
import { allSeen, type ManyEnvelopes } from '../support/sealing/many-envelopes.ts';
import type { BareBatch, Keys } from './sealing-bare.ts';

/** Milliseconds of processor time, and by the clock. */
export interface Time {
  readonly spent: number;
  readonly clock: number;
}

export interface SealingFigures {
  /** One opening in the form the app sends in, when nothing is known, in milliseconds; and until the newest 50 are there, by the clock. */
  readonly ms: Time;
  readonly firstFiftyMs: number;
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

/** Where it is done, and how. */
export interface Place {
  /** Milliseconds of processor time that the whole process has taken. */
  spent(): number | Promise<number>;
  open(batch: Batch, onBite: OnBite): Promise<void>;
  bare(batch: BareBatch): Promise<void>;
}

const ROUNDS = 5;

/** @throws when anything did not open: a loop that skips is fast */
export async function measureForms(
  { direct, alone, under }: Omit<ManyEnvelopes, 'me'>,
  place: Place,
): Promise<SealingFigures> {
  const opened: Outcome[] = [];
  for (const batch of [direct, alone, under]) await place.open(batch, (bite) => opened.push(...bite));
  const digests = new Map(opened.map(({ entry, outcome }) => [entry, outcome.ok ? outcome.digest : '']));
  const seen = { ...under, seen: allSeen(under.items, digests) };
  const keys = await keysByItem([direct, alone, under], opened);
  const open = (batch: Batch) => () => timed(place, (onBite) => place.open(batch, onBite));
  const bare = ({ items }: Batch, verifies = true) => {
    const batch = { items, keys: new Map(items.map(({ row }) => [row.entry, keyOf(keys, row.entry)])) };
    return () => timed(place, () => place.bare({ ...batch, verifies }));
  };
  const runs = {
    direct: open(direct),
    bareDirect: bare(direct),
    alone: open(alone),
    bareAlone: bare(alone),
    under: open(under),
    bareUnder: bare(under),
    bareDecrypting: bare(under, false),
    seen: open(seen),
  };
  type Run = keyof typeof runs;
  const rounds: Record<Run, Timed>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const times: Partial<Record<Run, Timed>> = {};
    for (const name of Object.keys(runs) as Run[]) times[name] = await runs[name]();
    rounds.push(times as Record<Run, Timed>);
  }
  const ratio = (of: Run, to: Run): Time => ({
    spent: median(rounds.map((times) => times[of].spent / times[to].spent)),
    clock: median(rounds.map((times) => times[of].clock / times[to].clock)),
  });
  return {
    ms: {
      spent: median(rounds.map(({ under }) => under.spent)),
      clock: median(rounds.map(({ under }) => under.clock)),
    },
    firstFiftyMs: median(rounds.map(({ under }) => under.first)),
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

interface Timed extends Time {
  /** Until the first bite was there, by the clock. */
  readonly first: number;
}

/** Nothing opened is kept: a run that keeps nothing leaves less to clear away. */
async function timed(place: Place, run: (onBite: OnBite) => Promise<void>): Promise<Timed> {
  let failed: Outcome | undefined;
  let first: number | undefined;
  const spentBefore = await place.spent();
  const start = performance.now();
  await run((bite) => {
    first ??= performance.now() - start;
    failed ??= bite.find(({ outcome }) => !outcome.ok);
  });
  const clock = performance.now() - start;
  const spent = (await place.spent()) - spentBefore;
  if (failed) throw new Error(JSON.stringify(failed));
  return { spent, clock, first: first ?? clock };
}

function keyOf(keys: ReadonlyMap<string, Keys>, entry: string): Keys {
  const found = keys.get(entry);
  if (found === undefined) throw new Error('a key is missing');
  return found;
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
