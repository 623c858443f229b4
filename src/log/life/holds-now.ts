/** Legal holds as the book has them at this very moment: asked before every single write that takes something away. */

import type { Code } from '../../domain/ids.ts';
import { holdOver, membersIn, standingHolds } from '../../domain/keeping/retention.ts';
import { legalHold } from '../../domain/system/legal-hold.ts';
import type { LifeDesk } from './life-desk.ts';

/** A colleague's hold may have come since the last row of the journal was read, or without one: the list itself is read. */
export async function isHeldNow(desk: LifeDesk, codes: readonly Code[]): Promise<boolean> {
  const { entries } = await desk.books.book.loadAll(legalHold);
  desk.replica.apply(entries);
  const holds = standingHolds(desk.replica.of(legalHold.key), desk.today());
  return holdOver(codes, holds, membersIn(desk.replica.entries())) !== undefined;
}
