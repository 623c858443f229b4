/** Dates that this person may take out of the log, and what a calendar calls them. */

import type { Words } from '../../../domain/fields/field.ts';
import { staysInside } from '../../../domain/no-export.ts';
import { may } from '../../../domain/roles.ts';
import type { Mark } from '../../calendar-marks.ts';
import { useKeptInside } from '../../files/kept-inside.ts';
import { useLog, useView } from '../../log-context.tsx';

/** None in a role that takes nothing out; dates of somebody marked "own mission, no export" are left out. */
export function useMarksToTake(marks: readonly Mark[]): readonly Mark[] {
  const log = useLog();
  const view = useView();
  const kept = useKeptInside();
  if (!may(log.me, 'export')) return [];
  return marks.filter(({ entry }) => {
    const held = view.byEntry.get(entry);
    return !held || !staysInside(held.record, kept);
  });
}

/** Cover name and kind, never more. */
export function titleOf(mark: Mark, words: Pick<Words, 'cover' | 'text'>): string {
  return [mark.about && words.cover(mark.about), words.text(`calendar.${mark.kind}.${mark.word}`)]
    .filter(Boolean)
    .join(' · ');
}
