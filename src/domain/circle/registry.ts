/** Every kind of a circle book, one line each. */

import type { AnyKind } from '../record-kind.ts';
import { act } from './kinds/act.ts';
import { circleEntry } from './kinds/circle-entry.ts';
import { circleJournal } from './kinds/circle-journal.ts';
import { circleMission } from './kinds/circle-mission.ts';
import { keyCard } from './kinds/key-card.ts';

/** What is held in memory. */
export const circleKinds: readonly AnyKind[] = [circleEntry, act, keyCard, circleMission];

/** Every list of the circle's site: those, and the journal that tells of changes in them. */
export const circleLists: readonly AnyKind[] = [...circleKinds, circleJournal];

/** The kind of that key, or undefined when a circle has none. */
export function circleKindByKey(key: string): AnyKind | undefined {
  return circleLists.find((kind) => kind.key === key);
}
