/** "Shall both know?": our answer about a possible match, told to the other mission; the codes follow once both said yes. */

import { type MatchTurns, theirWord } from '../../domain/circle/match-runs.ts';
import type { Cleared } from '../../domain/consent/clear.ts';
import type { EntryId } from '../../domain/ids.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { type MatchRecord, match, needToMatch } from '../../domain/system/match.ts';
import type { Passage } from '../gate-desk.ts';
import type { CircleOutcome } from './circle.ts';
import type { MatchingParts } from './match-parts.ts';
import { arriving } from './match-turns.ts';

type MatchEntry = Entry<MatchRecord>;

export interface Lifts {
  answer(entry: MatchEntry, turns: MatchTurns, agrees: boolean): Promise<CircleOutcome>;
  /** Sends what was answered and may not have arrived, and our code where both agreed. */
  goOn(entry: MatchEntry, turns: MatchTurns): Promise<void>;
}

export function matchLifts(parts: MatchingParts): Lifts {
  const { own } = parts;

  async function answer(entry: MatchEntry, turns: MatchTurns, agrees: boolean): Promise<CircleOutcome> {
    const { record } = entry;
    if (record.we !== 'open') throw new TypeError('this was answered before');
    const { they } = theirWord(turns, record.with, record.pairs);
    if (they === 'no' && agrees) throw new TypeError('the other mission said no: this is closed');
    const after: MatchRecord = { ...record, we: agrees ? 'yes' : 'no', row: parts.newEntryId() };
    const passage = await own.gate.pass(clearing(entry, after), entry);
    const stored = await through(passage, entry);
    if ('outcome' in stored) return stored;
    await goOn(stored, turns);
    return { outcome: 'done', entry: entry.entry };
  }

  async function goOn(entry: MatchEntry, turns: MatchTurns): Promise<void> {
    const { record } = entry;
    if (record.we === 'open' || record.row === undefined) return;
    if (!hasArrived(record.row)) await tell(entry, record.row, record.we === 'yes');
    if (record.we !== 'yes' || theirWord(turns, record.with, record.pairs).they !== 'yes') return;
    const coded = record.code === undefined ? await withCode(entry) : entry;
    const row = coded?.record.codeRow;
    if (coded && row !== undefined && !hasArrived(row)) await tell(coded, row, true);
  }

  /** Who took their word back meanwhile stays unknown to them: the gate decides once more. */
  async function withCode(entry: MatchEntry): Promise<MatchEntry | undefined> {
    const { about, with: towards } = entry.record;
    if (!own.gate.glance(needToMatch(about, towards)).cleared.includes(about)) return undefined;
    const code = await parts.circleCode(about, [towards]);
    const after: MatchRecord = { ...entry.record, code, codeRow: parts.newEntryId() };
    const stored = await through(await own.gate.passAgain(clearing(entry, after), entry), entry);
    return 'outcome' in stored ? undefined : stored;
  }

  async function tell(entry: MatchEntry, row: EntryId, agrees: boolean): Promise<void> {
    const { record } = entry;
    const passage = await own.gate.pass(clearing(entry, record), entry);
    if (!('pass' in passage)) return;
    const { run, pairs, code } = record;
    const isCode = row === record.codeRow && code !== undefined;
    const body = { run, pairs, agrees, ...(isCode ? { code } : {}) };
    await arriving(send(row, record, body, passage.pass.cleared));
    await passage.pass.used();
  }

  function send(row: EntryId, record: MatchRecord, body: object, cleared: Cleared): Promise<unknown> {
    return parts.send({
      entry: row,
      type: 'match-lift',
      coarse: 'circle',
      state: 'open',
      to: [record.with],
      body: { ...body },
      cleared,
    });
  }

  /** Into our own book under its ticket, or why not. */
  async function through(passage: Passage, before: MatchEntry): Promise<MatchEntry | CircleOutcome> {
    if ('refused' in passage) return { outcome: 'refused', verdict: passage.refused };
    if (!('pass' in passage)) throw new TypeError('a possible match lies ahead and is answered once');
    const written = await own.books.amend(passage.pass.cleared, before);
    await own.journal.write({ act: 'amended', kind: match.key, entry: before.entry });
    return written as unknown as MatchEntry;
  }

  function clearing({ entry }: MatchEntry, record: MatchRecord) {
    return { kind: match, entry, record, by: own.by };
  }

  function hasArrived(row: EntryId): boolean {
    return parts.opened().some(({ entry }) => entry === row);
  }

  return { answer, goOn };
}
