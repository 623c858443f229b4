/** The circles of this mission as the screen reads them: fetched when first asked for, then followed. */

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Circle, CircleView } from '../../log/circle/circle.ts';
import { useLog } from '../log-context.tsx';
import { useFetched } from '../use-fetched.ts';

export interface Circles {
  readonly circles: readonly Circle[] | undefined;
  readonly failure: unknown;
  again(): void;
}

const none: readonly Circle[] = [];

/** Nothing is fetched where the configuration names no circle. */
export function useCircles(): Circles {
  const log = useLog();
  const isAny = log.circleIds.length > 0;
  const fetch = useCallback(() => log.circles(), [log]);
  const { value, failure, again } = useFetched(isAny ? fetch : undefined);
  return { circles: isAny ? value : none, failure, again };
}

/** What the circle shows, anew with every change. */
export function useCircleView(circle: Circle): CircleView {
  const subscribe = useCallback((listener: () => void) => circle.subscribe(listener), [circle]);
  const read = useCallback(() => circle.view(), [circle]);
  return useSyncExternalStore(subscribe, read);
}

/** The views of all circles in their order, anew whenever one of them changes. */
export function useCircleViews(circles: readonly Circle[] | undefined): readonly CircleView[] {
  const [views, setViews] = useState<readonly CircleView[]>([]);
  useEffect(() => {
    if (!circles || circles.length === 0) return;
    const read = (): void => setViews(circles.map((circle) => circle.view()));
    read();
    const ends = circles.map((circle) => circle.subscribe(read));
    return () => {
      for (const end of ends) end();
    };
  }, [circles]);
  return views;
}
