/** Consent files in the book: read fresh, changed only by compare-and-swap, one per defender under an id everybody computes alike. */

import { splitForArchive } from '../../domain/consent/archive.ts';
import { clearNone } from '../../domain/consent/clear.ts';
import type { ConsentFile } from '../../domain/consent/consent-file.ts';
import { emptyFile, summaryOf } from '../../domain/consent/file-operations.ts';
import type { Code, Instant } from '../../domain/ids.ts';
import type { AnyRecord, Entry, Person } from '../../domain/record-kind.ts';
import { consentArchive, consentFile } from '../../domain/system/consent-file.ts';
import { localNow } from '../../domain/zoned.ts';
import type { Bookkeeping } from '../bookkeeping.ts';
import { isStoreError, NewerThanThis } from '../bookkeeping.ts';
import type { Clock } from '../clock.ts';
import { derivedEntryId, type Environment } from '../environment.ts';
import { consentFileIn } from './people.ts';

export interface FileRead {
  readonly file: ConsentFile;
  /** Absent while the book has no file of this defender yet. */
  readonly entry?: Entry;
  /** The server's instant of what was written, where this read is the answer to a write. */
  readonly at?: Instant;
}

export interface ConsentFiles {
  /** @throws NewerThanThis for a file whose decisions this app may not understand. */
  read(code: Code): Promise<FileRead>;
  /** Writes `file` in place of what was read. @throws StoreError `changed-meanwhile` when somebody was faster. */
  replace(read: FileRead, file: ConsentFile): Promise<FileRead>;
  /**
   * Reads, applies `step` and writes, again and again until nobody was faster; `step` may run several times.
   * Writes nothing when `step` gives back the file it was given.
   */
  change(code: Code, step: (file: ConsentFile) => ConsentFile): Promise<FileRead>;
}

const ATTEMPTS = 8;

export function openConsentFiles(
  books: Bookkeeping,
  environment: Environment,
  clock: Clock,
  by: Person,
  zone: () => string,
): ConsentFiles {
  const idOf = (code: Code) => derivedEntryId(environment, `consent-file ${code}`);

  async function read(code: Code): Promise<FileRead> {
    const entry = await books.fresh(consentFile, await idOf(code));
    if (entry?.newer) throw new NewerThanThis();
    return entry ? { file: consentFileIn(entry), entry } : { file: emptyFile(code) };
  }

  async function archive(file: ConsentFile): Promise<ConsentFile> {
    if (!splitForArchive(file, clock.now())) return file;
    const parts = (await books.book.loadAll(consentArchive)).entries;
    const part = parts.filter((each) => each.record.about === file.about).length + 1;
    const split = splitForArchive(file, clock.now(), part);
    if (!split) return file;
    const record = { about: file.about, part: split.part, archivedOn: split.on, ...split.archived };
    const entry = await derivedEntryId(environment, `consent-archive ${file.about} ${split.key}`);
    // The archive is written first: a crash in between leaves rows twice, never nowhere.
    await books.add(clearNone({ kind: consentArchive, entry, record, by }));
    return split.kept;
  }

  async function replace(before: FileRead, wanted: ConsentFile): Promise<FileRead> {
    const file = await archive(wanted);
    const summary = summaryOf(file, localNow(clock.now(), zone()).day);
    const record: AnyRecord = {
      about: file.about,
      ...(file.decisions.length > 0 ? { decisions: file.decisions } : {}),
      ...(file.tickets.length > 0 ? { tickets: file.tickets } : {}),
      ...(summary.reviewOn ? { reviewOn: summary.reviewOn } : {}),
      ...(summary.endsOn ? { endsOn: summary.endsOn } : {}),
      refused: summary.refused,
    };
    const entryId = before.entry?.entry ?? (await idOf(file.about));
    const cleared = clearNone({ kind: consentFile, entry: entryId, record, by });
    const entry = await (before.entry ? books.amend(cleared, before.entry) : books.add(cleared));
    return { file: consentFileIn(entry), entry, at: entry.at };
  }

  return {
    read,
    replace,
    async change(code, step) {
      for (let attempt = 1; ; attempt += 1) {
        const before = await read(code);
        const after = step(before.file);
        if (after === before.file) return before;
        try {
          return await replace(before, after);
        } catch (error) {
          // Two first files meet in the unique column; both cases mean: somebody was faster, look again.
          if (attempt >= ATTEMPTS || !isStoreError(error, 'changed-meanwhile', 'duplicate')) throw error;
        }
      }
    },
  };
}
