/** What is filled in within one element and has no draft: whoever loads the tab anew loses it, and reads so before. */

import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { type Control, controlsIn, standsIn, watchFilling } from './filled-in.ts';
import { keepLast } from './last-words.ts';

/** Keys by which somebody goes on or away, and says nothing. */
const passing = /^(Tab|Escape|Shift|Control|Alt|Meta)$/;

/** To be spread on a plain `div`; lists that open elsewhere tell it what is chosen in them, as React does. */
export function useFilledIn() {
  const within = useRef<HTMLDivElement>(null);
  const filling = useMemo(
    () =>
      watchFilling(() =>
        [...(within.current?.querySelectorAll<HTMLElement & Control>(controlsIn) ?? [])].map(standsIn),
      ),
    [],
  );
  useEffect(() => keepLast(() => Promise.resolve(!filling.holdsSomething())), [filling]);
  const use = (): void => {
    filling.look();
    filling.touch();
  };
  return {
    ref: within,
    onFocusCapture: filling.look,
    onPointerDownCapture: use,
    onKeyDownCapture: ({ key }: KeyboardEvent) => {
      if (!passing.test(key)) use();
    },
    onInputCapture: filling.touch,
  };
}
