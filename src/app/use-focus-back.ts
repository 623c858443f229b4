/** Where the focus goes when a dialog closes: back to what had it before, also inside a form that the dialog had hidden. */

import { useEffect, useState } from 'react';

/**
 * For a component that is mounted only while its dialog is open. Where the focus has already gone on, it stays; what has
 * gone from the page gets nothing.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && before instanceof HTMLElement && before.isConnected)
          before.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
