/** The one door through which entries leave the log: files, briefs, paper. No journal row, nothing leaves. */

import type { Code, EntryId } from '../../domain/ids.ts';
import { codesKeptInside, mayLeave } from '../../domain/no-export.ts';
import type { Entry } from '../../domain/record-kind.ts';
import type { Desk } from './save.ts';

/** What is to leave: entries, under the key of their kind or of the page they stand on. */
export interface ToHandOut {
  readonly act: 'exported' | 'printed';
  readonly kind: string;
  readonly entries: readonly EntryId[];
  readonly about?: Code;
}

/** The role, or somebody marked "own mission, no export". */
export type NotHandedOutWhy = 'role' | 'own-mission';

export type HandedOut =
  | {
      readonly outcome: 'ready';
      /** In the order asked for, as they are by now. */
      readonly entries: readonly Entry[];
      /** How many stay because somebody they name is marked "own mission, no export". */
      readonly leftOut: number;
    }
  | { readonly outcome: 'refused'; readonly why: NotHandedOutWhy };

/**
 * @param caughtUp brings memory up to the book: a colleague may have set the mark a moment ago
 * @throws StoreError when the book or its journal cannot be reached: then nothing is handed out
 */
export async function handOut(
  desk: Desk,
  asked: ToHandOut,
  caughtUp: () => Promise<void>,
): Promise<HandedOut> {
  if (!desk.may('export')) return { outcome: 'refused', why: 'role' };
  await caughtUp();
  const held = asked.entries.flatMap((entry) => desk.replica.find(entry) ?? []);
  const kept = codesKeptInside(desk.replica.entries());
  const { entries, leftOut } = mayLeave(held, kept);
  if ((leftOut > 0 && entries.length === 0) || (asked.about && kept.has(asked.about)))
    return { outcome: 'refused', why: 'own-mission' };
  await desk.journal.write({
    act: asked.act,
    kind: asked.kind,
    count: entries.length,
    ...(asked.entries.length === 1 && entries[0] ? { entry: entries[0].entry } : {}),
    ...(asked.about ? { about: asked.about } : {}),
  });
  return { outcome: 'ready', entries, leftOut };
}
