/** Where the acts of a mission lie in the list: anybody can work out the id of a place, so anybody may have put something there. */

import { act as actKind } from '../../../domain/circle/kinds/act.ts';
import type { EntryId, MissionCode } from '../../../domain/ids.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import { derivedEntryId } from '../../environment.ts';
import type { CircleGround } from '../core.ts';

export interface ActPlaces {
  /** @param turn above 0 where others took the places before */
  idOf(mission: MissionCode, sequence: number, turn?: number): Promise<EntryId>;
  /** Which of the places that a row claims it lies in; undefined where it lies in none. */
  placeOf(row: Entry, mission: MissionCode, claimed: readonly number[]): Promise<number | undefined>;
  /** What lies there, as the list has it now, and the first turn in which nothing does. @throws StoreError */
  at(
    mission: MissionCode,
    sequence: number,
  ): Promise<{ readonly rows: readonly Entry[]; readonly free: number }>;
  /** Reads what nobody told us of. @returns whether anything came to what is in memory */
  look(mission: MissionCode, sequences: readonly number[]): Promise<boolean>;
  isThere(mission: MissionCode, sequence: number): Promise<boolean>;
}

/** So many rows of others may lie in one place before a mission can say nothing any more. */
const TURNS = 8;
/** So many missing acts are asked for one by one. */
const MOST_ASKED = 12;

export function openActPlaces({ id, circle, own }: Pick<CircleGround, 'id' | 'circle' | 'own'>): ActPlaces {
  /** What was not there, and with which rows in memory it was asked for. */
  const absent = new Map<EntryId, readonly Entry[]>();

  const placed = new WeakMap<Entry, Promise<number | undefined>>();

  const idOf: ActPlaces['idOf'] = (mission, sequence, turn = 0) =>
    derivedEntryId(own.environment, `act ${id} ${mission} ${sequence}${turn === 0 ? '' : ` ${turn}`}`);

  async function placeAmong(
    entry: EntryId,
    mission: MissionCode,
    claimed: readonly number[],
  ): Promise<number | undefined> {
    for (const sequence of new Set(claimed))
      for (let turn = 0; turn < TURNS; turn += 1)
        if ((await idOf(mission, sequence, turn)) === entry) return sequence;
    return undefined;
  }

  async function isThere(entry: EntryId): Promise<boolean> {
    const known = circle.replica.of(actKind.key);
    if (circle.replica.find(entry)) return true;
    if (absent.get(entry) === known) return false;
    if (await circle.fresh(actKind, entry)) return true;
    absent.set(entry, known);
    return false;
  }

  return {
    idOf,
    placeOf(row, mission, claimed) {
      const known = placed.get(row) ?? placeAmong(row.entry, mission, claimed);
      placed.set(row, known);
      return known;
    },
    async at(mission, sequence) {
      const rows: Entry[] = [];
      for (let turn = 0; turn < TURNS; turn += 1) {
        const row = await circle.fresh(actKind, await idOf(mission, sequence, turn));
        if (!row) return { rows, free: turn };
        rows.push(row);
      }
      return { rows, free: TURNS };
    },
    async look(mission, sequences) {
      let found = false;
      for (const sequence of sequences) {
        const entry = await idOf(mission, sequence);
        if (!circle.replica.find(entry)) found = (await isThere(entry)) || found;
      }
      return found;
    },
    isThere: async (mission, sequence) => isThere(await idOf(mission, sequence)),
  };
}

/** Places of a chain before this one of which nothing is there. */
export function missingBefore(links: readonly { readonly seq: number }[], seq: number): readonly number[] {
  const before = Math.max(0, ...links.map((link) => link.seq).filter((each) => each < seq));
  return Array.from({ length: Math.min(seq - before - 1, MOST_ASKED) }, (_, index) => before + 1 + index);
}

/** What our own chain has in one place. */
export interface OwnAt {
  /** Of our act; absent where there is none, whatever others put there. */
  readonly digest?: string;
  /** The first turn in which nothing lies there. */
  readonly free: number;
}

export interface OwnPlace {
  readonly seq: number;
  readonly digest: string;
  /** The turn in which the place after it is free. */
  readonly free: number;
}

/** The last place of our own chain, also where it lies further back than memory. @param low a place of ours, or 0 */
export async function lastPlace(low: number, ownAt: (sequence: number) => Promise<OwnAt>): Promise<OwnPlace> {
  let seq = low;
  let step = 1;
  const isOurs = async (sequence: number) => (await ownAt(sequence)).digest !== undefined;
  while (await isOurs(seq + step)) {
    seq += step;
    step *= 2;
  }
  for (let high = seq + step; high - seq > 1; ) {
    const middle = (seq + high) >> 1;
    if (await isOurs(middle)) seq = middle;
    else high = middle;
  }
  // Whether a colleague has just written there, and what is free there, is one look.
  let next = await ownAt(seq + 1);
  while (next.digest !== undefined) {
    seq += 1;
    next = await ownAt(seq + 1);
  }
  const digest = seq > 0 ? (await ownAt(seq)).digest : '';
  if (digest === undefined) throw new TypeError('the last act of this mission cannot be read');
  return { seq, digest, free: next.free };
}
