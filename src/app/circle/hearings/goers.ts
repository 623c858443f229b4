/** Who goes to a hearing or visit of ours, and who should read what we reported of one. */

import { mergedObservers } from '../../../domain/circle/observers.ts';
import { saidTo } from '../../../domain/circle/told.ts';
import type { Day, MissionCode } from '../../../domain/ids.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import { kindByKey } from '../../../domain/registry.ts';
import { mission } from '../../../domain/system/mission.ts';
import type { OwnDays } from '../../../domain/usual-days.ts';
import type { CircleView } from '../../../log/circle/circle.ts';
import type { View } from '../../../log/log.ts';

/** Missions that confirmed, by our own entry and by what they answered in the circle; nobody once it is over. */
export function goersTo(entry: Entry, circle: CircleView, view: View, today: Day): readonly MissionCode[] {
  const attendance = kindByKey(entry.kind)?.attendance?.(entry.record, today, daysOf(view));
  if (attendance?.state !== 'ahead' || attendance.day < today) return [];
  return confirmedAt(entry, circle, view, today);
}

function confirmedAt(entry: Entry, circle: CircleView, view: View, today: Day): readonly MissionCode[] {
  const attendance = kindByKey(entry.kind)?.attendance?.(entry.record, today, daysOf(view));
  if (!attendance) return [];
  const share = circle.shares.find(({ record }) => record.source === entry.entry);
  const told = circle.hearings.find((hearing) => hearing.entry === share?.record.row);
  const answers = share ? (saidTo(circle.entries, 'answer').get(share.record.row) ?? []) : [];
  const observers = told?.observers ?? mergedObservers(ownOf(view), attendance.observers, answers);
  return observers.filter(({ state }) => state === 'confirmed').map(({ mission }) => mission);
}

/** Days that our own mission set. */
function daysOf(view: View): OwnDays | undefined {
  return view.entries.get(mission.key)?.[0]?.record.days as OwnDays | undefined;
}

/** Our own mission signs what our entry says of it. */
function ownOf(view: View): MissionCode {
  return view.entries.get(mission.key)?.[0]?.record.code as MissionCode;
}

/** Those who go to what this entry reports on, ourselves left out: proposed, and never named for anybody. */
export function proposedReaders(
  entry: Entry,
  circle: CircleView,
  view: View,
  today: Day,
  own: MissionCode,
): readonly MissionCode[] {
  const about = kindByKey(entry.kind)?.reportsOn?.(entry.record);
  const observed = about && view.byEntry.get(about);
  return observed ? confirmedAt(observed, circle, view, today).filter((mission) => mission !== own) : [];
}
