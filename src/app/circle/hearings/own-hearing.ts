/** What our own shares stand for: which are entries, and which entry is behind a row. */

import { isEntryId } from '../../../domain/ids.ts';
import type { AnyRecord, Entry } from '../../../domain/record-kind.ts';
import type { CircleView } from '../../../log/circle/circle.ts';
import type { View } from '../../../log/log.ts';

/** Beside entries, our requests, answers and comments are kept as shares too. */
export function isEntryShare(record: AnyRecord): boolean {
  return record.type === 'shared-entry';
}

export function sourceOf(circle: CircleView, view: View, row: string): Entry | undefined {
  const share = circle.shares.find(({ record }) => record.row === row);
  const source = share?.record.source;
  return isEntryId(source) ? view.byEntry.get(source) : undefined;
}
