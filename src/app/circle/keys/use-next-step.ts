/** Takes the focus along to what a step leads to: the button that was pressed is gone by then. */

import { type RefObject, useEffect, useRef } from 'react';

/** What bears the ref takes the focus when `step` changes, unless it stands somewhere: a step may also come from outside. */
export function useNextStep<Place extends HTMLElement>(step: string): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost) place.current?.focus();
  }, [step]);
  return place;
}
