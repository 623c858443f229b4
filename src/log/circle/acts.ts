/** Signed acts of the circle: ours appended to our chain, those of others verified, and chains that do not fit told. */

import { type ActRecord, act as actKind } from '../../domain/circle/kinds/act.ts';
import { clearNone } from '../../domain/consent/clear.ts';
import { type Day, dayOf, type EntryId, type Instant, type MissionCode } from '../../domain/ids.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { type ActBodies, type ActType, actRules } from '../../sealing/act-types.ts';
import {
  type Act,
  type ActNotRead,
  type ActRead,
  chainFaults,
  linkIn,
  readAct,
  signAct,
} from '../../sealing/acts.ts';
import type { UnlockedKey } from '../../sealing/keys.ts';
import type { Standing } from '../../sealing/standing.ts';
import { isStoreError } from '../bookkeeping.ts';
import { derivedEntryId } from '../environment.ts';
import type { CircleView } from './circle.ts';
import type { CircleGround, Keyring } from './core.ts';

/** An act that was verified: whoever signed it stood for that mission at that time. */
export interface CircleAct {
  /** Of its row. */
  readonly row: EntryId;
  /** When the host took it in, whatever its signer dated it. */
  readonly written: Instant;
  readonly act: Act;
}

export interface LastSeen {
  readonly seq: number;
  readonly digest: string;
}

/** `signs` tell what does not fit from everything else that ever did not. */
export interface Alarm {
  readonly mission: MissionCode;
  readonly what: CircleView['alarms'][number]['what'];
  readonly signs: readonly string[];
}

export interface Judged {
  /** Oldest first. */
  readonly acts: readonly CircleAct[];
  readonly alarms: readonly Alarm[];
  /** The latest verified act of each mission. */
  readonly latest: ReadonlyMap<MissionCode, LastSeen>;
}

export interface Acts {
  /**
   * What is in memory, judged by whose keys stand. `seen`: the latest act that was ever verified, by mission; `cleared`: signs
   * about which one of us asked that mission.
   */
  judge(
    standing: Standing,
    seen: ReadonlyMap<MissionCode, LastSeen>,
    cleared?: ReadonlySet<string>,
  ): Promise<Judged>;
  /**
   * Appends to our own chain; of two colleagues at the same moment both are there, one after the other.
   * @throws TypeError while the key that signs such an act is not at hand
   */
  append<T extends ActType>(type: T, body: ActBodies[T], keyring: Keyring): Promise<Entry>;
}

interface Link {
  readonly seq: number;
  readonly prev: string;
  readonly digest: string;
  readonly at: Instant;
}

interface Row {
  readonly row: Entry;
  readonly record: ActRecord;
}

const ATTEMPTS = 8;

