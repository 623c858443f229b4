/** Hands the log and the host to every part of the screen. */

import { createContext, type ReactNode, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Log, View } from '../log/log.ts';
import type { Host } from '../teams/host.ts';

interface Doors {
  readonly log: Log;
  readonly host: Host;
}

const LogContext = createContext<Doors | undefined>(undefined);

/** Everything below may call `useLog`, `useView` and `useHost`. */
export function LogProvider(props: {
  readonly log: Log;
  readonly host: Host;
  readonly children: ReactNode;
}): ReactNode {
  const { log, host, children } = props;
  const doors = useMemo(() => ({ log, host }), [log, host]);
  return <LogContext value={doors}>{children}</LogContext>;
}

function useDoors(): Doors {
  const doors = useContext(LogContext);
  if (!doors) throw new TypeError('this part of the screen stands outside LogProvider');
  return doors;
}

/** The log, or undefined on the start screens, which stand before there is one. */
export function useOpenedLog(): Log | undefined {
  return useContext(LogContext)?.log;
}

/** The door to everything a person may read, decide and save. */
export function useLog(): Log {
  return useDoors().log;
}

export function useHost(): Host {
  return useDoors().host;
}

/** What there is to show, anew with every change. */
export function useView(): View {
  const { log } = useDoors();
  const subscribe = useCallback((listener: () => void) => log.subscribe(listener), [log]);
  const read = useCallback(() => log.view(), [log]);
  return useSyncExternalStore(subscribe, read);
}
