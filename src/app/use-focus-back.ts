/** Where the focus goes when a dialog closes: back to what had it before, also inside a form that the dialog had hidden. */

import { useEffect, useState } from 'react';

/** What can hold the focus while it is on the page. */
type Holder = Pick<HTMLElement, 'isConnected' | 'focus'>;

/**
 * For a component that is mounted only while its dialog is open. Where the focus has already gone on, it stays. Where what
 * had it before went with what the dialog settled (a refusal), the region that tells what came of it takes the focus, if it
 * can; what has gone from the page altogether gets nothing.
 */
export function useFocusBack(): void {
  const [places] = useState(placesNow);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost) stillThere(places)?.focus({ preventScroll: true });
      });
    },
    [places],
  );
}

function placesNow(): readonly Holder[] {
  const before = document.activeElement;
  const region = before?.closest('[aria-live][tabindex]');
  return [before, region].filter((place) => place instanceof HTMLElement);
}

/** The first of them that has not gone from the page. */
export function stillThere(places: readonly Holder[]): Holder | undefined {
  return places.find(({ isConnected }) => isConnected);
}
