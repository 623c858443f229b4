/** What our mission's own book keeps of blind comparisons: our side of each run, and who may be known to both. */

import { clearNone } from '../../../domain/consent/clear.ts';
import { type Code, dayOf, type EntryId } from '../../../domain/ids.ts';
import { type AnyKind, type AnyRecord, checkRecord, type Entry } from '../../../domain/record-kind.ts';
import { type MatchRecord, match } from '../../../domain/system/match.ts';
import { type MatchRunRecord, matchRun } from '../../../domain/system/match-run.ts';
import { isStoreError } from '../../bookkeeping.ts';
import { derivedEntryId } from '../../environment.ts';
import { openReplica } from '../../memory/replica.ts';
import type { CircleGround } from '../core.ts';

export interface MatchBook {
  /** Reads the runs again: a colleague may have taken a turn. */
  read(): Promise<void>;
  runs(): readonly Entry<MatchRunRecord>[];
  /** Of that run, or of all of this circle. */
  matches(run?: EntryId): readonly Entry<MatchRecord>[];
  /** What is kept of a run now, whoever wrote it last. */
  freshRun(run: EntryId): Promise<Entry<MatchRunRecord> | undefined>;
  /** @throws StoreError `duplicate` when a colleague was faster */
  addRun(record: MatchRunRecord): Promise<Entry<MatchRunRecord>>;
  /** @throws StoreError `changed-meanwhile` when a colleague was faster */
  amendRun(before: Entry<MatchRunRecord>, record: MatchRunRecord): Promise<Entry<MatchRunRecord>>;
  /** Once per run and defender. */
  addMatch(record: MatchRecord): Promise<void>;
}

/** Runs hold secrets: they are read when a circle opens, and are no part of what every tab holds. */
export async function openMatchBook({
  id: circle,
  own,
  changed,
}: Pick<CircleGround, 'id' | 'own' | 'changed'>): Promise<MatchBook> {
  const { books, replica, environment, journal, clock, by } = own;
  const held = openReplica(() => matchRun);
  const ofCircle = (kind: AnyKind) =>
    (kind === matchRun ? held : replica)
      .of(kind.key)
      .filter(({ record }) => record.circle === circle) as unknown as readonly Entry<never>[];
  const runEntry = (run: EntryId) => derivedEntryId(environment, `match-run ${circle} ${run}`);
  const matchEntry = (run: EntryId, code: Code) =>
    derivedEntryId(environment, `match ${circle} ${run} ${code}`);

  async function read(): Promise<void> {
    const { entries, malformed } = await books.book.loadAll(matchRun);
    take(entries, malformed);
  }

  function take(entries: readonly Entry[], malformed?: Parameters<typeof held.apply>[1]): void {
    if (held.apply(entries, malformed).length > 0) changed();
  }

  async function write(kind: AnyKind, raw: AnyRecord, entry: EntryId, before?: Entry): Promise<Entry> {
    const checked = checkRecord(kind, raw, dayOf(clock.now()));
    if (!checked.ok) throw new TypeError(`${kind.key}: ${Object.keys(checked.problems).join(', ')}`);
    const cleared = clearNone({ kind, entry, record: checked.record, by });
    const written = await (before ? books.amend(cleared, before) : books.add(cleared));
    if (kind === matchRun) take([written]);
    await journal.write({ act: before ? 'amended' : 'added', kind: kind.key, entry });
    return written;
  }

  await read();
  return {
    read,
    runs: () => ofCircle(matchRun),
    matches: (run) =>
      (ofCircle(match) as readonly Entry<MatchRecord>[]).filter(
        ({ record }) => run === undefined || record.run === run,
      ),
    async freshRun(run) {
      const found = await books.fresh(matchRun, await runEntry(run));
      if (found) take([found]);
      return found as Entry<MatchRunRecord> | undefined;
    },
    async addRun(record) {
      return (await write(matchRun, record, await runEntry(record.run))) as unknown as Entry<MatchRunRecord>;
    },
    async amendRun(before, record) {
      return (await write(matchRun, record, before.entry, before)) as unknown as Entry<MatchRunRecord>;
    },
    async addMatch(record) {
      try {
        await write(match, record, await matchEntry(record.run, record.about));
      } catch (error) {
        // Noted before a step after it broke off, and perhaps answered since.
        if (!isStoreError(error, 'duplicate')) throw error;
      }
    },
  };
}
