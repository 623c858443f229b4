/** The circles of this mission as the screen reads them: fetched when first asked for, then followed. */

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Circle, CircleView } from '../../log/circle/circle.ts';
import { useLog } from '../log-context.tsx';

export interface Circles {
  readonly circles: readonly Circle[] | undefined;
  readonly failure: unknown;
  again(): void;
}

const none: readonly Circle[] = [];

/** Nothing is fetched where the configuration names no circle. */
export function useCircles(): Circles {
  const log = useLog();
  const [circles, setCircles] = useState<readonly Circle[] | undefined>(
    log.circleIds.length === 0 ? none : undefined,
  );
  const [failure, setFailure] = useState<unknown>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (log.circleIds.length === 0) return;
    let isCurrent = asked >= 0;
    log.circles().then(
      (found) => {
        if (isCurrent) setCircles(found);
      },
      (cause: unknown) => {
        if (isCurrent) setFailure(cause);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [log, asked]);
  const again = useCallback(() => {
    setFailure(undefined);
    setAsked((before) => before + 1);
  }, []);
  return { circles, failure, again };
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
