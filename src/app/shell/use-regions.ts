/** F6 goes from one part of the screen to the next and, after the last, back to Teams. */

import { useEffect } from 'react';
import type { Host } from '../../teams/host.ts';

/** Marks a part of the screen that F6 stops at. */
export const regionAttribute = 'data-region';

const focusable = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]';

/** `+1` or `-1` from the part that holds the focus; undefined beyond either end. */
export function nextRegion(current: number, count: number, step: 1 | -1): number | undefined {
  const next = current === -1 ? (step === 1 ? 0 : count - 1) : current + step;
  return next >= 0 && next < count ? next : undefined;
}

export function useRegions(host: Host): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'F6' || document.querySelector('[aria-modal="true"], dialog[open]')) return;
      event.preventDefault();
      const regions = [...document.querySelectorAll<HTMLElement>(`[${regionAttribute}]`)];
      const current = regions.findIndex((region) => region.contains(document.activeElement));
      const next = nextRegion(current, regions.length, event.shiftKey ? -1 : 1);
      if (next === undefined) {
        host.returnFocus();
        return;
      }
      const region = regions[next];
      (region?.querySelector<HTMLElement>(focusable) ?? region)?.focus();
    }
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [host]);
}
