/** The turns of a blind comparison, each taken by a person: kept in our own book first, then sent, so that what broke off goes on. */

import type { MatchTurns } from '../../../domain/circle/match-runs.ts';
import { clearNone } from '../../../domain/consent/clear.ts';
import type { Code, EntryId, MissionCode } from '../../../domain/ids.ts';
import type { AnyRecord, Entry } from '../../../domain/record-kind.ts';
import { type MatchHeld, type MatchRunRecord, matchRun } from '../../../domain/system/match-run.ts';
import {
  askMatch,
  BadMatch,
  finishMatch,
  type MatchAsk,
  type MatchPair,
  type MatchReply,
  type MatchResult,
  type MatchTerms,
  replyMatch,
  settleMatch,
} from '../../../sealing/match.ts';
import { isStoreError } from '../../bookkeeping.ts';
import type { ShareBlock } from '../contract/sharing.ts';
import { CannotSend } from '../share/send.ts';
import type { MatchBook } from './match-book.ts';
import type { MatchingParts } from './match-parts.ts';
import { comparable, comparedPeople, mayBeCompared } from './match-people.ts';

type RunEntry = Entry<MatchRunRecord>;

/** How a run ends. */
export type Over = Exclude<MatchRunRecord['state'], 'running'>;

export interface Turns {
  begin(towards: MissionCode): Promise<void>;
  reply(turns: MatchTurns): Promise<void>;
  finish(turns: MatchTurns): Promise<void>;
  read(turns: MatchTurns): Promise<void>;
  /** Sends what was made and may not have arrived. */
  deliver(entry: RunEntry): Promise<void>;
  /** Ends a run that nobody goes on with: what was secret of it goes. */
  end(entry: RunEntry, state: Over): Promise<void>;
}