export function openActs({ id, since, circle, own, me }: CircleGround): Acts {
  const links = new WeakMap<Entry, Promise<Link | undefined>>();
  /** Two standings are asked in turn, the first and the whole; a signature is checked once for each. */
  const judgedBy = new WeakMap<Standing, WeakMap<Entry, Promise<ActRead | ActNotRead>>>();
  let queue: Promise<unknown> = Promise.resolve();
  let last: LastSeen | undefined;

  const rowOf = (row: Entry): Row => ({ row, record: row.record as unknown as ActRecord });
  const rows = (): readonly Row[] => circle.replica.of(actKind.key).map(rowOf);
  const placeOf = (mission: MissionCode, sequence: number) =>
    derivedEntryId(own.environment, `act ${id} ${mission} ${sequence}`);

  function linkOf({ row, record }: Row): Promise<Link | undefined> {
    const known = links.get(row) ?? linkIn(record.jws);
    links.set(row, known);
    return known;
  }

  function verdictOn({ row, record }: Row, standing: Standing): Promise<ActRead | ActNotRead> {
    const verdicts = judgedBy.get(standing) ?? new WeakMap<Entry, Promise<ActRead | ActNotRead>>();
    judgedBy.set(standing, verdicts);
    const known = verdicts.get(row) ?? readAct(record.jws, standing, row.createdAt);
    verdicts.set(row, known);
    return known;
  }

  async function judgeMission(
    all: readonly Row[],
    standing: Standing,
    mission: MissionCode,
    seen: LastSeen | undefined,
  ): Promise<{
    readonly acts: readonly CircleAct[];
    readonly signs: ReadonlyMap<string, Alarm['what']>;
    latest?: LastSeen;
  }> {
    const signs = new Map<string, Alarm['what']>();
    const acts: CircleAct[] = [];
    const chain: Link[] = [];
    let latest: LastSeen | undefined;
    for (const row of all) {
      const verdict = await verdictOn(row, standing);
      const link = await linkOf(row);
      if (link) chain.push(link);
      const isWhole = link !== undefined && (!verdict.ok || saysTheSame(row.record, verdict.act));
      // A signer whose key does not stand (any more) may be nobody's fault; the chain tells if it is.
      if (!isWhole || (!verdict.ok && verdict.code !== 'signer-unknown'))
        signs.set(`altered ${row.row.entry}`, 'altered');
      if (!verdict.ok || !isWhole) continue;
      acts.push({ row: row.row.entry, written: row.row.createdAt, act: verdict.act });
      if (verdict.act.seq > (latest?.seq ?? 0)) latest = { seq: verdict.act.seq, digest: verdict.digest };
    }
    chain.sort((a, b) => a.seq - b.seq || (a.digest < b.digest ? -1 : 1));
    const ended = (before: Link | undefined, after: Link) => mayHaveEnded(before, after, since);
    for (const { what, sign } of chainFaults(chain, seen, ended))
      if (what !== 'rollback') signs.set(sign, what === 'reordered' ? 'fork' : what);
      else if (seen && !(await isThere(mission, seen.seq))) signs.set(sign, what);
    return { acts, signs, ...(latest ? { latest } : {}) };
  }

  /** An attestation that ended long ago is in the list though not in memory. What cannot be asked is no alarm. */
  async function isThere(mission: MissionCode, sequence: number): Promise<boolean> {
    try {
      return (await circle.fresh(actKind, await placeOf(mission, sequence))) !== undefined;
    } catch {
      return true;
    }
  }

  /** The last place of our own chain, also where it lies further back than memory. */
  async function lastOwn(): Promise<LastSeen> {
    const mission = me().mission.code;
    const find = async (sequence: number) => circle.fresh(actKind, await placeOf(mission, sequence));
    let low = Math.max(0, ...rows().map(({ record }) => (record.from === mission ? record.sequence : 0)));
    let step = 1;
    while (await find(low + step)) {
      low += step;
      step *= 2;
    }
    for (let high = low + step; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (await find(middle)) low = middle;
      else high = middle;
    }
    const found = low > 0 ? await find(low) : undefined;
    const link = found && (await linkOf(rowOf(found)));
    if (low > 0 && !link) throw new TypeError('the last act of this mission cannot be read');
    return { seq: low, digest: link?.digest ?? '' };
  }

  async function append<T extends ActType>(type: T, body: ActBodies[T], signer: UnlockedKey): Promise<Entry> {
    const from = me().mission.code;
    for (let attempt = 1; ; attempt += 1) {
      last ??= await lastOwn();
      const seq = last.seq + 1;
      const head = { type, circle: id, from, seq, prev: last.digest, at: circle.clock.now() };
      const { jws, digest } = await signAct({ ...head, ...body } as unknown as Act, signer);
      const of = 'entry' in body ? { of: body.entry } : {};
      try {
        const entry = await circle.add(
          clearNone({
            kind: actKind,
            entry: await placeOf(from, seq),
            record: { type, from, sequence: seq, jws, ...of },
            by: circle.me,
          }),
        );
        last = { seq, digest };
        return entry;
      } catch (error) {
        last = undefined;
        if (attempt >= ATTEMPTS || !isStoreError(error, 'duplicate')) throw error;
      }
    }
  }

  return {
    append(type, body, keyring) {
      const signer = actRules[type].signer === 'mission' ? keyring.missionSigner : keyring.personSigner;
      if (!signer) throw new TypeError(`${type}: the key that signs this is not at hand`);
      const done = queue.then(() => append(type, body, signer));
      queue = done.catch(() => undefined);
      return done;
    },
    async judge(standing, seen, cleared = new Set()) {
      const byMission = new Map<MissionCode, Row[]>();
      for (const row of rows())
        byMission.set(row.record.from, [...(byMission.get(row.record.from) ?? []), row]);
      const acts: CircleAct[] = [];
      const alarms: Alarm[] = [];
      const latest = new Map<MissionCode, LastSeen>();
      for (const mission of new Set([...byMission.keys(), ...seen.keys()])) {
        if (!isBelieved(standing, mission)) continue;
        const judged = await judgeMission(byMission.get(mission) ?? [], standing, mission, seen.get(mission));
        acts.push(...judged.acts);
        alarms.push(...alarmsOf(mission, judged.signs, cleared));
        if (judged.latest) latest.set(mission, judged.latest);
      }
      acts.sort((a, b) => (a.act.at < b.act.at ? -1 : a.act.at > b.act.at ? 1 : a.act.seq - b.act.seq));
      return { acts, alarms, latest };
    },
  };
}

function alarmsOf(
  mission: MissionCode,
  signs: ReadonlyMap<string, Alarm['what']>,
  cleared: ReadonlySet<string>,
): readonly Alarm[] {
  const byWhat = new Map<Alarm['what'], string[]>();
  for (const [sign, what] of signs)
    if (!cleared.has(`${mission} ${sign}`)) byWhat.set(what, [...(byWhat.get(what) ?? []), sign]);
  return [...byWhat].map(([what, each]) => ({ mission, what, signs: each }));
}

function saysTheSame(record: ActRecord, act: Act): boolean {
  return act.from === record.from && act.seq === record.sequence && act.type === record.type;
}

/** Whose chain is worth judging: without a pin nobody knows who signs. */
function isBelieved(standing: Standing, mission: MissionCode): boolean {
  const state = standing.missions.get(mission)?.state;
  return state === 'own' || state === 'in-person' || state === 'predecessor' || state === 'vouched';
}

/** What is over is not read: only what was said before the first load reaches back may be missing. */
function mayHaveEnded(before: Link | undefined, _after: Link, since: Day): boolean {
  return before === undefined || dayOf(before.at) < since;
}
