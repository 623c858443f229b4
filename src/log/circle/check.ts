/** Looks at a circle's site list by list, and tries what can be tried without harm: is a row that was added really fixed? */

import { circleLists } from '../../domain/circle/registry.ts';
import { clearNone } from '../../domain/consent/clear.ts';
import type { AnyKind, Entry, Person } from '../../domain/record-kind.ts';
import type { Book, KindHealth } from '../../store/book.ts';
import { isStoreError } from '../bookkeeping.ts';

/** What SharePoint answered to an edit of one's own row that changes nothing. */
export type Tried = 'refused' | 'allowed' | 'no-row' | 'unknown';
/** Whether earlier states of a row are still there. */
export type Versions = 'none' | 'kept' | 'no-row' | 'unknown';

export interface ListCheck {
  /** Its name in SharePoint. */
  readonly list: string;
  readonly health: KindHealth;
  /** In a list that is only ever added to. */
  readonly edit?: Tried;
  /** In a list whose earlier states must go. */
  readonly versions?: Versions;
}

/** @param me as the host of the circle knows this person. @throws StoreError when the site does not answer. */
export async function checkCircle(book: Book, me: Person): Promise<readonly ListCheck[]> {
  const health = await book.health(circleLists);
  const checks: ListCheck[] = [];
  for (const [index, kind] of circleLists.entries()) {
    const own = health[index];
    if (own) checks.push(await checkList(book, me, kind, own));
  }
  return checks;
}

async function checkList(book: Book, me: Person, kind: AnyKind, health: KindHealth): Promise<ListCheck> {
  const { list } = kind;
  const canTry = health.list === 'present' && health.writable;
  if (kind.appendOnly) return { list, health, edit: canTry ? await tryToEdit(book, me, kind) : 'unknown' };
  if (kind.versionless)
    return { list, health, versions: canTry ? await lookForVersions(book, kind) : 'unknown' };
  return { list, health };
}

/** Writes an own row over itself: what it says stays the same, whatever the answer. */
async function tryToEdit(book: Book, me: Person, kind: AnyKind): Promise<Tried> {
  const own = (await book.load(kind, {})).entries.filter(
    (row) => row.by.objectId === me.objectId && !row.newer,
  );
  const row = latest(own);
  if (!row) return 'no-row';
  try {
    const { entry, record } = row;
    await book.amend(clearNone({ kind, entry, record, by: me }), { id: row.id, version: row.version });
    return 'allowed';
  } catch (error) {
    if (isStoreError(error, 'forbidden')) return 'refused';
    // Somebody was faster, so somebody may.
    if (isStoreError(error, 'changed-meanwhile')) return 'allowed';
    throw error;
  }
}

/** A row that was changed after it was made tells it, and no other does. */
async function lookForVersions(book: Book, kind: AnyKind): Promise<Versions> {
  const changed = (await book.load(kind, {})).entries.filter((row) => row.at > row.createdAt);
  const row = latest(changed);
  if (!row) return 'no-row';
  return (await book.versions(kind, row.id)).length > 1 ? 'kept' : 'none';
}

function latest(rows: readonly Entry[]): Entry | undefined {
  return rows.reduce<Entry | undefined>((last, row) => (last && last.at >= row.at ? last : row), undefined);
}
