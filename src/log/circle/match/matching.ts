/** "Same person?": two missions learn that they may know the same defender; neither learns a name, and both must agree to more. */

import { heldUntil, lapsesAt, nextMatchAt } from '../../../domain/circle/match-rules.ts';
import {
  type MatchMessage,
  type MatchTurns,
  nextTurn,
  theirWord,
  timeOf,
  turnsIn,
} from '../../../domain/circle/match-runs.ts';
import type { EntryId, Instant, MissionCode } from '../../../domain/ids.ts';
import type { MatchRunRecord } from '../../../domain/system/match-run.ts';
import type { CircleEntry } from '../circle.ts';
import type { Matching, MatchRun } from '../contract/matching.ts';
import type { MatchBook } from './match-book.ts';
import { matchLifts } from './match-lift.ts';
import type { MatchingParts } from './match-parts.ts';
import { matchTurns, type Over } from './match-turns.ts';

export function openMatching(parts: MatchingParts, book: MatchBook): Matching {
  const { own } = parts;
  const turns = matchTurns(parts, book);
  const lifts = matchLifts(parts);
  const me = () => parts.me().mission.code;
  const now = () => own.clock.now();
  const inTurn = { reply: turns.reply, finish: turns.finish, read: turns.read };

  function known(): readonly MatchTurns[] {
    return turnsIn(parts.opened().flatMap(messageIn), me());
  }

  function otherOf({ asker, replier }: MatchTurns): MissionCode {
    return asker === me() ? replier : asker;
  }

  /** Signed times of the runs with a mission, and of our own ask that may not have arrived. */
  function timesWith(mission: MissionCode, but?: EntryId): readonly Instant[] {
    const counted = known().filter((each) => !each.tooSoon && otherOf(each) === mission && each.run !== but);
    const arrived = new Set(counted.map(({ run }) => run));
    const unsent = book
      .runs()
      .filter(({ record }) => record.with === mission && record.begunBy === me() && !arrived.has(record.run))
      .filter(({ record }) => record.run !== but && record.state === 'running');
    return [...counted.map(timeOf), ...unsent.map(({ record }) => record.at)];
  }

  const nextAllowed = (mission: MissionCode) => nextMatchAt(timesWith(mission), now());

  function stateOf(each: MatchTurns, record: MatchRunRecord | undefined): MatchRun['state'] {
    if (record && record.state !== 'running') return record.state;
    if (each.tooSoon) return 'refused';
    if (each.result && each.asker === me()) return 'done';
    const { whose, lapses } = nextTurn(each);
    if (lapses <= now()) return 'lapsed';
    return whose === me() ? 'waits-for-us' : 'waits-for-them';
  }

  function shown(each: MatchTurns): MatchRun {
    const record = book.runs().find((entry) => entry.record.run === each.run)?.record;
    const { turn, lapses } = nextTurn(each);
    const state = stateOf(each, record);
    const waits = state === 'waits-for-us' || state === 'waits-for-them';
    return {
      run: each.run,
      with: otherOf(each),
      begunBy: each.asker,
      state,
      at: each.ask.at,
      ...(waits ? { turn: record?.outgoing ? 'send' : turn, lapses } : {}),
      ...(record ? { compared: record.compared, left: record.left } : {}),
      matches: book.matches(each.run).map((entry) => shownMatch(entry, each)),
    };
  }

  function shownMatch({ entry, record }: ReturnType<typeof book.matches>[number], each: MatchTurns) {
    const { they, code } = theirWord(each, record.with, record.pairs);
    const both = record.we === 'yes' && they === 'yes';
    return {
      id: entry,
      own: record.about,
      we: record.we,
      they,
      ...(both && code !== undefined ? { circleCode: code } : {}),
    };
  }

  /** Begun by us and not arrived: waits for us to send it again, or was never sent. */
  function unsent(arrived: readonly MatchTurns[]): readonly MatchRun[] {
    return book
      .runs()
      .filter(({ record }) => record.outgoing?.row === record.run || isHalted(record))
      .filter(({ record }) => !arrived.some(({ run }) => run === record.run))
      .map(({ record }) => {
        const { run, with: mission, begunBy, at, compared, left } = record;
        const waits = { state: 'waits-for-us', turn: 'send' } as const;
        const how = isHalted(record) ? ({ state: 'halted' } as const) : waits;
        return { run, with: mission, begunBy, ...how, at, compared, left, matches: [] };
      });
  }

  function isHalted({ state, begunBy }: MatchRunRecord): boolean {
    return state === 'halted' && begunBy === me();
  }

  function mayCompare(): void {
    if (!own.may('act') || !own.may('show-names')) throw new TypeError('not in this role');
  }

  async function take(run: EntryId): Promise<void> {
    mayCompare();
    const record = await book.freshRun(run);
    if (record?.record.outgoing) return turns.deliver(record);
    const each = known().find((one) => one.run === run);
    if (!each || stateOf(each, record?.record) !== 'waits-for-us') throw new TypeError('it is not our turn');
    const { turn } = nextTurn(each);
    // Our own times, which nobody else signs: however they date their ask, we answer no faster.
    if (turn === 'reply' && nextMatchAt(timesWith(each.asker, run), now()) !== undefined)
      throw new TypeError('too soon after the last time');
    await inTurn[turn](each);
  }

  async function goOn(): Promise<void> {
    await book.read();
    const all = known();
    // Keys first: nothing that cannot be sent keeps one longer.
    for (const entry of book.runs()) {
      const each = all.find(({ run }) => run === entry.record.run);
      const over = overAs(entry.record, each);
      if (over) await turns.end(entry, over);
    }
    for (const entry of book.runs()) if (entry.record.outgoing) await turns.deliver(entry);
    for (const entry of book.matches()) {
      const each = all.find(({ run }) => run === entry.record.run);
      if (each) await lifts.goOn(entry, each);
    }
  }

  /** How a run has ended of which we still hold the key; undefined while it may go on. */
  function overAs(record: MatchRunRecord, each: MatchTurns | undefined): Over | undefined {
    if (record.state !== 'running') return undefined;
    if (heldUntil(record.at) <= now()) return 'lapsed';
    // An ask that never arrived, or is not there any more, waits no longer than one that did.
    if (!each) return lapsesAt(record.at) <= now() ? 'lapsed' : undefined;
    const state = stateOf(each, record);
    return state === 'waits-for-us' || state === 'waits-for-them' ? undefined : state;
  }

  return {
    get runs() {
      const all = known();
      return [...unsent(all), ...all.map(shown)].sort((a, b) => (a.at < b.at ? 1 : -1));
    },
    async begin(mission) {
      mayCompare();
      if (mission === me()) throw new TypeError('a mission is not compared with itself');
      if (nextAllowed(mission) !== undefined) throw new TypeError('too soon after the last time');
      await turns.begin(mission);
    },
    take,
    async lift(run, id, agrees) {
      if (!own.may('act')) throw new TypeError('not in this role');
      const entry = book.matches(run).find((each) => each.entry === id);
      const each = known().find((one) => one.run === run);
      if (!entry || !each) throw new TypeError('there is no such match');
      return lifts.answer(entry, each, agrees);
    },
    nextAllowed,
    goOn,
  };
}

function messageIn({ entry, from, audience, content }: CircleEntry): readonly MatchMessage[] {
  if (!content?.type.startsWith('match-')) return [];
  return [{ entry, from, audience, at: content.at, type: content.type, body: content.body }];
}
