/** Asking for one entry, by the book's own id of its row or by its EntryId. */

import type { AnyKind } from '../../domain/record-kind.ts';
import type { Fresh } from '../book.ts';
import { readRow } from '../reading.ts';
import { condition, fieldsOf } from './address.ts';
import type { Answer, Ask } from './answer.ts';
import { itemOf, pageOf } from './items.ts';
import type { Site } from './lists.ts';

export function askForItem(site: Site, kind: AnyKind, id: string, missing: readonly string[]): Ask {
  return { method: 'GET', url: `${site.addresses.item(kind, id)}?${fieldsOf(kind, missing)}` };
}

export function askForEntry(site: Site, kind: AnyKind, entry: string, missing: readonly string[]): Ask {
  const filter = condition('fp_entry', 'eq', entry);
  return { method: 'GET', url: `${site.addresses.items(kind)}?${fieldsOf(kind, missing)}&$filter=${filter}` };
}

/** The one item of an answer to `askForEntry`. Throws StoreError `unexpected-shape`. */
export function foundIn(kind: AnyKind, answer: Answer): Fresh | undefined {
  const [value] = pageOf(answer, kind.list).values;
  return value === undefined ? undefined : readRow(kind, itemOf(kind, { ...answer, body: value }));
}
