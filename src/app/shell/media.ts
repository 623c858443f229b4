/** Follows what the window is like: its width, and whether it is being printed. */

import { useCallback, useSyncExternalStore } from 'react';

/** Up to this width there is one column, and the menu takes the place of the tabs. */
export const narrowQuery = '(max-width: 480px)';
/** From this width on, seven days have room side by side. */
export const weekQuery = '(min-width: 640px)';
/** From this width on, a panel has room beside a list. */
export const wideQuery = '(min-width: 900px)';

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
