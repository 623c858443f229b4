/** Hands the log, the host and the own calendar to every part of the screen. */

import { createContext, type ReactNode, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Log, View } from '../log/log.ts';
import type { Host } from '../teams/host.ts';
import type { OwnCalendar } from '../teams/own-calendar.ts';

interface Doors {
  readonly log: Log;
  readonly host: Host;
  readonly calendar: OwnCalendar;
}

const LogContext = createContext<Doors | undefined>(undefined);

/** Everything below may call `useLog`, `useView` and `useHost`. */
export function LogProvider(props: {
  readonly log: Log;
  readonly host: Host;
  readonly calendar: OwnCalendar;
  readonly children: ReactNode;
}): ReactNode {
  const { log, host, calendar, children } = props;
  const doors = useMemo(() => ({ log, host, calendar }), [log, host, calendar]);
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

export function useOwnCalendar(): OwnCalendar {
  return useDoors().calendar;
}

/** What there is to show, anew with every change. */
export function useView(): View {
  const { log } = useDoors();
  const subscribe = useCallback((listener: () => void) => log.subscribe(listener), [log]);
  const read = useCallback(() => log.view(), [log]);
  return useSyncExternalStore(subscribe, read);
}
