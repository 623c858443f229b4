/** Saves a form by Ctrl or ⌘ with Enter from anywhere inside it. */

import { type RefObject, useEffect, useRef } from 'react';

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
      latest.current();
    };
    element?.addEventListener('keydown', pressed);
    return () => element?.removeEventListener('keydown', pressed);
  }, []);
  return form;
}
