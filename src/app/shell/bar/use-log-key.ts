/** Ctrl or ⌘ with Shift and Enter logs a contact from any page; neither Teams nor a browser uses these keys. */

import { useEffect, useRef } from 'react';

export const logKeys = 'Control+Shift+Enter Meta+Shift+Enter';

/** `log` is always the latest one given. Nothing happens while a form or a dialog is open: its words come first. */
export function useLogKey(log: () => void): void {
  const latest = useRef(log);
  latest.current = log;
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'Enter' || !event.shiftKey || !(event.ctrlKey || event.metaKey) || event.altKey)
        return;
      if (document.querySelector('[aria-modal="true"], dialog[open]')) return;
      event.preventDefault();
      latest.current();
    }
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
