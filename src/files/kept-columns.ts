/** Which column went where last time: kept by its heading, so that the next list with the same headings needs no correcting. */

import type { AnyKind } from '../domain/record-kind.ts';
import type { ListedCode } from '../domain/system/code-list.ts';
import type { FileColumn } from './find-table.ts';
import {
  ADD_TO_NOTE,
  isAboutConsent,
  type Matching,
  NOTHING,
  type Target,
  takesSeveral,
  targetsOf,
} from './match-columns.ts';
import { folded } from './tidy.ts';

/** The mission's list that remembers headings of lists of this kind; no setting shows it. */
export function headingsList(kind: AnyKind): string {
  return `headings of ${kind.key}`;
}

/** Longer headings are sentences, and may tell of somebody. */
const LONGEST = 40;
const MOST = 200;
const TO = 'to';

/** The guess, corrected by what was chosen for the same headings before. */
export function withKept(
  guess: Matching,
  columns: readonly FileColumn[],
  kind: AnyKind,
  kept: readonly ListedCode[],
): Matching {
  const known = new Map(kept.map(({ key, labels }) => [key, labels[TO]]));
  const targets = new Set<Target>([...targetsOf(kind), NOTHING, ADD_TO_NOTE]);
  const matching: Record<number, Target> = { ...guess };
  for (const column of columns) {
    const target = known.get(folded(column.title));
    if (target === undefined || !targets.has(target)) continue;
    if (isAboutConsent(column) && target !== NOTHING && target !== ADD_TO_NOTE) continue;
    if (!takesSeveral(kind, target))
      for (const other of columns) if (matching[other.place] === target) matching[other.place] = NOTHING;
    matching[column.place] = target;
  }
  return matching;
}

/** The list with these choices in it, the latest first; the same list where they say nothing new. */
export function keeping(
  kept: readonly ListedCode[],
  columns: readonly FileColumn[],
  matching: Matching,
): readonly ListedCode[] {
  const chosen = new Map<string, ListedCode>();
  for (const { title, place } of columns) {
    const key = folded(title);
    const target = matching[place];
    if (key !== '' && key.length <= LONGEST && target !== undefined)
      chosen.set(key, { key, labels: { [TO]: target } });
  }
  const isKnown = [...chosen.values()].every(({ key, labels }) =>
    kept.some((code) => code.key === key && code.labels[TO] === labels[TO]),
  );
  if (isKnown) return kept;
  return [...chosen.values(), ...kept.filter(({ key }) => !chosen.has(key))].slice(0, MOST);
}
