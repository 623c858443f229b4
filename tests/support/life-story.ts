/** Somebody’s story in a mission’s book, and what the book holds of it. */

import type { Code, Day, EntryId } from '../../src/domain/ids.ts';
import { kindOf, recordKinds } from '../../src/domain/registry.ts';
import type { Log } from '../../src/log/log.ts';
import type { Book } from '../../src/store/book.ts';
import { agreed, contactDraft } from './log-world.ts';

export const YEARS = 365 * 86_400_000;
export const noProgress = () => undefined;

export async function savedEntry(log: Log, draft: Parameters<Log['save']>[0]): Promise<EntryId> {
  const outcome = await log.save(draft);
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.entry.entry;
}

/** How many entries of each kind there are in each month, with the measure they count as. */
export function counts(of: Log): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const kind of recordKinds)
    for (const { record } of of.view().entries.get(kind.key) ?? []) {
      const key = `${kind.key} ${kind.day(record)?.slice(0, 7) ?? ''} ${kind.measure?.(record) ?? ''}`;
      counted[key] = (counted[key] ?? 0) + 1;
    }
  return counted;
}

/** Everything the book holds, as text, but its journal of who looked. */
export async function everything(book: Book, ...kinds: readonly string[]): Promise<string> {
  const pages = await Promise.all(
    [...recordKinds.map(({ key }) => key), ...kinds].map(async (key) => {
      const kind = kindOf(key);
      return (await book.loadAll(kind)).entries;
    }),
  );
  return JSON.stringify(pages);
}

/** A hearing with an observation under consent, a promise and a closed duty. */
export async function story(
  log: Log,
  about: Code,
): Promise<{ readonly contact: EntryId; readonly observed: EntryId }> {
  await log.recordConsent(agreed(about));
  const start = { day: '2026-11-10', time: '10:00', zone: 'Asia/Tbilisi' };
  const hearing = await savedEntry(log, {
    kind: 'hearing',
    entry: log.newEntryId(),
    values: { about, court: 'Oskel District Court', start, outcome: 'held' },
  });
  const observed = await savedEntry(log, {
    kind: 'trial-observation',
    entry: log.newEntryId(),
    values: { about, hearing, day: '2026-11-10', step: 'done', basis: 'for-defender', access: 'admitted' },
  });
  const contact = await savedEntry(
    log,
    contactDraft(log, about, { values: { gist: 'Told us of the river', note: 'Oskel' } }),
  );
  const duty = log.view().duties.find(({ entry }) => entry === observed);
  if (duty)
    await log.closeDuty({
      duty: duty.id,
      outcome: duty.step === 'tell' ? 'told' : 'done',
      on: '2026-11-20' as Day,
      ...(duty.step === 'tell' ? { reaction: 'mixed' } : {}),
    });
  return { contact, observed };
}
