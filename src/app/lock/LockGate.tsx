/**
 * Clears the screen and locks: on Esc three times, on its button, or when nobody was there for a while. While locked not
 * one element of the app is in the page and no key is open; unsaved words are kept in the mission's book first.
 */

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Log } from '../../log/log.ts';
import { keptChoice } from '../kept-choice.ts';
import { hrefOf } from '../shell/navigation.ts';
import { LockedPage } from './LockedPage.tsx';
import { keepLastWords } from './last-words.ts';
import { LockDoorProvider } from './lock-door.tsx';
import { escaped, idleMinutes, isAway } from './lock-when.ts';

/** Name of the choice of minutes on this device. */
export const idleChoice = 'idle-minutes';

const LOOK_EVERY_MS = 5_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

export function LockGate(props: {
  readonly log: Log;
  /** Rejects while the person cannot be signed in again. Called from a click. */
  readonly signInAgain: () => Promise<void>;
  readonly children: ReactNode;
}): ReactNode {
  const { log, signInAgain, children } = props;
  const [locked, setLocked] = useState(false);
  const isLocked = useRef(false);

  const lock = useCallback(() => {
    if (isLocked.current) return;
    isLocked.current = true;
    log.lockKeys();
    const kept = keepLastWords();
    flushSync(() => setLocked(true));
    // Whoever opens it again lands on Today: the address must not tell what was open.
    history.replaceState(null, '', hrefOf({ page: 'today' }));
    void kept.then(() => (isLocked.current ? log.suspend() : undefined));
  }, [log]);

  useEffect(() => {
    let presses: readonly number[] = [];
    function onKey(event: KeyboardEvent): void {
      // In a row: whoever goes on typing in between only leaves questions and dialogs.
      if (event.key !== 'Escape') presses = [];
      if (event.key !== 'Escape' || event.repeat) return;
      const next = escaped(presses, performance.now());
      presses = next.presses;
      if (next.hide) lock();
    }
    /** A click in between says that somebody is at work. */
    function onPointer(): void {
      presses = [];
    }
    // Before any dialog hears of it.
    addEventListener('keydown', onKey, { capture: true });
    addEventListener('pointerdown', onPointer, { capture: true });
    return () => {
      removeEventListener('keydown', onKey, { capture: true });
      removeEventListener('pointerdown', onPointer, { capture: true });
    };
  }, [lock]);

  useEffect(() => {
    if (locked) return;
    let seen = Date.now();
    const here = (): void => {
      seen = Date.now();
    };
    const look = (): void => {
      if (isAway(seen, Date.now(), idleMinutes(keptChoice(idleChoice)))) lock();
    };
    for (const sign of signs) addEventListener(sign, here, { capture: true, passive: true });
    // A machine that wakes up looks before anybody else can.
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      for (const sign of signs) removeEventListener(sign, here, { capture: true });
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, [locked, lock]);

  const open = useCallback(async () => {
    await signInAgain();
    isLocked.current = false;
    setLocked(false);
    // What was missed meanwhile arrives; a failure shows in the state of things.
    await log.resume().catch(() => undefined);
  }, [signInAgain, log]);

  if (locked) return <LockedPage onOpen={open} />;
  return <LockDoorProvider value={lock}>{children}</LockDoorProvider>;
}