export function matchTurns(parts: MatchingParts, book: MatchBook): Turns {
  const { own, id: circle } = parts;
  const me = () => parts.me().mission.code;

  /** Our people as points: their names are gone when this returns. */
  async function ourPeople(towards: MissionCode, run: EntryId) {
    await own.gate.heard();
    return comparedPeople(own, comparable(own, circle, towards), run, parts.size);
  }

  function newRecord(
    of: Pick<MatchRunRecord, 'run' | 'with' | 'begunBy' | 'compared' | 'left'>,
    held: MatchHeld,
    type: string,
    body: AnyRecord,
    row: EntryId,
  ): MatchRunRecord {
    const outgoing = { row, type, body, codes: held.codes };
    return { ...of, circle, at: own.clock.now(), state: 'running', held, outgoing };
  }

  async function begin(towards: MissionCode): Promise<void> {
    const run = parts.newEntryId();
    const { inputs, codes, compared, left } = await ourPeople(towards, run);
    const { ask, secret } = await askMatch(termsOf({ run, asker: me(), replier: towards }), inputs);
    const of = { run, with: towards, begunBy: me(), compared, left };
    await deliver(await book.addRun(newRecord(of, { ...secret, codes }, 'match-ask', { ...ask }, run)));
  }

  async function reply(turns: MatchTurns): Promise<void> {
    const { run, asker } = turns;
    const { inputs, codes, compared, left } = await ourPeople(asker, run);
    const { reply: made, secret } = await replyMatch(termsOf(turns), askIn(turns), inputs);
    const of = { run, with: asker, begunBy: asker, compared, left };
    const body = { run, ...made };
    const record = newRecord(of, { ...secret, codes }, 'match-reply', body, parts.newEntryId());
    await deliver(await book.addRun(record));
  }

  async function finish(turns: MatchTurns): Promise<void> {
    const entry = await ourSide(turns.run);
    const { held, ...rest } = entry.record;
    if (!held) throw new TypeError('this run has ended');
    const { result, pairs } = await sound(entry, () =>
      finishMatch(termsOf(turns), held, askIn(turns), replyIn(turns)),
    );
    await noteMatches(entry, held, pairs);
    const body = { run: turns.run, ...result };
    const outgoing = { row: parts.newEntryId(), type: 'match-result', body, codes: held.codes };
    await deliver(await book.amendRun(entry, { ...rest, state: 'done', outgoing }));
  }

  async function read(turns: MatchTurns): Promise<void> {
    const entry = await ourSide(turns.run);
    const { held, ...rest } = entry.record;
    if (!held) throw new TypeError('this run has ended');
    const pairs = await sound(entry, () =>
      settleMatch(termsOf(turns), held, askIn(turns), replyIn(turns), resultIn(turns)),
    );
    await noteMatches(entry, held, pairs);
    await book.amendRun(entry, { ...rest, state: 'done' });
  }

  async function ourSide(run: EntryId): Promise<RunEntry> {
    const entry = await book.freshRun(run);
    if (!entry) throw new TypeError('our side of this run is not here');
    return entry;
  }

  /** A run with a message that no honest mission sends has ended. */
  async function sound<T>(entry: RunEntry, step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      if (error instanceof BadMatch) await end(entry, 'refused');
      throw error;
    }
  }

  async function noteMatches(
    { record }: RunEntry,
    held: MatchHeld,
    pairs: readonly MatchPair[],
  ): Promise<void> {
    const byCode = new Map<Code, string[]>();
    for (const { ask, reply: place, input } of pairs) {
      const code = held.codes[input] as Code | undefined;
      if (code) byCode.set(code, [...(byCode.get(code) ?? []), `${ask}-${place}`]);
    }
    const of = { circle, run: record.run, with: record.with, at: own.clock.now(), we: 'open' as const };
    for (const [about, places] of byCode) await book.addMatch({ ...of, about, pairs: places });
  }

  async function deliver(entry: RunEntry): Promise<void> {
    const { outgoing, ...rest } = entry.record;
    if (!outgoing) return;
    const row = outgoing.row as EntryId;
    if (!parts.opened().some((each) => each.entry === row)) {
      const cleared = clearNone({ kind: matchRun, entry: entry.entry, record: entry.record, by: own.by });
      const sending = parts.send({
        entry: row,
        type: outgoing.type,
        coarse: 'circle',
        state: 'open',
        to: [entry.record.with],
        body: outgoing.body,
        cleared,
        still: () => whyNot(entry.record.with, outgoing.codes),
      });
      try {
        await arriving(sending);
      } catch (error) {
        if (error instanceof CannotSend && error.why === 'refused') return end(entry, 'halted');
        throw error;
      }
    }
    await book.amendRun(entry, rest);
  }

  /** One of them took their word back since: what was made of all of them cannot be sent without them. */
  async function whyNot(towards: MissionCode, codes: readonly string[]): Promise<ShareBlock | undefined> {
    await own.gate.heard();
    const may = mayBeCompared(own, towards);
    return codes.every((code) => may(code as Code)) ? undefined : 'refused';
  }

  async function end(entry: RunEntry, state: Over): Promise<void> {
    const { held: _held, outgoing: _outgoing, ...rest } = entry.record;
    await book.amendRun(entry, { ...rest, state });
  }

  function termsOf({ run, asker, replier }: Pick<MatchTerms, 'run' | 'asker' | 'replier'>): MatchTerms {
    return { circle, asker, replier, run, size: parts.size };
  }

  return { begin, reply, finish, read, deliver, end };
}

/** What arrived before, with its answer lost, has arrived. */
export async function arriving(sending: Promise<unknown>): Promise<void> {
  try {
    await sending;
  } catch (error) {
    if (!isStoreError(error, 'duplicate')) throw error;
  }
}

// Bodies are checked against their declared shape when an envelope is opened.
const askIn = ({ ask }: MatchTurns) => ask.body as unknown as MatchAsk;
const replyIn = ({ reply }: MatchTurns) => (reply?.body ?? {}) as unknown as MatchReply;
const resultIn = ({ result }: MatchTurns) => (result?.body ?? {}) as unknown as MatchResult;
