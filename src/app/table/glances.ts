/** Figures of the day that follow from an entry and are not kept in it, by the name that its kind gives them. */

import { outcomeOf, waitingDays } from '../../domain/access-denied.ts';
import type { Words } from '../../domain/fields/field.ts';
import type { Day } from '../../domain/ids.ts';
import { isAnonymised } from '../../domain/keeping/marks.ts';
import type { AnyRecord, Entry } from '../../domain/record-kind.ts';
import type { PrisonVisit } from '../../domain/records/visit/prison-visit-fields.ts';
import { kindByKey } from '../../domain/registry.ts';
import type { OwnDays } from '../../domain/usual-days.ts';

type Glance = (record: AnyRecord, now: Now, words: Words) => string;

/** The day, and the days that the mission set. */
export interface Now {
  readonly today: Day;
  readonly own: OwnDays | undefined;
}

const glances: Readonly<Record<string, Glance>> = { 'visit-wait': visitWait };

/** Empty where the kind has no such figure, or the entry none today. */
export function glanceOf(entry: Entry, now: Now, words: Words): string {
  const glance =
    entry.newer || isAnonymised(entry) ? undefined : glances[kindByKey(entry.kind)?.glance ?? ''];
  return glance ? glance(entry.record, now, words) : '';
}

/** Days until the answer, or until today, and what the answer was. */
function visitWait(record: AnyRecord, { today, own }: Now, words: Words): string {
  const visit = record as PrisonVisit;
  const days = waitingDays(visit, today);
  const outcome = outcomeOf(visit, today, own);
  if (days === undefined || outcome === undefined) return '';
  return words.text('glances.visit-wait.days', {
    days,
    outcome: words.text(`glances.visit-wait.outcomes.${outcome}`),
  });
}
