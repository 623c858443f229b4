/** Signed acts of the circle: ours appended to our chain, those of others verified, and chains that do not fit told. */

import { type ActRecord, act as actKind } from '../../../domain/circle/kinds/act.ts';
import { clearNone } from '../../../domain/consent/clear.ts';
import { type Day, dayOf, type EntryId, type Instant, type MissionCode } from '../../../domain/ids.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import { type ActBodies, type ActType, actRules } from '../../../sealing/act-types.ts';
import {
  type Act,
  type ActNotRead,
  type ActRead,
  chainFaults,
  readAct,
  linkIn as readLink,
  signAct,
} from '../../../sealing/acts.ts';
import type { UnlockedKey } from '../../../sealing/keys.ts';
import type { Standing } from '../../../sealing/standing.ts';
import { isStoreError } from '../../bookkeeping.ts';
import type { CircleView } from '../circle.ts';
import type { CircleGround, Keyring } from '../core.ts';
import { lastPlace, missingBefore, type OwnAt, type OwnPlace, openActPlaces } from './act-places.ts';
import type { OwnWords } from './own-words.ts';

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

/** A row of which we cannot say that the mission said just that. */
interface Doubtful extends Row {
  readonly verdict: ActRead | ActNotRead;
  readonly link: Link | undefined;
}

interface JudgedMission {
  readonly acts: readonly CircleAct[];
  readonly signs: ReadonlyMap<string, Alarm['what']>;
  readonly latest?: LastSeen;
}

const ATTEMPTS = 8;

