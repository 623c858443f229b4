/** Saves a form by Ctrl or ⌘ with Enter from anywhere inside it. */

import { type RefObject, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';

/** The form to attach to; `submit` is always the latest one given. */
export function useSubmitKey(submit: () => void): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const latest = useRef(submit);
  latest.current = submit;
  useEffect(() => {
    const element = form.current;
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      // Enter alone means something to a field as well: a day would open its calendar over what comes next.
      event.stopPropagation();
      handOver(element);
      latest.current();
    };
    element?.addEventListener('keydown', pressed);
    return () => element?.removeEventListener('keydown', pressed);
  }, []);
  return form;
}

/** A field that hands over what was typed only when it is left, as a day does, is left for a moment. */
function handOver(form: HTMLFormElement | null): void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !form?.contains(active)) return;
  flushSync(() => active.blur());
  active.focus({ preventScroll: true });
}
