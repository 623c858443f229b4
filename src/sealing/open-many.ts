/** Opens many envelopes, newest first and in bites, so that the first page can be read while the rest is worked on. */

import type { EntryId, Instant, MissionCode } from '../domain/ids.ts';
import { type AudienceKey, audienceKeyEntry, audienceKeyIn } from './audience-key.ts';
import { audienceKeyIdOf } from './decrypt.ts';
import { type NotOpened, type Opened, proven, readEnvelope, type Unproven } from './open.ts';
import type { Opening, Row } from './opening.ts';
import { openProofs } from './proofs.ts';
import type { Seen } from './seen.ts';
import { type StandingInput, standingOf } from './standing.ts';

/** One row and its envelope. */
export interface Item {
  readonly row: Row;
  readonly envelope: string;
  /** When the row was written; the newest are opened first. */
  readonly at: Instant;
}

/** All it takes, in values that can be handed to a worker. */
export interface Batch extends Pick<Opening, 'place' | 'me' | 'keys'> {
  readonly items: readonly Item[];
  /** Older rows that may bring an audience key; opened only when one is needed, and not reported. */
  readonly carriers: readonly Item[];
  readonly standing: StandingInput;
  readonly seen: ReadonlyMap<MissionCode, Seen>;
}

export interface Outcome {
  readonly entry: EntryId;
  readonly outcome: Opened | NotOpened;
}

/** Told after every bite. */
export type OnBite = (opened: readonly Outcome[], done: number, all: number) => void;

/** As many as a page shows. */
const BITE = 50;

/** `pause` lets others have the thread between two bites; it may throw to stop. */
export async function openMany(batch: Batch, onBite: OnBite, pause: () => Promise<void>): Promise<void> {
  const read = await reader(batch);
  const proofs = openProofs();
  const newestFirst = [...batch.items].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  for (let start = 0; start < newestFirst.length; start += BITE) {
    if (start > 0) await pause();
    const bite = newestFirst.slice(start, start + BITE);
    const outcomes = await proofs(await Promise.all(bite.map(read)));
    const opened = bite.map(({ row }, nth) => ({
      entry: row.entry,
      outcome: outcomes[nth] as Outcome['outcome'],
    }));
    onBite(opened, start + bite.length, newestFirst.length);
  }
}

/** Reads each item once, and opens before it the one that brings its audience key. */
async function reader(batch: Batch): Promise<(item: Item) => Promise<Unproven | NotOpened>> {
  const standing = await standingOf(batch.standing);
  const byEntry = new Map([...batch.carriers, ...batch.items].map((item) => [item.row.entry, item]));
  const audienceKeys = new Map<string, Promise<AudienceKey | undefined>>();
  const none: ReadonlyMap<string, AudienceKey> = new Map();

  const read = ({ row, envelope }: Item, known: ReadonlyMap<string, AudienceKey>) => {
    const { place, me, keys, seen } = batch;
    const opening = { place, row, me, keys, audienceKeys: known, standing };
    const ofSender = seen.get(row.from);
    return readEnvelope(envelope, ofSender === undefined ? opening : { ...opening, seen: ofSender });
  };
  const keyOf = (id: string) => {
    const running = audienceKeys.get(id) ?? bring(id);
    audienceKeys.set(id, running);
    return running;
  };
  const bring = async (id: string) => {
    const carrier = byEntry.get(audienceKeyEntry(id));
    // A key is never under another key: what could go round in a circle is not followed.
    if (carrier === undefined || audienceKeyIdOf(carrier.envelope) !== undefined) return undefined;
    const found = await read(carrier, none);
    const opened = 'claim' in found ? await proven(found) : found;
    return opened.ok ? audienceKeyIn(opened.payload) : undefined;
  };
  return async (item) => {
    const id = audienceKeyIdOf(item.envelope);
    const key = id === undefined ? undefined : await keyOf(id);
    return read(item, key === undefined ? none : new Map([[key.id, key]]));
  };
}