/** @param isOurs whether a key that stands in our own book signed this act, whatever the circle shows */
export function openActs(ground: CircleGround, isOurs: OwnWords): Acts {
  const { id, since, circle, me } = ground;
  const places = openActPlaces(ground);
  const links = new WeakMap<Entry, { readonly link: Link | undefined }>();
  /** Two standings are asked in turn, the first and the whole; a signature is checked once for each. */
  const judgedBy = new WeakMap<Standing, WeakMap<Entry, Promise<ActRead | ActNotRead>>>();
  let queue: Promise<unknown> = Promise.resolve();
  let last: OwnPlace | undefined;
  /** The highest place of ours that was ever verified here. */
  let ownHighest = 0;
  let latestStanding: Standing | undefined;

  const rowOf = (row: Entry): Row => ({ row, record: row.record as unknown as ActRecord });
  const rows = (): readonly Row[] => circle.replica.of(actKind.key).map(rowOf);

  /** What was said in another circle or by another mission has no place in this chain. */
  function linkIn({ jws, from }: ActRecord): Link | undefined {
    const link = readLink(jws);
    return link?.circle === id && link.from === from ? link : undefined;
  }

  function linkOf({ row, record }: Row): Link | undefined {
    const known = links.get(row) ?? { link: linkIn(record) };
    links.set(row, known);
    return known.link;
  }

  function verdictOn({ row, record }: Row, standing: Standing): Promise<ActRead | ActNotRead> {
    const verdicts = judgedBy.get(standing) ?? new WeakMap<Entry, Promise<ActRead | ActNotRead>>();
    judgedBy.set(standing, verdicts);
    const known = verdicts.get(row) ?? readAct(record.jws, standing, row.createdAt);
    verdicts.set(row, known);
    return known;
  }

  const rowsOf = (mission: MissionCode) => rows().filter(({ record }) => record.from === mission);

  async function judgeMission(
    all: readonly Row[],
    standing: Standing,
    mission: MissionCode,
    seen: LastSeen | undefined,
  ): Promise<JudgedMission> {
    const signs = new Map<string, Alarm['what']>();
    const acts: CircleAct[] = [];
    const doubtful: Doubtful[] = [];
    const chain = new Map<string, Link>();
    let latest: LastSeen | undefined;
    for (const row of all) {
      const verdict = await verdictOn(row, standing);
      const link = linkOf(row);
      if (!verdict.ok || !link || !saysTheSame(row.record, verdict.act)) {
        doubtful.push({ ...row, verdict, link });
        continue;
      }
      chain.set(link.digest, link);
      acts.push({ row: row.row.entry, written: row.row.createdAt, act: verdict.act });
      if (verdict.act.seq > (latest?.seq ?? 0)) latest = { seq: verdict.act.seq, digest: verdict.digest };
    }
    for (const one of doubtful) {
      if (await isNobodys(one, mission, acts)) continue;
      const { row, verdict, link } = one;
      if (link) chain.set(link.digest, link);
      // A signer whose key does not stand (any more) may be nobody's fault; the chain tells if it is.
      if (!link || verdict.ok || verdict.code !== 'signer-unknown')
        signs.set(`altered ${row.entry}`, 'altered');
    }
    const links = [...chain.values()].sort((a, b) => a.seq - b.seq || (a.digest < b.digest ? -1 : 1));
    const ended = (before: Link | undefined, after: Link) => mayHaveEnded(before, after, since);
    for (const { what, sign, seq } of chainFaults(links, seen, ended)) {
      // Whoever wrote it may have been cut off before anybody was told.
      if (what === 'gap' && (await isFound(mission, missingBefore(links, seq))))
        return judgeMission(rowsOf(mission), standing, mission, seen);
      if (what !== 'rollback') signs.set(sign, what === 'reordered' ? 'fork' : what);
      else if (!(await mayBeThere(mission, seq))) signs.set(sign, what);
    }
    return { acts, signs, ...(latest ? { latest } : {}) };
  }

  /**
   * Whoever may add to the list can add what looks like an act of any mission. Nothing of the mission's is behind it where
   * it lies in no place of its chain, or in one where the mission has spoken itself, or was there before its turn came.
   */
  async function isNobodys(
    { row, record, link }: Doubtful,
    mission: MissionCode,
    acts: readonly CircleAct[],
  ): Promise<boolean> {
    const claimed = [record.sequence, ...(link ? [link.seq] : [])];
    const seq = await places.placeOf(row, mission, claimed);
    if (seq === undefined) return true;
    return acts.some(({ act, written }) => act.seq === seq || (act.seq < seq && written > row.createdAt));
  }

  /** What cannot be asked for stays missing. */
  async function isFound(mission: MissionCode, sequences: readonly number[]): Promise<boolean> {
    return places.look(mission, sequences).catch(() => false);
  }

  /** An attestation that ended long ago is in the list though not in memory. What cannot be asked is no alarm. */
  async function mayBeThere(mission: MissionCode, sequence: number): Promise<boolean> {
    return places.isThere(mission, sequence).catch(() => true);
  }

  async function isOwn(row: Row): Promise<boolean> {
    const isVerified = latestStanding && (await verdictOn(row, latestStanding)).ok;
    return isVerified || isOurs(row.record.jws, 'fp-act');
  }

  async function ownAt(sequence: number): Promise<OwnAt> {
    const { rows: found, free } = await places.at(me().mission.code, sequence);
    for (const each of found) {
      const row = rowOf(each);
      const link = (await isOwn(row)) ? linkOf(row) : undefined;
      if (link?.seq === sequence) return { digest: link.digest, free };
    }
    return { free };
  }

  async function append<T extends ActType>(type: T, body: ActBodies[T], signer: UnlockedKey): Promise<Entry> {
    const from = me().mission.code;
    for (let attempt = 1; ; attempt += 1) {
      last ??= await lastPlace(ownHighest, ownAt);
      const seq = last.seq + 1;
      const head = { type, circle: id, from, seq, prev: last.digest, at: circle.clock.now() };
      const { jws, digest } = await signAct({ ...head, ...body } as unknown as Act, signer);
      const of = 'entry' in body ? { of: body.entry } : {};
      try {
        const entry = await circle.add(
          clearNone({
            kind: actKind,
            entry: await places.idOf(from, seq, last.free),
            record: { type, from, sequence: seq, jws, ...of },
            by: circle.me,
          }),
        );
        last = { seq, digest, free: 0 };
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
      latestStanding = standing;
      const acts: CircleAct[] = [];
      const alarms: Alarm[] = [];
      const latest = new Map<MissionCode, LastSeen>();
      const byMission = new Map<MissionCode, Row[]>();
      for (const row of rows()) {
        const there = byMission.get(row.record.from);
        if (there) there.push(row);
        else byMission.set(row.record.from, [row]);
      }
      for (const mission of new Set([...byMission.keys(), ...seen.keys()])) {
        if (!isBelieved(standing, mission)) continue;
        const judged = await judgeMission(byMission.get(mission) ?? [], standing, mission, seen.get(mission));
        acts.push(...judged.acts);
        alarms.push(...alarmsOf(mission, judged.signs, cleared));
        if (judged.latest) latest.set(mission, judged.latest);
      }
      ownHighest = Math.max(ownHighest, latest.get(me().mission.code)?.seq ?? 0);
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
