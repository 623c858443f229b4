/** Hearings and visits that other missions shared, as dates of the calendar; they join it when their circle is open. */

import { useMemo } from 'react';
import type { Code, Day } from '../../domain/ids.ts';
import type { CircleView } from '../../log/circle/circle.ts';
import type { Mark } from '../calendar-marks.ts';
import { instantOfLocal } from '../day-words.ts';
import { useLog } from '../log-context.tsx';
import { missionName } from './mission-words.ts';
import { useCircles, useCircleViews } from './use-circles.ts';

/** What the calendar was asked to show. */
export interface Shown {
  readonly kinds?: readonly string[];
  readonly defender?: Code;
  readonly mine?: boolean;
}

/** Nothing of theirs is mine, so a calendar of my own dates shows none. */
export function useSharedMarks(from: Day, to: Day, shown: Shown): readonly Mark[] {
  const log = useLog();
  const { circles } = useCircles();
  const views = useCircleViews(circles);
  const today = log.today();
  const own = log.me.mission.code;
  const { kinds, defender, mine } = shown;
  const wanted = kinds?.join();
  return useMemo(() => {
    if (mine) return [];
    return views
      .flatMap((view) => sharedMarks(view, own, today))
      .filter(
        ({ day, kind, about }) =>
          day >= from &&
          day <= to &&
          (wanted === undefined || wanted.split(',').includes(kind)) &&
          (!defender || about === defender),
      );
  }, [views, own, today, from, to, wanted, defender, mine]);
}

export function sharedMarks(view: CircleView, own: string, today: Day): readonly Mark[] {
  return view.hearings
    .filter(({ from }) => from !== own)
    .map(({ entry, from, kind, what, day, time, zone, place, state, linked, proposed }): Mark => {
      const at = time && zone ? instantOfLocal(day, time, zone) : undefined;
      return {
        day,
        word: what,
        appointment: true,
        kind,
        entry,
        nth: 0,
        about: linked,
        at,
        // Somebody's turn is only proposed where nobody goes.
        noObserver: what === 'hearing' && proposed !== undefined && day >= today,
        sharedBy: missionName(view, from),
        ...(time && zone ? { time, zone } : {}),
        ...(place ? { place } : {}),
        ...(state === 'off' ? { off: true as const } : {}),
      };
    });
}
