/** "Shall both know?": our answer about a possible match, told to the other mission; the codes follow once both said yes. */

import { type MatchTurns, theirWord } from '../../../domain/circle/match-runs.ts';
import type { Verdict } from '../../../domain/consent/decision.ts';
import type { EntryId } from '../../../domain/ids.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import { type MatchRecord, match, needToMatch } from '../../../domain/system/match.ts';
import type { Passage } from '../../gate/passage.ts';
import type { CircleOutcome, ShareBlock } from '../contract/sharing.ts';
import { CannotSend } from '../share/send.ts';
import type { MatchingParts } from './match-parts.ts';
import { arriving } from './match-turns.ts';

type MatchEntry = Entry<MatchRecord>;

export interface Lifts {
  answer(entry: MatchEntry, turns: MatchTurns, agrees: boolean): Promise<CircleOutcome>;
  /** Sends what was answered and may not have arrived, and our code where both agreed; takes back what lost its consent. */
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
    const halted = await goingOn(stored, turns);
    return halted ? { outcome: 'refused', verdict: halted } : { outcome: 'done', entry: entry.entry };
  }

  /** @returns the verdict under which our yes does not go out, or comes back */
  async function goingOn(entry: MatchEntry, turns: MatchTurns): Promise<Verdict | undefined> {
    const { record } = entry;
    if (record.we === 'open' || record.row === undefined) return undefined;
    const lost = (await lostConsent(entry)) ?? (await told(entry, turns));
    if (lost) await halt(entry);
    return lost;
  }

  async function told(entry: MatchEntry, turns: MatchTurns): Promise<Verdict | undefined> {
    try {
      await telling(entry, turns);
      return undefined;
    } catch (error) {
      if (!(error instanceof CannotSend) || error.why !== 'refused') throw error;
      const { about, with: towards } = entry.record;
      return { ...own.gate.glance(needToMatch(about, towards)), allowed: false };
    }
  }

  async function telling(entry: MatchEntry, turns: MatchTurns): Promise<void> {
    const { record } = entry;
    if (record.row && !hasArrived(record.row)) await tell(entry, record.row, record.we === 'yes');
    if (record.we !== 'yes' || theirWord(turns, record.with, record.pairs).they !== 'yes') return;
    const coded = record.code === undefined ? await withCode(entry) : entry;
    const row = coded?.record.codeRow;
    if (coded && row !== undefined && !hasArrived(row)) await tell(coded, row, true);
  }

  /** From memory first: who still agrees is not read again with every upkeep. */
  async function lostConsent({ record, entry }: MatchEntry): Promise<Verdict | undefined> {
    if (record.we !== 'yes') return undefined;
    const need = needToMatch(record.about, record.with);
    if (own.gate.glance(need).cleared.includes(record.about)) return undefined;
    const { verdict } = await own.gate.stands(need, entry);
    return verdict.allowed ? undefined : verdict;
  }

  /** What they learnt by our yes is taken back, and it is closed; a yes that never arrived is open again. */
  async function halt(entry: MatchEntry): Promise<void> {
    const { code: _code, codeRow, row, ...record } = entry.record;
    const rows = [row, codeRow].flatMap((each) => (each && hasArrived(each) ? [each] : []));
    for (const each of rows) await parts.takeBack(each);
    const after: MatchRecord = { ...record, we: rows.length > 0 ? 'no' : 'open' };
    await through(await own.gate.pass(clearing(entry, after), entry), entry);
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
    const { cleared } = passage.pass;
    const still = async () => (agrees ? whyNot(entry) : undefined);
    const what = { type: 'match-lift', coarse: 'circle', state: 'open', to: [record.with], body } as const;
    await arriving(parts.send({ ...what, entry: row, cleared, still }));
    await passage.pass.used();
  }

  /** A yes may have been kept for days: what cleared it then is not what counts. */
  async function whyNot({ record, entry }: MatchEntry): Promise<ShareBlock | undefined> {
    const { verdict } = await own.gate.stands(needToMatch(record.about, record.with), entry);
    return verdict.allowed ? undefined : 'refused';
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

  return {
    answer,
    async goOn(entry, turns) {
      await goingOn(entry, turns);
    },
  };
}
