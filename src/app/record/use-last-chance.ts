/** Before the window goes away, what was typed is sent to the book, and whoever closes it with unkept words is asked. */

import { useEffect } from 'react';
import { keepLast } from '../lock/last-words.ts';
import { useHost } from '../log-context.tsx';

/** `keep` is tried whenever the window is hidden, put away or closed; the browser asks only while `unkept`. */
export function useLastChance(keep: () => Promise<boolean>, unkept: boolean): void {
  const host = useHost();
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void keep();
    };
    const gone = () => void keep();
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', gone);
    const off = host.onSuspend(async () => void (await keep()));
    const offLock = keepLast(keep);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', gone);
      off();
      offLock();
    };
  }, [host, keep]);
  useEffect(() => {
    if (!unkept) return;
    const ask = (event: BeforeUnloadEvent) => {
      // While the person thinks about the question there is time to keep it.
      void keep();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [keep, unkept]);
}
