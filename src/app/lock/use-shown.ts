/** Keeps an element in reach of screen readers although the dialog that hid the rest of the page went without a word. */

import { type RefObject, useEffect } from 'react';

export function useShown(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const show = (): void => {
      for (let place = ref.current; place; place = place.parentElement) place.removeAttribute('aria-hidden');
    };
    show();
    // The focus library of the dialogs tidies up later, and may hide the page once more.
    const observer = new MutationObserver(show);
    observer.observe(document.body, { attributeFilter: ['aria-hidden'], subtree: true });
    return () => observer.disconnect();
  }, [ref]);
}
