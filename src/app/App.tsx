/** The app: everything a signed-in person sees and does, given the log of their mission and the host around it. */

import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Log } from '../log/log.ts';
import type { Host } from '../teams/host.ts';
import type { OwnCalendar } from '../teams/own-calendar.ts';
import { LockGate } from './lock/LockGate.tsx';
import { LogProvider } from './log-context.tsx';
import { Frame } from './shell/Frame.tsx';
import { Shell } from './shell/Shell.tsx';

/** Stays until the log is closed; the host's theme is followed live. */
export function App(props: {
  readonly log: Log;
  readonly host: Host;
  /** The calendar of whoever is signed in. */
  readonly calendar: OwnCalendar;
  /** Signs the same person in once more, silently where the host still can; rejects where it cannot. */
  readonly signInAgain: () => Promise<void>;
}): ReactNode {
  return (
    <Frame host={props.host}>
      <LockGate log={props.log} signInAgain={props.signInAgain}>
        <LogProvider log={props.log} host={props.host} calendar={props.calendar}>
          <Router hook={useHashLocation}>
            <Shell />
          </Router>
        </LogProvider>
      </LockGate>
    </Frame>
  );
}
