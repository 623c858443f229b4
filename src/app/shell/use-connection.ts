/** Hears from the browser that the connection went or came back, sooner than the next request can tell. */

import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Log, Sync } from '../../log/log.ts';
import { useView } from '../log-context.tsx';

function subscribe(changed: () => void): () => void {
  addEventListener('offline', changed);
  addEventListener('online', changed);
  return () => {
    removeEventListener('offline', changed);
    removeEventListener('online', changed);
  };
}

/** Asks for news whenever the connection changes. */
export function useConnection(log: Pick<Log, 'refresh'>): void {
  // What came of it is shown by the state of things; a failure here is that state, not an error.
  useEffect(() => subscribe(() => void log.refresh().catch(() => undefined)), [log]);
}

/** How current the screen is. A browser that says it is offline is right; one that says it is online may be wrong. */
export function useSync(): Sync {
  const { sync } = useView();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return useMemo(() => (online ? sync : { ...sync, state: 'offline' }), [online, sync]);
}
