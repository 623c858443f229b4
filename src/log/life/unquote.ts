/** Whatever quotes an anonymous entry by its id gets another id that leads nowhere: tickets, decisions, closed duties, bundles, shares. */

import { clearNone, clearUnquoted } from '../../domain/consent/clear.ts';
import type { Anonymising } from '../../domain/fields/field.ts';
import type { Code, EntryId } from '../../domain/ids.ts';
import { isStillQuoted } from '../../domain/keeping/marks.ts';
import { type AnyKind, type AnyRecord, codesOf, type Entry } from '../../domain/record-kind.ts';
import { kindOf } from '../../domain/registry.ts';
import { consentArchive, consentFile } from '../../domain/system/consent-file.ts';
import { takenBack } from '../../domain/system/consular-desk.ts';
import { type ConsularFile, consularFile } from '../../domain/system/consular-file.ts';
import { dutyClosing } from '../../domain/system/duty-closing.ts';
import { isHeldNow } from './holds-now.ts';
import type { LifeDesk } from './life-desk.ts';
import type { Quote } from './quote.ts';
import { sharesWith } from './unshare.ts';

/**
 * Goes on where an earlier run broke off: whatever was changed then quotes the entry no more.
 * @param codes whom the entry was about, where that is still known
 * @returns `held` when a legal hold keeps a row as it is: then the rest stays too
 */
export async function unquote(
  desk: LifeDesk,
  id: EntryId,
  kind: string,
  how: Anonymising,
  codes: readonly Code[],
): Promise<'done' | 'held'> {
  const other = desk.newEntryId();
  const quotes = [
    ...(await archivesWith(desk, id, other)),
    ...closingsWith(desk, id, other, how),
    ...bundlesWith(desk, id, other, how),
    ...filesWith(desk, id, other),
    ...sharesWith(desk, id, other, how),
  ];
  for (const quote of quotes) {
    if (await isHeldNow(desk, [...codes, ...quote.codes])) return 'held';
    await quote.write();
  }
  const left = await desk.books.fresh(kindOf(kind), id);
  if (left && isStillQuoted(left))
    await desk.books.amend(clearUnquoted({ kind: kindOf(kind), before: left, by: desk.by }), left);
  return 'done';
}

function closingsWith(desk: LifeDesk, id: EntryId, other: EntryId, how: Anonymising): readonly Quote[] {
  return desk.replica
    .of(dutyClosing.key)
    .filter(({ record }) => String(record.duty).startsWith(id))
    .map((closing) => {
      const { reason: _, about, ...kept } = closing.record;
      const record = {
        ...kept,
        duty: String(kept.duty).replaceAll(id, other),
        ...(about === undefined ? {} : { about: how.code(about as Code) }),
        // A reason that must be there says no more than that there was one.
        ...(kept.outcome === 'not-told' || kept.outcome === 'changed' ? { reason: '–' } : {}),
      };
      return amending(desk, dutyClosing as unknown as AnyKind, closing, record);
    });
}

/** The bundle at the consular desk goes with its request. */
function bundlesWith(desk: LifeDesk, id: EntryId, other: EntryId, how: Anonymising): readonly Quote[] {
  return desk.replica
    .of(consularFile.key)
    .filter(({ record }) => record.request === id)
    .map((file) => {
      const given = takenBack(file.record as ConsularFile, desk.today());
      const record = { ...given, request: other, about: how.code(file.record.about as Code) };
      return amending(desk, consularFile as unknown as AnyKind, file, record);
    });
}

function filesWith(desk: LifeDesk, id: EntryId, other: EntryId): readonly Quote[] {
  return desk.replica
    .of(consentFile.key)
    .filter((file) => textOf(file).includes(id))
    .map(({ record }) => {
      const about = record.about as Code;
      return {
        codes: [about],
        write: () => desk.files.change(about, (file) => requoted(file, id, other)),
      };
    });
}

async function archivesWith(desk: LifeDesk, id: EntryId, other: EntryId): Promise<readonly Quote[]> {
  const { entries } = await desk.books.book.loadAll(consentArchive);
  return entries
    .filter((archive) => textOf(archive).includes(id))
    .map((archive) =>
      amending(
        desk,
        consentArchive as unknown as AnyKind,
        archive,
        requoted(archive.record as AnyRecord, id, other),
      ),
    );
}

function amending(desk: LifeDesk, kind: AnyKind, held: Entry, record: AnyRecord): Quote {
  return {
    codes: codesOf(held.record),
    write: () => desk.books.amend(clearNone({ kind, entry: held.entry, record, by: desk.by }), held),
  };
}

/** Searched once for every entry of a run. */
const texts = new WeakMap<Entry, string>();

function textOf(entry: Entry): string {
  const known = texts.get(entry) ?? JSON.stringify(entry.record);
  texts.set(entry, known);
  return known;
}

function requoted<T>(value: T, id: EntryId, other: EntryId): T {
  return JSON.parse(JSON.stringify(value).replaceAll(id, other)) as T;
}
